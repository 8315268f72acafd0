#include "shared_texts.h"

#include <stdlib.h>

#include "base/memory.h"

/* The texts of some hundred reports; of the next ones those that all have are here. */
enum { BYTES_MAX = 8 * 1024 * 1024, TEXTS_MAX = 1 << 17 };

size_t
shared_text(struct shared_texts *shared, struct slice text)
{
	unsigned long long hash = hash_of(text);
	size_t             probe = 0, i;

	while ((i = map_next(&shared->map, hash, &probe)) != MAP_NONE)
		if (slice_eq(shared->text[i], text))
			return i;
	if (shared->texts == TEXTS_MAX || text.n > BYTES_MAX - shared->bytes)
		return SHARED_NONE;
	shared->bytes += text.n;
	map_add(&shared->map, hash, shared->texts);
	*MEMORY_APPEND(shared->text, shared->texts, shared->room) =
	    arena_copy(&shared->arena, text);
	return shared->texts - 1;
}

void
shared_texts_free(struct shared_texts *shared)
{
	free(shared->text);
	map_free(&shared->map);
	arena_free(&shared->arena);
	*shared = (struct shared_texts){ .texts = 0 };
}
