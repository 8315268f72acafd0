#include "cells.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "text/number.h"

/* Texts of more bytes are no figures at all, or none without a digit (十二,
 * 不适用); a row of dashes is as long as it likes. */
enum { FIGURE_BYTES = 60, WORD_BYTES = 12 };

void
sheet_free(struct sheet *sheet)
{
	free(sheet->cell);
	free(sheet->row);
	*sheet = (struct sheet){ .cells = 0 };
}

void
sheet_row(struct sheet *sheet, unsigned table)
{
	sheet->row = memory_room(sheet->row, &sheet->row_room, sheet->rows,
	    sizeof(*sheet->row));
	sheet->row[sheet->rows++] = (struct row){
		.first = sheet->cells, .end = sheet->cells, .table = table,
		.apart = sheet->apart,
	};
	sheet->apart = false;
}

void
sheet_cell(struct sheet *sheet, struct cell cell)
{
	sheet->cell = memory_room(sheet->cell, &sheet->cell_room, sheet->cells,
	    sizeof(*sheet->cell));
	sheet->cell[sheet->cells++] = cell;
	sheet->row[sheet->rows - 1].end = sheet->cells;
}

void
sheet_copy_row(struct sheet *sheet, const struct sheet *from, size_t i)
{
	const struct row *row = &from->row[i];
	struct row       *copy;

	sheet_row(sheet, row->table);
	for (size_t c = row->first; c < row->end; c++)
		sheet_cell(sheet, from->cell[c]);
	copy = &sheet->row[sheet->rows - 1];
	copy->width = row->width;
	copy->flowing = row->flowing;
	copy->apart = row->apart;
}

/* Most figures are a few plain digits: no need to ask further. */
static bool
is_plain_number(struct slice text)
{
	if (text.n == 0 || text.n > 9)
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (!is_digit(text.p[i]))
			return false;
	return true;
}

static bool
may_be_figure(struct slice text)
{
	if (text.n <= WORD_BYTES || text.p[0] == '-' || text.p[0] == '\xE2')
		return true;
	for (size_t i = 0; text.n <= FIGURE_BYTES && i < text.n; i++)
		if (is_digit(text.p[i]) ||
		    text.p[i] == '\xEF')	/* full-width digits */
			return true;
	return false;
}

/* Whether TEXT is a figure or a mark for none; *BLANK: white space only. */
static bool
is_figure(struct slice text, bool *blank)
{
	struct figure figure;

	*blank = false;
	if (!may_be_figure(text))
		return false;
	figure_cell(text, &figure);
	*blank = figure.state == FIGURE_BLANK;
	return !*blank && figure.state != FIGURE_UNREADABLE &&
	    figure.kind != UNIT_TIME;
}

struct cell
sheet_classify(struct vocabulary *vocabulary, struct slice text)
{
	struct cell cell = { .text = text, .kind = CELL_VALUE };
	bool        blank;

	if (text.n == 0) {
		cell.kind = CELL_BLANK;
		return cell;
	}
	if (is_plain_number(text))
		return cell;
	/* 1,827 is no 0000, which stands for the year in heads. */
	if (is_digit(text.p[0]) && is_figure(text, &blank))
		return cell;
	cell.name = vocabulary_find(vocabulary, text);
	if (cell.name != NULL)
		cell.kind = cell.name->unit ? CELL_UNIT : CELL_NAME;
	else if (!is_figure(text, &blank))
		cell.kind = blank ? CELL_BLANK : CELL_TEXT;
	return cell;
}

/* 2018 between 单位 and 历年累计 is a column's name, not a figure. */
static void
name_years(struct sheet *sheet, struct vocabulary *vocabulary)
{
	for (size_t i = 1; i < sheet->cells; i++) {
		struct cell       *cell = &sheet->cell[i];
		const struct cell *before = cell - 1;

		if (cell->kind != CELL_VALUE || cell->text.n != 4 ||
		    !slice_starts(cell->text, SLICE("20")) ||
		    before->kind != CELL_NAME ||
		    before->name->term[0].kind != TERM_WORD)
			continue;
		cell->name = vocabulary_find(vocabulary, cell->text);
		if (cell->name != NULL)
			cell->kind = CELL_NAME;
	}
}

/* The end of an enumerator at the front of a label: .同意公开答复数. */
static bool
begins_cut(struct slice label)
{
	static const struct slice end[] = {
		{ ".", 1 }, { "．", 3 }, { "、", 3 }, { ")", 1 }, { "）", 3 },
	};

	for (size_t i = 0; i < sizeof(end) / sizeof(end[0]); i++)
		if (slice_starts(label, end[i]))
			return true;
	return false;
}

/* The cell of ROW that begins in column COL, or NULL. */
static struct cell *
cell_at(struct sheet *sheet, const struct row *row, unsigned col)
{
	for (size_t i = row->first; i < row->end; i++)
		if (sheet->cell[i].col == col)
			return &sheet->cell[i];
	return NULL;
}

