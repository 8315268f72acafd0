#include "candidates.h"

#include <stdlib.h>

#include "base/memory.h"

void
repairs_clear(struct repairs *repairs)
{
	repairs->n = repairs->changes = 0;
	repairs->is_cut = false;
}

/* Writes down the cells moved that do not say what they should. */
static void
add_changes(struct repairs *repairs, const struct trial *t,
    struct repair *repair)
{
	repair->first = repairs->changes;
	for (size_t i = 0; i < t->moves; i++) {
		const struct trial_cell *c = &t->cell[t->moved[i]];
		struct change            change = { t->moved[i], c->now,
		    c->is_free || c->is_lost };

		if (c->cell == NULL || (change.is_unknown ?
		    c->stands_free || c->is_lost :
		    !c->stands_free && c->now == c->stands))
			continue;
		*MEMORY_APPEND(repairs->change, repairs->changes,
		    repairs->change_room) = change;
		repair->cells++;
	}
}

static bool
has_change(const struct repairs *repairs, const struct repair *repair,
    const struct change *wanted)
{
	for (size_t i = 0; i < repair->cells; i++) {
		const struct change *change =
		    &repairs->change[repair->first + i];

		if (change->cell == wanted->cell)
			return change->amount == wanted->amount &&
			    change->is_unknown == wanted->is_unknown;
	}
	return false;
}

/* Whether two repairs change the same cells, each of them once, to the same. */
static bool
change_the_same(const struct repairs *repairs, const struct repair *a,
    const struct repair *b)
{
	if ((a->table.p != NULL) != (b->table.p != NULL) ||
	    a->cells != b->cells || !slice_eq(a->table, b->table))
		return false;
	for (size_t i = 0; i < a->cells; i++)
		if (!has_change(repairs, b, &repairs->change[a->first + i]))
			return false;
	return true;
}

void
repairs_add(struct repairs *repairs, const struct trial *trial,
    struct repair repair)
{
	size_t changes = repairs->changes;

	if (repair.table.p == NULL)
		add_changes(repairs, trial, &repair);
	for (size_t i = 0; i < repairs->n; i++) {
		struct repair *other = &repairs->repair[i];

		if (other->parts != repair.parts ||
		    !change_the_same(repairs, other, &repair))
			continue;
		if (repair.cost < other->cost)
			*other = repair;
		else
			repairs->changes = changes;
		return;
	}
	if (repairs->n == CANDIDATES_MAX) {
		repairs->is_cut = true;
		repairs->changes = changes;
		return;
	}
	*MEMORY_APPEND(repairs->repair, repairs->n, repairs->room) = repair;
}

/* Whether what was mended is worth telling. */
static bool
is_worth_it(const struct trial_outcome *o, const struct supposed *supposed)
{
	bool joins = (o->parts & (o->parts - 1)) != 0;

	/* What looks like a mistake, but accounts for one figure, is a slip. */
	if (supposed->is_evident)
		return o->settled > 1 || o->evidence > 0;
	return o->evidence >
	    (joins || supposed->is_doubtful ? supposed->choice : 0);
}

void
repairs_try(struct repairs *repairs, struct trial *trial,
    const struct supposed *supposed)
{
	struct trial_outcome o;

	if (trial->moves > 0 && trial_judge(trial, &o) &&
	    is_worth_it(&o, supposed))
		repairs_add(repairs, trial, (struct repair){
		    .cost = supposed->cost + o.left * WEIGHT_EVIDENCE,
		    .slip = supposed->slip, .mended = o.mended,
		    .evidence = o.evidence - supposed->choice,
		    .is_error = o.is_error, .parts = o.parts });
	trial_undo(trial);
}

void
repairs_free(struct repairs *repairs)
{
	free(repairs->repair);
	free(repairs->change);
}
