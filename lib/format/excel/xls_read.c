#include "excel.h"

#include <stdlib.h>

#include "format/office/ole.h"
#include "xls.h"

enum { BIFF8 = 0x0600 };

/* 2.4.28 BoundSheet8 */
static void
list_sheet(struct workbook *book, struct slice data)
{
	enum { HIDDEN = 3, WORKSHEET = 0 };
	struct buffer name = { .n = 0 };

	if (little8(data, 5) != WORKSHEET)
		return;
	xls_string_add(&name, little_part(data, 6, data.n), true);
	workbook_add_sheet(book, (struct workbook_sheet){
		.at = little32(data, 0),
		.hidden = (little8(data, 4) & HIDDEN) != 0,
		.name = paragraph_text(&name),
	});
	buffer_free(&name);
}

/* 2.4.126 Format */
static void
add_format(struct workbook *book, struct slice data)
{
	struct buffer code = { .n = 0 };

	xls_string_add(&code, little_part(data, 2, data.n), false);
	workbook_add_format(book, little16(data, 0), paragraph_text(&code));
	buffer_free(&code);
}

/* The records in front of the sheets. */
static const char *
read_globals(struct xls_file *file)
{
	/* 2.4.353 XF */
	enum { FORMAT_AT = 2, BORDERS_AT = 10 };
	struct workbook  *book = &file->book;
	struct xls_record record;
	struct slice      data;
	size_t            at = 0;

	if (!xls_next(file->stream, &at, &record) ||
	    record.type != XLS_BEGIN || little16(record.data, 0) != BIFF8)
		return "no workbook of Excel 97 or later";
	while (xls_next(file->stream, &at, &record) &&
	    record.type != XLS_EOF) {
		data = record.data;
		switch (record.type) {
		case XLS_ENCRYPTED: return "encrypted with a password";
		case XLS_DATE_MODE:
			book->since_1904 = little16(data, 0) == 1;
			break;
		case XLS_SHEET: list_sheet(book, data); break;
		case XLS_FORMAT: add_format(book, data); break;
		case XLS_STYLE:
			workbook_add_style(book, little16(data, FORMAT_AT),
			    little16(data, BORDERS_AT) != 0);
			break;
		case XLS_STRINGS:
			if (book->strings == 0)
				xls_strings_read(file, data, at);
			break;
		}
	}
	workbook_ready(book);
	return NULL;
}

static const char *
read_listed_stream(struct workbook *book, const struct workbook_sheet *sheet,
    void *file)
{
	(void)book;
	return xls_sheet_read(file, sheet->at);
}

const char *
xls_read(struct slice bytes, struct sink *sink)
{
	struct xls_file file = { .budget = 0 };
	const char     *failed;
	struct ole     *ole = ole_open(bytes, &failed);

	if (ole == NULL)
		return failed;
	file.stream = ole_stream(ole, "Workbook");
	file.budget = file.stream.n;
	failed = read_globals(&file);
	if (failed == NULL)
		failed = workbook_read_sheets(&file.book, sink,
		    read_listed_stream, &file);
	ole_close(ole);
	free((char *)file.stream.p);
	workbook_free(&file.book);
	return failed;
}
