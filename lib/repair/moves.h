/* Mistakes that move figures: two cells, rows or columns swapped, a run of
 * rows or columns one off, one left empty, all of them in another unit. */
#ifndef REPAIR_MOVES_H
#define REPAIR_MOVES_H

#include "beside.h"
#include "grid.h"

/* Keeps in REPAIRS those mistakes in GRID that explain what fails; those that the
 * table looks like, also with a slip besides. */
void moves_try(struct repairs *repairs, struct trial *trial,
    const struct grid *grid, struct beside *beside);

#endif
