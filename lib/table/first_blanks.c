#include "first_blanks.h"

#include "column_sums.h"
#include "sums.h"

/* The only item with a ROLE whose row is doubtful; NO_ITEM if there is none, or
 * several, or another's row is not read. */
static size_t
doubtful_item(const struct match *match, const struct item_reading reading[],
    const enum role role[])
{
	size_t found = NO_ITEM;

	for (size_t i = 0; i < match->items; i++) {
		enum placement_state state = reading[i].placement.state;

		if (role[i] == ROLE_NONE || state == PLACEMENT_DONE)
			continue;
		if (state != PLACEMENT_DOUBTFUL || found != NO_ITEM)
			return NO_ITEM;
		found = i;
	}
	return found;
}

/* What COLUMN adds up to, by ROLE.  Returns false if a figure is no whole number. */
static bool
add_column(const struct match *match, const struct item_reading reading[],
    const enum role role[], int column, long long *sum)
{
	*sum = 0;
	for (size_t i = 0; i < match->items; i++) {
		long long n;

		if (role[i] == ROLE_NONE)
			continue;
		n = sums_whole(reading[i].placement.cell[column]);
		if (n == SUMS_NO_NUMBER)
			return false;
		*sum += role_amount(role[i], n);
	}
	return true;
}

static void
prove(const struct match *match, struct item_reading reading[],
    const enum role role[])
{
	size_t            i = doubtful_item(match, reading, role);
	struct placement *row;
	int               total;
	long long         first, last;

	if (i == NO_ITEM)
		return;
	row = &reading[i].placement;
	total = match_item(match, i)->cols - 1;
	if (add_column(match, reading, role, 0, &first) &&
	    add_column(match, reading, role, total, &last) && last == 0 &&
	    first + role_amount(role[i],
	    sums_left_for_first(row->cell, (size_t)total + 1)) == 0)
		row->state = PLACEMENT_DONE;
}

void
first_blanks_prove(const struct match *match, struct item_reading reading[])
{
	struct column_sums sums;

	if (!column_sums_find(match, &sums))
		return;
	prove(match, reading, sums.parts);
	prove(match, reading, sums.flow);
	prove(match, reading, sums.parts);
}
