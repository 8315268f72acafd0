#include "scanner.h"

#include <string.h>

static bool
is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
	    c == '\0';
}

static bool
is_regular(char c)
{
	return !is_white(c) && strchr("()<>[]{}/%", c) == NULL;
}

static size_t
skip_white(struct slice text)
{
	size_t at = 0;

	while (at < text.n && (is_white(text.p[at]) || text.p[at] == '%'))
		if (text.p[at] != '%')
			at++;
		else
			while (at < text.n && text.p[at] != '\n' &&
			    text.p[at] != '\r')
				at++;
	return at;
}

static size_t
regular_length(struct slice text)
{
	size_t n = 0;

	while (n < text.n && is_regular(text.p[n]))
		n++;
	return n;
}

/* Where the string in brackets that TEXT begins with ends; how many bytes it
 * stands for in *BYTES. */
static size_t
literal_end(struct slice text, size_t *bytes)
{
	size_t at = 1;
	int    depth = 1;

	for (*bytes = 0; at < text.n; at++) {
		size_t digits = 0;

		if (text.p[at] == ')' && --depth == 0)
			return at + 1;
		if (text.p[at] == '(')
			depth++;
		if (text.p[at] == '\\') {
			at++;
			while (digits < 3 && at + digits < text.n &&
			    text.p[at + digits] >= '0' &&
			    text.p[at + digits] <= '7')
				digits++;
			at += digits > 0 ? digits - 1 : 0;
		}
		++*bytes;
	}
	return text.n;
}

static size_t
hexadecimal_end(struct slice text, size_t *bytes)
{
	size_t at = 1, digits = 0;

	for (; at < text.n && text.p[at] != '>'; at++)
		digits += !is_white(text.p[at]);
	*bytes = (digits + 1) / 2;
	return at < text.n ? at + 1 : at;
}

static bool
read_number(struct slice text, double *number)
{
	double scale = 0, value = 0;
	bool   negative = text.p[0] == '-', digits = false;

	for (size_t i = negative || text.p[0] == '+'; i < text.n; i++) {
		if (text.p[i] == '.' && scale == 0) {
			scale = 1;
		} else if (text.p[i] >= '0' && text.p[i] <= '9') {
			value = value * 10 + (text.p[i] - '0');
			scale *= 10;
			digits = true;
		} else if (text.p[i] != '-' || !digits) {
			return false;
		} else {
			break;	/* 12-34: some writers mean 12 */
		}
	}
	*number = (negative ? -value : value) / (scale > 0 ? scale : 1);
	return digits || scale > 0;
}

static struct pdf_word
regular_word(struct slice text)
{
	struct pdf_word word = { .kind = PDF_WORD_OPERATOR, .text = text };

	if (read_number(text, &word.number))
		word.kind = PDF_WORD_NUMBER;
	return word;
}

struct pdf_word
pdf_word_next(struct slice *rest)
{
	struct slice    text = slice_from(*rest, skip_white(*rest));
	struct pdf_word word = { .kind = PDF_WORD_OTHER };
	size_t          end = 1;

	if (text.n == 0) {
		word.kind = PDF_WORD_END;
		end = 0;
	} else if (text.p[0] == '(') {
		word.kind = PDF_WORD_STRING;
		end = literal_end(text, &word.bytes);
	} else if (text.p[0] == '<' && !(text.n > 1 && text.p[1] == '<')) {
		word.kind = PDF_WORD_STRING;
		end = hexadecimal_end(text, &word.bytes);
	} else if (text.p[0] == '<') {
		end = 2;
	} else if (text.p[0] == '/') {
		end = 1 + regular_length(slice_from(text, 1));
		word.kind = PDF_WORD_NAME;
		word.text = (struct slice){ text.p + 1, end - 1 };
	} else if (is_regular(text.p[0])) {
		end = regular_length(text);
		word = regular_word((struct slice){ text.p, end });
	}
	*rest = slice_from(text, end);
	return word;
}

/* Whether the data end at AT: EI between white space, and behind it nothing
 * that is no text. */
static bool
ends_data(struct slice text, size_t at)
{
	size_t end = at + 2;

	if (!is_white(text.p[at - 1]) || text.p[at] != 'E' ||
	    text.p[at + 1] != 'I' || (end < text.n && is_regular(text.p[end])))
		return false;
	for (; end < text.n && end < at + 12; end++)
		if (text.p[end] < ' ' && !is_white(text.p[end]))
			return false;
	return true;
}

void
pdf_skip_inline_data(struct slice *rest)
{
	for (size_t at = 1; at + 1 < rest->n; at++)
		if (ends_data(*rest, at)) {
			*rest = slice_from(*rest, at + 2);
			return;
		}
	*rest = slice_from(*rest, rest->n);
}
