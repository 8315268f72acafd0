#include "row_totals.h"

#include "alignment.h"
#include "column_sums.h"
#include "sums.h"

enum { ROWS_MIN = 3, PARTS_MIN = 2 };

/* Whether every item of MATCH that prints figures has a total. */
static bool
have_totals(const struct match *match)
{
	for (size_t i = 0; i < match->items; i++)
		if (!match_item(match, i)->heading &&
		    !item_has_total(match_item(match, i)))
			return false;
	return match->items > 0;
}

/* Whether the figures of ROW are parts and their sum; TOTAL becomes that, and
 * *FULL is raised when PARTS_MIN of the parts are more than nothing. */
static bool
reads_as_sum(const struct table_rows *rows, const struct table_row *row,
    const struct table_cell **total, unsigned *full)
{
	long long sum = 0, last = 0;
	unsigned  parts = 0;
	size_t    figures = 0;

	*total = NULL;
	for (size_t i = row->first; i < row->end; i++) {
		const struct table_cell *cell = &rows->cells->cell[i];

		if (cell->kind == CELL_DIGITS)
			return false;
		if (cell->kind != CELL_FIGURE)
			continue;
		sum += last;
		parts += last > 0;
		last = sums_whole(cell);
		if (last == SUMS_NO_NUMBER)
			return false;
		*total = cell;
		figures++;
	}
	if (*total == NULL || last != sum ||
	    (*total)->figure.state != FIGURE_NUMBER)
		return false;
	*full += parts >= PARTS_MIN;
	return figures > 1 || sum == 0;
}

/* The one row of item number I that has figures; NO_ROW if none has, *MANY set
 * if several have. */
static size_t
figured_row(const struct match *match, size_t i, bool *many)
{
	size_t found = NO_ROW;

	for (size_t r = match->first[i]; r != NO_ROW; r = match->next[r]) {
		if (match->rows->row[r].figures == 0)
			continue;
		*many |= found != NO_ROW;
		found = r;
	}
	return found;
}

/* Whether figures that no item claims stand among the rows of MATCH. */
static bool
has_orphans(const struct match *match)
{
	size_t first = NO_ROW, last = 0;

	for (size_t r = 0; r < match->rows->count; r++)
		if (match->item_of_row[r] != NO_ITEM) {
			first = first == NO_ROW ? r : first;
			last = r;
		}
	for (size_t r = first; first != NO_ROW && r <= last; r++)
		if (match->item_of_row[r] == NO_ITEM &&
		    match->rows->row[r].figures > 0)
			return true;
	return false;
}

/* Reads the total of every row.  Returns whether all rows read as sums. */
static bool
read_totals(const struct match *match, struct row_totals *totals)
{
	unsigned full = 0;

	for (size_t i = 0; i < match->items; i++) {
		bool   many = false;
		size_t r = figured_row(match, i, &many);

		if (many || (r != NO_ROW && match_item(match, i)->heading))
			return false;
		if (r != NO_ROW && !reads_as_sum(match->rows,
		    &match->rows->row[r], &totals->total[i], &full))
			return false;
	}
	return full >= ROWS_MIN;
}

/* Whether the totals of items before the sum's group and in it agree with it. */
static bool
add_up(const struct match *match, const struct row_totals *totals)
{
	struct column_sums sums;
	long long          parts = 0, flow = 0;

	if (!column_sums_find(match, &sums) ||
	    totals->total[match_summing_item(match)] == NULL)
		return false;
	for (size_t i = 0; i < match->items; i++) {
		long long total = sums_whole(totals->total[i]);

		parts += role_amount(sums.parts[i], total);
		flow += role_amount(sums.flow[i], total);
	}
	return parts == 0 && flow == 0;
}

void
row_totals_find(const struct match *match, struct row_totals *totals)
{
	*totals = (struct row_totals){ .proved = false };
	totals->proved = have_totals(match) && !has_orphans(match) &&
	    read_totals(match, totals) && add_up(match, totals);
}
