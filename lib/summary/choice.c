#include "choice.h"

#include <stdlib.h>

#include "base/glob.h"
#include "base/hash.h"
#include "base/memory.h"

enum { MEMORY_SLOTS = 1024, NAME_BYTES = 80 };

/* The latest name of each hash and its verdict. */
struct choice_memory {
	struct {
		unsigned char n;	/* 0: free */
		bool          chosen;
		char          name[NAME_BYTES];
	} slot[MEMORY_SLOTS];
};

bool
choice_add(struct choice *choice, struct slice list)
{
	struct slice glob;

	while (slice_cut(&list, ',', &glob)) {
		if (choice->n == CHOICES_MAX)
			return false;
		choice->glob[choice->n++] = glob;
	}
	return true;
}

static bool
matches_any(const struct choice *choice, struct slice name)
{
	for (size_t i = 0; i < choice->n; i++)
		if (glob_matches(choice->glob[i], name, '\0'))
			return true;
	return false;
}

bool
choice_has(struct choice *choice, struct slice name)
{
	size_t slot;

	if (choice->n == 0)
		return true;
	if (choice->n == 1 && slice_eq(choice->glob[0], name))
		return true;
	if (name.n == 0 || name.n > NAME_BYTES)
		return matches_any(choice, name);
	if (choice->memory == NULL) {
		choice->memory = memory_get(sizeof(*choice->memory));
		memset(choice->memory, 0, sizeof(*choice->memory));
	}
	slot = hash_cheap(name) % MEMORY_SLOTS;
	if (choice->memory->slot[slot].n != name.n ||
	    memcmp(choice->memory->slot[slot].name, name.p, name.n) != 0) {
		choice->memory->slot[slot].n = (unsigned char)name.n;
		memcpy(choice->memory->slot[slot].name, name.p, name.n);
		choice->memory->slot[slot].chosen = matches_any(choice, name);
	}
	return choice->memory->slot[slot].chosen;
}

void
choice_free(struct choice *choice)
{
	free(choice->memory);
	choice->memory = NULL;
}
