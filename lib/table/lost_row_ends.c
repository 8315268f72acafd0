/* A table that lost the ends of its rows comes as one row, longer than any
 * table is wide, or as parts of one, between headings that stand among its cells: they
 * are read as if they stood down the page. */
#include "read_cells.h"

enum { WIDEST = 40 };	/* columns; no table of a form is half as wide */

/* The row that goes on with row number I behind a heading; I: none. */
static size_t
next_part(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];
	size_t                 next = i + 1;

	while (next < cells->rows && cells->row[next].table == 0)
		next++;
	return next > i + 1 && next < cells->rows &&
	    cells->row[next].table == row->table &&
	    cells->cell[cells->row[next].first].col >
	    cells->cell[row->end - 1].col ? next : i;
}

/* Marks in LONG the row that begins with row number I of a grid, if it is too long for
 * one, and its parts. Returns its last part. */
static size_t
mark_row(const struct cells *cells, size_t i, bool is_long[])
{
	size_t last = i, count = cells->row[i].end - cells->row[i].first;

	for (size_t next; (next = next_part(cells, last)) != last; last = next)
		count += cells->row[next].end - cells->row[next].first;
	for (size_t r = i; count > WIDEST && r <= last; r++)
		is_long[r] = cells->row[r].table != 0;
	return last;
}

static void
split_row(struct cells *cells, const struct cells *from, size_t i,
    const void *context)
{
	const struct cell_row *row = &from->row[i];
	const bool            *is_long = context;

	if (!is_long[i]) {
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
	bool *is_long = arena_alloc(cells->arena,
	    (cells->rows + 1) * sizeof(*is_long));
	bool  any = false;

	memset(is_long, 0, (cells->rows + 1) * sizeof(*is_long));
	for (size_t i = 0; i < cells->rows; i++) {
		size_t first = i;

		if (cells->row[i].table == 0)
			continue;
		i = mark_row(cells, i, is_long);
		any |= is_long[first];
	}
	if (any)
		cells_rewrite(cells, split_row, is_long);
}
