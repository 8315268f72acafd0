#include "repair.h"

#include <stdlib.h>

#include "carried.h"
#include "copies.h"
#include "crossings.h"
#include "evidence.h"
#include "money.h"
#include "moves.h"
#include "record/amount.h"

/* Looks for one cause in each table, in the groups of its rows, in all of the
 * report. */
static void
try_causes(struct finder *f, const struct evidence *evidence)
{
	const struct report *now = evidence->now;
	struct grid         *grid = &f->grid[0], *folded = &f->grid[1];
	bool                 copied;

	carried_try(&f->repairs, &f->trial);
	grid_read(grid, &f->trial, now, f->forms, TABLES_MAX);
	copied = copies_try(&f->repairs, &f->trial, grid, evidence->before);
	for (unsigned t = 0; t < now->names->tables; t++) {
		grid_read(grid, &f->trial, now, f->forms, t);
		if (grid->rows == 0)
			continue;
		if (!copied)
			copies_try(&f->repairs, &f->trial, grid,
			    evidence->before);
		moves_try(&f->repairs, &f->trial, grid, &f->beside);
		if (grid_fold(folded, grid))
			moves_try(&f->repairs, &f->trial, folded, &f->beside);
	}
	grid_read(grid, &f->trial, now, f->forms, TABLES_MAX);
	moves_try(&f->repairs, &f->trial, grid, &f->beside);
}

/* Whether a mistake of this kind moves a table, so that it is worth telling
 * where no identity fails. */
static bool
moves_table(const struct repair *repair)
{
	return repair->slip == TYPO_COPIED_TABLE ||
	    repair->slip == TYPO_COPIED_REPORT ||
	    repair->slip == TYPO_GROUPS || repair->slip == TYPO_COLUMNS ||
	    repair->slip == TYPO_UNIT;
}

/* The failing parts that hang together with number FIRST, for one mistake
 * explains them. */
static unsigned long long
parts_with(const struct repairs *repairs, unsigned first)
{
	unsigned long long parts = 1ULL << first, before = 0;

	while (parts != before) {
		before = parts;
		for (size_t i = 0; i < repairs->n; i++)
			if (repairs->repair[i].parts & parts)
				parts |= repairs->repair[i].parts;
	}
	return parts;
}

/* How unlikely a set looks next to others of its cost. */
static unsigned
doubt_of(const struct repair_set *set, const struct system *system)
{
	static const unsigned doubt[TYPOS] = {
		[TYPO_DIGIT] = 1, [TYPO_TRANSPOSED] = 1, [TYPO_SHIFT] = 1,
		[TYPO_LOST] = 2, [TYPO_DOUBLED] = 2, [TYPO_OMITTED] = 2,
		[TYPO_OTHER] = 3,
	};
	unsigned sum = 0;

	for (size_t i = 0; i < set->cells; i++)
		sum += doubt[typo_of(system->variable[set->variable[i]].amount,
		    set->amount[i])];
	return sum;
}

/* Whether SET looks like slips of the finger, all of it. */
static bool
looks_like_slips(const struct repair_set *set, const struct system *system)
{
	for (size_t i = 0; i < set->cells; i++) {
		enum typo slip = typo_of(
		    system->variable[set->variable[i]].amount,
		    set->amount[i]);

		if (slip == TYPO_OTHER || slip == TYPO_OMITTED)
			return false;
	}
	return true;
}

/* How much it says that the cells on trial, SET, mend what OUTCOME tells:
 * nothing where as much was fitted as was mended. */
static int
evidence_for(const struct finder *f, const struct repair_set *set,
    const struct trial_outcome *outcome)
{
	if (outcome->mended <= set->cells)
		return 0;
	if (outcome->mended > 2 * set->cells ||
	    are_crossings(&f->trial, f->names) ||
	    looks_like_slips(set, &f->system))
		return EVIDENCE_LIKELY;
	return outcome->evidence - trial_fitted(&f->trial);
}

/* Keeps a set that the search found in SYSTEM. */
static void
add_set(struct finder *f, const struct repair_set *set,
    unsigned long long parts)
{
	struct trial_outcome o;

	for (size_t i = 0; i < set->cells; i++)
		trial_put(&f->trial,
		    f->system.variable[set->variable[i]].of_whole,
		    set->amount[i]);
	trial_judge(&f->trial, &o);
	repairs_add(&f->repairs, &f->trial, (struct repair){
	    .cost = set->cost, .doubt = doubt_of(set, &f->system),
	    .slip = TYPO_OTHER, .mended = o.mended,
	    .evidence = evidence_for(f, set, &o),
	    .is_error = o.is_error,
	    .parts = parts });
	trial_undo(&f->trial);
}

