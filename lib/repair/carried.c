#include "carried.h"

#include "evidence.h"

/* Whether E says that a figure is one of last year's, and fails. */
static bool
is_broken_link(const struct trial *t, size_t e)
{
	const struct equation      *q = &t->system->equation[e];
	const struct equation_term *term = t->system->term + q->first;

	return t->equation[e].fails && q->terms == 2 &&
	    t->cell[term[0].variable].cell != NULL &&
	    t->cell[term[1].variable].cell != NULL &&
	    t->cell[term[0].variable].previous !=
	    t->cell[term[1].variable].previous;
}

/* Gives the figure of equation E that is last year's, or that of this year, what
 * the other one says. */
static void
mend_link(struct trial *t, size_t e, bool previous)
{
	const struct equation_term *term = t->system->term +
	    t->system->equation[e].first;

	if (t->cell[term[0].variable].previous == previous)
		trial_move(t, term[0].variable, term[1].variable);
	else
		trial_move(t, term[1].variable, term[0].variable);
}

/* Mends all links that RULE asks for, in one year's figures. */
static void
try_rule(struct repairs *repairs, struct trial *t, const struct rule *rule,
    bool previous)
{
	size_t links = 0;

	for (size_t e = 0; e < t->system->equations; e++)
		if (is_broken_link(t, e) &&
		    t->system->equation[e].origin->rule == rule) {
			mend_link(t, e, previous);
			links++;
		}
	if (links > 1)
		repairs_try(repairs, t, &(struct supposed){
		    TYPO_NOT_CARRIED, previous ? COST_MOVE + 1 : COST_MOVE,
		    EVIDENCE_LIKELY * (int)links, true, false });
	trial_undo(t);
}

void
carried_try(struct repairs *repairs, struct trial *t)
{
	const struct rule *last = NULL;

	for (size_t e = 0; e < t->system->equations; e++) {
		const struct rule *rule = t->system->equation[e].origin->rule;

		if (rule == last || !is_broken_link(t, e))
			continue;
		last = rule;
		try_rule(repairs, t, rule, false);
		try_rule(repairs, t, rule, true);
	}
}
