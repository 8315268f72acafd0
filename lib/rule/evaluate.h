/* Verdicts: a rule's condition over the figures of a report. */
#ifndef RULE_EVALUATE_H
#define RULE_EVALUATE_H

#include <stdbool.h>

#include "history.h"
#include "plan.h"

enum verdict {
	VERDICT_FAIL, VERDICT_UNKNOWN, VERDICT_VACUOUS, VERDICT_PASS,
	VERDICT_NONE,		/* the report lacks what the rule is about */
	VERDICTS
};

extern const char *const verdict_name[VERDICT_NONE];

/* A finding: what a rule says of one instance. */
struct finding {
	enum verdict           verdict;
	const struct instance *instance;
	const struct plan     *plan;
	const struct list     *list;	/* of RANGE_LIST and RANGE_SHARE */
	const struct listed   *member;	/* of RANGE_SHARE */
	struct quantity        left, right;	/* sides of its comparison */
	unsigned               choice;	/* which statement, in prose */
	bool                   filled;	/* passes with blanks as 0 */
};

/* What verdicts are drawn from. */
struct evidence {
	const struct report *now;
	const struct report *before;	/* the office's last one, or NULL */
	struct history      *history;	/* of the office */
};

typedef void finding_fn(void *context, const struct finding *finding);

/* Draws the verdicts of all instances of PLAN, in order.  FN is called for
 * those that are VERDICT_FAIL, and with ALL for the others too. */
void evaluate(const struct plan *plan, const struct evidence *evidence,
    bool all, finding_fn *fn, void *context);

#endif
