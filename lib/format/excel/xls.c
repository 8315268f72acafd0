#include "xls.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/buffer.h"
#include "format/office/ole.h"

enum { SHEETS_MAX = 1024, BIFF8 = 0x0600 };

struct listed_sheet {
	uint32_t     at;
	bool         hidden;
	struct slice name;
};

struct decoder {
	struct sink         *sink;
	struct decode_limits limits;
	struct buffer        bytes;
	struct listed_sheet  sheet[SHEETS_MAX];
	unsigned             sheets;
};

static struct decoder *
xls_open(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *d = memory_get(sizeof(*d));

	d->sink = sink;
	d->limits = *limits;
	d->bytes = (struct buffer){ .p = NULL };
	d->sheets = 0;
	return d;
}

static const char *
xls_feed(struct decoder *d, struct slice chunk)
{
	return buffer_add_limited(&d->bytes, chunk, d->limits.bytes);
}

/* 2.4.28 BoundSheet8 */
static void
list_sheet(struct decoder *d, struct xls_book *book, struct slice data)
{
	enum { HIDDEN = 3, WORKSHEET = 0 };
	struct paragraph name = { .n = 0 };

	if (d->sheets == SHEETS_MAX || little8(data, 5) != WORKSHEET)
		return;
	xls_string_add(&name, little_part(data, 6, data.n), true);
	d->sheet[d->sheets++] = (struct listed_sheet){
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
read_globals(struct decoder *d, struct xls_book *book)
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
		case XLS_SHEET: list_sheet(d, book, record.data); break;
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
read_book(struct decoder *d, struct xls_book *book)
{
	struct worksheet sheet = { .cells = 0 };
	unsigned         tables = 0;
	const char      *failed = read_globals(d, book);

	if (failed != NULL)
		return failed;
	for (unsigned i = 0; i < d->sheets; i++) {
		const char *reason;

		worksheet_clear(&sheet);
		reason = xls_sheet_read(&sheet, book, d->sheet[i].at);
		worksheet_hand_on(&sheet, d->sink, i + 1, &tables,
		    d->sheet[i].name, d->sheet[i].hidden, &d->limits);
		if (failed == NULL)
			failed = reason;
	}
	worksheet_free(&sheet);
	return failed;
}

static const char *
xls_close(struct decoder *d)
{
	struct xls_book book = { .limits = d->limits };
	struct ole     *ole = ole_open(buffer_slice(&d->bytes));
	const char     *failed;

	if (ole == NULL)
		failed = "a damaged OLE2 file";
	else if (ole_has(ole, "EncryptedPackage"))
		failed = "encrypted with a password";
	else {
		book.stream = ole_stream(ole, "Workbook");
		book.budget = book.stream.n;
		failed = read_book(d, &book);
	}
	if (ole != NULL)
		ole_close(ole);
	free((char *)book.stream.p);
	free(book.string);
	free(book.style);
	free(book.format);
	arena_free(&book.arena);
	buffer_free(&d->bytes);
	free(d);
	return failed;
}

const struct format format_xls = {
	.type = "application/vnd.ms-excel",
	.binary = true,
	.open = xls_open,
	.feed = xls_feed,
	.close = xls_close,
};
