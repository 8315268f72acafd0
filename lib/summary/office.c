#include "office.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/region.h"

static size_t
add(struct offices *offices, struct slice name, struct slice region)
{
	map_add(&offices->map, slice_hash(name), offices->n);
	offices->office = memory_room(offices->office, &offices->room,
	    offices->n, sizeof(*offices->office));
	offices->office[offices->n++] = (struct office){
	    arena_copy(&offices->text, name),
	    arena_copy(&offices->text, region) };
	return offices->n;
}

size_t
offices_number(struct offices *offices, struct slice name, struct slice region)
{
	size_t probe = 0, i, found = MAP_NONE;

	while ((i = map_next(&offices->map, slice_hash(name), &probe)) !=
	    MAP_NONE) {
		const struct office *office = &offices->office[i];

		if (!slice_eq(office->name, name))
			continue;
		if (slice_eq(office->region, region))
			return i + 1;
		if (!region_may_be(office->region, region))
			continue;
		/* It may be either: neither, and nobody else. */
		if (found != MAP_NONE)
			return add(offices, name, region);
		found = i;
	}
	if (found == MAP_NONE)
		return add(offices, name, region);
	if (offices->office[found].region.n < region.n)
		offices->office[found].region = arena_copy(&offices->text,
		    region);
	return found + 1;
}

void
offices_free(struct offices *offices)
{
	free(offices->office);
	map_free(&offices->map);
	arena_free(&offices->text);
	*offices = (struct offices){ .n = 0 };
}
