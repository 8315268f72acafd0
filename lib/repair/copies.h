/* Last year's figures in this year's tables. */
#ifndef REPAIR_COPIES_H
#define REPAIR_COPIES_H

#include "candidates.h"
#include "grid.h"

/* Keeps in REPAIRS that the table in GRID, or the whole report, is that of
 * BEFORE, as it stands or with two columns swapped, where that explains what
 * fails.  Returns whether it does. */
bool copies_try(struct repairs *repairs, struct trial *trial,
    const struct grid *grid, const struct report *before);

#endif
