#include "office_keys.h"

#include <stdbool.h>

#include "office_year.h"
#include "section/identity/office_key.h"

static bool
are_of(const struct office_keys *keys, struct slice office,
    struct slice region, struct slice org)
{
	return keys->n > 0 && slice_eq(keys->office, office) &&
	    slice_eq(keys->region, region) && slice_eq(keys->org, org);
}

static void
add_key(struct office_keys *keys, struct slice key)
{
	if (key.n == 0)
		return;
	for (size_t i = 0; i < keys->n; i++)
		if (slice_eq(keys->key[i], key))
			return;
	keys->key[keys->n++] = key;
}

void
office_keys_find(struct office_keys *keys, struct slice office,
    struct slice region, struct slice org)
{
	struct arena *arena = &keys->arena;

	if (are_of(keys, office, region, org))
		return;
	arena_reset(arena);
	keys->n = 0;
	keys->office = arena_copy(arena, office);
	keys->region = arena_copy(arena, region);
	keys->org = arena_copy(arena, org);
	add_key(keys, keys->office);
	add_key(keys, office_key_of(arena, keys->org));
	if (region.n > 0)
		add_key(keys, office_key_of(arena, office_in_full(arena,
		    keys->region, keys->org)));
	keys->bare = region.n > 0 && org.n > region.n &&
	    slice_starts(org, region) ? office_key_of(arena,
	    slice_from(keys->org, region.n)) : SLICE("");
}

void
office_keys_free(struct office_keys *keys)
{
	arena_free(&keys->arena);
	*keys = (struct office_keys){ .n = 0 };
}
