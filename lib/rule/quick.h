/* The common case made fast: a rule that only adds up cells and compares.  Its
 * condition is a few linear checks on the report's figures, blanks as 0; when
 * they hold it cannot fail, and where only failures are wanted the full
 * evaluation, over intervals, is not needed. */
#ifndef RULE_QUICK_H
#define RULE_QUICK_H

#include <stdbool.h>

struct plan;
struct report;

enum check_kind { CHECK_EQUAL, CHECK_AT_MOST, CHECK_INTEGER };

/* The terms' sum, plus CONSTANT, is 0, or at most 0, or whole. */
struct quick_check {
	enum check_kind kind;
	long long       constant;
	unsigned        term, terms;	/* in plan->term */
};

/* A cell by its place in the layout, added or subtracted. */
struct quick_term {
	unsigned short place;
	bool           negative;
};

/* Derives the checks of PLAN's last instance, if its rule has this shape. */
void quick_derive(struct plan *plan, const struct report *report);

/* Whether instance I of PLAN has checks and all of them hold. */
bool quick_holds(const struct plan *plan, unsigned i,
    const struct report *report);

#endif
