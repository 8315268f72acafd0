#include "item_reading.h"

#include "base/digits.h"
#include "digit_run.h"
#include "place.h"
#include "sums.h"

static struct slice
cell_text(const struct table_cell *cell)
{
	return cell != NULL ? cell->text : (struct slice){ "", 0 };
}

static bool
same_figures(const struct placement *a, const struct placement *b, int cols)
{
	for (int i = 0; i < cols; i++)
		if (!slice_eq(cell_text(a->cell[i]), cell_text(b->cell[i])))
			return false;
	return true;
}

static bool
has_figures(const struct placement *placement, int cols)
{
	for (int i = 0; i < cols; i++)
		if (placement->cell[i] != NULL)
			return true;
	return false;
}

bool
item_has_figures(const struct item_reading *reading, int cols)
{
	return has_figures(&reading->placement, cols);
}

/* Whether ITEM has a total, which is the sum of all its other cells. */
static bool
is_proven(const struct form_item *item, const struct placement *placement)
{
	return item_has_total(item) &&
	    sums_prove(placement->cell, (size_t)item->cols);
}

/* Whether ROW says more than the one in READING, which nobody could place: printed twice,
 * one of them took in figures, or lost some. */
static bool
contradicts(const struct item_reading *reading, const struct form_item *item,
    const struct placement *placement, const struct table_row *row)
{
	return reading->row != NULL && reading->row->flowing && row->flowing &&
	    reading->row->stretch == row->stretch &&
	    reading->row->figures > 0 && row->figures > reading->row->figures &&
	    !is_proven(item, placement);
}

/* Adds what PLACEMENT of ROW says to READING.  A block printed twice agrees
 * with itself; two that differ are nobody's to choose from. */
static void
add_placement(struct item_reading *reading, const struct form_item *item,
    const struct placement *placement, const struct table_row *row)
{
	bool had = reading->placement.state == PLACEMENT_DONE;
	bool has = placement->state == PLACEMENT_DONE;
	bool agree;

	if (!had && has && contradicts(reading, item, placement, row))
		return;
	if (reading->row == NULL || (!had && has) ||
	    (had && !has_figures(&reading->placement, item->cols))) {
		*reading = (struct item_reading){ *placement, row };
		return;
	}
	agree = same_figures(&reading->placement, placement, item->cols);
	if (!agree && (!had || (has && has_figures(placement, item->cols))))
		reading->placement.state = PLACEMENT_UNCLEAR;
}

/* Whether CELL and the one before it, on one line, may be one figure whose thousands a
 * blank parts; of digits that run together it may be the last of several. */
static bool
goes_on(const struct table_cell *cell)
{
	if (cell->kind == CELL_DIGITS || cell[-1].kind == CELL_DIGITS)
		return digit_run_may_go_on(cell - 1, cell);
	return cell->kind == CELL_FIGURE && cell[-1].kind == CELL_FIGURE &&
	    slice_eq(cell->loc, cell[-1].loc) &&
	    digits_may_be_parted(cell[-1].text, cell->text);
}

/* Whether blanks may have vanished from ROW of COLS columns: in other rows of its table
 * they have, or in another table, and this one has few such rows. */
static bool
may_have_lost_blanks(const struct match *match, const struct table_row *row, int cols)
{
	enum { ENOUGH = 5 };
	const struct cells *cells = match->rows->cells;

	return match->layouts.lossy || cells->blank_lines ||
	    cells->row[row->cell_row].in_run || (match->lossy &&
	    match->layouts.rows_with[cols] < ENOUGH);
}

/* Whether two figures of ROW may be one: by their number alone, with blanks vanished,
 * nobody can tell, nor where they stand closer than all others. */
static bool
may_be_parted(const struct match *match, const struct table_row *row, int cols)
{
	const struct table_cell *cell = match->rows->cells->cell;
	bool                     lost = may_have_lost_blanks(match, row, cols);

	for (size_t i = row->first + 1; row->flowing && i < row->end; i++)
		if ((lost || cell[i].near) && goes_on(&cell[i]))
			return true;
	return false;
}

struct item_reading
item_read(struct match *match, size_t i, const struct form_item *item,
    const struct orphans *orphans)
{
	struct item_reading reading = { .row = NULL };

	for (size_t r = match->first[i]; r != NO_ROW; r = match->next[r]) {
		const struct table_row *row = &match->rows->row[r];
		struct placement        placement;

		place_row(&match->layouts, match->rows, row, item, &placement);
		/* Its figures run into its label. */
		if (row->figures == 0 && rows_have_figures(match->rows, row))
			placement.state = PLACEMENT_UNCLEAR;
		if (placement.state == PLACEMENT_NONE)
			continue;
		if (row->apart && match_before_gap(match, i))
			placement.state = PLACEMENT_UNCLEAR;
		if ((row->figures == 0 ||
		    orphans_may_follow(match, row, item,
		    placement.cell)) &&
		    (orphans_beside(match, r) ||
		    (row->figures == 0 && orphans->astray) ||
		    (row->figures > 0 && match_before_gap(match, i))))
			placement.state = PLACEMENT_UNCLEAR;
		/* Labels stand above each other, and their figures elsewhere:
		 * with others right behind, a sum tells not whose they are. */
		if (orphans_in_one_cell(match, r) ||
		    (orphans_below_label(match, r) && (orphans_beside(match, r) ||
		    (orphans->any && !is_proven(item, &placement)))))
			placement.state = PLACEMENT_UNCLEAR;
		if (may_be_parted(match, row, item->cols) &&
		    !is_proven(item, &placement))
			placement.state = PLACEMENT_UNCLEAR;
		/* Its digits may go on with those of a lost label. */
		if (orphans->strewn && match->lossy && match->rows->cells->row[
		    row->cell_row].in_run && !is_proven(item, &placement))
			placement.state = PLACEMENT_UNCLEAR;
		add_placement(&reading, item, &placement, row);
	}
	if (reading.row == NULL && !item->heading && orphans->of[i] != NO_ROW)
		reading = (struct item_reading){ .row =
			&match->rows->row[orphans->of[i]],
			.placement.state = PLACEMENT_UNCLEAR };
	return reading;
}
