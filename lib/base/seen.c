#include "seen.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { SLOTS = 4 * SEEN_MAX };	/* a quarter full: short probes */

/* The slot that holds HASH, or the free one where it would go. */
static size_t
find(const struct seen *seen, unsigned long long hash)
{
	size_t i = hash % SLOTS;

	while (seen->slot[i] != 0 && seen->slot[i] != hash)
		i = (i + 1) % SLOTS;
	return i;
}

/* Frees the slot of HASH and closes the gap in its run of probes. */
static void
forget(struct seen *seen, unsigned long long hash)
{
	size_t gap = find(seen, hash);

	if (seen->slot[gap] == 0)
		return;
	for (size_t i = (gap + 1) % SLOTS; seen->slot[i] != 0;
	    i = (i + 1) % SLOTS) {
		size_t home = seen->slot[i] % SLOTS;

		if ((i + SLOTS - home) % SLOTS >= (i + SLOTS - gap) % SLOTS) {
			seen->slot[gap] = seen->slot[i];
			gap = i;
		}
	}
	seen->slot[gap] = 0;
}

bool
seen_before(struct seen *seen, unsigned long long hash)
{
	unsigned long long *oldest;
	size_t              i;

	if (hash == 0)
		hash = 1;	/* 0 marks a free slot */
	if (seen->slot == NULL) {
		seen->slot = memory_get(SLOTS * sizeof(*seen->slot));
		memset(seen->slot, 0, SLOTS * sizeof(*seen->slot));
		seen->recent = memory_get(SEEN_MAX * sizeof(*seen->recent));
	}
	i = find(seen, hash);
	if (seen->slot[i] == hash)
		return true;
	oldest = &seen->recent[seen->count++ % SEEN_MAX];
	if (seen->count > SEEN_MAX) {
		forget(seen, *oldest);
		i = find(seen, hash);
	}
	seen->slot[i] = hash;
	*oldest = hash;
	return false;
}

void
seen_free(struct seen *seen)
{
	free(seen->recent);
	free(seen->slot);
	*seen = (struct seen){ 0 };
}
