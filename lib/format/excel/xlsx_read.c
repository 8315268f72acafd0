#include "excel.h"

#include <stdlib.h>

#include "xlsx.h"

enum { SHEETS_MAX = 1024 };

enum name { SHEET = 1, PROPERTIES };

static const struct xml_name names[] = {
	{ "s:sheet", SHEET }, { "s:workbookPr", PROPERTIES }, { NULL, 0 },
};

struct listed_sheet {
	struct slice name, relation;
	bool         hidden;
};

struct reader {
	struct xlsx_book   *book;
	struct listed_sheet sheet[SHEETS_MAX];
	size_t              n;
};

static bool
start(struct xml *xml, int id)
{
	struct reader      *reader = xml_context(xml);
	struct arena       *arena = reader->book->package.arena;
	struct slice        state = xml_attribute(xml, "state");

	if (id == PROPERTIES) {
		reader->book->since_1904 =
		    xml_attribute(xml, "date1904").n > 0 &&
		    xml_on(xml, "date1904");
		return true;
	}
	if (reader->n >= SHEETS_MAX) {
		xml_stop(xml, "a workbook of too many sheets");
		return false;
	}
	reader->sheet[reader->n++] = (struct listed_sheet){
		.name = arena_copy(arena, xml_attribute(xml, "name")),
		.relation = arena_copy(arena, xml_attribute(xml, "id")),
		.hidden = state.n > 0 && !slice_is(state, "visible"),
	};
	return true;
}

static const char *
read_sheets(struct sink *sink, struct xlsx_book *book,
    const struct reader *reader, const struct relations *relations)
{
	struct worksheet sheet = { .sink = sink };
	const char      *failed = NULL;

	for (size_t i = 0; i < reader->n; i++) {
		const struct listed_sheet *listed = &reader->sheet[i];
		const char                *reason;

		worksheet_clear(&sheet);
		reason = xlsx_sheet_read(&sheet, book,
		    relations_by_id(relations, listed->relation));
		worksheet_hand_on(&sheet, (unsigned)i + 1, listed->name,
		    listed->hidden);
		if (sheet.failed != NULL)
			reason = sheet.failed;
		if (failed == NULL)
			failed = reason;
	}
	worksheet_free(&sheet);
	return failed;
}

/* Without the strings no cell could be trusted; without the styles dates
 * could not be told from counts. */
static const char *
read_book(struct sink *sink, struct xlsx_book *book, struct slice main,
    const struct relations *relations)
{
	static const struct xml_events events = {
		.name = names, .start = start,
	};
	struct slice   strings = relations_by_type(relations, "sharedStrings");
	struct slice   styles = relations_by_type(relations, "styles");
	struct reader *reader = arena_alloc(book->package.arena,
	    sizeof(*reader));
	const char    *failed;

	*reader = (struct reader){ .book = book };
	failed = package_parse(&book->package, main, &events, reader);
	if (failed == NULL && strings.n > 0)
		failed = xlsx_strings_read(&book->strings, &book->package,
		    strings);
	if (failed == NULL && styles.n > 0)
		failed = xlsx_styles_read(&book->styles, &book->package,
		    styles);
	if (failed == NULL)
		failed = read_sheets(sink, book, reader, relations);
	free(book->strings.string);
	arena_free(&book->strings.arena);
	free(book->styles.style);
	return failed;
}

const char *
xlsx_read(struct slice bytes, struct sink *sink)
{
	struct arena     arena = { .first = NULL };
	struct xlsx_book book = {
		.package = { bytes, sink->limits.bytes, &arena },
	};
	struct relations root = { .n = 0 }, relations = { .n = 0 };
	struct slice     main;
	const char      *failed;

	failed = package_relations(&book.package, (struct slice){ NULL, 0 },
	    &root);
	main = relations_by_type(&root, "officeDocument");
	if (main.n == 0)
		main = SLICE("xl/workbook.xml");
	if (failed == NULL)
		failed = package_relations(&book.package, main, &relations);
	if (failed == NULL)
		failed = read_book(sink, &book, main, &relations);
	relations_free(&root);
	relations_free(&relations);
	arena_free(&arena);
	return failed;
}
