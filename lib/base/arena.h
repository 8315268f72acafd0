/* Memory for one document: many small allocations, one release.
 * Everything handed out lives until the next arena_reset or arena_free. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "slice.h"

struct arena_chunk;

struct arena {			/* all zero: an empty arena */
	struct arena_chunk *first;
	struct arena_chunk *current;
};

/* N bytes, aligned for any type, not cleared.  Exits 2 when memory ends. */
void *arena_alloc(struct arena *arena, size_t n);

/* A copy of A. */
struct slice arena_copy(struct arena *arena, struct slice a);

/* A and behind it B. */
struct slice arena_join(struct arena *arena, struct slice a, struct slice b);

/* Forgets everything handed out and keeps the memory for the next document,
 * but for what a single large document needed beyond the ordinary. */
void arena_reset(struct arena *arena);

void arena_free(struct arena *arena);

#endif
