#include "markup.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"

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
	default: return c < ' ' ? " " : NULL;
	}
}

/* Whether C moves what stands around it, or has no width: what is written with
 * it looks like other text (Unicode Standard Annex 9, 2). */
static bool
is_hidden(uint32_t c)
{
	return c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD ||
	    c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
	    (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
	    c == 0xFEFF;
}

static void
add_character(struct buffer *out, uint32_t c, struct slice bytes)
{
	const char *escape = escape_of(c);
	char        number[16];

	if (escape != NULL)
		buffer_string(out, escape);
	else if (is_hidden(c)) {
		snprintf(number, sizeof(number), "[U+%04X]", (unsigned)c);
		buffer_string(out, number);
	} else
		buffer_add(out, bytes);
}

void
markup_text(struct buffer *out, struct slice field)
{
	while (field.n > 0) {
		uint32_t c;
		size_t   n = 1;

		if (field.p[0] == '\\' && field.n > 1) {
			c = field.p[1] == '\\' ? '\\' : ' ';
			add_character(out, c, c == '\\' ? SLICE("\\") :
			    SLICE(" "));
			n = 2;
		} else {
			n = utf8_decode(field, &c);
			add_character(out, c, (struct slice){ field.p, n });
		}
		field = slice_from(field, n);
	}
}

void
markup_number(struct buffer *out, long long number)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", number);
	buffer_string(out, text);
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
