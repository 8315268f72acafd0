/* Cells in which a row and a column that fail meet. */
#ifndef REPAIR_CROSSINGS_H
#define REPAIR_CROSSINGS_H

#include "candidates.h"

/* Whether a failing row and a failing column meet in each cell that is moved on
 * TRIAL: they have nothing else in common, so that no other mistake makes both
 * of them fail. */
bool are_crossings(const struct trial *trial, const struct names *names);

/* Where each identity that fails in the parts that are IN has just one cell that
 * makes it and another one, across, hold, keeps all of these cells in REPAIRS, as
 * what mends PARTS, and returns true: no smaller set would do, and none is as
 * likely.  Any number of slips in different rows and columns is found so, where
 * the search would take too long. */
bool crossings_try(struct repairs *repairs, struct trial *trial,
    const struct names *names, const bool in[], unsigned long long parts);

#endif
