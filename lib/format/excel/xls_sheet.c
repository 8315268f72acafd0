#include <stdio.h>

#include "xls.h"

struct reader {
	struct worksheet *sheet;
	struct xls_book  *book;
	struct paragraph  shown;
	unsigned          row, col, style;	/* of the latest formula */
	bool              awaits_string;	/* that is its value */
};

static struct xls_style
style_of(const struct reader *reader, unsigned style)
{
	return style < reader->book->styles ? reader->book->style[style]
	    : (struct xls_style){ .ruled = false };
}

static void
add_cell(struct reader *reader, unsigned row, unsigned col, unsigned style)
{
	worksheet_add(reader->sheet, &(struct worksheet_cell){
		.row = row + 1, .col = col + 1,
		.ruled = style_of(reader, style).ruled,
		.text = paragraph_text(&reader->shown),
	});
	paragraph_clear(&reader->shown);
}

/* LC_NUMERIC is C in all filters, so the point is a point. */
static void
show_number(struct reader *reader, double value, unsigned style)
{
	char text[40];

	snprintf(text, sizeof(text), "%.17g", value);
	cell_number_add(&reader->shown, slice_of(text),
	    style_of(reader, style).shown, reader->book->since_1904);
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
show_error(struct reader *reader, unsigned code)
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
	paragraph_add(&reader->shown, slice_of(name));
}

static void
show_boolean(struct reader *reader, bool value)
{
	paragraph_add(&reader->shown, value ? SLICE("TRUE") : SLICE("FALSE"));
}

/* 2.5.133 FormulaValue: a double, or with FFFF at its end a kind and what is
 * to be known of it; a string follows in a record of its own. */
static void
formula(struct reader *reader, struct slice data)
{
	enum { KIND = 6, STRING = 0, BOOLEAN = 1, ERROR = 2 };

	reader->row = little16(data, 0);
	reader->col = little16(data, 2);
	reader->style = little16(data, 4);
	if (little16(data, 12) != 0xFFFF) {
		show_number(reader, long_number(data, 6), reader->style);
	} else if (little8(data, KIND) == STRING) {
		reader->awaits_string = true;
		return;
	} else if (little8(data, KIND) == BOOLEAN) {
		show_boolean(reader, little8(data, 8) != 0);
	} else if (little8(data, KIND) == ERROR)
		show_error(reader, little8(data, 8));
	add_cell(reader, reader->row, reader->col, reader->style);
}

/* Several cells side by side, SIZE bytes each, of numbers or blanks. */
static void
cells(struct reader *reader, struct slice data, size_t size)
{
	unsigned row = little16(data, 0), col = little16(data, 2);

	for (size_t at = 4; at + size + 2 <= data.n; at += size, col++) {
		unsigned style = little16(data, at);

		if (size > 2)
			show_number(reader,
			    short_number(little32(data, at + 2)), style);
		add_cell(reader, row, col, style);
	}
}

static void
merged(struct reader *reader, struct slice data)
{
	for (size_t at = 2; at + 8 <= data.n; at += 8)
		worksheet_merge(reader->sheet, &(struct worksheet_merge){
			.row = little16(data, at) + 1,
			.last_row = little16(data, at + 2) + 1,
			.col = little16(data, at + 4) + 1,
			.last_col = little16(data, at + 6) + 1,
		});
}

/* The records that hold one cell: row, column, style, value. */
static void
cell(struct reader *reader, const struct xls_record *record)
{
	struct slice data = record->data;
	unsigned     style = little16(data, 4);
	uint32_t     n = little32(data, 6);

	switch (record->type) {
	case XLS_NUMBER:
		show_number(reader, long_number(data, 6), style);
		break;
	case XLS_SHORT_NUMBER:
		show_number(reader, short_number(n), style);
		break;
	case XLS_SHARED:
		if (n < reader->book->strings)
			paragraph_add(&reader->shown,
			    reader->book->string[n]);
		break;
	case XLS_LABEL:
	case XLS_RICH:
		xls_string_add(&reader->shown, little_part(data, 6, data.n),
		    false);
		break;
	case XLS_BOOLEAN:
		if (little8(data, 7) != 0)
			show_error(reader, little8(data, 6));
		else
			show_boolean(reader, little8(data, 6) != 0);
		break;
	}
	add_cell(reader, little16(data, 0), little16(data, 2), style);
}

static void
act(struct reader *reader, const struct xls_record *record)
{
	switch (record->type) {
	case XLS_NUMBER:
	case XLS_SHORT_NUMBER:
	case XLS_SHARED:
	case XLS_LABEL:
	case XLS_RICH:
	case XLS_BOOLEAN:
	case XLS_BLANK: cell(reader, record); break;
	case XLS_NUMBERS: cells(reader, record->data, 6); break;
	case XLS_BLANKS: cells(reader, record->data, 2); break;
	case XLS_FORMULA: formula(reader, record->data); break;
	case XLS_STRING:
		if (!reader->awaits_string)
			break;
		reader->awaits_string = false;
		xls_string_add(&reader->shown, record->data, false);
		add_cell(reader, reader->row, reader->col, reader->style);
		break;
	case XLS_MERGED: merged(reader, record->data); break;
	}
}

const char *
xls_sheet_read(struct worksheet *sheet, struct xls_book *book, size_t at)
{
	struct reader     reader = { .sheet = sheet, .book = book };
	struct xls_record record;
	unsigned          depth = 0;	/* charts stand inside sheets */
	const char       *failed = "a sheet that is cut short";

	if (!xls_next(book->stream, &at, &record) ||
	    record.type != XLS_BEGIN)
		return "a sheet that is not where it should be";
	while (sheet->failed == NULL && xls_next(book->stream, &at, &record)) {
		if (book->budget < record.data.n) {
			failed = "sheets that overlap";
			break;
		}
		book->budget -= record.data.n;
		if (record.type == XLS_EOF && depth-- == 0) {
			failed = NULL;
			break;
		}
		if (record.type == XLS_BEGIN)
			depth++;
		else if (depth == 0)
			act(&reader, &record);
	}
	paragraph_free(&reader.shown);
	return sheet->failed != NULL ? sheet->failed : failed;
}
