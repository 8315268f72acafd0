/* What a rule's code puts on the stack: cells, lists, years. */
#include "evaluation.h"

#include "base/glob.h"
#include "list_base.h"
#include "printed.h"
#include "record/amount.h"
#include "state_count.h"

static struct interval
constant(long long amount)
{
	struct interval q = interval_point(amount);

	q.stated = q.nonzero = false;	/* says nothing of the table */
	return q;
}

/* The extremes of the several statements of one measure. */
static struct interval
fold_statements(const struct report *report, const struct report_cell *cell,
    enum fold fold)
{
	struct interval q = cell->value;

	while (cell->next != CELL_NONE) {
		cell = &report->cell[cell->next];
		q = fold == FOLD_GREATEST ?
		    interval_greater_of(q, cell->value) :
		    interval_lesser_of(q, cell->value);
	}
	return q;
}

/* The report that R means, or NULL. */
static const struct report *
report_of(const struct evidence *evidence, const struct reference *r)
{
	return r->previous ? evidence->before :
	    r->earlier ? evidence->earlier : evidence->now;
}

/* What the copies of an earlier year say in CELL.  Where they differ, a rule that
 * asks them for one figure need hold for one of them; one that asks for several
 * cannot know whose go together. */
static struct interval
past_value(const struct evaluation *run, const struct report *report,
    const struct report_cell *cell)
{
	unsigned choice = run->finding->choice;

	if (run->finding->instance->rule->condition.pasts > 1)
		return report_value(report, cell, choice);
	while (choice-- > 0 && cell->next != CELL_NONE)
		cell = &report->cell[cell->next];
	return cell->value;
}

/* Whether FOLD asks how a figure is printed. */
static bool
is_printed(enum fold fold)
{
	return fold == FOLD_DIGIT || fold == FOLD_PLAIN;
}

/* How the figure *VALUE of CELL, its statement number CHOICE, is printed.  False: of an
 * earlier report, whose text is gone. */
static bool
print_value(enum fold fold, const struct report *report,
    const struct report_cell *cell, unsigned choice, struct interval *value)
{
	if (cell->source == SOURCE_PROSE)
		while (choice-- > 0 && cell->next != CELL_NONE)
			cell = &report->cell[cell->next];
	if (cell->record == NULL)
		return false;
	*value = printed_plain(cell->record, fold == FOLD_DIGIT ?
	    printed_digit(cell->record) : *value);
	return true;
}

/* Cell NUMBER of this report, or of an earlier one.  False: no such fact. */
static bool
look_up(struct evaluation *run, const struct reference *r, unsigned number,
    struct interval *value)
{
	const struct evidence    *evidence = run->evidence;
	const struct report      *report = report_of(evidence, r);
	const struct report_cell *cell;
	long long                 lowest, highest;

	if (r->fold == FOLD_HIGHEST || r->fold == FOLD_LOWEST) {
		if (!history_range(evidence->history, number, &lowest,
		    &highest))
			return false;
		*value = interval_point(r->fold == FOLD_HIGHEST ? highest :
		    lowest);
		return true;
	}
	if (report == NULL || (cell = report_cell(report, number)) == NULL)
		return false;
	if (r->previous && run->expected != NULL &&
	    number == run->expected_number) {
		*value = *run->expected;
		return true;
	}
	if (!r->is_pattern &&
	    (r->fold == FOLD_GREATEST || r->fold == FOLD_LEAST)) {
		*value = fold_statements(report, cell, r->fold);
		return true;
	}
	if (cell->next != CELL_NONE)
		run->more = true;
	*value = report == evidence->now ?
	    report_value(report, cell, run->finding->choice) :
	    past_value(run, report, cell);
	return !is_printed(r->fold) ||
	    print_value(r->fold, report, cell, run->finding->choice, value);
}

static struct interval
join(const struct reference *r, struct interval sum, struct interval value)
{
	switch (r->fold) {
	case FOLD_GREATEST:
		return interval_greater_of(sum, value);
	case FOLD_LEAST:
		return interval_lesser_of(sum, value);
	default:
		return interval_add(sum, value);
	}
}

/* How many of the cells of BINDING FOLD counts.  False: the report has none of
 * them.  Several rules count the same whole table: that is done once. */
static bool
count_cells(struct evaluation *run, enum fold fold,
    const struct binding *binding, struct interval *sum)
{
	struct state_tally own = { .taken = false };
	struct state_tally *tally = binding->tally < TALLIES_MAX ?
	    &run->tally[binding->tally] : &own;

	if (!tally->taken)
		state_tally_take(tally, run->evidence->now,
		    run->finding->plan->number + binding->first, binding->n);
	if (tally->all > 0) {
		*sum = interval_point(tally->of[fold] * (long long)AMOUNT_ONE);
		sum->nonzero = true;	/* a table of zeros has states too */
	}
	return tally->all > 0;
}

