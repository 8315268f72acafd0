/* Verdicts: a rule's condition over the figures of a report. */
#ifndef RULE_EVALUATE_H
#define RULE_EVALUATE_H

#include <stdbool.h>

#include "finding.h"

typedef void finding_fn(void *context, const struct finding *finding);

/* Draws the verdicts of all instances of PLAN, in order.  FN is called for
 * those that are VERDICT_FAIL, and with ALL for the others too. */
void evaluate(const struct plan *plan, const struct evidence *evidence,
    bool all, finding_fn *fn, void *context);

#endif
