/* Where the cells of a row stand, blank ones too, so that what is missing can be shown
 * to who looks for it. */
#ifndef TABLE_SLOTS_H
#define TABLE_SLOTS_H

#include "cells.h"

/* Finds in SLOT, of N columns, which of the cells numbered FIRST to END - 1 stands for
 * which: the next one for each, or for as many as it spans where they are not as many
 * as the columns, but for those that are MISSING (NULL: none is), of which SLOT is left
 * as it is.  False where they do not come out even, or where CELL, what was found to
 * stand in them (NULL: nothing), says otherwise. */
bool slots_find(const struct cells *cells, size_t first, size_t end,
    const struct table_cell *const cell[], const bool missing[], size_t n,
    const struct table_cell *slot[]);

#endif
