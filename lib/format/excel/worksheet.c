#include "worksheet.h"

#include <stdlib.h>

#include "base/memory.h"
#include "worksheet_layout.h"

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
	sheet->cell = memory_room(sheet->cell, &sheet->cells_room,
	    sheet->cells, sizeof(*sheet->cell));
	copy.text = arena_copy(&sheet->arena, cell->text);
	sheet->cell[sheet->cells++] = copy;
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
	sheet->merge = memory_room(sheet->merge, &sheet->merges_room,
	    sheet->merges, sizeof(*sheet->merge));
	sheet->merge[sheet->merges++] = *range;
}

static int
cells_by_address(const void *a, const void *b)
{
	const struct worksheet_cell *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->col > y->col) - (x->col < y->col);
}

static int
merges_by_address(const void *a, const void *b)
{
	const struct worksheet_merge *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->col > y->col) - (x->col < y->col);
}

/* Gives the cells their spans.  DOWN and OWNER have a place for every column:
 * the last row it is covered to, and by which range. */
static void
span(struct worksheet *sheet, unsigned *down,
    const struct worksheet_merge **owner)
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
				owner[col] = m;
			}
		}
		cell->rows = cell->cols = 1;
		if (down[cell->col] < cell->row)
			continue;
		m = owner[cell->col];
		cell->covered = m->row != cell->row || m->col != cell->col;
		cell->rows = m->last_row - m->row + 1;
		cell->cols = m->last_col - m->col + 1;
	}
}

/* Of cells with one address the first counts. */
static void
order(struct worksheet *sheet)
{
	size_t kept = 0;

	qsort(sheet->cell, sheet->cells, sizeof(*sheet->cell),
	    cells_by_address);
	for (size_t i = 0; i < sheet->cells; i++)
		if (kept == 0 || cells_by_address(&sheet->cell[i],
		    &sheet->cell[kept - 1]) != 0)
			sheet->cell[kept++] = sheet->cell[i];
	sheet->cells = kept;
	if (sheet->merges > 0)
		qsort(sheet->merge, sheet->merges, sizeof(*sheet->merge),
		    merges_by_address);
}

void
worksheet_hand_on(struct worksheet *sheet, unsigned number, struct slice name,
    bool hidden)
{
	struct block block = { .page = number, .furniture = hidden };
	unsigned    *down;
	const struct worksheet_merge **owner;

	if (sheet->cells == 0)
		return;
	order(sheet);
	down = memory_resize(NULL, WORKSHEET_COLS + 1, sizeof(*down));
	owner = memory_resize(NULL, WORKSHEET_COLS + 1,
	    sizeof(const struct worksheet_merge *));
	memset(down, 0, (WORKSHEET_COLS + 1) * sizeof(*down));
	span(sheet, down, owner);
	free(down);
	free(owner);
	if (sheet->failed == NULL)
		worksheet_layout(sheet, &block, name);
}
