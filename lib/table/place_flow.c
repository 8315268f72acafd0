/* Cells that follow one another down the page: their number is all there is
 * to go by. */
#include "place_ways.h"

#include "sums.h"

/* Whether as many cells follow the label as in the rows around it.  Lines of
 * text show no blanks, and so always do; and where all figures are there and
 * add up, cells that belong to no column do not matter. */
static bool
has_usual_slots(const struct alignment *a, const struct row_layouts *layouts)
{
	size_t cols = (size_t)a->item->cols;

	if (a->slots == a->figures || layouts->usual_slots == 0)
		return true;
	/* Either there are no cells but figures, or each row is filled up to
	 * the width of the table. */
	if (a->slots == (layouts->exact * 10 >= layouts->flowing * 9 ? cols :
	    layouts->usual_slots))
		return true;
	return item_has_total(a->item) && a->figures == cols &&
	    sums_fit(a->figure, a->figures);
}

/* As many cells as columns, some of them blank. */
static void
place_counted(struct alignment *a)
{
	size_t column = 0;

	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		if (cell->kind == CELL_FIGURE || cell->kind == CELL_DIGITS)
			a->placement->cell[column++] = cell;
		else if (cell->kind == CELL_BLANK)
			column++;
	}
	a->placement->state = PLACEMENT_DONE;
}

void
place_flowing(struct alignment *a, const struct row_layouts *layouts)
{
	size_t cols = (size_t)a->item->cols;

	if (align_is_digits(a))
		align_digits(a);
	else if (a->slots == 0)
		a->placement->state = PLACEMENT_NONE;
	else if (!has_usual_slots(a, layouts))
		return;
	else if (a->figures == cols)
		align_all(a);
	else if (a->figures == 0 && a->slots >= cols)
		a->placement->state = PLACEMENT_DONE;
	else if (a->slots == cols)
		place_counted(a);
}
