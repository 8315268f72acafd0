#include "markup.h"

#include <stdarg.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "base/visible.h"

/* What stands for the character C in HTML, or NULL: itself. */
static const char *
escape_of(uint32_t c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	case '\t': case '\n': case '\r': return " ";
	default: return NULL;
	}
}

/* Adds the character that FIELD begins with.  Returns its length. */
static size_t
add_character(struct buffer *out, struct slice field)
{
	uint32_t    c;
	size_t      n = utf8_decode(field, &c);
	const char *escape = escape_of(c);
	char        hidden[VISIBLE_ESCAPE];

	if (escape != NULL)
		buffer_string(out, escape);
	else if (visible_length((struct slice){ field.p, n }) == n)
		buffer_add(out, (struct slice){ field.p, n });
	else {
		visible_escape(hidden, &field);
		buffer_string(out, hidden);
	}
	return n;
}

void
markup_text(struct buffer *out, struct slice field)
{
	while (field.n > 0) {
		size_t n = 2;

		if (field.p[0] != '\\' || field.n == 1)
			n = add_character(out, field);
		else	/* a tab or a line's end is a space, a backslash itself */
			buffer_string(out, field.p[1] == '\\' ? "\\" : " ");
		field = slice_from(field, n);
	}
}

void
markup_number(struct buffer *out, long long number)
{
	char  digits[DIGITS_BYTES];
	char *end = digits + sizeof(digits), *begin;

	if (number < 0)
		buffer_string(out, "-");
	begin = digits_before(end, number < 0 ?
	    0 - (unsigned long long)number : (unsigned long long)number);
	buffer_add(out, (struct slice){ begin, (size_t)(end - begin) });
}

void
markup_add(struct buffer *out, const char *first, ...)
{
	va_list pieces;

	va_start(pieces, first);
	for (const char *piece = first; piece != NULL;
	    piece = va_arg(pieces, const char *))
		buffer_string(out, piece);
	va_end(pieces);
}
