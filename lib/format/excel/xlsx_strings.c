#include "base/digits.h"
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

/* The value of `_xHHHH_' at the beginning of TEXT, or -1. */
static long
escape(struct slice text)
{
	long c = 0;

	if (text.n < 7 || text.p[0] != '_' || text.p[1] != 'x' ||
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

void
xlsx_text_add(struct buffer *out, struct slice text)
{
	const char *mark;
	long        c;

	while (text.n > 0 &&
	    (mark = memchr(text.p, '_', text.n)) != NULL) {
		size_t n = (size_t)(mark - text.p);

		paragraph_add(out, (struct slice){ text.p, n });
		text = slice_from(text, n);
		c = escape(text);
		if (c >= 0 && (c < 0xD800 || c > 0xDFFF))
			paragraph_character(out, (uint32_t)c);
		else
			paragraph_add(out, SLICE("_"));
		text = slice_from(text, c >= 0 ? 7 : 1);
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
