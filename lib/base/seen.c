#include "seen.h"

static bool
has(const struct map *map, unsigned long long hash)
{
	return map_next(map, hash, &(size_t){ 0 }) != MAP_NONE;
}

bool
seen_before(struct seen *seen, unsigned long long hash)
{
	if (has(&seen->latest, hash) || has(&seen->older, hash))
		return true;
	if (seen->latest.n == SEEN_MAX) {
		map_free(&seen->older);
		seen->older = seen->latest;
		seen->latest = (struct map){ .n = 0 };
	}
	map_add(&seen->latest, hash, 0);
	return false;
}

void
seen_free(struct seen *seen)
{
	map_free(&seen->latest);
	map_free(&seen->older);
}
