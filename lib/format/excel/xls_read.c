#include "excel.h"

#include <stdlib.h>

#include "format/office/ole.h"
#include "xls.h"

/* 2.4.28 BoundSheet8 */
static void
list_sheet(struct xls_file *file, struct slice data)
{
	enum { HIDDEN = 3, WORKSHEET = 0 };
	struct buffer name = { .n = 0 };

	if (little8(data, 5) != WORKSHEET)
		return;
	xls_string_add(file, &name, xls_string_at(file,
	    little_part(data, 6, data.n), true));
	workbook_add_sheet(&file->book, (struct workbook_sheet){
		.at = little32(data, 0),
		.hidden = (little8(data, 4) & HIDDEN) != 0,
		.name = paragraph_text(&name),
	});
	buffer_free(&name);
}

/* 2.4.126 Format */
static void
add_format(struct xls_file *file, struct slice data)
{
	struct buffer code = { .n = 0 };

	xls_string_add(file, &code, xls_string_at(file,
	    little_part(data, 2, data.n), file->old));
	workbook_add_number_format(&file->book, little16(data, 0),
	    buffer_slice(&code));
	buffer_free(&code);
}

/* 2.4.122 Font.  There is none of number 4: 2.5.129 FontIndex. */
static void
add_font(struct xls_file *file, struct slice data)
{
	enum { STRUCK = 8, MISSING = 4 };
	unsigned             align = little16(data, 8);
	unsigned             colour = little16(data, 4);
	struct workbook_font font = {
		.struck = (little16(data, 2) & STRUCK) != 0,
		.white = colour == 1 || (colour == 9 && !file->own_white),
		.align = align == 1 ? ALIGN_SUPERSCRIPT : align == 2
		    ? ALIGN_SUBSCRIPT : ALIGN_BASELINE,
	};

	if (file->book.fonts == MISSING)
		workbook_add_font(&file->book, font);
	workbook_add_font(&file->book, font);
}

/* 2.4.353 XF */
static void
add_style(struct xls_file *file, struct slice data)
{
	enum { BORDERS_AT = 10, FILL_SHIFT = 26, OLD_FILL = 0x3F,
	    OLD_BOTTOM = 0x1C0, OLD_OTHERS = 0x1FF };
	struct workbook_style style = {
		.font = (long)little16(data, 0),
		.format_id = (long)little16(data, 2),
		.ruled = little16(data, BORDERS_AT) != 0,
		.filled = little32(data, 14) >> FILL_SHIFT != 0,
	};

	if (file->old) {
		style.ruled = (little16(data, 10) & OLD_BOTTOM) != 0 ||
		    (little16(data, 12) & OLD_OTHERS) != 0;
		style.filled = (little16(data, 10) & OLD_FILL) != 0;
	}
	workbook_add_style(&file->book, style);
}

/* Whether a palette of the file's own has another colour in place of white. */
static bool
changes_white(struct slice data)
{
	enum { WHITE_AT = 2 + 4 };

	return (little32(data, WHITE_AT) & 0xFFFFFF) != 0xFFFFFF;
}

/* A record of the whole workbook; returns NULL, or why it cannot be read. */
static const char *
global_record(struct xls_file *file, const struct xls_record *record,
    size_t at)
{
	struct workbook *book = &file->book;
	struct slice     data = record->data;

	switch (record->type) {
	case XLS_ENCRYPTED: return "encrypted with a password";
	case XLS_CODE_PAGE: file->code_page = little16(data, 0); break;
	case XLS_DATE_MODE: book->since_1904 = little16(data, 0) == 1; break;
	case XLS_SHEET: list_sheet(file, data); break;
	case XLS_FORMAT: add_format(file, data); break;
	case XLS_FONT: add_font(file, data); break;
	case XLS_STYLE: add_style(file, data); break;
	case XLS_PALETTE: file->own_white = changes_white(data); break;
	case XLS_STRINGS:
		if (book->strings == 0)
			xls_strings_read(file, data, at);
		break;
	}
	return NULL;
}

/* What the stream begins with: the records of the workbook, or, as simple
 * writers have it, those of its only sheet. */
static const char *
read_globals(struct xls_file *file)
{
	enum { BIFF8 = 0x0600, SHEET = 0x0010 };
	struct xls_record record;
	size_t            at = 0;
	const char       *failed = NULL;

	if (!xls_next(file->stream, &at, &record) || record.type != XLS_BEGIN)
		return "no workbook of Excel 5 or later";
	file->old = little16(record.data, 0) != BIFF8;
	if (little16(record.data, 2) == SHEET)
		workbook_add_sheet(&file->book,
		    (struct workbook_sheet){ .at = 0 });
	while (failed == NULL && xls_next(file->stream, &at, &record) &&
	    record.type != XLS_EOF)
		failed = global_record(file, &record, at);
	workbook_ready(&file->book);
	return failed;
}

static const char *
read_listed_stream(struct workbook *book, const struct workbook_sheet *sheet,
    void *file)
{
	(void)book;
	return xls_sheet_read(file, sheet->at);
}

static const char *
read_stream(struct slice stream, struct sink *sink)
{
	struct xls_file file = { .stream = stream, .budget = stream.n };
	const char     *failed = read_globals(&file);

	if (failed == NULL)
		failed = workbook_read_sheets(&file.book, sink,
		    read_listed_stream, &file);
	workbook_free(&file.book);
	return failed;
}

/* The stream of BIFF8 or, before that, of BIFF5; a file may have both, for new
 * readers and for old. */
static struct slice
workbook_stream(struct ole *ole)
{
	struct slice stream = ole_stream(ole, "Workbook");

	if (stream.n > 0)
		return stream;
	free((char *)stream.p);
	return ole_stream(ole, "Book");
}

const char *
xls_read(struct slice bytes, struct sink *sink)
{
	const char  *failed;
	struct ole  *ole;
	struct slice stream;

	if (little16(bytes, 0) == XLS_BEGIN)
		return read_stream(bytes, sink);
	ole = ole_open(bytes, &failed);
	if (ole == NULL)
		return failed;
	stream = workbook_stream(ole);
	failed = read_stream(stream, sink);
	ole_close(ole);
	free((char *)stream.p);
	return failed;
}
