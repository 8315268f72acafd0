/* Rows of a grid that a converter wrapped at the width of its page (catdoc): what is
 * right below is the rest of the row, where all other rows stand apart by empty
 * lines, each a table of its own, and both together have as many cells as those. */
#include "read_cells.h"

enum { ENOUGH = 8, SLOTS_MIN = 3, SLOTS_MAX = 24 };

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

/* Whether row number I, the first of two in its table, goes on in the other: that
 * has figures only, and USUAL cells are behind the label then. */
static bool
is_wrapped(const struct cells *cells, size_t i, size_t usual)
{
	const struct cell_row *row = &cells->row[i], *next = row + 1;
	size_t                 behind = slots(cells, i);

	if (row->table == 0 || behind == 0 ||
	    (i > 0 && row[-1].table == row->table) ||
	    rows_of_table(cells, i) != 2 ||
	    cells->cell[next->first].kind != CELL_FIGURE ||
	    behind + next->end - next->first != usual)
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
