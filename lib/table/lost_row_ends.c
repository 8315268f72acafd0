/* A table that lost the ends of its rows comes as one row, longer than any
 * table is wide: its cells are read as if they stood down the page. */
#include "cells.h"

enum { GRID_COLS_MAX = 40 };	/* no table of a form is half as wide */

static bool
is_long(const struct row *row)
{
	return row->table != 0 && row->end - row->first > GRID_COLS_MAX;
}

static void
add_cells(struct sheet *unrolled, const struct sheet *sheet,
    const struct row *row)
{
	for (size_t i = row->first; i < row->end; i++) {
		sheet_row(unrolled, row->table);
		unrolled->row[unrolled->rows - 1].flowing = true;
		unrolled->row[unrolled->rows - 1].apart =
		    row->apart && i == row->first;
		sheet_cell(unrolled, sheet->cell[i]);
	}
}

void
sheet_unroll(struct sheet *sheet)
{
	struct sheet unrolled = { .cells = 0 };
	bool         any = false;

	for (size_t i = 0; i < sheet->rows; i++)
		any |= is_long(&sheet->row[i]);
	if (!any)
		return;
	for (size_t i = 0; i < sheet->rows; i++) {
		if (is_long(&sheet->row[i]))
			add_cells(&unrolled, sheet, &sheet->row[i]);
		else
			sheet_copy_row(&unrolled, sheet, i);
	}
	sheet_free(sheet);
	*sheet = unrolled;
}
