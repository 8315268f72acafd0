/* What can be told of a group, by name. */
#ifndef SUMMARY_STATISTIC_H
#define SUMMARY_STATISTIC_H

#include "group.h"

enum { STATISTICS_MAX = 32, RATES_MAX = 8 };

/* What may, and then must, stand behind a statistic's name. */
enum statistic_parameter { TAKES_NOTHING, TAKES_PERCENT, TAKES_YEAR,
    TAKES_ORDINAL };

/* A group to be told of, once all are settled. */
struct telling {
	const struct groups *groups;
	struct group        *group;
	unsigned long long   parameter;
};

struct statistic {
	const char *name;
	/* Writes the figure, nothing when the group has none, into OUT;
	 * returns its length. */
	size_t    (*tell)(const struct telling *telling,
	    char out[WIDE_BYTES_MAX]);
	unsigned    needs;		/* of enum group_need */
	bool        counts;		/* facts; else it is of their values */
	enum statistic_parameter takes;
};

/* A statistic as it was asked for. */
struct statistic_asked {
	const struct statistic *statistic;
	struct slice            name;		/* with its parameter */
	unsigned long long      parameter;	/* a percentage in millionths,
						 * a year, an ordinal from 0 */
};

/* False when there is none of this name. */
bool statistic_ask(struct statistic_asked *asked, struct slice name);

/* The same without the parameter; NULL when there is none. */
const struct statistic *statistic_find(struct slice name);

#endif
