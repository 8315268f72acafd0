/* All values of a group, as how often each came: memory grows with the number of
 * different ones. */
#ifndef SUMMARY_VALUES_H
#define SUMMARY_VALUES_H

#include <stddef.h>

#include "wide.h"

struct counted_value {
	long long          value;
	unsigned long long times;
};

struct values {			/* all zero: none yet */
	struct counted_value *counted;	/* the first .ordered by value, each
					 * once, then as they came */
	size_t                ordered, n, room;
	unsigned long long    times;	/* in all */
};

void values_add(struct values *values, long long value,
    unsigned long long times);

/* Has them all ordered, each once. */
void values_order(struct values *values);

/* The PART of the way, in 1/100,000,000, from the least to the greatest of the
 * values, at least one, as they stand in order: between two of them as far as PART
 * lies between their places, rounded, halves away from zero. */
wide values_quantile(struct values *values, unsigned long long part);

void values_free(struct values *values);

#endif
