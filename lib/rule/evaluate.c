#include "evaluate.h"

#include "evaluation.h"
#include "linear.h"
#include "record/amount.h"

const char *const verdict_name[VERDICT_NONE] = {
	[VERDICT_FAIL] = "fail", [VERDICT_UNKNOWN] = "unknown",
	[VERDICT_VACUOUS] = "vacuous", [VERDICT_PASS] = "pass",
};

enum { CHOICES_TRIED = 8 };

static struct interval
compare(enum operation operation, struct interval left, struct interval right,
    struct interval tolerance)
{
	switch (operation) {
	case OP_EQUAL:
		return interval_equal(left, right, tolerance);
	case OP_UNEQUAL:
		return interval_not(interval_equal(left, right, tolerance));
	case OP_AT_MOST:
		return interval_at_most(left, right, tolerance);
	case OP_AT_LEAST:
		return interval_at_most(right, left, tolerance);
	case OP_BELOW:
		return interval_below(left, right);
	default:
		return interval_below(right, left);
	}
}

/* The sides that a finding shows: of the first comparison behind => that does
 * not hold. */
static void
note_sides(struct evaluation *run, unsigned short at, struct interval left,
    struct interval right, struct interval truth)
{
	if (run->compared ||
	    at < run->finding->instance->rule->condition.consequent)
		return;
	run->finding->left = left;
	run->finding->right = right;
	run->compared = !interval_holds(truth);
}

static struct interval
date_of(struct interval year, struct interval month, struct interval day)
{
	struct interval hundred = interval_point(100LL * AMOUNT_ONE);

	return interval_add(interval_multiply(interval_add(interval_multiply(
	    year, hundred), month), hundred), day);
}

/* Operations on what the stack holds. */
static void
operate(struct evaluation *run, const struct instruction *i, unsigned short at)
{
	struct interval *a = &run->stack[run->depth - 1], left, right, truth;

	switch (i->operation) {
	case OP_NEGATIVE:
		*a = interval_negative(*a);
		return;
	case OP_INTEGER:
		*a = interval_integer(*a);
		return;
	case OP_NOT:
		*a = interval_not(*a);
		return;
	case OP_DATE:
		run->depth -= 2;
		a[-2] = date_of(a[-2], a[-1], a[0]);
		return;
	case OP_EQUAL: case OP_UNEQUAL: case OP_AT_MOST: case OP_AT_LEAST:
	case OP_BELOW: case OP_ABOVE:
		run->depth -= 2;
		truth = compare(i->operation, a[-2], a[-1], a[0]);
		note_sides(run, at, a[-2], a[-1], truth);
		a[-2] = truth;
		return;
	default:
		break;
	}
	run->depth--;
	a--;
	left = a[0];
	right = a[1];
	switch (i->operation) {
	case OP_ADD:
		*a = interval_add(left, right);
		break;
	case OP_SUBTRACT:
		*a = interval_subtract(left, right);
		break;
	case OP_MULTIPLY:
		*a = interval_multiply(left, right);
		break;
	case OP_DIVIDE:
		*a = interval_divide(left, right);
		break;
	case OP_GREATER:
	case OP_OR:
		*a = interval_greater_of(left, right);
		break;
	case OP_LESSER:
	case OP_AND:
		*a = interval_lesser_of(left, right);
		break;
	default:
		run->vacuous |= interval_fails(left);
		*a = interval_greater_of(interval_not(left), right);
	}
}

/* Whether the table that RUN's rule is about says nothing but 0. */
static bool
is_idle(const struct evaluation *run, struct interval truth)
{
	const struct finding *finding = run->finding;
	const struct report  *now = run->evidence->now;
	const struct binding *binding;

	if (run->vacuous)
		return true;
	if (truth.nonzero || finding->instance->rule->condition.references == 0)
		return false;
	binding = &finding->plan->binding[finding->instance->binding];
	return binding->n > 0 && !(now->nonzero_tables >> now->names->name
	    [finding->plan->number[binding->first]].table & 1);
}

/* Whether what is behind => cannot make the rule fail, and nobody wants to know
 * more: the premise, all of what is before it, is false. */
static bool
nothing_follows(const struct evaluation *run)
{
	const struct expression *e = &run->finding->instance->rule->condition;

	return !run->all && run->depth == 1 && interval_fails(run->stack[0]) &&
	    e->code[e->codes - 1].operation == OP_IMPLIES;
}

static enum verdict
run_code(struct evaluation *run)
{
	const struct expression *e = &run->finding->instance->rule->condition;
	struct interval          truth;

	run->depth = 0;
	run->compared = run->more = run->vacuous = false;
	for (unsigned short i = 0; i < e->codes; i++) {
		if (i == e->consequent && nothing_follows(run))
			return VERDICT_VACUOUS;
		if (e->code[i].operation >= OP_ADD)
			operate(run, &e->code[i], i);
		else if (!evaluation_push(run, &e->code[i]))
			return VERDICT_NONE;
	}
	truth = run->stack[0];
	if (interval_fails(truth))
		return VERDICT_FAIL;
	run->finding->filled = !interval_holds(truth);
	if (!interval_holds(truth) && (truth.filled <= 0 || truth.unreadable))
		return VERDICT_UNKNOWN;
	if (is_idle(run, truth))
		return VERDICT_VACUOUS;
	/* Blanks alone are no zeros. */
	return run->finding->filled && !truth.stated ? VERDICT_UNKNOWN :
	    VERDICT_PASS;
}

