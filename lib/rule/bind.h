/* Finding the cells of a report that a rule means. */
#ifndef RULE_BIND_H
#define RULE_BIND_H

#include "plan.h"

/* Adds the instances of RULE over REPORT to PLAN. */
void rule_bind(struct plan *plan, const struct rule *rule,
    const struct report *report);

#endif
