/* How groups stand to each other: shares, ranks, years. */
#ifndef SUMMARY_RELATION_H
#define SUMMARY_RELATION_H

#include "group.h"

/* Fills .more->comparison of all groups, once they are settled.  The next outer
 * group has all that agree in every field of the key but the last; with one field
 * or none it has all. */
void relations_find(struct groups *groups);

/* The group that differs from GROUP in being of YEAR; NULL if there is none. */
const struct group *relation_in_year(const struct groups *groups,
    const struct group *group, unsigned long long year);

/* The year that GROUP is of.  False where it is of none. */
bool relation_year(const struct groups *groups, const struct group *group,
    unsigned long long *year);

#endif
