#include "alignment.h"

bool
item_has_total(const struct form_item *item)
{
	return item->cols > 2 && slice_is(item->col[item->cols - 1], "total");
}

static void
find_figures(struct alignment *a)
{
	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		if (cell->kind == CELL_UNIT && a->placement->unit.n == 0)
			a->placement->unit = cell->text;
		if (cell->kind == CELL_BLANK)
			a->slots++;
		if (cell->kind != CELL_FIGURE && cell->kind != CELL_DIGITS)
			continue;
		a->slots++;
		a->surplus = a->figures == (size_t)a->item->cols;
		if (a->surplus)
			return;
		a->figure[a->figures++] = cell;
	}
}

/* Notes what of the row's cells is no text: U+FFFD at its end, where the file
 * was cut off; a picture, U+FFFC. */
static void
find_lost(struct alignment *a)
{
	const struct cell_row *whole = &a->cells->row[a->row->cell_row];

	if (whole->table == 0 || whole->end == whole->first)
		return;
	a->cut = slice_ends(a->cells->cell[whole->end - 1].text,
	    SLICE("\xEF\xBF\xBD"));
	for (size_t i = a->row->first; i < a->row->end; i++)
		a->pictures |= slice_eq(a->cells->cell[i].text,
		    SLICE("\xEF\xBF\xBC"));
}

struct alignment
align_begin(const struct table_rows *rows, const struct table_row *row,
    const struct form_item *item, struct placement *placement)
{
	const struct table_cell *label = rows_label(rows, row);
	struct alignment         a = {
		.cells = rows->cells, .row = row, .item = item,
		.placement = placement,
	};

	*placement = (struct placement){
		.state = PLACEMENT_UNCLEAR, .unit = { "", 0 },
		.loc = label != NULL ? label->loc : (struct slice){ "", 0 },
	};
	find_figures(&a);
	find_lost(&a);
	return a;
}

unsigned
align_label_col(const struct alignment *a)
{
	return a->row->label != NO_CELL ?
	    a->cells->cell[a->row->label].col : 0;
}

unsigned
align_label_end(const struct alignment *a)
{
	return a->row->label != NO_CELL ? align_label_col(a) +
	    a->cells->cell[a->row->label].cols - 1 : 0;
}

unsigned
align_width(const struct alignment *a)
{
	return a->cells->row[a->row->cell_row].width;
}

void
align_all(struct alignment *a)
{
	for (size_t i = 0; i < a->figures; i++)
		a->placement->cell[i] = a->figure[i];
	a->placement->state = PLACEMENT_DONE;
}

bool
align_is_digits(const struct alignment *a)
{
	return a->figures == 1 && a->figure[0]->kind == CELL_DIGITS;
}

/* The first digit of RUN, nothing but zeros, as a cell of its own. */
static const struct table_cell *
zero(const struct cells *cells, const struct table_cell *run)
{
	struct table_cell *cell = arena_alloc(cells->arena, sizeof(*cell));

	*cell = *run;
	cell->text.n = 1;
	figure_cell(cell->text, &cell->figure);
	return cell;
}

/* 规章000: the figure of one column; nothing but zeros, as many as columns. */
void
align_digits(struct alignment *a)
{
	enum { DIGITS_MAX = 9 };	/* no figure of a report has more */
	const struct table_cell *run = a->figure[0];
	size_t                   cols = (size_t)a->item->cols;

	if (cols == 1) {
		if (run->text.n <= DIGITS_MAX && (run->text.p[0] != '0' ||
		    run->text.n == 1 || run->text.p[1] == '.'))
			align_all(a);
		return;
	}
	for (size_t i = 0; i < run->text.n; i++)
		if (run->text.p[i] != '0' || run->text.n != cols)
			return;
	for (size_t i = 0; i < cols; i++)
		a->placement->cell[i] = zero(a->cells, run);
	a->placement->state = PLACEMENT_DONE;
}