static int
by_likelihood(const void *left, const void *right)
{
	const struct repair *l = left, *r = right;

	if (l->cost != r->cost)
		return l->cost < r->cost ? -1 : 1;
	if (l->doubt != r->doubt)
		return l->doubt < r->doubt ? -1 : 1;
	if (l->evidence != r->evidence)
		return l->evidence > r->evidence ? -1 : 1;
	return (l->first > r->first) - (l->first < r->first);
}

bool
repairs_tie(const struct repair *first, const struct repair *second)
{
	return first->cost == second->cost && first->doubt == second->doubt &&
	    first->evidence < second->evidence + EVIDENCE_LIKELY / 2;
}

/* Whether the first repair is right: more agrees with it than could be made to
 * agree by chance, and that is not so of another one that costs as little. */
static bool
is_likely(const struct fault *fault)
{
	const struct repair *first = fault->repair;

	if (fault->is_cut || first->evidence < EVIDENCE_LIKELY)
		return false;
	for (size_t i = 1; i < fault->n; i++)
		if (first[i].cost <= first->cost && first[i].evidence >= 0)
			return false;
	return true;
}

static bool
fails_as_error(const struct finder *f)
{
	for (size_t i = 0; i < f->whole.equations; i++)
		if (f->trial.equation[i].fails &&
		    f->in[f->trial.equation[i].part] &&
		    f->whole.equation[i].origin->rule->level == LEVEL_ERROR)
			return true;
	return false;
}

/* Whether something among the candidates for PARTS moves a table; the least
 * that one of them costs into *LEAST. */
static bool
look_at_causes(const struct repairs *repairs, unsigned long long parts,
    unsigned *least)
{
	bool moved = false;

	*least = ~0U;
	for (size_t i = 0; i < repairs->n; i++) {
		const struct repair *r = &repairs->repair[i];

		if (r->parts != parts)
			continue;
		moved |= moves_table(r);
		if (r->cost < *least)
			*least = r->cost;
	}
	return moved;
}

/* Takes the repairs of PARTS that cost no more than MOST, in their order. */
static void
rank(struct fault *fault, const struct repairs *repairs,
    unsigned long long parts, unsigned most)
{
	fault->n = 0;
	for (size_t i = 0; i < repairs->n; i++)
		if (repairs->repair[i].parts == parts &&
		    repairs->repair[i].cost <= most)
			fault->repair[fault->n++] = repairs->repair[i];
	qsort(fault->repair, fault->n, sizeof(*fault->repair), by_likelihood);
}

/* Finds what mends the failing PARTS.  False: nothing need be changed. */
static bool
find_fault(struct finder *f, struct fault *fault, unsigned long long parts,
    const struct effort *effort)
{
	struct search *search = &f->search;
	unsigned       least;

	for (unsigned p = 0; p < f->parts; p++)
		f->in[p] = f->trial.bit[p] < FAILING_PARTS_MAX &&
		    parts >> f->trial.bit[p] & 1;
	if (!look_at_causes(&f->repairs, parts, &least) &&
	    !fails_as_error(f))
		return false;
	fault->is_cut = false;
	if (least == ~0U && crossings_try(&f->repairs, &f->trial, f->names,
	    f->in, parts)) {
		rank(fault, &f->repairs, parts, ~0U);
		return true;
	}
	system_take(&f->system, &f->whole, f->in);
	search_run(search, &f->system, least, effort);
	for (size_t i = 0; i < search->sets && search->set[i].cells > 0; i++)
		add_set(f, &search->set[i], parts);
	rank(fault, &f->repairs, parts, search->sets > 0 ?
	    search->set[search->sets - 1].cost : ~0U);
	/* Nothing, not even blanks filled in: more cells than are tried. */
	fault->is_cut = !search->is_complete ||
	    (fault->n == 0 && search->sets == 0);
	return fault->n > 0 || fault->is_cut;
}

