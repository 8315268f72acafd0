/* Where the cells of a table stand: HTML 4.9.12.1, forming a table, a row at a
 * time. */
#ifndef HTML_GRID_H
#define HTML_GRID_H

#include <stdbool.h>
#include <stddef.h>

enum {
	HTML_COLSPAN_MAX = 1000,
	HTML_ROWSPAN_MAX = 65534,
};

struct html_grid {		/* all zero: no rows yet */
	unsigned *until;	/* the last row each column is taken in */
	size_t    columns, room;
	unsigned  row, col;	/* from 1; the place last given */
	size_t    places;	/* looked at so far */
	bool     *hidden;	/* by column; none beyond */
	size_t    hideable, hidden_room;
};

/* Begins the next row. */
void html_grid_row(struct html_grid *grid);

/* Ends a row group: cells do not reach beyond it. */
void html_grid_group(struct html_grid *grid);

/* Places a cell of ROWS by COLS in the current row, at grid->row and
 * grid->col.  Returns false when that needs more than LIMIT places. */
bool html_grid_cell(struct html_grid *grid, unsigned rows, unsigned cols,
    size_t limit);

/* Hides N columns from FIRST on, counted from 0: cells keep their places in
 * them and are not seen. */
void html_grid_hide(struct html_grid *grid, size_t first, size_t n);

/* How many of N columns from FIRST on, counted from 0, are not hidden. */
static inline unsigned
html_grid_seen(const struct html_grid *grid, size_t first, size_t n)
{
	size_t seen = n;

	for (size_t i = first; i < grid->hideable && i - first < n; i++)
		seen -= grid->hidden[i];
	return (unsigned)seen;
}

/* Forgets the table, keeps the memory for the next. */
void html_grid_reset(struct html_grid *grid);
void html_grid_free(struct html_grid *grid);

#endif
