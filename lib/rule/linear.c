#include "linear.h"

#include "base/memory.h"
#include "record/amount.h"

/* A number on the stack: a run of terms and a constant.  The runs of the
 * stack's numbers stand in order, so those of two neighbours are one. */
struct sum {
	unsigned  term;
	long long constant;
};

struct derivation {
	struct plan         *plan;
	const struct report *report;
	struct instance     *instance;
	struct sum           stack[EXPRESSION_STACK];
	int                  depth;
};

static void
add_term(struct derivation *d, unsigned number, bool previous)
{
	struct plan              *plan = d->plan;
	const struct report_cell *cell = report_cell(d->report, number);
	bool                      placed = !previous && cell != NULL &&
	    cell->source == SOURCE_TABLE;

	plan->term = memory_room(plan->term, &plan->term_room, plan->terms,
	    sizeof(*plan->term));
	plan->term[plan->terms++] = (struct linear_term){ .number = number,
	    .place = placed ? cell->place : PLACE_NONE,
	    .previous = previous };
	d->instance->is_linear &= placed;
}

static void
add_check(struct derivation *d, enum check_kind kind, struct sum sum)
{
	struct plan *plan = d->plan;

	plan->check = memory_room(plan->check, &plan->check_room, plan->checks,
	    sizeof(*plan->check));
	plan->check[plan->checks++] = (struct linear_check){ kind, sum.constant,
	    sum.term, (unsigned)plan->terms - sum.term };
	d->instance->checks++;
}

static void
negate(struct plan *plan, struct sum *a, unsigned end)
{
	for (unsigned t = a->term; t < end; t++)
		plan->term[t].negative = !plan->term[t].negative;
	a->constant = -a->constant;
}

/* The cells of a plain sum. */
static bool
push_cells(struct derivation *d, unsigned reference)
{
	const struct reference *r =
	    &d->instance->rule->condition.reference[reference];
	const struct binding   *binding =
	    &d->plan->binding[d->instance->binding + reference];

	if (r->fold != FOLD_SUM || r->earlier || r->has_fallback || binding->n == 0 ||
	    !binding->complete)
		return false;
	for (unsigned i = 0; i < binding->n; i++)
		add_term(d, d->plan->number[binding->first + i], r->previous);
	return true;
}

static bool
push(struct derivation *d, const struct instruction *i)
{
	const struct expression *e = &d->instance->rule->condition;
	struct sum              *top = &d->stack[d->depth++];

	*top = (struct sum){ .term = (unsigned)d->plan->terms };
	if (i->operation == OP_AMOUNT) {
		top->constant = e->constant[i->argument];
		return true;
	}
	return i->operation == OP_CELLS && push_cells(d, i->argument);
}

/* A comparison of the two numbers below its tolerance, which must be 0. */
static bool
compare(struct derivation *d, enum operation operation)
{
	struct plan *plan = d->plan;
	struct sum  *left, *right;

	d->depth -= 2;
	left = &d->stack[d->depth - 1];
	right = left + 1;
	if (right[1].constant != 0 || right[1].term != plan->terms)
		return false;
	if (operation == OP_AT_LEAST)
		negate(plan, left, right->term);
	else
		negate(plan, right, (unsigned)plan->terms);
	left->constant += right->constant;
	add_check(d, operation == OP_EQUAL ? CHECK_EQUAL : CHECK_AT_MOST,
	    *left);
	return true;
}

static bool
operate(struct derivation *d, enum operation operation)
{
	struct plan *plan = d->plan;
	struct sum  *top = &d->stack[d->depth - 1];

	switch (operation) {
	case OP_EQUAL: case OP_AT_MOST: case OP_AT_LEAST:
		return compare(d, operation);
	case OP_INTEGER:
		add_check(d, CHECK_INTEGER, *top);
		return true;
	case OP_SUBTRACT:
		negate(plan, top, (unsigned)plan->terms);
		/* FALLTHROUGH */
	case OP_ADD:
		top[-1].constant += top->constant;
		d->depth--;
		return true;
	case OP_OR:
		/* Its checks are alternatives, not a condition each. */
		d->instance->is_linear = false;
		/* FALLTHROUGH */
	case OP_AND:
		d->depth--;
		return true;
	default:
		return false;
	}
}

void
linear_derive(struct plan *plan, const struct report *report)
{
	struct instance         *instance =
	    &plan->instance[plan->instances - 1];
	struct derivation        d = { plan, report, instance, .depth = 0 };
	const struct expression *e = &instance->rule->condition;

	instance->check = (unsigned)plan->checks;
	instance->is_linear = true;
	for (unsigned i = 0; i < e->codes; i++) {
		enum operation operation = e->code[i].operation;

		if (operation < OP_ADD ? push(&d, &e->code[i]) :
		    operate(&d, operation))
			continue;
		instance->checks = 0;
		instance->is_linear = false;
		return;
	}
}

static bool
holds(const struct linear_check *check, const struct linear_term *term,
    const struct report *report)
{
	long long sum = check->constant;

	for (unsigned t = 0; t < check->terms; t++) {
		unsigned place = term[t].place;

		if (!report->is_plain[place])
			return false;
		sum += term[t].negative ? -report->amount[place] :
		    report->amount[place];
	}
	switch (check->kind) {
	case CHECK_EQUAL:
		return sum == 0;
	case CHECK_AT_MOST:
		return sum <= 0;
	default:
		return sum % AMOUNT_ONE == 0;
	}
}

bool
linear_holds(const struct plan *plan, unsigned i, const struct report *report)
{
	const struct instance *instance = &plan->instance[i];

	for (unsigned c = 0; c < instance->checks; c++) {
		const struct linear_check *check =
		    &plan->check[instance->check + c];

		if (!instance->is_linear ||
		    !holds(check, &plan->term[check->term], report))
			return false;
	}
	return instance->is_linear;
}

const struct report_cell *
linear_cell(const struct report *report, const struct linear_term *term)
{
	const struct report_cell *cell = report_cell(report, term->number);

	return cell != NULL && report->is_plain[term->place] &&
	    cell->state != STATE_ABSENT ? cell : NULL;
}

long long
linear_amount(const struct linear_term *term, const struct report_cell *cell)
{
	return term->negative ? -cell->value.filled : cell->value.filled;
}

/* Whether the figures of CHECK, an equality, are plain, some are blank, and with
 * blanks as 0 it does not hold. */
static bool
wants_figure(const struct linear_check *check, const struct linear_term *term,
    const struct report *report, struct blank *blank)
{
	long long sum = check->constant, sign = 1;
	unsigned  blanks = 0;

	for (unsigned t = 0; t < check->terms; t++) {
		const struct report_cell *cell =
		    linear_cell(report, &term[t]);

		if (cell == NULL)
			return false;
		sum += linear_amount(&term[t], cell);
		if (!cell->value.missing)
			continue;
		blank->cell = cell;
		sign = term[t].negative ? -1 : 1;
		blanks++;
	}
	blank->wanted = -sign * sum;
	if (blanks > 1)
		blank->cell = NULL;
	return blanks > 0 && sum != 0;
}

bool
linear_blank(const struct plan *plan, unsigned i, const struct report *report,
    struct blank *blank)
{
	const struct instance *instance = &plan->instance[i];

	for (unsigned c = 0; c < instance->checks; c++) {
		const struct linear_check *check =
		    &plan->check[instance->check + c];

		if (instance->is_linear && check->kind == CHECK_EQUAL &&
		    wants_figure(check, &plan->term[check->term], report,
		    blank))
			return true;
	}
	return false;
}
