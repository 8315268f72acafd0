#include "crossings.h"

#include "evidence.h"

/* Whether the failing equation E runs along the row, or DOWN the column, of
 * NAME. */
static bool
runs_through(const struct trial *t, const struct names *names, size_t e,
    const struct cell_name *name, bool down)
{
	const struct equation *q = &t->system->equation[e];

	for (size_t k = q->first; k < q->first + q->terms; k++) {
		unsigned                number = t->system->variable
		    [t->system->term[k].variable].number;
		const struct cell_name *other;

		if (number == NAMES_NONE)
			return false;
		other = &names->name[number];
		if (down ? !slice_eq(other->col, name->col) :
		    !slice_eq(other->item, name->item))
			return false;
	}
	return t->equation[e].fails;
}

/* Whether a row and a column that fail meet in CELL. */
static bool
is_crossing(const struct trial *t, const struct names *names, unsigned cell)
{
	const struct trial_cell *c = &t->cell[cell];
	const struct cell_name  *name = &names->name[c->cell->number];
	bool                     across = false, down = false;

	for (unsigned k = 0; k < c->equations; k++) {
		unsigned e = t->of_cell[c->first + k].equation;

		across |= runs_through(t, names, e, name, false);
		down |= runs_through(t, names, e, name, true);
	}
	return across && down;
}

bool
are_crossings(const struct trial *t, const struct names *names)
{
	for (size_t i = 0; i < t->moves; i++)
		if (!is_crossing(t, names, t->moved[i]))
			return false;
	return true;
}

/* What CELL must be changed by for equation E to hold. */
static long long
change_for(const struct trial *t, size_t e, unsigned cell)
{
	const struct equation *q = &t->system->equation[e];
	size_t                 k = q->first;

	while (t->system->term[k].variable != cell)
		k++;
	return q->residual / t->system->term[k].coefficient;
}

/* Whether one change of CELL makes all equations hold that fail and have it; by
 * how much. */
static bool
has_one_change(const struct trial *t, unsigned cell, long long *change)
{
	const struct trial_cell *c = &t->cell[cell];

	*change = 0;
	for (unsigned k = 0; k < c->equations; k++) {
		unsigned  e = t->of_cell[c->first + k].equation;
		long long wanted;

		if (!t->equation[e].fails)
			return false;
		wanted = change_for(t, e, cell);
		if (*change != 0 && wanted != *change)
			return false;
		*change = wanted;
	}
	return true;
}

/* Puts what they should be into all crossings, and counts for each equation how
 * many it has. */
static void
mend_crossings(struct trial *t, const struct names *names, const bool in[],
    unsigned of_equation[])
{
	for (unsigned i = 0; i < t->system->variables; i++) {
		const struct trial_cell *c = &t->cell[i];
		long long                change;

		if (c->cell == NULL || c->previous || c->stands_free ||
		    c->cell->source != SOURCE_TABLE ||
		    !in[t->system->variable[i].part] ||
		    !has_one_change(t, i, &change) ||
		    !is_crossing(t, names, i) || c->stands + change < 0)
			continue;
		trial_put(t, i, c->stands + change);
		for (unsigned k = 0; k < c->equations; k++)
			of_equation[t->of_cell[c->first + k].equation]++;
	}
}

bool
crossings_try(struct repairs *repairs, struct trial *t,
    const struct names *names, const bool in[], unsigned long long parts)
{
	unsigned             of_equation[EQUATIONS_MAX] = { 0 };
	struct trial_outcome o;
	bool                 is_clear = true;

	mend_crossings(t, names, in, of_equation);
	for (size_t e = 0; e < t->system->equations; e++)
		is_clear &= !t->equation[e].fails ||
		    !in[t->equation[e].part] || of_equation[e] == 1;
	is_clear = is_clear && t->moves > 0 && trial_judge(t, &o) &&
	    o.left == 0;
	if (is_clear)
		repairs_add(repairs, t, (struct repair){
		    .cost = (unsigned)t->moves * WEIGHT_CELL,
		    .slip = TYPO_OTHER, .mended = o.mended,
		    .evidence = EVIDENCE_LIKELY, .is_error = o.is_error,
		    .parts = parts });
	trial_undo(t);
	return is_clear;
}
