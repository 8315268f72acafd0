/* Rules that only add up cells and compare, as linear checks.
 *
 * They make the common case fast: blanks as 0, when the checks hold the rule
 * cannot fail, and where only failures are wanted the full evaluation, over
 * intervals, is not needed.  And they are the identities that pinpoint
 * solves. */
#ifndef RULE_LINEAR_H
#define RULE_LINEAR_H

#include <stdbool.h>

struct plan;
struct report;

enum check_kind { CHECK_EQUAL, CHECK_AT_MOST, CHECK_INTEGER };

/* The terms' sum, plus CONSTANT, is 0, or at most 0, or whole. */
struct linear_check {
	enum check_kind kind;
	long long       constant;
	unsigned        term, terms;	/* in plan->term */
};

/* A cell, added or subtracted. */
struct linear_term {
	unsigned number;	/* in names */
	unsigned place;		/* in the layout; PLACE_NONE: not there */
	bool     negative;
	bool     previous;	/* of the office's last report */
};

enum { PLACE_NONE = 0x7FFFFFFF };

/* Derives the checks of PLAN's last instance, if its rule has this shape. */
void linear_derive(struct plan *plan, const struct report *report);

/* Whether instance I of PLAN has checks that say all about it, and they hold
 * for REPORT. */
bool linear_holds(const struct plan *plan, unsigned i,
    const struct report *report);

#endif
