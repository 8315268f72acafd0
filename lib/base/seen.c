#include "seen.h"

#include <stdlib.h>

#include "memory.h"

enum { PLACES_MIN = 64 };

/* Where DIGEST is, or is to be. */
static struct sighting *
find(const struct seen *seen, struct digest digest)
{
	size_t i = digest.low & (seen->places - 1);

	while (seen->place[i].times > 0 &&
	    !digest_eq(seen->place[i].of, digest))
		i = (i + 1) & (seen->places - 1);
	return &seen->place[i];
}

/* Half full at most: short probes. */
static void
grow(struct seen *seen)
{
	struct seen old = *seen;

	seen->places = old.places > 0 ? 2 * old.places : PLACES_MIN;
	seen->place = memory_resize(NULL, seen->places, sizeof(*seen->place));
	memset(seen->place, 0, seen->places * sizeof(*seen->place));
	for (size_t i = 0; i < old.places; i++)
		if (old.place[i].times > 0)
			*find(seen, old.place[i].of) = old.place[i];
	free(old.place);
}

struct sighting *
seen_note(struct seen *seen, struct digest digest)
{
	struct sighting *sighting;

	if (2 * seen->n >= seen->places)
		grow(seen);
	sighting = find(seen, digest);
	seen->n += sighting->times == 0;
	sighting->of = digest;
	sighting->times++;
	return sighting;
}

bool
seen_before(struct seen *seen, struct digest digest)
{
	return seen_note(seen, digest)->times > 1;
}

void
seen_free(struct seen *seen)
{
	free(seen->place);
	*seen = (struct seen){ .n = 0 };
}
