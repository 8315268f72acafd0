/* Rules that only add up cells and compare, as linear checks.
 *
 * They make the common case fast: blanks as 0, when the checks hold the rule
 * cannot fail, and where only failures are wanted the full evaluation, over
 * intervals, is not needed.  And they are the identities that pinpoint
 * solves. */
#ifndef RULE_LINEAR_H
#define RULE_LINEAR_H

#include <stdbool.h>

#include "plan.h"

/* Derives the checks of PLAN's last instance, if its rule has this shape. */
void linear_derive(struct plan *plan, const struct report *report);

/* Whether instance I of PLAN has checks that say all about it, and they hold
 * for REPORT. */
bool linear_holds(const struct plan *plan, unsigned i,
    const struct report *report);

/* The cell of TERM in REPORT if it may be counted: it is there and nothing of it
 * is in doubt; else NULL. */
const struct report_cell *linear_cell(const struct report *report,
    const struct linear_term *term);

/* What CELL, the one of TERM, adds to its check. */
long long linear_amount(const struct linear_term *term,
    const struct report_cell *cell);

/* A sum that breaks because cells are blank: blanks as 0 do not satisfy it, and
 * no other figure of it is in doubt.  (That a blank is less than a part of it
 * says nothing: a column of all years may be left out as a whole.) */
struct blank {
	const struct report_cell *cell;	/* the one that is blank; NULL: several */
	long long                 wanted;	/* the figure that satisfies it */
};

/* Whether a check of instance I of PLAN, which failed linear_holds() and is no
 * failure, breaks in that way over REPORT; fills in BLANK. */
bool linear_blank(const struct plan *plan, unsigned i,
    const struct report *report, struct blank *blank);

#endif
