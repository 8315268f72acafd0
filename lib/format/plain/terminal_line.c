#include "terminal_line.h"

/* What the letters from j to x are while graphics are on; NULL: themselves. */
static const char *const graphics[] = {
	"\xE2\x94\x98", "\xE2\x94\x90", "\xE2\x94\x8C", "\xE2\x94\x94",	/* jklm */
	"\xE2\x94\xBC", NULL, NULL, "\xE2\x94\x80",			/* nopq */
	NULL, NULL, "\xE2\x94\x9C", "\xE2\x94\xA4",			/* rstu */
	"\xE2\x94\xB4", "\xE2\x94\xAC", "\xE2\x94\x82",			/* vwx */
};

/* The bytes of the sequence that TEXT, an escape, begins. */
static size_t
sequence(struct slice text)
{
	size_t n = 2;

	if (text.n < 2 || text.p[1] != '[')
		return text.n < 2 || text.p[1] != '(' ? 1 :
		    text.n < 3 ? text.n : 3;
	while (n < text.n && (text.p[n] < '@' || text.p[n] > '~'))
		n++;
	return n < text.n ? n + 1 : n;
}

struct slice
terminal_line(struct slice line, struct buffer *buffer)
{
	enum { ESCAPE = 0x1B };
	bool drawing = false;

	if (line.n == 0 || memchr(line.p, ESCAPE, line.n) == NULL)
		return line;
	buffer->n = 0;
	while (line.n > 0) {
		size_t n = line.p[0] == ESCAPE ? sequence(line) : 1;
		char   c = line.p[0];

		if (c == ESCAPE && n == 3 && line.p[1] == '(')
			drawing = line.p[2] == '0';
		else if (drawing && c >= 'j' && c <= 'x' &&
		    graphics[c - 'j'] != NULL)
			buffer_add(buffer, slice_of(graphics[c - 'j']));
		else if (c != ESCAPE)
			buffer_add(buffer, (struct slice){ line.p, 1 });
		line = slice_from(line, n);
	}
	return buffer_slice(buffer);
}
