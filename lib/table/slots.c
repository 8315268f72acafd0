#include "slots.h"

/* Whether CELL is one that a figure may stand in. */
static bool
is_slot(const struct table_cell *cell)
{
	return cell->kind == CELL_BLANK || cell->kind == CELL_FIGURE ||
	    cell->kind == CELL_TEXT;
}

/* Whether SLOT may be where FOUND stands, or nothing. */
static bool
agrees(const struct table_cell *slot, const struct table_cell *found)
{
	return found != NULL ? slot == found : slot->kind == CELL_BLANK;
}

/* How many of the cells are slots. */
static size_t
count_slots(const struct cells *cells, size_t first, size_t end)
{
	size_t n = 0;

	for (size_t i = first; i < end; i++)
		n += is_slot(&cells->cell[i]);
	return n;
}

static size_t
count_columns(const bool missing[], size_t n)
{
	size_t columns = n;

	for (size_t i = 0; missing != NULL && i < n; i++)
		columns -= missing[i];
	return columns;
}

bool
slots_find(const struct cells *cells, size_t first, size_t end,
    const struct table_cell *const cell[], const bool missing[], size_t n,
    const struct table_cell *slot[])
{
	bool   is_even = count_slots(cells, first, end) ==
	    count_columns(missing, n);
	size_t column = 0;

	for (size_t i = first; i < end; i++) {
		const struct table_cell *next = &cells->cell[i];
		unsigned                 cols = is_even || next->cols == 0 ? 1 :
		    next->cols;

		for (; is_slot(next) && cols > 0; cols--) {
			while (column < n && missing != NULL &&
			    missing[column])
				column++;
			if (column == n || !agrees(next, cell[column]))
				return false;
			slot[column++] = next;
		}
	}
	while (column < n && missing != NULL && missing[column])
		column++;
	return column == n;
}
