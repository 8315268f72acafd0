/* A growing run of bytes: a document that is read as a whole, text in the
 * making, a name that becomes longer. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

#include "slice.h"

struct buffer {			/* all zero: empty */
	char  *p;
	size_t n, capacity;
};

/* Makes room for N more bytes.  Returns where they go; buffer->n is the
 * caller's to raise. */
char *buffer_room(struct buffer *buffer, size_t n);

void buffer_add(struct buffer *buffer, struct slice bytes);
void buffer_string(struct buffer *buffer, const char *string);

/* What BUFFER holds, until it is added to; never a null pointer. */
struct slice buffer_slice(const struct buffer *buffer);

void buffer_free(struct buffer *buffer);

#endif
