/* A table that lost the ends of its rows comes as one row, longer than any
 * table is wide: its cells are read as if they stood down the page. */
#include "read_cells.h"

enum { WIDEST = 40 };	/* columns; no table of a form is half as wide */

static bool
is_long(const struct cell_row *row)
{
	return row->table != 0 && row->end - row->first > WIDEST;
}

static void
split_row(struct cells *cells, const struct cells *from, size_t i,
    const void *unused)
{
	const struct cell_row *row = &from->row[i];

	(void)unused;
	if (!is_long(row)) {
		cells_copy_row(cells, from, i);
		return;
	}
	for (size_t c = row->first; c < row->end; c++) {
		struct cell_row *split = cells_add_row(cells, row->table);

		split->flowing = true;
		split->after_prose = row->after_prose && c == row->first;
		cells_add(cells, from->cell[c]);
	}
}

void
cells_split_long_rows(struct cells *cells)
{
	for (size_t i = 0; i < cells->rows; i++)
		if (is_long(&cells->row[i])) {
			cells_rewrite(cells, split_row, NULL);
			return;
		}
}
