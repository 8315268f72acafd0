/* Figures of groups that each end with their sum, in a row whose blanks have vanished
 * without a trace: which of them are the sums can be known, and a group that has all of
 * its figures is known whole. */
#ifndef TABLE_GROUP_TOTALS_H
#define TABLE_GROUP_TOTALS_H

#include "cells.h"

enum { GROUPS_MAX = 8 };

/* Finds how the N figures of CELL fall into GROUPS groups, at most GROUPS_MAX, of two
 * to SIZE figures, each of which is the sum of those before it; END becomes where each
 * ends.  Returns false unless there is one way only, with those counted in that leave
 * groups without figures, and two groups have two parts each. */
bool group_totals_find(const struct table_cell *const cell[], size_t n,
    size_t size, size_t groups, size_t end[GROUPS_MAX]);

#endif
