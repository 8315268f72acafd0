/* From 64-bit hashes to numbers, such as places in an array: the one hash
 * table of the suite.  The keys stay with the caller, who compares them:
 *
 *	size_t probe = 0, i;
 *
 *	while ((i = map_next(&map, hash_of(key), &probe)) != MAP_NONE)
 *		if (slice_eq(thing[i].key, key))
 *			return &thing[i];
 *
 * Not built on it, since they hold other things: caches that forget
 * (form/vocabulary.c, summary/choice.c), words by their first character
 * (text/unit.c, section/pattern.c), and two tables that never grow, whose
 * look-up is all there is to a tag (format/html/element.c, office/xml.c). */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

#include "hash.h"

#define MAP_NONE ((size_t)-1)

struct map_slot {
	unsigned long long hash;
	size_t             number;	/* + 1; 0: free */
};

struct map {			/* all zero: empty */
	struct map_slot *slot;
	size_t           slots;	/* 2^(64 - shift), or 0 */
	unsigned         shift;
	size_t           n;
};

/* Where HASH is looked for first: its highest bits, mixed, so that a weak hash
 * will do (Knuth, The Art of Computer Programming, 6.4: multiplication). */
static inline size_t
map_place(const struct map *map, unsigned long long hash)
{
	return (hash * 0x9e3779b97f4a7c15ULL) >> map->shift;
}

/* The next number that HASH was added with, MAP_NONE behind the last.  *PROBE
 * is 0 at first. */
static inline size_t
map_next(const struct map *map, unsigned long long hash, size_t *probe)
{
	while (map->slots > 0) {
		const struct map_slot *slot =
		    &map->slot[(map_place(map, hash) + (*probe)++) &
		    (map->slots - 1)];

		if (slot->number == 0)
			break;
		if (slot->hash == hash)
			return slot->number - 1;
	}
	return MAP_NONE;
}

/* Adds NUMBER, less than MAP_NONE; one HASH may have several. */
void map_add(struct map *map, unsigned long long hash, size_t number);

void map_free(struct map *map);

#endif
