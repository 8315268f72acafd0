/* Little-endian numbers in a slice; what lies beyond its end reads as 0. */
#ifndef BASE_LITTLE_ENDIAN_H
#define BASE_LITTLE_ENDIAN_H

#include <stdint.h>

#include "slice.h"

static inline uint32_t
little(struct slice bytes, size_t at, unsigned n)
{
	uint32_t value = 0;

	if (at > bytes.n || bytes.n - at < n)
		return 0;
	while (n-- > 0)
		value = value << 8 | (unsigned char)bytes.p[at + n];
	return value;
}

static inline unsigned
little8(struct slice bytes, size_t at)
{
	return little(bytes, at, 1);
}

static inline unsigned
little16(struct slice bytes, size_t at)
{
	return little(bytes, at, 2);
}

static inline uint32_t
little32(struct slice bytes, size_t at)
{
	return little(bytes, at, 4);
}

/* N bytes at AT, fewer where BYTES ends. */
static inline struct slice
little_part(struct slice bytes, size_t at, size_t n)
{
	if (at >= bytes.n)
		return (struct slice){ bytes.p, 0 };
	bytes = slice_from(bytes, at);
	if (bytes.n > n)
		bytes.n = n;
	return bytes;
}

#endif
