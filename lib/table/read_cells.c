#include "read_cells.h"

#include "base/digits.h"
#include "base/left_out.h"
#include "base/utf8.h"
#include "text/fold.h"

/* Whether cell number I stands behind a word of heads, with nothing between
 * them but names of columns. */
static bool
is_behind_head(const struct cells *cells, size_t i)
{
	while (i > 0 && cells->cell[i - 1].kind == CELL_NAME &&
	    cells->cell[i - 1].name->term[0].kind == TERM_COLUMN)
		i--;
	return i > 0 && cells->cell[i - 1].kind == CELL_NAME &&
	    cells->cell[i - 1].name->term[0].kind == TERM_WORD;
}

static bool
is_year(const struct table_cell *cell)
{
	return cell->kind == CELL_FIGURE && cell->text.n == 4 &&
	    slice_starts(cell->text, SLICE("20"));
}

/* Whether ROW is all of a head: in a grid a year stands beside names or other years, a
 * figure by itself may be that of a row which lost its label. */
static bool
may_be_head(const struct cells *cells, const struct cell_row *row)
{
	size_t names = 0, years = 0, cells_there = 0;

	for (size_t i = row->first; i < row->end; i++) {
		names += cells->cell[i].kind == CELL_NAME;
		years += is_year(&cells->cell[i]);
		cells_there += cells->cell[i].kind > CELL_BLANK;
	}
	return row->width < 2 || (years + names == cells_there &&
	    cells_there > 1);
}

/* 2018 between 单位 and 历年累计, or behind them, is a column's name, not a
 * figure. */
static void
name_years(struct cells *cells)
{
	for (size_t r = 0; r < cells->rows; r++) {
		const struct cell_row *row = &cells->row[r];

		for (size_t i = row->first; i < row->end; i++) {
			struct table_cell *cell = &cells->cell[i];

			if (!is_year(cell) || !is_behind_head(cells, i) ||
			    !may_be_head(cells, row))
				continue;
			cell->name = dictionary_find(cells->dictionary,
			    cell->text);
			if (cell->name != NULL)
				cell->kind = CELL_NAME;
		}
	}
}

/* The cell of ROW that begins in column COL, or NULL. */
static struct table_cell *
cell_at(struct cells *cells, const struct cell_row *row, unsigned col)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].col == col)
			return &cells->cell[i];
	return NULL;
}

static bool
is_short_number(const struct table_cell *cell)
{
	return cell->kind == CELL_FIGURE && cell->text.n <= 2;
}

/* Where cell number I, in ROW, is a label cut behind the number of its
 * enumerator, that number is no figure: the cell before it, or the one above
 * it at the end of a page. */
static void
mend_enumerator(struct cells *cells, const struct cell_row *row, size_t i)
{
	struct table_cell *label = &cells->cell[i], *above = NULL;

	if ((label->kind != CELL_NAME && label->kind != CELL_TEXT) || i == 0 ||
	    !fold_lost_number(label->text))
		return;
	if (is_short_number(label - 1) && (i > row->first ||
	    row[-1].end - row[-1].first == 1))
		label[-1].kind = CELL_NONE;
	else if (row > cells->row && row->table != 0)
		above = cell_at(cells, row - 1, label->col);
	if (above != NULL && is_short_number(above))
		above->kind = CELL_TEXT;
}

static void
mend_enumerators(struct cells *cells)
{
	for (size_t r = 0; r < cells->rows; r++)
		for (size_t i = cells->row[r].first; i < cells->row[r].end; i++)
			mend_enumerator(cells, &cells->row[r], i);
}

static unsigned
small_number(struct slice digits)
{
	enum { MOST = 1000000 };
	unsigned long long n = 0;

	digits_at(digits, &n);
	if (n > MOST)
		left_out("a table of more rows or columns than are read");
	return n < MOST ? (unsigned)n : MOST;
}

/* The columns of a span, "ROWSxCOLS". */
static unsigned
span_cols(struct slice span)
{
	const char *x = span.n > 0 ? memchr(span.p, 'x', span.n) : NULL;
	unsigned    cols = x != NULL ?
	    small_number(slice_from(span, (size_t)(x + 1 - span.p))) : 1;

	return cols > 0 ? cols : 1;
}

/* The rows of a span. */
static unsigned
span_rows(struct slice span)
{
	unsigned rows = small_number(span);

	return rows > 0 ? rows : 1;
}

/* Opens the row of RECORD, a cell, of TABLE. */
static void
add_grid_row(struct cells *cells, const struct record *record, unsigned table)
{
	struct cell_row *row = cells_add_row(cells, table);

	row->covered = cells->spanned_table == table &&
	    small_number(record->field[BLOCK_ROW]) <= cells->spanned_row;
}

