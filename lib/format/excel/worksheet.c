#include "worksheet.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "base/utf8.h"

enum {
	COVER_MAX = 1 << 22,	/* columns of all merged ranges together */
};

void
worksheet_clear(struct worksheet *sheet)
{
	sheet->cells = sheet->merges = 0;
	sheet->rows_hidden.n = sheet->columns_hidden.n = 0;
	sheet->hides_zeros = sheet->coloured = false;
	sheet->cut_row = 0;
	sheet->failed = NULL;
	arena_reset(&sheet->arena);
}

void
worksheet_free(struct worksheet *sheet)
{
	free(sheet->cell);
	free(sheet->merge);
	free(sheet->rows_hidden.range);
	free(sheet->columns_hidden.range);
	arena_free(&sheet->arena);
	*sheet = (struct worksheet){ .cells = 0 };
}

void
worksheet_add(struct worksheet *sheet, const struct worksheet_cell *cell)
{
	struct worksheet_cell copy = *cell;

	if (cell->row < 1 || cell->row > WORKSHEET_ROWS || cell->col < 1 ||
	    cell->col > WORKSHEET_COLS) {
		if (cell->text.n > 0)
			left_out("cells beyond the edges of a sheet");
		return;
	}
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
worksheet_mark_cut(struct worksheet *sheet)
{
	struct worksheet_cell *cell;
	char                  *text;

	if (sheet->cells == 0)
		return;
	cell = &sheet->cell[sheet->cells - 1];
	text = arena_alloc(&sheet->arena, cell->text.n + UTF8_BYTES_MAX);
	memcpy(text, cell->text.p, cell->text.n);
	cell->text.n += utf8_encode(text + cell->text.n, UTF8_REPLACEMENT);
	cell->text.p = text;
	sheet->cut_row = cell->row;
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

void
worksheet_arrange(struct worksheet *sheet)
{
	size_t                         n = WORKSHEET_COLS + 1;
	unsigned                      *down;
	const struct worksheet_merge **range;

	if (sheet->cells == 0)
		return;
	worksheet_sort(sheet);
	worksheet_take_out_hidden(sheet);
	if (sheet->cells == 0)
		return;
	down = memory_resize(NULL, n, sizeof(*down));
	range = memory_resize(NULL, n, sizeof(const struct worksheet_merge *));
	memset(down, 0, n * sizeof(*down));
	give_spans(sheet, down, range);
	free(down);
	free(range);
}