/* What sentences say several times need be right once. */
static void
try_statements(struct evaluation *run)
{
	struct finding *finding = run->finding;
	struct finding  first;

	finding->choice = 0;
	finding->verdict = run_code(run);
	if (!run->more || finding->verdict != VERDICT_FAIL)
		return;
	first = *finding;
	while (finding->verdict == VERDICT_FAIL && run->more &&
	    ++finding->choice < CHOICES_TRIED)
		finding->verdict = run_code(run);
	if (finding->verdict == VERDICT_FAIL)
		*finding = first;
}

/* A chain of years that breaks: if it holds with what the figure of last year
 * should have been, the break has been told already. */
static void
try_expected(struct evaluation *run)
{
	struct finding        *finding = run->finding;
	const struct instance *instance = finding->instance;
	const struct binding  *binding =
	    &finding->plan->binding[instance->binding];
	struct finding         first = *finding;
	unsigned               number;

	if (binding->n != 1)
		return;
	number = finding->plan->number[binding->first];
	run->expected = history_expected(run->evidence->history,
	    instance->rule, number);
	run->expected_number = number;
	if (run->expected != NULL)
		finding->verdict = run_code(run);
	run->expected = NULL;
	if (finding->verdict != VERDICT_FAIL)
		return;
	*finding = first;
	history_expect(run->evidence->history, instance->rule, number,
	    finding->right);
}

/* A blank may be any figure, and so leaves an identity open; one that wants more
 * than 0 of it says that a figure is left out. */
static void
try_blanks(struct finding *finding)
{
	unsigned i = (unsigned)(finding->instance - finding->plan->instance);

	finding->is_blank = finding->verdict == VERDICT_UNKNOWN &&
	    linear_blank(finding->plan, i, finding->evidence->now,
	    &finding->blank);
	if (!finding->is_blank)
		return;
	finding->verdict = VERDICT_FAIL;
	finding->left = interval_point(finding->left.filled);
	finding->right = interval_point(finding->right.filled);
}

static void
judge(struct evaluation *run, bool all, finding_fn *fn, void *context)
{
	struct finding *finding = run->finding;

	finding->list = run->list;
	finding->member = run->member;
	finding->filled = false;
	finding->left = finding->right = interval_point(0);
	try_statements(run);
	if (finding->verdict == VERDICT_FAIL &&
	    finding->instance->rule->condition.uses_previous)
		try_expected(run);
	try_blanks(finding);
	if (finding->verdict == VERDICT_FAIL ||
	    (all && finding->verdict != VERDICT_NONE))
		fn(context, finding);
}

static void
judge_lists(struct evaluation *run, bool all, finding_fn *fn, void *context)
{
	const struct report *now = run->evidence->now;
	bool                 shares =
	    run->finding->instance->rule->range == RANGE_SHARE;

	for (size_t i = 0; i < now->lists.n; i++) {
		run->list = &now->lists.list[i];
		if (!shares) {
			judge(run, all, fn, context);
			continue;
		}
		for (size_t m = run->list->from; m < run->list->to; m++) {
			run->member = &now->lists.member[m];
			if (run->member->is_share)
				judge(run, all, fn, context);
		}
		run->member = NULL;
	}
	run->list = NULL;
}

/* Whether INSTANCE wants no verdict here: earlier years or a cell that are not
 * known, or a common case that holds where only failures are asked for. */
static bool
is_done(const struct plan *plan, unsigned i, const struct evidence *evidence,
    bool all)
{
	const struct instance   *instance = &plan->instance[i];
	const struct expression *e = &instance->rule->condition;

	if ((e->needs_previous && evidence->before == NULL) ||
	    (e->uses_history && !evidence->history->is_known) ||
	    (instance->needs != NAMES_NONE &&
	    report_cell(evidence->now, instance->needs) == NULL))
		return true;
	return !all && linear_holds(plan, i, evidence->now);
}

void
evaluate(const struct plan *plan, const struct evidence *evidence, bool all,
    finding_fn *fn, void *context)
{
	struct finding    finding = { .plan = plan, .evidence = evidence };
	struct evaluation run = { .evidence = evidence, .finding = &finding,
	    .all = all };

	for (unsigned i = 0; i < plan->instances; i++) {
		enum rule_range range = plan->instance[i].rule->range;

		if (is_done(plan, i, evidence, all))
			continue;
		finding.instance = &plan->instance[i];
		if (range == RANGE_LIST || range == RANGE_SHARE)
			judge_lists(&run, all, fn, context);
		else
			judge(&run, all, fn, context);
	}
}
