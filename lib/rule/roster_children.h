/* Offices of a roster and those below them. */
#ifndef RULE_ROSTER_CHILDREN_H
#define RULE_ROSTER_CHILDREN_H

#include "roster_entry.h"

/* An entry and the one above it. */
struct kinship {
	const struct roster_entry *parent, *child;
};

/* Puts the N kinships in the order of parents, then of the roster. */
void kinships_sort(struct kinship kinship[], size_t n);

/* Tells in what the parent of the first of N kinships, which all have it, reports
 * less than its children together, and of which of these there is no report: the sum
 * of the others is no more than a bound. */
void kinships_compare(struct tree *tree, const struct kinship kinship[],
    size_t n, const struct notices *notices);

#endif
