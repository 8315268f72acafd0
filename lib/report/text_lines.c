#include "text_lines.h"

#include <stdbool.h>

#include "base/display.h"
#include "base/utf8.h"

static bool
is_of_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '.' || c == '%' || c == '-';
}

/* The run that is not to be broken at the start of TEXT: a word, or one character;
 * its columns in *COLUMNS. */
static size_t
next_run(struct slice text, size_t *columns)
{
	uint32_t c;
	size_t   n = 0;

	while (n < text.n && is_of_word(text.p[n]))
		n++;
	*columns = n;
	if (n > 0)
		return n;
	n = utf8_decode(text, &c);
	*columns = display_columns(c, DISPLAY_NARROW);
	return n;
}

static void
add_blanks(struct buffer *out, size_t n)
{
	while (n-- > 0)
		buffer_string(out, " ");
}

void
text_lines_add(struct buffer *out, struct slice text, size_t indent,
    size_t columns)
{
	size_t at = indent;

	while (text.n > 0) {
		size_t wide, n = next_run(text, &wide);

		if (columns > indent && at > indent && at + wide > columns) {
			buffer_string(out, "\n");
			add_blanks(out, indent);
			at = indent;
		}
		if (at > indent || text.p[0] != ' ' || columns == 0) {
			buffer_add(out, (struct slice){ text.p, n });
			at += wide;
		}
		text = slice_from(text, n);
	}
}
