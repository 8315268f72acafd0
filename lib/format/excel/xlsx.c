#include "xlsx.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/buffer.h"

struct decoder {
	struct sink         *sink;
	struct decode_limits limits;
	struct buffer        bytes;
};

static struct decoder *
xlsx_open(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *d = memory_get(sizeof(*d));

	*d = (struct decoder){ .sink = sink, .limits = *limits };
	return d;
}

static const char *
xlsx_feed(struct decoder *d, struct slice chunk)
{
	return buffer_add_limited(&d->bytes, chunk, d->limits.bytes);
}

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
read_sheets(struct decoder *d, struct xlsx_book *book,
    const struct reader *reader, const struct relations *relations)
{
	struct worksheet sheet = { .cells = 0 };
	unsigned     tables = 0;
	const char  *failed = NULL;

	for (size_t i = 0; i < reader->n; i++) {
		const struct listed_sheet *listed = &reader->sheet[i];
		const char                *reason;

		worksheet_clear(&sheet);
		reason = xlsx_sheet_read(&sheet, book,
		    relations_by_id(relations, listed->relation));
		worksheet_hand_on(&sheet, d->sink, (unsigned)i + 1, &tables,
		    listed->name, listed->hidden, &d->limits);
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
read_book(struct decoder *d, struct xlsx_book *book, struct slice main,
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
		failed = read_sheets(d, book, reader, relations);
	free(book->strings.string);
	arena_free(&book->strings.arena);
	free(book->styles.style);
	return failed;
}

static const char *
xlsx_close(struct decoder *d)
{
	struct arena     arena = { .first = NULL };
	struct xlsx_book book = {
		.package = { buffer_slice(&d->bytes), d->limits.bytes, &arena },
		.limits = d->limits,
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
		failed = read_book(d, &book, main, &relations);
	relations_free(&root);
	relations_free(&relations);
	arena_free(&arena);
	buffer_free(&d->bytes);
	free(d);
	return failed;
}

const struct format format_xlsx = {
	.type = "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet",
	.binary = true,
	.open = xlsx_open,
	.feed = xlsx_feed,
	.close = xlsx_close,
};
