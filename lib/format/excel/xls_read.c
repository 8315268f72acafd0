#include "excel.h"

#include <stdlib.h>

#include "base/memory.h"
#include "format/office/ole.h"
#include "xls.h"

enum { SHEETS_MAX = 1024, BIFF8 = 0x0600 };

struct listed_sheet {
	uint32_t     at;
	bool         hidden;
	struct slice name;
};

struct sheet_list {
	struct listed_sheet sheet[SHEETS_MAX];
	unsigned            n;
};

/* 2.4.28 BoundSheet8 */
static void
list_sheet(struct sheet_list *list, struct xls_book *book, struct slice data)
{
	enum { HIDDEN = 3, WORKSHEET = 0 };
	struct paragraph name = { .n = 0 };

	if (list->n == SHEETS_MAX || little8(data, 5) != WORKSHEET)
		return;
	xls_string_add(&name, little_part(data, 6, data.n), true);
	list->sheet[list->n++] = (struct listed_sheet){
		.at = little32(data, 0),
		.hidden = (little8(data, 4) & HIDDEN) != 0,
		.name = arena_copy(&book->arena, paragraph_text(&name)),
	};
	paragraph_free(&name);
}

/* 2.4.126 Format */
static void
add_format(struct xls_book *book, struct slice data)
{
	enum { FORMATS_MAX = 4096 };
	struct paragraph code = { .n = 0 };

	if (book->formats == FORMATS_MAX)
		return;
	xls_string_add(&code, little_part(data, 2, data.n), false);
	book->format = memory_room(book->format, &book->formats_room,
	    book->formats, sizeof(*book->format));
	book->format[book->formats++] = (struct xls_format){
		little16(data, 0),
		cell_format_code(paragraph_text(&code)),
	};
	paragraph_free(&code);
}

/* 2.4.353 XF */
static void
add_style(struct xls_book *book, struct slice data)
{
	enum { FORMAT_AT = 2, BORDERS_AT = 10, STYLES_MAX = 65536 };

	if (book->styles == STYLES_MAX)
		return;
	book->style = memory_room(book->style, &book->styles_room,
	    book->styles, sizeof(*book->style));
	book->style[book->styles++] = (struct xls_style){
		.format = little16(data, FORMAT_AT),
		.ruled = little16(data, BORDERS_AT) != 0,
	};
}

/* Formats may follow the styles that name them. */
static void
join_formats(struct xls_book *book)
{
	for (size_t i = 0; i < book->styles; i++) {
		struct xls_style *style = &book->style[i];

		style->shown = cell_format_builtin(style->format);
		for (size_t j = 0; j < book->formats; j++)
			if (book->format[j].number == style->format) {
				style->shown = book->format[j].shown;
				break;
			}
	}
}

/* The records in front of the sheets. */
static const char *
read_globals(struct xls_book *book, struct sheet_list *list)
{
	struct xls_record record;
	size_t            at = 0;

	if (!xls_next(book->stream, &at, &record) ||
	    record.type != XLS_BEGIN || little16(record.data, 0) != BIFF8)
		return "no workbook of Excel 97 or later";
	while (xls_next(book->stream, &at, &record) &&
	    record.type != XLS_EOF)
		switch (record.type) {
		case XLS_ENCRYPTED: return "encrypted with a password";
		case XLS_DATE_MODE:
			book->since_1904 = little16(record.data, 0) == 1;
			break;
		case XLS_SHEET: list_sheet(list, book, record.data); break;
		case XLS_FORMAT: add_format(book, record.data); break;
		case XLS_STYLE: add_style(book, record.data); break;
		case XLS_STRINGS:
			if (book->strings == 0)
				xls_strings_read(book, record.data, at);
			break;
		}
	join_formats(book);
	return NULL;
}

static const char *
read_book(struct xls_book *book, struct sheet_list *list, struct sink *sink)
{
	struct worksheet sheet = { .sink = sink };
	const char      *failed = read_globals(book, list);

	if (failed != NULL)
		return failed;
	for (unsigned i = 0; i < list->n; i++) {
		const char *reason;

		worksheet_clear(&sheet);
		reason = xls_sheet_read(&sheet, book, list->sheet[i].at);
		worksheet_hand_on(&sheet, i + 1, list->sheet[i].name,
		    list->sheet[i].hidden);
		if (failed == NULL)
			failed = reason;
	}
	worksheet_free(&sheet);
	return failed;
}

const char *
xls_read(struct slice bytes, struct sink *sink)
{
	struct xls_book    book = { .styles = 0 };
	struct sheet_list *list = memory_get(sizeof(*list));
	struct ole        *ole = ole_open(bytes);
	const char        *failed;

	list->n = 0;
	if (ole == NULL)
		failed = "a damaged OLE2 file";
	else if (ole_has(ole, "EncryptedPackage"))
		failed = "encrypted with a password";
	else {
		book.stream = ole_stream(ole, "Workbook");
		book.budget = book.stream.n;
		failed = read_book(&book, list, sink);
	}
	if (ole != NULL)
		ole_close(ole);
	free((char *)book.stream.p);
	free(book.string);
	free(book.style);
	free(book.format);
	free(list);
	arena_free(&book.arena);
	return failed;
}
