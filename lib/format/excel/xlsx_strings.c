#include "base/digits.h"
#include "base/utf8.h"
#include "xlsx.h"

enum { ITEM = 1, TEXT };

static const struct xml_name names[] = {
	{ "s:si", ITEM }, { "s:t", TEXT }, { "s:rPh", XML_SKIP }, { NULL, 0 },
};

struct strings_reader {
	struct workbook *book;
	struct buffer    text;
	bool             in_text;
};

enum { ESCAPE_BYTES = 7 };

/* The value of `_xHHHH_' at the beginning of TEXT, or -1: ECMA-376-1, 22.9.2.19
 * ST_Xstring. */
static long
escape(struct slice text)
{
	long c = 0;

	if (text.n < ESCAPE_BYTES || text.p[0] != '_' || text.p[1] != 'x' ||
	    text.p[6] != '_')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		int digit = hex_digit(text.p[i]);

		if (digit < 0)
			return -1;
		c = c * 16 + digit;
	}
	return c;
}

/* The character of the escape that TEXT begins with, or of two that are the
 * halves of a pair in UTF-16; half a pair, and NUL, is U+FFFD, as Excel shows a
 * box.
 * Returns the bytes, 0 without any. */
static size_t
escaped_at(struct slice text, uint32_t *c)
{
	long first = escape(text), second;

	if (first < 0)
		return 0;
	*c = (uint32_t)first;
	if (first > 0 && (first < 0xD800 || first > 0xDFFF))
		return ESCAPE_BYTES;
	second = escape(slice_from(text, ESCAPE_BYTES));
	*c = UTF8_REPLACEMENT;
	if (first < 0xD800 || first > 0xDBFF || second < 0xDC00 || second > 0xDFFF)
		return ESCAPE_BYTES;
	*c = 0x10000 + (((uint32_t)first - 0xD800) << 10) +
	    ((uint32_t)second - 0xDC00);
	return 2 * ESCAPE_BYTES;
}

void
xlsx_text_add(struct buffer *out, struct slice text)
{
	const char *mark;
	uint32_t    c;

	while (text.n > 0 &&
	    (mark = memchr(text.p, '_', text.n)) != NULL) {
		size_t n = (size_t)(mark - text.p);

		paragraph_add(out, (struct slice){ text.p, n });
		text = slice_from(text, n);
		n = escaped_at(text, &c);
		if (n > 0)
			paragraph_character(out, c);
		else
			paragraph_add(out, SLICE("_"));
		text = slice_from(text, n > 0 ? n : 1);
	}
	paragraph_add(out, text);
}

static bool
strings_start(struct xml *xml, int id)
{
	struct strings_reader *reader = xml_context(xml);

	if (id == ITEM)
		reader->text.n = 0;
	reader->in_text = id == TEXT;
	return true;
}

static void
strings_end(struct xml *xml, int id)
{
	struct strings_reader *reader = xml_context(xml);

	reader->in_text = false;
	if (id == ITEM)
		workbook_add_string(reader->book,
		    paragraph_text(&reader->text));
}

static void
strings_text(struct xml *xml, struct slice text)
{
	struct strings_reader *reader = xml_context(xml);

	if (reader->in_text)
		xlsx_text_add(&reader->text, text);
}

const char *
xlsx_strings_read(struct workbook *book, struct package *package,
    struct slice part)
{
	static const struct xml_events events = {
		names, strings_start, strings_end, strings_text,
	};
	struct strings_reader reader = { .book = book };
	const char *failed = package_parse(package, part, &events, &reader);

	buffer_free(&reader.text);
	return failed;
}
