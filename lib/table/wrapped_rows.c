/* Rows of a grid that a converter wrapped at the width of its page (catdoc): what is
 * right below is the rest of the row, where all other rows stand apart by empty
 * lines, each a table of its own, and both together have as many cells as those. */
#include "read_cells.h"

#include "base/digits.h"

enum { ENOUGH = 8, SLOTS_MIN = 3, SLOTS_MAX = 24, REVIEWS = 15 };

static bool
is_label(const struct table_cell *cell)
{
	return cell->kind == CELL_NAME || cell->kind == CELL_TEXT;
}

/* How many cells row number I has behind its last label; 0 where it has none of
 * either. */
static size_t
slots(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];
	size_t                 c = row->end;

	while (c > row->first && !is_label(&cells->cell[c - 1]))
		c--;
	return c > row->first ? row->end - c : 0;
}

/* How many rows, from number I on, are those of one table. */
static size_t
rows_of_table(const struct cells *cells, size_t i)
{
	size_t n = 1;

	while (i + n < cells->rows &&
	    cells->row[i + n].table == cells->row[i].table)
		n++;
	return n;
}

/* How many cells stand behind the label in most tables of one row; 0 where these are
 * few. */
static size_t
usual_slots(const struct cells *cells)
{
	size_t count[SLOTS_MAX + 1] = { 0 }, usual = SLOTS_MIN;

	for (size_t i = 0, n; i < cells->rows; i += n) {
		n = rows_of_table(cells, i);
		if (n == 1 && cells->row[i].table != 0 &&
		    slots(cells, i) <= SLOTS_MAX)
			count[slots(cells, i)]++;
	}
	for (size_t n = SLOTS_MIN; n <= SLOTS_MAX; n++)
		if (count[n] > count[usual])
			usual = n;
	return count[usual] >= ENOUGH ? usual : 0;
}

/* The number of the line that ROW begins in; 0 for none. */
static unsigned long long
line_of(const struct cells *cells, const struct cell_row *row)
{
	struct slice       loc = cells->cell[row->first].loc;
	unsigned long long line = 0;

	if (slice_starts(loc, SLICE("L")))
		digits_at(slice_from(loc, 1), &line);
	return line;
}

/* Whether the row behind row number I stands right below: as a row of the same table, of
 * which it is the last, or, if it has a single cell, as a line by itself. */
static bool
has_line_below(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i], *next = row + 1;
	unsigned long long     line = line_of(cells, row);

	return rows_of_table(cells, i) == 2 ||
	    (rows_of_table(cells, i) == 1 && next->table == 0 &&
	    next->end == next->first + 1 && line > 0 &&
	    line_of(cells, next) == line + 1);
}

/* Whether row number I, the first of two, goes on in the other: that has figures only,
 * and USUAL cells are behind the label then, or all of the reviews'. */
static bool
is_wrapped(const struct cells *cells, size_t i, size_t usual)
{
	const struct cell_row *row = &cells->row[i], *next = row + 1;
	size_t                 behind = slots(cells, i);

	if (row->table == 0 || row->first == row->end ||
	    (i > 0 && row[-1].table == row->table) ||
	    next->first == next->end || !has_line_below(cells, i) ||
	    cells->cell[next->first].kind != CELL_FIGURE)
		return false;
	if (behind == 0) {
		behind = row->end - row->first;
		usual = REVIEWS;
	}
	if (behind + next->end - next->first != usual)
		return false;
	for (size_t c = next->first; c < next->end; c++)
		if (cells->cell[c].kind != CELL_FIGURE &&
		    cells->cell[c].kind != CELL_BLANK)
			return false;
	return true;
}

static void
copy_row(struct cells *cells, const struct cells *from, size_t i,
    const void *context)
{
	const size_t   *usual = context;
	struct cell_row row;

	if (i > 0 && is_wrapped(from, i - 1, *usual))
		return;
	cells_copy_row(cells, from, i);
	if (!is_wrapped(from, i, *usual))
		return;
	row = from->row[i + 1];
	for (size_t c = row.first; c < row.end; c++) {
		struct table_cell cell = from->cell[c];

		cell.col = ++cells->row[cells->rows - 1].width;
		cells_add(cells, cell);
	}
}

void
cells_join_wrapped(struct cells *cells)
{
	size_t usual = usual_slots(cells);

	for (size_t i = 0; usual > 0 && i + 1 < cells->rows; i++)
		if (is_wrapped(cells, i, usual)) {
			cells_rewrite(cells, copy_row, &usual);
			return;
		}
}
