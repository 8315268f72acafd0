/* Figures in a section of tables that no table of the form takes: where a form's table
 * is nowhere to be found they may be its own, and it is unreadable, not absent. */
#ifndef TABLE_UNCLAIMED_H
#define TABLE_UNCLAIMED_H

#include "cells.h"

/* Marks the rows of CELLS from number ROW on as taken that begin before cell number
 * END. */
void unclaimed_take(struct cells *cells, size_t row, size_t end);

/* Marks them as orphans of TABLE, which says whose they may be. */
void unclaimed_note_orphan(struct cells *cells, size_t row, size_t end,
    size_t table);

/* Where figures are sought: rows BEGIN to END - 1 of SECTION, of any if that is
 * empty, which are neither taken nor orphans of TABLE. */
struct unclaimed_place {
	struct slice section;
	size_t       table, begin, end;
};

/* The first row with figures in PLACE, NULL for none; *FIGURES becomes how many its
 * rows have. */
const struct cell_row *unclaimed_find(const struct cells *cells,
    const struct unclaimed_place *place, size_t *figures);

#endif
