/* Rows that have all cells but the first, for which their total leaves something:
 * it is blank, or it was put before the others, which then stand one column too far
 * right and have lost the last.  The row itself cannot tell; the columns can. */
#ifndef TABLE_FIRST_BLANKS_H
#define TABLE_FIRST_BLANKS_H

#include "item_reading.h"

/* Takes those of the READING of each item of MATCH that are PLACEMENT_DOUBTFUL for
 * done where they are the only ones of a sum over the columns, the totals add up
 * and the first column leaves for the blank what its row does.  Were the row pushed
 * along, its last part would stand for the total: they could be alike only where all
 * other parts are 0, and then the first column would leave nothing. */
void first_blanks_prove(const struct match *match,
    struct item_reading reading[]);

#endif
