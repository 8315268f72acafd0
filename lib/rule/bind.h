/* Finding the cells of a report that a rule means. */
#ifndef RULE_BIND_H
#define RULE_BIND_H

#include "plan.h"

/* The item that R names, a pattern perhaps, where the rule ranges over ITEM:
 * that stands in place of a leading `$'; a copy in ARENA then. */
struct slice reference_item(const struct reference *r, struct slice item,
    struct arena *arena);

/* Adds the instances of RULE over REPORT to PLAN. */
void rule_bind(struct plan *plan, const struct rule *rule,
    const struct report *report);

#endif
