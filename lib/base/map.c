#include "map.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { SLOTS_MIN = 64, SHIFT_MAX = 64 - 6 };	/* 2^6 slots */

static void
put(struct map *map, unsigned long long hash, size_t number)
{
	size_t i = map_place(map, hash);

	while (map->slot[i].number != 0)
		i = (i + 1) & (map->slots - 1);
	map->slot[i] = (struct map_slot){ hash, number };
}

/* Half full at most: short probes. */
static void
grow(struct map *map)
{
	struct map old = *map;

	map->slots = old.slots > 0 ? 2 * old.slots : SLOTS_MIN;
	map->shift = old.slots > 0 ? old.shift - 1 : SHIFT_MAX;
	map->slot = memory_resize(NULL, map->slots, sizeof(*map->slot));
	memset(map->slot, 0, map->slots * sizeof(*map->slot));
	for (size_t i = 0; i < old.slots; i++)
		if (old.slot[i].number != 0)
			put(map, old.slot[i].hash, old.slot[i].number);
	free(old.slot);
}

void
map_add(struct map *map, unsigned long long hash, size_t number)
{
	if (2 * map->n >= map->slots)
		grow(map);
	put(map, hash, number + 1);
	map->n++;
}

void
map_free(struct map *map)
{
	free(map->slot);
	*map = (struct map){ .n = 0 };
}
