/* A slip beside a mistake that moved a table. */
#ifndef REPAIR_BESIDE_H
#define REPAIR_BESIDE_H

#include "candidates.h"
#include "search.h"

struct beside {			/* all zero: new */
	struct system      system;
	struct search      search;
	struct trial_moves moves;
};

/* Keeps in REPAIRS the mistake SUPPOSED, which is on TRIAL and does not mend all
 * it touches, with each of the smallest sets of cells that mend the rest,
 * a few at most. */
void beside_try(struct beside *beside, struct repairs *repairs,
    struct trial *trial, const struct supposed *supposed);

void beside_free(struct beside *beside);

#endif