/* All cells of reference number I.  False: the report has none. */
static bool
fold_cells(struct evaluation *run, unsigned i, struct interval *sum)
{
	const struct finding   *finding = run->finding;
	const struct reference *r =
	    &finding->instance->rule->condition.reference[i];
	const struct binding   *binding =
	    &finding->plan->binding[finding->instance->binding + i];
	const unsigned         *number = finding->plan->number + binding->first;
	bool                    found = false;
	struct interval         value;

	if (counts_states(r->fold))
		found = count_cells(run, r->fold, binding, sum);
	for (unsigned n = 0; n < binding->n && !counts_states(r->fold); n++) {
		if (!look_up(run, r, number[n], &value))
			continue;
		*sum = found ? join(r, *sum, value) : value;
		found = true;
	}
	if (!found)
		*sum = constant(r->fallback);
	else if (!binding->complete)
		*sum = interval_add(*sum, interval_unreadable(false));
	return found || r->has_fallback;
}

static bool
list_figure(const struct evaluation *run, enum list_figure figure,
    struct interval *value)
{
	if (run->list == NULL)
		return false;
	switch (figure) {
	case LIST_HEAD:
		return list_base(run->evidence->now, run->list, value);
	case LIST_PARTS:
		*value = list_parts(run->evidence->now, run->list);
		return true;
	case LIST_SHARES:
		*value = run->list->shares;
		return true;
	case LIST_COUNT:
		*value = constant(run->list->members * (long long)AMOUNT_ONE);
		return true;
	case LIST_PERCENTS:
		*value = constant(run->list->percents * (long long)AMOUNT_ONE);
		return true;
	case LIST_EXHAUSTIVE:
		*value = constant(run->list->exhaustive * AMOUNT_ONE);
		return true;
	case LIST_LINKED:
		*value = constant(run->list->linked * AMOUNT_ONE);
		return true;
	case LIST_RESULTS:
		*value = constant((run->list->family == FAMILY_RESULTS) *
		    AMOUNT_ONE);
		return true;
	case LIST_PART:
		return run->member != NULL && list_part(run->evidence->now,
		    run->list, run->member, value);
	case LIST_SHARE:
		if (run->member != NULL)
			*value = run->member->value;
		return run->member != NULL;
	case LIST_DIGIT:
		if (run->member != NULL)
			*value = printed_digit(run->member->record);
		return run->member != NULL;
	default:
		return false;
	}
}

/* Whether the text of the reference matches one of the globs a|b. */
static bool
like(const struct evaluation *run, const struct instruction *i,
    struct interval *truth)
{
	const struct finding     *finding = run->finding;
	const struct expression  *e = &finding->instance->rule->condition;
	struct slice              globs = e->text[i->second], glob;
	struct slice              text;
	const struct report_cell *cell;
	bool                      matches = false;

	if (i->argument == ORG_REFERENCE)
		text = run->evidence->now->org;
	else {
		const struct binding *binding = &finding->plan->binding
		    [finding->instance->binding + i->argument];

		if (binding->n == 0 || (cell = report_cell(run->evidence->now,
		    finding->plan->number[binding->first])) == NULL)
			return false;
		text = cell->record->field[FACT_RAW];
	}
	while (slice_cut(&globs, '|', &glob))
		matches |= glob_matches(glob, text, '\0');
	*truth = constant(matches);
	return true;
}

/* How many figures of the tables other than 0 are as in the last report, or
 * are not. */
static bool
compare_years(const struct evaluation *run, bool same, struct interval *count)
{
	const struct report *now = run->evidence->now;
	long long            n = 0;

	if (run->evidence->before == NULL)
		return false;
	for (size_t i = 0; i < now->cells; i++) {
		const struct report_cell *cell = &now->cell[i], *last;

		if (cell->source != SOURCE_TABLE)
			continue;
		last = report_cell(run->evidence->before, cell->number);
		if (last == NULL ||
		    (!cell->value.nonzero && !last->value.nonzero))
			continue;
		n += same == (last->value.lo == cell->value.lo &&
		    last->value.hi == cell->value.hi);
	}
	*count = constant(n * AMOUNT_ONE);
	return true;
}

/* How many figures the report states, in its tables and its sentences. */
static struct interval
count_figures(const struct report *report)
{
	long long n = (long long)report->lists.members;

	for (size_t i = 0; i < report->cells; i++)
		n += report->cell[i].source != SOURCE_STRUCTURE &&
		    !report->cell[i].is_member &&
		    state_counts(FOLD_COUNT, report, &report->cell[i]);
	return constant(n * AMOUNT_ONE);
}

bool
evaluation_push(struct evaluation *run, const struct instruction *i)
{
	const struct expression *e = &run->finding->instance->rule->condition;
	const struct report     *now = run->evidence->now;
	struct interval         *top = &run->stack[run->depth++];
	long long                amount;

	switch (i->operation) {
	case OP_AMOUNT:
		*top = constant(e->constant[i->argument]);
		return true;
	case OP_CELLS:
		return fold_cells(run, i->argument, top);
	case OP_LIKE:
		return like(run, i, top);
	case OP_LIST:
		return list_figure(run, (enum list_figure)i->argument, top);
	case OP_SINCE:
		if (run->evidence->earlier == NULL)
			return false;
		*top = constant((now->year - run->evidence->earlier->year) *
		    (long long)AMOUNT_ONE);
		return true;
	case OP_REPEATED:
	case OP_DIFFERING:
		return compare_years(run, i->operation == OP_REPEATED, top);
	case OP_FIGURES:
		*top = count_figures(now);
		return true;
	case OP_YEAR:
		*top = constant(now->year * (long long)AMOUNT_ONE);
		return now->year > 0;
	default:
		*top = constant(amount_parse(now->form, &amount) ? amount : 0);
		return true;
	}
}
