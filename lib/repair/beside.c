#include "beside.h"

#include <stdlib.h>

/* What may be wrong besides. */
enum { SLIPS = 2, STEPS = 2000 };

/* Keeps the mistake with the cells of SET, besides, changed. */
static void
try_set(struct beside *b, struct repairs *repairs, struct trial *trial,
    const struct repair_set *set, struct supposed supposed)
{
	trial_restore(trial, &b->moves);
	for (size_t i = 0; i < set->cells; i++)
		trial_put(trial, b->system.variable[set->variable[i]].of_whole,
		    set->amount[i]);
	supposed.cost += set->cost;
	supposed.choice += trial_fitted(trial);
	repairs_try(repairs, trial, &supposed);
}

void
beside_try(struct beside *b, struct repairs *repairs, struct trial *trial,
    const struct supposed *supposed)
{
	static const struct effort effort = { .steps = STEPS };

	trial_save(trial, &b->moves);
	trial_rest(trial, &b->system);
	search_run(&b->search, &b->system, SLIPS * WEIGHT_CELL, &effort);
	for (size_t i = 0; i < b->search.sets; i++)
		if (b->search.set[i].cells > 0)
			try_set(b, repairs, trial, &b->search.set[i],
			    *supposed);
	trial_undo(trial);
}

void
beside_free(struct beside *b)
{
	system_free(&b->system);
	search_free(&b->search);
	free(b->moves.move);
}
