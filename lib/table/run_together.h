/* Rows whose figures run together without a blank: 640020470 is 64 0 0 2 0 4 70,
 * because no other seven figures add up. */
#ifndef TABLE_RUN_TOGETHER_H
#define TABLE_RUN_TOGETHER_H

#include "match.h"

/* What is found of the rows of a table. */
struct splits {
	bool any;	/* of its rows runs together */
	/* The cells of each item whose row can be split; NULL: of none. */
	const struct table_cell *const *cell[FORM_ITEMS_MAX];
};

/* Splits the rows of MATCH that run together, where one way only leaves as many
 * figures as there are columns and agrees with the sums of the form: of the row, of
 * the columns, of a group's parts.  Where these do not add up, or there are none, a
 * row is split only if no blank may be among its cells.  The cells live in the arena
 * of the cells of MATCH. */
void run_together_split(const struct match *match, struct splits *splits);

#endif
