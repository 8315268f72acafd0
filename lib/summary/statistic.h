/* What can be told of a group, by name. */
#ifndef SUMMARY_STATISTIC_H
#define SUMMARY_STATISTIC_H

#include "record/amount.h"
#include "group.h"

enum { STATISTICS_MAX = 32 };

struct statistic {
	const char *name;
	/* Writes the figure, nothing when the group has none, into OUT;
	 * returns its length. */
	size_t    (*tell)(struct group *group, char out[AMOUNT_BYTES_MAX]);
	bool        needs_values;	/* all of them, not only their sum */
	bool        counts;		/* facts; else it is of their values */
};

/* NULL when there is none of this name. */
const struct statistic *statistic_find(struct slice name);

#endif
