/* What is to be looked for in the reports of one form: the lines of the
 * crosswalk about them, and the cells that these name. */
#ifndef SERIES_PLAN_H
#define SERIES_PLAN_H

#include "base/map.h"
#include "crosswalk.h"

struct planned_crossing {
	const struct crossing *crossing;
	size_t                 order;	/* that of its line */
	int                    distance;
	size_t                 slot;	/* of the first of its cells */
};

struct series_plan {
	struct planned_crossing *planned;	/* by series; in each tables first,
						 * what is never taken last */
	size_t                   n;
	struct crossing_cell    *slot;	/* what a fact is looked up for */
	size_t                   slots;
	struct map               map;		/* from cells to slots */
};

/* The plan for the reports of FORM, empty for those without a table. */
struct series_plan plan_make(const struct crosswalk *crosswalk,
    struct slice form);
void               plan_free(struct series_plan *plan);

/* The hash under which the slots of a cell are found. */
static inline unsigned long long
plan_hash(struct slice item, struct slice col)
{
	return hash_on(hash_of(item), col);
}

#endif
