#include "arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { CHUNK_BYTES = 64 * 1024 };

struct arena_chunk {
	struct arena_chunk *next;
	size_t              size, used;
	alignas(max_align_t) unsigned char data[];
};

static size_t
round_up(size_t n)
{
	return (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

static struct arena_chunk *
new_chunk(size_t n)
{
	size_t              size = n > CHUNK_BYTES ? n : CHUNK_BYTES;
	struct arena_chunk *chunk = memory_get(sizeof(*chunk) + size);

	*chunk = (struct arena_chunk){ .size = size };
	return chunk;
}

void *
arena_alloc(struct arena *arena, size_t n)
{
	struct arena_chunk *chunk = arena->current;
	void               *result;

	n = round_up(n);
	while (chunk != NULL && chunk->size - chunk->used < n &&
	    chunk->next != NULL)
		chunk = chunk->next;
	if (chunk == NULL || chunk->size - chunk->used < n) {
		struct arena_chunk *fresh = new_chunk(n);

		if (chunk == NULL)
			arena->first = fresh;
		else
			chunk->next = fresh;
		chunk = fresh;
	}
	arena->current = chunk;
	result = chunk->data + chunk->used;
	chunk->used += n;
	return result;
}

struct slice
arena_copy(struct arena *arena, struct slice a)
{
	char *copy = arena_alloc(arena, a.n);

	if (a.n > 0)
		memcpy(copy, a.p, a.n);
	return (struct slice){ copy, a.n };
}

struct slice
arena_join(struct arena *arena, struct slice a, struct slice b)
{
	char *both = arena_alloc(arena, a.n + b.n);

	if (a.n > 0)
		memcpy(both, a.p, a.n);
	if (b.n > 0)
		memcpy(both + a.n, b.p, b.n);
	return (struct slice){ both, a.n + b.n };
}

void
arena_reset(struct arena *arena)
{
	struct arena_chunk **link = &arena->first;

	while (*link != NULL) {
		struct arena_chunk *chunk = *link;

		chunk->used = 0;
		if (chunk->size > CHUNK_BYTES) {
			*link = chunk->next;
			free(chunk);
		} else
			link = &chunk->next;
	}
	arena->current = arena->first;
}

void
arena_free(struct arena *arena)
{
	while (arena->first != NULL) {
		struct arena_chunk *chunk = arena->first;

		arena->first = chunk->next;
		free(chunk);
	}
	arena->current = NULL;
}
