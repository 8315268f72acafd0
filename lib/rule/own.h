/* What check finds out by itself: ids of rules of range `own'. */
#ifndef RULE_OWN_H
#define RULE_OWN_H

#include <stdbool.h>

#include "base/slice.h"

enum own_rule {
	OWN_MISSING,		/* a report of the roster */
	OWN_LATE, OWN_DUPLICATE, OWN_YEAR, OWN_UNKNOWN,
	OWN_COPY, OWN_CHANGED,	/* another report of the office and year */
	OWN_LAPSED,		/* a waiver */
	OWN_NO_RULE,		/* for the form of the report */
	OWN_RULES
};

extern const char *const own_rule_id[OWN_RULES];

/* Whether ID is one of them. */
bool is_own_rule_id(struct slice id);

#endif
