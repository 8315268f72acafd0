#include "place.h"

#include "base/digits.h"
#include "place_ways.h"
#include "sums.h"

/* Whether digits stand among the row's cells that are no figure: 件15. */
static bool
holds_digits(const struct alignment *a)
{
	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		for (size_t k = 0; cell->kind == CELL_TEXT && k < cell->text.n;
		    k++)
			if (is_digit(cell->text.p[k]))
				return true;
	}
	return false;
}

void
place_row(struct row_layouts *layouts, const struct table_rows *rows,
    const struct table_row *row, const struct form_item *item,
    struct placement *placement)
{
	struct alignment a = align_begin(rows, row, item, placement);

	if (a.surplus)
		place_repeated(&a);
	else if (a.figures == 0 && holds_digits(&a))
		return;
	else if (row->flowing)
		place_flowing(&a, layouts);
	else
		place_grid(&a, layouts);
	if (placement->state == PLACEMENT_DONE && item_has_total(item) &&
	    sums_show_shift(placement->cell, (size_t)item->cols))
		placement->state = PLACEMENT_UNCLEAR;
}
