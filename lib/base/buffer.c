#include "buffer.h"

#include <stdlib.h>

#include "memory.h"

char *
buffer_room(struct buffer *buffer, size_t n)
{
	if (buffer->p == NULL || buffer->capacity - buffer->n < n) {
		buffer->capacity = 2 * buffer->n + n + 256;
		buffer->p = memory_resize(buffer->p, buffer->capacity, 1);
	}
	return buffer->p + buffer->n;
}

void
buffer_add(struct buffer *buffer, struct slice bytes)
{
	if (bytes.n == 0)
		return;
	memcpy(buffer_room(buffer, bytes.n), bytes.p, bytes.n);
	buffer->n += bytes.n;
}

void
buffer_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, slice_of(string));
}

struct slice
buffer_slice(const struct buffer *buffer)
{
	return (struct slice){ buffer->p != NULL ? buffer->p : "", buffer->n };
}

void
buffer_free(struct buffer *buffer)
{
	free(buffer->p);
	*buffer = (struct buffer){ .p = NULL };
}
