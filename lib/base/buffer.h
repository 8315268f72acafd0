/* The bytes of a document that can only be read as a whole. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

#include "slice.h"

struct gather {			/* all zero: none yet */
	char  *p;
	size_t n, capacity;
};

/* Adds CHUNK.  Returns NULL, or the reason why it would be too much. */
const char *gather_add(struct gather *gather, struct slice chunk,
    size_t limit);

struct slice gather_all(const struct gather *gather);
void         gather_free(struct gather *gather);

#endif