/* Notes that CELL, read from RECORD, is a figure that reaches further down. */
static void
note_span(struct cells *cells, const struct record *record,
    const struct table_cell *cell)
{
	const struct slice *f = record->field;
	unsigned            rows;

	if (cell->kind != CELL_FIGURE || slice_is(f[BLOCK_SPAN], "1x1"))
		return;
	rows = span_rows(f[BLOCK_SPAN]);
	if (rows < 2)
		return;
	cells->spanned_table = cells->row[cells->rows - 1].table;
	cells->spanned_row = small_number(f[BLOCK_ROW]) + rows - 1;
}

/* Adds a cell record, in a row of its own when its row is not NEAR's. */
static void
add_cell(struct cells *cells, const struct record *record,
    const struct record *near)
{
	const struct slice *f = record->field;
	struct table_cell   cell;
	struct cell_row    *row;

	if (near == NULL ||
	    !slice_eq(near->field[BLOCK_ROW], f[BLOCK_ROW]) ||
	    !slice_eq(near->field[BLOCK_TABLE], f[BLOCK_TABLE]))
		add_grid_row(cells, record, small_number(f[BLOCK_TABLE]));
	cell = cells_classify(cells->dictionary,
	    record_text(f[BLOCK_TEXT], cells->arena));
	cell.loc = f[BLOCK_LOC];
	cell.col = small_number(f[BLOCK_COL]);
	cell.cols = span_cols(f[BLOCK_SPAN]);
	cells_add(cells, cell);
	note_span(cells, record, &cell);
	row = &cells->row[cells->rows - 1];
	if (cell.col + cell.cols - 1 > row->width)
		row->width = cell.col + cell.cols - 1;
	cells->in_table = true;
}

/* Whether nothing but blanks stands behind the first cell of ROW, which is none: a cell
 * that is merged over the columns left. */
static bool
is_filled_up(const struct cells *cells, const struct cell_row *row)
{
	for (size_t i = row->first + 1; i < row->end; i++)
		if (cells->cell[i].kind != CELL_BLANK)
			return false;
	return row->end - row->first > 1 &&
	    cells->cell[row->first].kind != CELL_BLANK;
}

/* Whether most rows from BEGIN to END - 1, a table's, are a single cell: it is written
 * down the page. */
static bool
are_single(const struct cells *cells, size_t begin, size_t end)
{
	size_t single = 0;

	for (size_t i = begin; i < end; i++)
		single += cells->row[i].end - cells->row[i].first == 1;
	return single * 2 > end - begin;
}

/* A grid row of one cell, or of an empty first cell (the indent of a tabbed
 * line) and one more, says nothing by its columns; nor, among such rows, one that is
 * FILLED up. */
static void
mark_row_flowing(struct cells *cells, struct cell_row *row, bool filled)
{
	size_t n = row->end - row->first;

	if (n == 2 && row->width == 2 &&
	    cells->cell[row->first].kind == CELL_BLANK)
		cells->cell[row->first].kind = CELL_NONE;
	else if (n > 1 && !(filled && is_filled_up(cells, row)))
		return;
	row->flowing = true;
	row->width = 0;
}

static void
mark_flowing(struct cells *cells)
{
	for (size_t begin = 0, end; begin < cells->rows; begin = end) {
		unsigned table = cells->row[begin].table;
		bool     single;

		for (end = begin + 1; end < cells->rows &&
		    cells->row[end].table == table;)
			end++;
		if (table == 0)
			continue;
		single = are_single(cells, begin, end);
		for (size_t i = begin; i < end; i++)
			mark_row_flowing(cells, &cells->row[i], single);
	}
}

/* Whether RECORD speaks of the document, or stands around the report. */
static bool
is_aside(const struct record *record)
{
	struct slice section = record->field[BLOCK_SECTION];

	return slice_is(record->field[BLOCK_KIND], "meta") ||
	    slice_starts(section, SLICE("furniture")) ||
	    slice_starts(section, SLICE("signature"));
}

void
cells_read(struct cells *cells, const struct document *document)
{
	const struct record *near = NULL;	/* the cell record before */

	cells->count = cells->rows = 0;
	cells->spanned_table = cells->spanned_row = 0;
	cells->in_table = cells->after_prose = cells->blank_lines = false;
	cells->in_note = false;
	cells->note.n = 0;
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];

		if (is_aside(record))
			continue;
		cells->section = record->field[BLOCK_SECTION];
		if (slice_is(record->field[BLOCK_KIND], "cell")) {
			add_cell(cells, record, near);
			near = record;
			continue;
		}
		near = NULL;
		cells_add_line(cells, record_text(record->field[BLOCK_TEXT],
		    cells->arena), record->field[BLOCK_LOC]);
	}
	cells_drop_numbers(cells);
	name_years(cells);
	mend_enumerators(cells);
	cells_join_wrapped(cells);
	mark_flowing(cells);
	cells_split_long_rows(cells);
	cells_close_brackets(cells);
	cells_fill_blank_lines(cells);
	cells_join_names(cells);
}
