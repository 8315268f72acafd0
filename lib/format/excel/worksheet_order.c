#include "worksheet.h"

#include <stdlib.h>

/* Cells and merged ranges both begin with row and column. */
static int
by_address(const void *a, const void *b)
{
	const unsigned *x = a, *y = b;

	if (x[0] != y[0])
		return x[0] < y[0] ? -1 : 1;
	return (x[1] > y[1]) - (x[1] < y[1]);
}

void
worksheet_sort(struct worksheet *sheet)
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

static bool
is_hidden(const struct worksheet *sheet, unsigned row, unsigned col)
{
	return hidden_ranges_has(&sheet->rows_hidden, row) ||
	    hidden_ranges_has(&sheet->columns_hidden, col);
}

static struct worksheet_cell *
cell_at(struct worksheet *sheet, unsigned row, unsigned col)
{
	struct worksheet_cell key = { .row = row, .col = col };

	return bsearch(&key, sheet->cell, sheet->cells, sizeof(*sheet->cell),
	    by_address);
}

/* Makes what is shown of M the whole of it; false: nothing is. */
static bool
shrink_range(struct worksheet *sheet, struct worksheet_merge *m)
{
	struct worksheet_merge shown = {
		.row = hidden_ranges_next(&sheet->rows_hidden, m->row),
		.col = hidden_ranges_next(&sheet->columns_hidden, m->col),
		.last_row = hidden_ranges_previous(&sheet->rows_hidden,
		    m->last_row),
		.last_col = hidden_ranges_previous(&sheet->columns_hidden,
		    m->last_col),
	};
	struct worksheet_cell *from, *to;

	if (shown.row > shown.last_row || shown.col > shown.last_col)
		return false;
	if (shown.row != m->row || shown.col != m->col) {
		from = cell_at(sheet, m->row, m->col);
		to = cell_at(sheet, shown.row, shown.col);
		/* a cell that is missing is blank, and stays so if the file
		 * has none where the range begins to be shown */
		if (from != NULL && to != NULL) {
			to->text = from->text;
			to->zero = from->zero;
			to->white = from->white;
		} else if (from != NULL) {
			from->row = shown.row;
			from->col = shown.col;
		}
	}
	*m = shown;
	return true;
}

static void
take_out_rows_and_columns(struct worksheet *sheet)
{
	size_t kept = 0;

	for (size_t i = 0; i < sheet->merges; i++)
		if (shrink_range(sheet, &sheet->merge[i]))
			sheet->merge[kept++] = sheet->merge[i];
	sheet->merges = kept;
	kept = 0;
	for (size_t i = 0; i < sheet->cells; i++)
		if (!is_hidden(sheet, sheet->cell[i].row, sheet->cell[i].col))
			sheet->cell[kept++] = sheet->cell[i];
	sheet->cells = kept;
	worksheet_sort(sheet);	/* some have moved */
}

void
worksheet_take_out_hidden(struct worksheet *sheet)
{
	for (size_t i = 0; i < sheet->cells; i++) {
		struct worksheet_cell *cell = &sheet->cell[i];

		if ((cell->zero && sheet->hides_zeros) ||
		    (cell->white && !sheet->coloured))
			cell->text.n = 0;
	}
	if (sheet->rows_hidden.n == 0 && sheet->columns_hidden.n == 0)
		return;
	hidden_ranges_ready(&sheet->rows_hidden);
	hidden_ranges_ready(&sheet->columns_hidden);
	take_out_rows_and_columns(sheet);
}
