/* The folds that count cells by their state: count(), blank() and the like. */
#ifndef RULE_STATE_COUNT_H
#define RULE_STATE_COUNT_H

#include <stdbool.h>

#include "expression.h"
#include "report.h"

static inline bool
counts_states(enum fold fold)
{
	return fold >= FOLD_COUNT && fold <= FOLD_UNREADABLE;
}

/* Whether FOLD, one that counts, counts CELL of REPORT.  Of a cell that is printed
 * several times the first stated figure decides, else the first copy. */
bool state_counts(enum fold fold, const struct report *report,
    const struct report_cell *cell);

/* How many of a set of cells each of these folds counts. */
struct state_tally {
	bool     taken;
	unsigned of[FOLD_UNREADABLE + 1];
	unsigned all;
};

/* Counts the N cells of NUMBER that REPORT has into TALLY. */
void state_tally_take(struct state_tally *tally, const struct report *report,
    const unsigned number[], unsigned n);

#endif
