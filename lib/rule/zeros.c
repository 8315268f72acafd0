#include "zeros.h"

#include "linear.h"

/* Whether CELL is blank and may be anything yet. */
static bool
is_open(const struct report_cell *cell)
{
	return cell->value.missing && !cell->is_zero;
}

/* Whether CHECK, an equality, has blanks, all on one side, and leaves nothing for
 * them. */
static bool
leaves_nothing(const struct linear_check *check,
    const struct linear_term *term, const struct report *report)
{
	long long sum = check->constant;
	unsigned  blanks = 0, negative = 0;

	for (unsigned t = 0; t < check->terms; t++) {
		const struct report_cell *cell =
		    linear_cell(report, &term[t]);

		if (cell == NULL)
			return false;
		sum += linear_amount(&term[t], cell);
		blanks += is_open(cell);
		negative += is_open(cell) && term[t].negative;
	}
	return sum == 0 && blanks > 0 && (negative == 0 || negative == blanks);
}

static void
mark(const struct linear_check *check, const struct linear_term *term,
    struct report *report)
{
	for (unsigned t = 0; t < check->terms; t++) {
		struct report_cell *cell =
		    report_cell_in(report, term[t].number);

		cell->is_zero = cell->is_zero || is_open(cell);
	}
}

/* Marks what the sums of INSTANCE show to be 0.  Returns whether there is any. */
static bool
mark_zeros(const struct plan *plan, const struct instance *instance,
    struct report *report)
{
	bool any = false;

	if (!instance->is_linear || instance->rule->level != LEVEL_ERROR)
		return false;
	for (unsigned c = 0; c < instance->checks; c++) {
		const struct linear_check *check =
		    &plan->check[instance->check + c];
		const struct linear_term  *term = &plan->term[check->term];

		if (check->kind != CHECK_EQUAL ||
		    !leaves_nothing(check, term, report))
			continue;
		mark(check, term, report);
		any = true;
	}
	return any;
}

void
zeros_find(const struct plan *plan, struct report *report)
{
	bool any = report->has_blanks;

	while (any) {
		any = false;
		for (unsigned i = 0; i < plan->instances; i++)
			any |= mark_zeros(plan, &plan->instance[i], report);
	}
}
