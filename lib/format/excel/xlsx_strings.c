#include <stdlib.h>

#include "base/memory.h"
#include "xlsx.h"

enum name { ITEM = 1, TEXT, SKIPPED };

static const struct xml_name names[] = {
	{ "s:si", ITEM }, { "s:t", TEXT }, { "s:rPh", SKIPPED }, { NULL, 0 },
};

struct reader {
	struct xlsx_strings *strings;
	struct paragraph     text;
	bool                 in_text;
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
		static const char digits[] = "0123456789ABCDEF0123456789abcdef";
		const char       *digit = memchr(digits, text.p[i],
		    sizeof(digits) - 1);

		if (digit == NULL)
			return -1;
		c = c * 16 + (digit - digits) % 16;
	}
	return c;
}

void
xlsx_text_add(struct paragraph *out, struct slice text)
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
start(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);

	if (id == ITEM)
		paragraph_clear(&reader->text);
	reader->in_text = id == TEXT;
	return id != SKIPPED;
}

static void
end(struct xml *xml, int id)
{
	struct reader       *reader = xml_context(xml);
	struct xlsx_strings *strings = reader->strings;

	reader->in_text = false;
	if (id != ITEM)
		return;
	strings->string = memory_room(strings->string, &strings->capacity,
	    strings->n, sizeof(*strings->string));
	strings->string[strings->n++] = arena_copy(&strings->arena,
	    paragraph_text(&reader->text));
}

static void
text(struct xml *xml, struct slice text)
{
	struct reader *reader = xml_context(xml);

	if (reader->in_text)
		xlsx_text_add(&reader->text, text);
}

const char *
xlsx_strings_read(struct xlsx_strings *strings, struct package *package,
    struct slice part)
{
	static const struct xml_events events = { names, start, end, text };
	struct reader reader = { .strings = strings };
	const char   *failed = package_parse(package, part, &events, &reader);

	paragraph_free(&reader.text);
	return failed;
}
