#include "xlsx.h"
#include "xlsx_text.h"

enum { ITEM = 1 };

static const struct xml_name names[] = {
	{ "s:si", ITEM }, XLSX_TEXT_NAMES, { NULL, 0 },
};

struct strings_reader {
	struct workbook *book;
	struct xlsx_text text;
};

static bool
strings_start(struct xml *xml, int id)
{
	struct strings_reader *reader = xml_context(xml);

	if (id == ITEM)
		xlsx_text_clear(&reader->text);
	else
		xlsx_text_start(&reader->text, xml, id);
	return true;
}

static void
strings_end(struct xml *xml, int id)
{
	struct strings_reader *reader = xml_context(xml);

	xlsx_text_end(&reader->text, id);
	if (id == ITEM)
		workbook_add_string(reader->book,
		    xlsx_text_whole(&reader->text));
}

static void
strings_text(struct xml *xml, struct slice text)
{
	struct strings_reader *reader = xml_context(xml);

	xlsx_text_characters(&reader->text, text);
}

const char *
xlsx_strings_read(struct workbook *book, struct package *package,
    struct slice part)
{
	static const struct xml_events events = {
		.name = names, .start = strings_start, .end = strings_end,
		.text = strings_text,
	};
	struct strings_reader reader = { .book = book };
	const char *failed = package_parse(package, part, &events, &reader);

	xlsx_text_free(&reader.text);
	return failed;
}
