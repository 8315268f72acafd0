#include "terminal_line.h"

/* What the letters from j to x are while graphics are on; NULL: themselves. */
static const char *const graphics[] = {
	"\xE2\x94\x98", "\xE2\x94\x90", "\xE2\x94\x8C", "\xE2\x94\x94",	/* jklm */
	"\xE2\x94\xBC", NULL, NULL, "\xE2\x94\x80",			/* nopq */
	NULL, NULL, "\xE2\x94\x9C", "\xE2\x94\xA4",			/* rstu */
	"\xE2\x94\xB4", "\xE2\x94\xAC", "\xE2\x94\x82",			/* vwx */
};

/* Whether C is one of those from FIRST to LAST, all of ASCII. */
static bool
is_between(char c, char first, char last)
{
	return c >= first && c <= last;
}

/* The bytes of the sequence that TEXT, an escape, begins; what is none of it is left,
 * were it cut short. */
static size_t
sequence(struct slice text)
{
	size_t n = 1;

	if (text.n < 2 || (text.p[1] != '[' && text.p[1] != '('))
		return n;
	n++;
	if (text.p[1] == '[')
		while (n < text.n && is_between(text.p[n], ' ', '?'))
			n++;
	return n < text.n && is_between(text.p[n], '0', '~') ? n + 1 : n;
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
