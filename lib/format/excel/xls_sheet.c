#include <stdio.h>

#include "xls.h"

struct xls_sheet_reader {
	struct xls_file *file;
	struct workbook *book;
	struct buffer    lead, rest;	/* of a text in the making */
	unsigned         row, col, style;	/* of the latest formula */
	bool             awaits_string;		/* that is its value */
};

/* LC_NUMERIC is C in all filters, so the point is a point. */
static void
show_double(struct workbook *book, double value, size_t style)
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

/* A text, with runs behind it if it is RICH: 2.4.224 RString. */
static void
show_label(struct xls_sheet_reader *reader, struct slice data, bool rich,
    unsigned style)
{
	bool              old = reader->file->old;
	struct xls_string string = xls_string_at(reader->file, data, false);
	struct xls_runs   runs = { .size = old ? 2 : 4 };

	if (rich) {
		runs.n = old ? little8(string.rest, 0)
		    : little16(string.rest, 0);
		runs.bytes = little_part(string.rest, old ? 1 : 2,
		    string.rest.n);
		if (runs.n > runs.bytes.n / runs.size)
			runs.n = runs.bytes.n / runs.size;
	}
	workbook_show_text(reader->book, xls_rich_text(reader->file, string,
	    runs, &reader->lead, &reader->rest), style);
}

/* Excel 2's records, which simple writers still use: three bytes of properties
 * in place of the style. */
static void
old_cell(struct xls_sheet_reader *reader, const struct xls_record *record)
{
	enum { VALUE_AT = 7 };
	struct workbook *book = reader->book;
	struct slice     data = record->data;
	size_t           no_style = SIZE_MAX;

	if (record->type == XLS_OLD_INTEGER)
		show_double(book, little16(data, VALUE_AT), no_style);
	else if (record->type == XLS_OLD_NUMBER)
		show_double(book, long_number(data, VALUE_AT), no_style);
	else
		workbook_show_text(book, xls_rich_text(reader->file,
		    xls_string_at(reader->file, little_part(data, VALUE_AT,
		    data.n), true), (struct xls_runs){ .n = 0, .size = 2 },
		    &reader->lead, &reader->rest), no_style);
	workbook_add_cell(book, little16(data, 0) + 1, little16(data, 2) + 1,
	    no_style);
}

/* A record that holds one cell: row, column, style, value. */
static void
single_cell(struct xls_sheet_reader *reader, const struct xls_record *record)
{
	struct workbook *book = reader->book;
	struct slice     data = record->data;
	unsigned         style = little16(data, 4);
	uint32_t         n = little32(data, 6);

	switch (record->type) {
	case XLS_NUMBER: show_double(book, long_number(data, 6), style); break;
	case XLS_SHORT_NUMBER: show_double(book, short_number(n), style); break;
	case XLS_SHARED: workbook_show_string(book, n, style); break;
	case XLS_LABEL:
	case XLS_RICH:
		show_label(reader, little_part(data, 6, data.n),
		    record->type == XLS_RICH, style);
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

/* What is shown of the sheet: 2.4.53 ColInfo, 2.4.221 Row, 2.4.346 Window2. */
static void
sheet_property(struct worksheet *sheet, const struct xls_record *record)
{
	enum { ROW_HIDDEN = 0x20, COLUMN_HIDDEN = 1, SHOWS_ZEROS = 0x10 };
	struct slice data = record->data;
	unsigned     first = little16(data, 0) + 1;

	switch (record->type) {
	case XLS_ROW:
		if (little16(data, 12) & ROW_HIDDEN)
			hidden_ranges_add(&sheet->rows_hidden, first, first);
		break;
	case XLS_COLUMNS:
		if ((little16(data, 8) & COLUMN_HIDDEN) ||
		    little16(data, 4) == 0)
			hidden_ranges_add(&sheet->columns_hidden, first,
			    little16(data, 2) + 1);
		break;
	case XLS_WINDOW:
		sheet->hides_zeros = (little16(data, 0) & SHOWS_ZEROS) == 0;
		break;
	case XLS_COLOURS: sheet->coloured = true; break;
	}
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
	case XLS_BLANK: single_cell(reader, record); break;
	case XLS_OLD_INTEGER:
	case XLS_OLD_NUMBER:
	case XLS_OLD_LABEL: old_cell(reader, record); break;
	case XLS_NUMBERS: cells_in_row(book, record->data, 6); break;
	case XLS_BLANKS: cells_in_row(book, record->data, 2); break;
	case XLS_FORMULA: formula(reader, record->data); break;
	case XLS_STRING:
		if (!reader->awaits_string)
			break;
		reader->awaits_string = false;
		show_label(reader, record->data, false, reader->style);
		workbook_add_cell(book, reader->row, reader->col,
		    reader->style);
		break;
	case XLS_MERGED: merged_ranges(&book->sheet, record->data); break;
	default: sheet_property(&book->sheet, record);
	}
}

/* Reads the records of a sheet, behind its first, up to its end. */
static const char *
read_records(struct xls_sheet_reader *reader, size_t at)
{
	struct xls_file  *file = reader->file;
	struct xls_record record;
	unsigned          depth = 0;	/* charts stand inside sheets */

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
			sheet_record(reader, &record);
	}
	worksheet_mark_cut(&file->book.sheet);
	return "a sheet that is cut short";
}

const char *
xls_sheet_read(struct xls_file *file, size_t at)
{
	struct xls_sheet_reader reader = { .file = file, .book = &file->book };
	struct xls_record       record;
	const char             *failed;

	if (!xls_next(file->stream, &at, &record) || record.type != XLS_BEGIN)
		return "a sheet that is not where it should be";
	failed = read_records(&reader, at);
	buffer_free(&reader.lead);
	buffer_free(&reader.rest);
	return failed;
}
