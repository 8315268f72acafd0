#include "buffer.h"

#include <stdlib.h>

#include "memory.h"

const char *
gather_add(struct gather *gather, struct slice chunk, size_t limit)
{
	if (chunk.n > limit || gather->n > limit - chunk.n)
		return "more bytes than allowed";
	if (chunk.n == 0)
		return NULL;
	gather->p = memory_room(gather->p, &gather->capacity,
	    gather->n + chunk.n, 1);
	memcpy(gather->p + gather->n, chunk.p, chunk.n);
	gather->n += chunk.n;
	return NULL;
}

struct slice
gather_all(const struct gather *gather)
{
	return (struct slice){ gather->p, gather->n };
}

void
gather_free(struct gather *gather)
{
	free(gather->p);
	*gather = (struct gather){ .p = NULL };
}
