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

#endif
