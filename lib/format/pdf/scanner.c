#include "scanner.h"

#include <string.h>

#include "base/digits.h"

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

/* Where the string in brackets that TEXT begins with ends. */
static size_t
literal_end(struct slice text)
{
	size_t at = 1;

	for (int depth = 1; at < text.n; at++) {
		if (text.p[at] == ')' && --depth == 0)
			return at + 1;
		depth += text.p[at] == '(';
		at += text.p[at] == '\\';
	}
	return text.n;
}

static size_t
hexadecimal_end(struct slice text)
{
	size_t at = 1;

	while (at < text.n && text.p[at] != '>')
		at++;
	return at < text.n ? at + 1 : at;
}

static void
add_byte(struct buffer *out, int byte)
{
	*buffer_room(out, 1) = (char)byte;
	out->n++;
}

/* What the backslash that TEXT begins with and the characters behind it mean, a
 * byte or nothing.  Returns how many they are [ISO 32000-1, 7.3.4.2]. */
static size_t
read_escape(struct slice text, struct buffer *out)
{
	static const char letters[] = "nrtbf", bytes[] = "\n\r\t\b\f";
	size_t            n = 1;
	int               byte = 0;
	const char       *letter;

	while (n < 4 && n < text.n && text.p[n] >= '0' && text.p[n] <= '7')
		byte = byte * 8 + (text.p[n++] - '0');
	if (n > 1) {
		add_byte(out, byte);
		return n;
	}
	if (text.n < 2 || text.p[1] == '\n')
		return 2;
	if (text.p[1] == '\r')
		return text.n > 2 && text.p[2] == '\n' ? 3 : 2;
	letter = memchr(letters, text.p[1], sizeof(letters) - 1);
	add_byte(out, letter != NULL ? bytes[letter - letters] : text.p[1]);
	return 2;
}

static void
read_literal(struct slice text, struct buffer *out)
{
	while (text.n > 0) {
		size_t n = 1;

		if (text.p[0] == '\\')
			n = read_escape(text, out);
		else
			add_byte(out, text.p[0]);
		text = slice_from(text, n < text.n ? n : text.n);
	}
}

static void
read_hexadecimal(struct slice text, struct buffer *out)
{
	int high = -1;

	for (size_t i = 0; i < text.n; i++) {
		int digit = hex_digit(text.p[i]);

		if (digit < 0)
			continue;
		if (high >= 0)
			add_byte(out, high * 16 + digit);
		high = high >= 0 ? -1 : digit;
	}
	if (high >= 0)
		add_byte(out, high * 16);
}

void
pdf_string_read(struct slice string, struct buffer *out)
{
	bool   literal = string.p[0] == '(';
	char   last = string.p[string.n - 1];
	size_t end = string.n > 1 && last == (literal ? ')' : '>');

	string = slice_from(string, 1);
	string.n -= end;
	if (literal)
		read_literal(string, out);
	else
		read_hexadecimal(string, out);
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
		end = literal_end(text);
		word.text = (struct slice){ text.p, end };
	} else if (text.p[0] == '<' && !(text.n > 1 && text.p[1] == '<')) {
		word.kind = PDF_WORD_STRING;
		end = hexadecimal_end(text);
		word.text = (struct slice){ text.p, end };
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
	if (word.kind == PDF_WORD_OTHER)
		word.text = (struct slice){ text.p, end };
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
