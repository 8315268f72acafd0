/* How far values lie apart: from their number, their sum and that of their
 * squares, all exact, so that it does not matter in which order they came. */
#ifndef SUMMARY_SPREAD_H
#define SUMMARY_SPREAD_H

#include "wide.h"

struct squares {		/* all zero: none yet */
	struct wider sum;
};

void squares_add(struct squares *squares, long long value);

void squares_merge(struct squares *squares, const struct squares *other);

/* The standard deviation, in millionths as they are, of N values whose sum is SUM:
 * of a sample, by N - 1, rounded, halves up.  N is at least 2. */
wide squares_deviation(const struct squares *squares, long long n, wide sum);

#endif
