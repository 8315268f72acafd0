#include "list_base.h"

#include "printed.h"
#include "record/amount.h"

/* Whether A may be what B is for certain. */
static bool
covers(struct interval a, struct interval b)
{
	return a.lo <= b.lo && b.hi <= a.hi;
}

static struct interval
whole(long long n)
{
	return interval_point(n * (long long)AMOUNT_ONE);
}

bool
list_part(const struct report *report, const struct prose_list *list,
    const struct list_member *share, struct interval *part)
{
	for (size_t i = list->from; i < list->to; i++) {
		const struct list_member *l = &report->lists.member[i];

		if (!l->is_share && !l->is_lost && slice_eq(l->record->field[FACT_COL],
		    share->record->field[FACT_COL])) {
			*part = l->value;
			return true;
		}
	}
	return false;
}

/* The statement of the measure of HEAD that may be SUM: the report may have
 * several; HEAD if none is. */
static const struct report_cell *
statement_of(const struct report *report, const struct report_cell *head,
    struct interval sum)
{
	const struct report_cell *cell = report_cell(report, head->number);

	while (!covers(cell->value, sum)) {
		if (cell->next == CELL_NONE)
			return head;
		cell = &report->cell[cell->next];
	}
	return cell;
}

/* Whether a sentence of the paragraph LOC states SUM, or what SUM lacks of
 * HEAD: then the list is a part of what HEAD counts; or what both make: then HEAD
 * is one of the parts. */
static bool
is_made_up(const struct report *report, struct slice loc, struct interval head,
    struct interval sum)
{
	for (size_t i = 0; i < report->cells; i++) {
		const struct report_cell *cell = &report->cell[i];

		if (cell->source == SOURCE_PROSE && !cell->is_member &&
		    cell->value.nonzero &&
		    slice_eq(cell->record->field[FACT_LOC], loc) &&
		    (covers(cell->value, sum) ||
		    covers(cell->value, interval_add(head, sum)) ||
		    covers(head, interval_add(cell->value, sum))))
			return true;
	}
	return false;
}

/* Of how many members of LIST the share is one of BASE. */
static unsigned
count_shares_of(const struct report *report, const struct prose_list *list,
    struct interval base)
{
	unsigned fitting = 0;

	for (size_t i = list->from; i < list->to; i++) {
		const struct list_member *l = &report->lists.member[i];
		struct interval           part;

		if (!l->is_share || !list_part(report, list, l, &part))
			continue;
		part = interval_divide(interval_multiply(whole(100), part),
		    base);
		fitting += interval_holds(interval_equal(l->value, part,
		    printed_digit(l->record)));
	}
	return fitting;
}

/* Whether two members and more have shares, and all are shares of BASE. */
static bool
shares_fit(const struct report *report, const struct prose_list *list,
    struct interval base)
{
	return list->percents >= 2 &&
	    count_shares_of(report, list, base) == list->percents;
}

bool
list_base(const struct report *report, const struct prose_list *list,
    struct interval *base)
{
	const struct report_cell *head;
	struct interval           sum = list->parts;
	struct slice              loc =
	    report->lists.member[list->from].record->field[FACT_LOC];

	if (list->head == CELL_NONE)
		return false;
	head = &report->cell[list->head];
	*base = head->value;
	if (count_shares_of(report, list, *base) >
	    count_shares_of(report, list, sum))
		return true;
	*base = statement_of(report, head, sum)->value;
	if (!covers(*base, sum) && !shares_fit(report, list, *base) &&
	    (shares_fit(report, list, sum) ||
	    is_made_up(report, loc, *base, sum)))
		*base = sum;
	if (sum.lo > base->hi && list->whole != CELL_NONE &&
	    sum.hi <= report->cell[list->whole].value.hi)
		*base = report->cell[list->whole].value;
	return true;
}

struct interval
list_parts(const struct report *report, const struct prose_list *list)
{
	struct interval sum = whole(0), base;
	bool            based = list_base(report, list, &base);

	for (size_t i = list->from; i < list->to; i++) {
		const struct list_member *l = &report->lists.member[i];

		if (l->is_share || l->is_lost)
			continue;
		sum = interval_add(sum, l->value);
		if (list->members > 1 && based && covers(base, sum))
			return sum;
	}
	return list->lost ? interval_add(sum, interval_unreadable(false)) : sum;
}
