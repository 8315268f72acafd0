#include "worksheet.h"

#include <stdlib.h>

#include "base/memory.h"

enum {
	COVER_MAX = 1 << 22,	/* columns of all merged ranges together */
};

void
worksheet_clear(struct worksheet *sheet)
{
	sheet->cells = sheet->merges = 0;
	sheet->failed = NULL;
	arena_reset(&sheet->arena);
}

void
worksheet_free(struct worksheet *sheet)
{
	free(sheet->cell);
	free(sheet->merge);
	arena_free(&sheet->arena);
	*sheet = (struct worksheet){ .cells = 0 };
}

void
worksheet_add(struct worksheet *sheet, const struct worksheet_cell *cell)
{
	struct worksheet_cell copy = *cell;

	if (cell->row < 1 || cell->row > WORKSHEET_ROWS || cell->col < 1 ||
	    cell->col > WORKSHEET_COLS)
		return;
	if (sheet->cells >= sheet->sink->limits.cells) {
		sheet->failed = "a sheet of too many cells";
		return;
	}
	/* cells share strings: a small file can say a long text often */
	sheet->bytes += cell->text.n;
	if (sheet->bytes > sheet->sink->limits.bytes) {
		sheet->failed = "more decoded bytes than allowed";
		return;
	}
	copy.text = arena_copy(&sheet->arena, cell->text);
	*MEMORY_APPEND(sheet->cell, sheet->cells, sheet->cells_room) = copy;
}

void
worksheet_merge(struct worksheet *sheet, const struct worksheet_merge *range)
{
	if (range->row < 1 || range->last_row < range->row ||
	    range->last_row > WORKSHEET_ROWS || range->col < 1 ||
	    range->last_col < range->col || range->last_col > WORKSHEET_COLS)
		return;
	if (sheet->merges >= sheet->sink->limits.cells) {
		sheet->failed = "a sheet of too many merged cells";
		return;
	}
	*MEMORY_APPEND(sheet->merge, sheet->merges, sheet->merges_room) =
	    *range;
}

/* Cells and merged ranges both begin with row and column. */
static int
by_address(const void *a, const void *b)
{
	const unsigned *x = a, *y = b;

	if (x[0] != y[0])
		return x[0] < y[0] ? -1 : 1;
	return (x[1] > y[1]) - (x[1] < y[1]);
}

/* Gives the cells their spans.  DOWN and RANGE have a place for every column:
 * the last row it is covered to, and by what. */
static void
give_spans(struct worksheet *sheet, unsigned *down,
    const struct worksheet_merge **range)
{
	size_t next = 0, cover = 0;

	for (size_t i = 0; i < sheet->cells; i++) {
		struct worksheet_cell        *cell = &sheet->cell[i];
		const struct worksheet_merge *m;

		for (; next < sheet->merges &&
		    sheet->merge[next].row <= cell->row; next++) {
			m = &sheet->merge[next];
			cover += m->last_col - m->col + 1;
			if (cover > COVER_MAX) {
				sheet->failed =
				    "a sheet of too many merged cells";
				return;
			}
			for (unsigned col = m->col; col <= m->last_col; col++) {
				down[col] = m->last_row;
				range[col] = m;
			}
		}
		cell->rows = cell->cols = 1;
		if (down[cell->col] < cell->row)
			continue;
		m = range[cell->col];
		cell->covered = m->row != cell->row || m->col != cell->col;
		cell->rows = m->last_row - m->row + 1;
		cell->cols = m->last_col - m->col + 1;
	}
}

/* Of cells with one address the first counts. */
static void
put_in_order(struct worksheet *sheet)
{
	size_t kept = 0;

	qsort(sheet->cell, sheet->cells, sizeof(*sheet->cell),
	    by_address);
	for (size_t i = 0; i < sheet->cells; i++)
		if (kept == 0 || by_address(&sheet->cell[i],
		    &sheet->cell[kept - 1]) != 0)
			sheet->cell[kept++] = sheet->cell[i];
	sheet->cells = kept;
	if (sheet->merges > 0)
		qsort(sheet->merge, sheet->merges, sizeof(*sheet->merge),
		    by_address);
}

void
worksheet_arrange(struct worksheet *sheet)
{
	size_t                         n = WORKSHEET_COLS + 1;
	unsigned                      *down;
	const struct worksheet_merge **range;

	if (sheet->cells == 0)
		return;
	put_in_order(sheet);
	down = memory_resize(NULL, n, sizeof(*down));
	range = memory_resize(NULL, n, sizeof(const struct worksheet_merge *));
	memset(down, 0, n * sizeof(*down));
	give_spans(sheet, down, range);
	free(down);
	free(range);
}
