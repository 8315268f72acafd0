#include "rows.h"

#include <stdlib.h>

#include "base/memory.h"

struct roster_row *
roster_rows_add(struct roster_rows *rows, unsigned long line,
    struct slice place)
{
	struct roster_row *row = MEMORY_APPEND(rows->row, rows->n, rows->room);

	*row = (struct roster_row){ .line = line,
	    .place = arena_copy(&rows->arena, place) };
	return row;
}

void
roster_rows_put(struct roster_rows *rows, unsigned long long col,
    struct slice text)
{
	struct roster_row *row = &rows->row[rows->n - 1];

	if (col == 0 || col > ROSTER_CELLS_MAX || text.n == 0)
		return;
	row->cell[col - 1] = arena_copy(&rows->arena, text);
	if ((int)col > row->cells)
		row->cells = (int)col;
}

void
roster_rows_free(struct roster_rows *rows)
{
	free(rows->row);
	arena_free(&rows->arena);
	*rows = (struct roster_rows){ .n = 0 };
}