/* Tells FN of the amounts of money that are in another unit: each is a fault. */
static void
find_money(struct finder *f, struct fault *fault,
    const struct evidence *evidence, fault_fn *fn, void *context)
{
	long long right;

	memset(f->in, 0, f->parts * sizeof(*f->in));
	for (size_t p = 0; p < f->trial.places; p++) {
		unsigned cell = f->trial.at[p];

		if (!money_is_scaled(&f->trial, cell, evidence->before,
		    f->forms, evidence->now->form, &right))
			continue;
		repairs_clear(&f->repairs);
		trial_put(&f->trial, cell, right);
		repairs_add(&f->repairs, &f->trial, (struct repair){
		    .cost = WEIGHT_CELL, .slip = TYPO_UNIT });
		trial_undo(&f->trial);
		fault->repair[0] = f->repairs.repair[0];
		fault->n = 1;
		fault->is_likely = true;
		fault->is_cut = false;
		fn(context, fault);
		fault->number++;
	}
}

void
faults_find(struct finder *f, const struct plan *plan,
    const struct evidence *evidence, const struct effort *effort,
    fault_fn *fn, void *context)
{
	static struct fault fault;
	unsigned long long  done = 0;

	f->names = evidence->now->names;
	repairs_clear(&f->repairs);
	system_build(&f->whole, plan, evidence);
	f->parts = system_divide(&f->whole);
	trial_begin(&f->trial, &f->whole, f->parts, evidence->now);
	fault.finder = f;
	fault.number = 1;
	f->whole.is_cut |= f->trial.failing > FAILING_PARTS_MAX;
	if (f->trial.failing > 0)
		try_causes(f, evidence);
	for (unsigned b = 0; b < f->trial.failing && b < FAILING_PARTS_MAX;
	    b++) {
		unsigned long long parts;

		if (done >> b & 1)
			continue;
		parts = parts_with(&f->repairs, b);
		done |= parts;
		if (!find_fault(f, &fault, parts, effort))
			continue;
		fault.is_likely = fault.n > 0 && is_likely(&fault);
		fn(context, &fault);
		fault.number += fault.n > 0;
	}
	if (evidence->before != NULL)
		find_money(f, &fault, evidence, fn, context);
}

/* By how much REPAIR changes cell number CELL. */
static long long
change_of(const struct finder *f, const struct repair *repair, unsigned cell)
{
	for (size_t i = 0; i < repair->cells; i++) {
		const struct change *c = &f->repairs.change[repair->first + i];

		if (c->cell == cell)
			return (c->is_unknown ? 0 : c->amount) -
			    f->trial.cell[cell].stands;
	}
	return 0;
}

bool
repair_mends(const struct fault *fault, const struct repair *repair, size_t e)
{
	const struct finder   *f = fault->finder;
	const struct equation *q = &f->whole.equation[e];
	long long              rest = q->residual;

	for (size_t t = q->first; t < q->first + q->terms; t++)
		rest -= f->whole.term[t].coefficient *
		    change_of(f, repair, f->whole.term[t].variable);
	return repair->table.p != NULL || rest == 0;
}

/* How far the figure is off: 1 and the digits of the difference. */
static unsigned
size_of(const struct trial_cell *cell, const struct change *change)
{
	long long difference = change->amount - cell->stands;
	unsigned  size = 1;

	if (change->is_unknown)
		return size;
	for (difference = difference < 0 ? -difference : difference;
	    difference >= AMOUNT_ONE; difference /= 10)
		size++;
	return size;
}

unsigned
repair_weight(const struct fault *fault, size_t number)
{
	const struct repair *r = &fault->repair[number];
	const struct finder *f = fault->finder;
	unsigned             weight = r->mended, ties = 1;

	for (size_t i = 0; i < r->cells; i++) {
		const struct change     *c =
		    &f->repairs.change[r->first + i];
		const struct trial_cell *cell = &f->trial.cell[c->cell];
		unsigned                 w = (cell->equations + 1) *
		    size_of(cell, c);

		weight = w > weight ? w : weight;
	}
	while (!fault->is_likely && ties < fault->n &&
	    fault->repair[ties].cost <= r->cost)
		ties++;
	return 100 * weight / ties;
}

void
finder_free(struct finder *f)
{
	system_free(&f->whole);
	system_free(&f->system);
	trial_free(&f->trial);
	search_free(&f->search);
	repairs_free(&f->repairs);
	beside_free(&f->beside);
}
