#include "cell_text.h"

#include <string.h>

#include "base/display.h"
#include "base/utf8.h"

/* Whether TEXT begins with what Excel reads as one character: _x0041_. */
static bool
is_escape(struct slice text)
{
	if (text.n < 7 || text.p[0] != '_' || text.p[1] != 'x' ||
	    text.p[6] != '_')
		return false;
	for (int i = 2; i < 6; i++)
		if (strchr("0123456789ABCDEFabcdef", text.p[i]) == NULL ||
		    text.p[i] == '\0')
			return false;
	return true;
}

struct slice
cell_text_escape(struct slice text, struct buffer *out)
{
	size_t from = 0;

	if (memchr(text.p, '_', text.n) == NULL)
		return text;
	out->n = 0;
	for (size_t i = 0; i < text.n; i++)
		if (is_escape(slice_from(text, i))) {
			buffer_add(out, (struct slice){ text.p + from,
			    i - from });
			buffer_string(out, "_x005F");
			from = i;
		}
	buffer_add(out, slice_from(text, from));
	return buffer_slice(out);
}

size_t
cell_text_held(struct slice text)
{
	size_t at = 0, units = 0;

	if (text.n <= CELL_TEXT_MAX)
		return text.n;
	while (at < text.n) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(text, at), &c);

		units += c > 0xFFFF ? 2 : 1;
		if (units > CELL_TEXT_MAX)
			break;
		at += n;
	}
	return at;
}

static unsigned
width_of(struct slice text)
{
	unsigned width = 0;

	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(text, &c);

		width += display_columns(c, DISPLAY_WIDE);
		text = slice_from(text, n);
	}
	return width;
}

unsigned
cell_text_lines(struct slice text, unsigned width)
{
	unsigned lines = 0;

	for (;;) {
		const char  *end = memchr(text.p, '\n', text.n);
		struct slice line = { text.p, end != NULL ?
		    (size_t)(end - text.p) : text.n };

		/* Words are not cut, so that a line is not quite full, and
		 * fonts differ; the indent takes two. */
		lines += width_of(line) * 5 / 4 / (width - 2) + 1;
		if (end == NULL)
			return lines;
		text = slice_from(text, line.n + 1);
	}
}
