#include <stdio.h>

#include "xls.h"

struct xls_sheet_reader {
	struct workbook *book;
	unsigned         row, col, style;	/* of the latest formula */
	bool             awaits_string;		/* that is its value */
};

/* LC_NUMERIC is C in all filters, so the point is a point. */
static void
show_double(struct workbook *book, double value, unsigned style)
{
	char text[40];

	snprintf(text, sizeof(text), "%.17g", value);
	workbook_show_number(book, slice_of(text), style);
}

static double
long_number(struct slice data, size_t at)
{
	uint64_t bits = little32(data, at) |
	    (uint64_t)little32(data, at + 4) << 32;
	double   value;

	memcpy(&value, &bits, sizeof(value));
	return value;
}

/* 2.5.217 RkNumber: 30 bits of an integer or of the top of a double, either
 * perhaps to be divided by 100. */
static double
short_number(uint32_t rk)
{
	uint64_t bits = (uint64_t)(rk & ~3u) << 32;
	double   value;

	if (rk & 2)
		value = (double)((int32_t)(rk & ~3u) / 4);
	else
		memcpy(&value, &bits, sizeof(value));
	return rk & 1 ? value / 100 : value;
}

static void
show_error(struct workbook *book, unsigned code)
{
	static const struct {
		unsigned    code;
		const char *name;
	} errors[] = {
		{ 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0F, "#VALUE!" },
		{ 0x17, "#REF!" }, { 0x1D, "#NAME?" }, { 0x24, "#NUM!" },
		{ 0x2A, "#N/A" },
	};
	const char *name = "#ERROR!";

	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (errors[i].code == code)
			name = errors[i].name;
	paragraph_add(&book->shown, slice_of(name));
}

/* 2.5.133 FormulaValue: a double, or with FFFF at its end a kind and what is
 * to be known of it; a string follows in a record of its own. */
static void
formula(struct xls_sheet_reader *reader, struct slice data)
{
	enum { KIND = 6, STRING = 0, BOOLEAN = 1, ERROR = 2 };
	struct workbook *book = reader->book;

	reader->row = little16(data, 0) + 1;
	reader->col = little16(data, 2) + 1;
	reader->style = little16(data, 4);
	if (little16(data, 12) != 0xFFFF) {
		show_double(book, long_number(data, 6), reader->style);
	} else if (little8(data, KIND) == STRING) {
		reader->awaits_string = true;
		return;
	} else if (little8(data, KIND) == BOOLEAN) {
		workbook_show_boolean(book, little8(data, 8) != 0);
	} else if (little8(data, KIND) == ERROR)
		show_error(book, little8(data, 8));
	workbook_add_cell(book, reader->row, reader->col, reader->style);
}

/* Several cells side by side, SIZE bytes each, of numbers or blanks. */
static void
cells_in_row(struct workbook *book, struct slice data, size_t size)
{
	unsigned row = little16(data, 0) + 1, col = little16(data, 2) + 1;

	for (size_t at = 4; at + size + 2 <= data.n; at += size, col++) {
		unsigned style = little16(data, at);

		if (size > 2)
			show_double(book, short_number(little32(data, at + 2)),
			    style);
		workbook_add_cell(book, row, col, style);
	}
}

static void
merged_ranges(struct worksheet *sheet, struct slice data)
{
	for (size_t at = 2; at + 8 <= data.n; at += 8)
		worksheet_merge(sheet, &(struct worksheet_merge){
			.row = little16(data, at) + 1,
			.last_row = little16(data, at + 2) + 1,
			.col = little16(data, at + 4) + 1,
			.last_col = little16(data, at + 6) + 1,
		});
}

/* A record that holds one cell: row, column, style, value. */
static void
single_cell(struct workbook *book, const struct xls_record *record)
{
	struct slice data = record->data;
	unsigned     style = little16(data, 4);
	uint32_t     n = little32(data, 6);

	switch (record->type) {
	case XLS_NUMBER: show_double(book, long_number(data, 6), style); break;
	case XLS_SHORT_NUMBER: show_double(book, short_number(n), style); break;
	case XLS_SHARED: workbook_show_string(book, n); break;
	case XLS_LABEL:
	case XLS_RICH:
		xls_string_add(&book->shown, little_part(data, 6, data.n),
		    false);
		break;
	case XLS_BOOLEAN:
		if (little8(data, 7) != 0)
			show_error(book, little8(data, 6));
		else
			workbook_show_boolean(book, little8(data, 6) != 0);
		break;
	}
	workbook_add_cell(book, little16(data, 0) + 1, little16(data, 2) + 1,
	    style);
}

static void
sheet_record(struct xls_sheet_reader *reader, const struct xls_record *record)
{
	struct workbook *book = reader->book;

	switch (record->type) {
	case XLS_NUMBER:
	case XLS_SHORT_NUMBER:
	case XLS_SHARED:
	case XLS_LABEL:
	case XLS_RICH:
	case XLS_BOOLEAN:
	case XLS_BLANK: single_cell(book, record); break;
	case XLS_NUMBERS: cells_in_row(book, record->data, 6); break;
	case XLS_BLANKS: cells_in_row(book, record->data, 2); break;
	case XLS_FORMULA: formula(reader, record->data); break;
	case XLS_STRING:
		if (!reader->awaits_string)
			break;
		reader->awaits_string = false;
		xls_string_add(&book->shown, record->data, false);
		workbook_add_cell(book, reader->row, reader->col,
		    reader->style);
		break;
	case XLS_MERGED: merged_ranges(&book->sheet, record->data); break;
	}
}

const char *
xls_sheet_read(struct xls_file *file, size_t at)
{
	struct xls_sheet_reader reader = { .book = &file->book };
	struct xls_record       record;
	unsigned                depth = 0;	/* charts stand inside sheets */

	if (!xls_next(file->stream, &at, &record) || record.type != XLS_BEGIN)
		return "a sheet that is not where it should be";
	while (file->book.sheet.failed == NULL &&
	    xls_next(file->stream, &at, &record)) {
		if (file->budget < record.data.n)
			return "sheets that overlap";
		file->budget -= record.data.n;
		if (record.type == XLS_EOF && depth-- == 0)
			return NULL;
		if (record.type == XLS_BEGIN)
			depth++;
		else if (depth == 0)
			sheet_record(&reader, &record);
	}
	return "a sheet that is cut short";
}
