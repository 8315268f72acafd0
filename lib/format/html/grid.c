#include "grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void
html_grid_row(struct html_grid *grid)
{
	grid->row++;
	grid->col = 0;
}

void
html_grid_group(struct html_grid *grid)
{
	grid->columns = 0;
}

/* Column COL, from 0, is taken up to row UNTIL, if it is not for longer. */
static void
take_column(struct html_grid *grid, size_t col, unsigned until)
{
	if (col >= grid->columns) {
		grid->until = memory_room(grid->until, &grid->room, col,
		    sizeof(*grid->until));
		grid->until[col] = 0;
		grid->columns = col + 1;
	}
	if (grid->until[col] < until)
		grid->until[col] = until;
}

bool
html_grid_cell(struct html_grid *grid, unsigned rows, unsigned cols,
    size_t limit)
{
	size_t col = grid->col;

	while (col < grid->columns && grid->until[col] >= grid->row)
		col++;
	grid->places += col - grid->col + cols;
	if (grid->places > limit)
		return false;
	for (size_t i = 0; i < cols; i++)
		take_column(grid, col + i, grid->row + rows - 1);
	grid->col = (unsigned)col + 1;
	return true;
}

void
html_grid_hide(struct html_grid *grid, size_t first, size_t n)
{
	size_t end = first + n;

	grid->hidden = memory_room(grid->hidden, &grid->hidden_room, end,
	    sizeof(*grid->hidden));
	while (grid->hideable < end)
		grid->hidden[grid->hideable++] = false;
	memset(grid->hidden + first, true, n);
}

void
html_grid_reset(struct html_grid *grid)
{
	grid->columns = grid->places = grid->hideable = 0;
	grid->row = grid->col = 0;
}

void
html_grid_free(struct html_grid *grid)
{
	free(grid->until);
	free(grid->hidden);
}
