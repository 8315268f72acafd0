/* A finding: what a rule says of one thing in a report. */
#ifndef RULE_FINDING_H
#define RULE_FINDING_H

#include <stdbool.h>

#include "history.h"
#include "linear.h"
#include "plan.h"

enum verdict {
	VERDICT_FAIL, VERDICT_UNKNOWN, VERDICT_VACUOUS, VERDICT_PASS,
	VERDICT_NONE,		/* the report lacks what the rule is about */
	VERDICTS
};

extern const char *const verdict_name[VERDICT_NONE];

/* What verdicts are drawn from. */
struct evidence {
	const struct report *now;
	const struct report *before;	/* the office's, of the year before,
					 * or NULL */
	const struct report *earlier;	/* the last before this one, of any
					 * year, or NULL */
	struct history      *history;	/* of the office */
};

/* A finding: what a rule says of one instance. */
struct finding {
	enum verdict           verdict;
	const struct instance *instance;
	const struct plan     *plan;
	const struct evidence *evidence;
	const struct prose_list *list;	/* of RANGE_LIST and RANGE_SHARE */
	const struct list_member   *member;	/* of RANGE_SHARE */
	struct interval        left, right;	/* sides of its comparison */
	unsigned               choice;	/* which statement, in prose */
	bool                   filled;	/* passes with blanks as 0 */
	bool                   is_blank;	/* fails with blanks as 0 only */
	struct blank           blank;
};

#endif
