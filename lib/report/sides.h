/* The two sides of what a rule compares, as the cells that are added up. */
#ifndef REPORT_SIDES_H
#define REPORT_SIDES_H

#include "figures.h"
#include "rule/rules.h"

enum { SIDE_TERMS_MAX = 64 };

struct side_term {
	struct slice item, col;
	long long    value;	/* in millionths; a blank is 0 */
	bool         negative;	/* taken off */
	bool         previous;	/* of the office's report of the year before */
};

struct sides {			/* all zero: none; its arena is kept */
	struct side_term term[SIDE_TERMS_MAX];
	size_t           left, right;	/* terms: first those of the left side */
	long long        sum[2];	/* of the left side, the right one */
	struct arena     names;
};

/* Finds in RULES the comparison that FINDING, a record of check, is of, in the
 * report of FIGURES: its sides are sums of cells that make what the finding says
 * they make.  One figure of the year before may be among them: it is worked out.
 * Returns false where there is none such. */
bool sides_find(struct sides *sides, const struct rules *rules,
    const struct figures *figures, const struct slice finding[]);

/* The side, 0 or 1, that is one figure stated in this report, where the other is
 * none or more; -1: none. */
int sides_stated(const struct sides *sides);

#endif
