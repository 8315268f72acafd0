/* Plans, kept: nearly all reports of a form are laid out alike. */
#ifndef RULE_PLANS_H
#define RULE_PLANS_H

#include "base/map.h"
#include "plan.h"
#include "rules.h"

enum { PLANS_MAX = 256 };

struct plans {			/* all zero: none yet */
	struct plan *plan;
	size_t       n;
	struct map   map;	/* from layouts to plans */
};

/* The plan for reports like this one, made if need be; valid until the next
 * call. */
const struct plan *plans_find(struct plans *plans, const struct rules *rules,
    const struct report *report);

/* Forgets all plans, as when numbers of names have changed. */
void plans_free(struct plans *plans);

#endif