static bool
is_short_number(const struct cell *cell)
{
	return cell->kind == CELL_VALUE && cell->text.n <= 2;
}

/* The number that such a label was cut from is its enumerator, no figure: the
 * cell before it, or the one above it at the end of a page. */
static void
mend_enumerators(struct sheet *sheet)
{
	for (size_t r = 0; r < sheet->rows; r++) {
		const struct row *row = &sheet->row[r];

		for (size_t i = row->first; i < row->end; i++) {
			const struct cell *label = &sheet->cell[i];
			struct cell       *above = NULL;

			if ((label->kind != CELL_NAME &&
			    label->kind != CELL_TEXT) || i == 0 ||
			    !begins_cut(label->text))
				continue;
			if (is_short_number(label - 1))
				sheet->cell[i - 1].kind = CELL_NONE;
			else if (r > 0 && row->table != 0)
				above = cell_at(sheet, row - 1, label->col);
			if (above != NULL && is_short_number(above))
				above->kind = CELL_TEXT;
		}
	}
}

static unsigned
to_unsigned(struct slice digits)
{
	unsigned n = 0;

	for (size_t i = 0; i < digits.n && is_digit(digits.p[i]) &&
	    n < 1000000; i++)
		n = n * 10 + (unsigned)(digits.p[i] - '0');
	return n;
}

/* The columns of a span, "ROWSxCOLS". */
static unsigned
span_cols(struct slice span)
{
	const char *x = span.n > 0 ? memchr(span.p, 'x', span.n) : NULL;
	unsigned    cols = x != NULL ?
	    to_unsigned(slice_from(span, (size_t)(x + 1 - span.p))) : 1;

	return cols > 0 ? cols : 1;
}

/* Adds a cell record, in a row of its own when its row is not NEAR's. */
static void
add_cell(struct sheet *sheet, const struct record *record,
    const struct record *near, struct vocabulary *vocabulary,
    struct arena *arena)
{
	const struct slice *f = record->field;
	struct cell         cell;
	struct row         *row;

	if (near == NULL ||
	    !slice_eq(near->field[BLOCK_ROW], f[BLOCK_ROW]) ||
	    !slice_eq(near->field[BLOCK_TABLE], f[BLOCK_TABLE]))
		sheet_row(sheet, to_unsigned(f[BLOCK_TABLE]));
	cell = sheet_classify(vocabulary, record_text(f[BLOCK_TEXT], arena));
	cell.loc = f[BLOCK_LOC];
	cell.col = to_unsigned(f[BLOCK_COL]);
	cell.cols = span_cols(f[BLOCK_SPAN]);
	sheet_cell(sheet, cell);
	row = &sheet->row[sheet->rows - 1];
	if (cell.col + cell.cols - 1 > row->width)
		row->width = cell.col + cell.cols - 1;
	sheet->inside = true;
}

/* How many cells of ROW are not blank. */
static size_t
filled(const struct sheet *sheet, const struct row *row)
{
	size_t n = 0;

	for (size_t i = row->first; i < row->end; i++)
		n += sheet->cell[i].kind > CELL_BLANK;
	return n;
}

/* A grid row of one cell, or of an empty first cell (the indent of a tabbed
 * line) and one more, says nothing by its columns. */
static void
mark_flowing(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		struct row *row = &sheet->row[i];
		size_t      cells = row->end - row->first;

		if (row->table == 0)
			continue;
		if (cells == 2 && row->width == 2 &&
		    sheet->cell[row->first].kind == CELL_BLANK)
			sheet->cell[row->first].kind = CELL_NONE;
		else if (cells > 1 || filled(sheet, row) > 1)
			continue;
		row->flowing = true;
		row->width = 0;
	}
}

static bool
is_aside(struct slice section)
{
	return slice_starts(section, SLICE("furniture")) ||
	    slice_starts(section, SLICE("signature"));
}

void
sheet_read(struct sheet *sheet, const struct document *document,
    struct vocabulary *vocabulary, struct arena *arena)
{
	const struct record *near = NULL;	/* the cell record before */

	sheet->cells = sheet->rows = 0;
	sheet->inside = sheet->apart = sheet->gaps = false;
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		struct slice         kind = record->field[BLOCK_KIND];

		if (slice_is(kind, "meta") ||
		    is_aside(record->field[BLOCK_SECTION]))
			continue;
		if (slice_is(kind, "cell")) {
			add_cell(sheet, record, near, vocabulary, arena);
			near = record;
			continue;
		}
		near = NULL;
		sheet_line(sheet, vocabulary,
		    record_text(record->field[BLOCK_TEXT], arena),
		    record->field[BLOCK_LOC]);
	}
	name_years(sheet, vocabulary);
	mend_enumerators(sheet);
	mark_flowing(sheet);
	sheet_unroll(sheet);
	sheet_fill_gaps(sheet);
}
