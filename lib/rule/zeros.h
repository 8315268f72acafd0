/* Blank cells that can only be 0: a sum that must hold leaves nothing for them. */
#ifndef RULE_ZEROS_H
#define RULE_ZEROS_H

#include "plan.h"

/* Marks those of REPORT, to which PLAN belongs.  A sum counts where a rule of level
 * error says so and all its figures are read; what one shows to be 0 the next one
 * takes for that. */
void zeros_find(const struct plan *plan, struct report *report);

#endif
