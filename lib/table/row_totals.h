/* The totals of a table whose blanks have vanished without a trace: where the
 * figures of a row stand cannot be known, but which of them is the total can,
 * if its sum, or all sums of the table, say so. */
#ifndef TABLE_ROW_TOTALS_H
#define TABLE_ROW_TOTALS_H

#include "match.h"

struct row_totals {
	const struct table_cell *total[FORM_ITEMS_MAX];	/* of each item of the
					* match, its last figure; NULL: not proved */
};

/* Finds the totals of MATCH, whose items have each a total as last column.
 * All are proved where
 *   - every row that has figures has two or more, or one zero, and its last is
 *     the sum of those before it; at least three have two parts that are not
 *     nothing;
 *   - the item that sums up a group (its last) has the sum of the group;
 *   - what stands before that group adds up to the sum and what stands behind
 *     it: received and carried in, answered and carried out.
 * Else that of a row is whose last figure is the sum of three parts that are not
 * nothing and so large that this is no chance; of two, where no row says otherwise
 * and several of three do.  No figures without a label may stand beside the row,
 * the next item must have its own, and the row not more cells than columns. */
void row_totals_find(const struct match *match, struct row_totals *totals);

#endif
