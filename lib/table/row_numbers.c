/* Numbers that only count: a first column of 0, 1, 2 ... or a first row of such,
 * as libraries for tables write them around the cells; and the numbers of pages. */
#include "read_cells.h"

#include "base/digits.h"

enum { ROWS = 3 };	/* as many in succession are no figures */

/* The number that CELL is, -1 for none. */
static long
count_of(const struct table_cell *cell)
{
	const unsigned long long most = 9999;
	unsigned long long       n;

	return cell->kind == CELL_FIGURE && digits_read(cell->text, most, &n) ?
	    (long)n : -1;
}

/* The number that row number I of a grid begins with, before other cells; -1. */
static long
number_of_row(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];

	return row->table != 0 && row->end - row->first > 1 ?
	    count_of(&cells->cell[row->first]) : -1;
}

/* Whether row number I holds the numbers of the columns behind an empty cell. */
static bool
numbers_columns(const struct cells *cells, size_t i)
{
	const struct cell_row   *row = &cells->row[i];
	const struct table_cell *cell = &cells->cell[row->first];
	size_t                   n = row->end - row->first;

	if (row->table == 0 || n < ROWS || cell->kind != CELL_BLANK)
		return false;
	for (size_t k = 1; k < n; k++)
		if (count_of(&cell[k]) != (long)k - 1)
			return false;
	return true;
}

/* The row behind those from number I on that are counted up from its number. */
static size_t
counted_end(const struct cells *cells, size_t i)
{
	long   first = i < cells->rows ? number_of_row(cells, i) : -1;
	size_t end = i;

	while (first >= 0 && end < cells->rows &&
	    cells->row[end].table == cells->row[i].table &&
	    number_of_row(cells, end) == first + (long)(end - i))
		end++;
	return end;
}

static void
drop_cells(struct cells *cells, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		cells->cell[i].kind = CELL_NONE;
}

/* The number that row number I is, by itself between tables that are grids; -1. */
static long
number_between(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];

	if (row->table != 0 || row->end - row->first != 1 || i == 0 ||
	    row[-1].table == 0 ||
	    (i + 1 < cells->rows && row[1].table == 0))
		return -1;
	return count_of(&cells->cell[row->first]);
}

/* Takes numbers between grids for those of pages, where several count up and no
 * other text has figures. */
static void
drop_page_numbers(struct cells *cells)
{
	size_t pages = 0;
	long   last = 0;

	for (size_t i = 0; i < cells->rows; i++) {
		long n;

		if (cells->row[i].table != 0)
			continue;
		n = number_between(cells, i);
		if (n <= last)
			return;
		last = n;
		pages++;
	}
	for (size_t i = 0; pages > 1 && i < cells->rows; i++)
		if (cells->row[i].table == 0)
			drop_cells(cells, cells->row[i].first,
			    cells->row[i].end);
}

void
cells_drop_numbers(struct cells *cells)
{
	drop_page_numbers(cells);
	for (size_t i = 0; i < cells->rows; i++) {
		const struct cell_row *row = &cells->row[i];
		bool                   columns = numbers_columns(cells, i);
		size_t                 from = i + columns;
		size_t                 end = counted_end(cells, from);

		if (end < from + (columns ? 1 : ROWS))
			continue;
		if (columns)
			drop_cells(cells, row->first, row->end);
		for (; from < end; from++)
			drop_cells(cells, cells->row[from].first,
			    cells->row[from].first + 1);
		i = end - 1;
	}
}
