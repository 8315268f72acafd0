#include "title.h"

#include <stdint.h>

#include "base/utf8.h"

static unsigned
unit_at(struct slice bytes, size_t at)
{
	return (unsigned)(unsigned char)bytes.p[at] << 8 |
	    (unsigned char)bytes.p[at + 1];
}

static struct slice
from_utf16(struct slice bytes, struct arena *arena)
{
	char  *text = arena_alloc(arena, bytes.n / 2 * UTF8_BYTES_MAX);
	size_t used = 0;

	for (size_t at = 0; at + 1 < bytes.n; at += 2) {
		uint32_t c = unit_at(bytes, at);

		if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.n) {
			unsigned low = unit_at(bytes, at + 2);

			if (low >= 0xDC00 && low < 0xE000) {
				c = 0x10000 + ((c - 0xD800) << 10) +
				    (low - 0xDC00);
				at += 2;
			}
		}
		if (c >= 0xD800 && c < 0xE000)
			c = UTF8_REPLACEMENT;
		if (c >= ' ')
			used += utf8_encode(text + used, c);
	}
	return (struct slice){ text, used };
}

struct slice
pdf_text_string(struct slice bytes, struct arena *arena)
{
	const struct slice utf8_mark = SLICE("\xEF\xBB\xBF");

	if (slice_starts(bytes, SLICE("\xFE\xFF")))
		return slice_trim(from_utf16(slice_from(bytes, 2), arena));
	if (slice_starts(bytes, utf8_mark))
		bytes = slice_from(bytes, utf8_mark.n);
	else
		for (size_t i = 0; i < bytes.n; i++)
			if ((unsigned char)bytes.p[i] >= 0x7F)
				return SLICE("");
	return utf8_is_valid(bytes) ? slice_trim(arena_copy(arena, bytes))
	                            : SLICE("");
}
