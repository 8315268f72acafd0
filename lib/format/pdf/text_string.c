#include "text_string.h"

#include "base/utf16.h"
#include "base/utf8.h"

static struct slice
from_utf16(struct slice bytes, struct arena *arena)
{
	char    *text = arena_alloc(arena, bytes.n / 2 * UTF8_BYTES_MAX);
	size_t   used = 0;
	uint32_t high = 0, c;

	for (size_t at = 0; at + 1 < bytes.n; at += 2) {
		uint32_t unit = (uint32_t)(unsigned char)bytes.p[at] << 8 |
		    (unsigned char)bytes.p[at + 1];

		if (utf16_take(&high, unit, &c) && c >= ' ')
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
