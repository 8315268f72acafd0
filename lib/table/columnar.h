/* Tables whose header runs over the columns and whose figures fill one row, such
 * as that of reviews: every item with figures is a leaf of the header, a name
 * with none below it. */
#ifndef TABLE_COLUMNAR_H
#define TABLE_COLUMNAR_H

#include "alignment.h"
#include "match.h"

/* The figures of such a table, by the place of their item in the match. */
struct columnar {
	enum placement_state     state;
	const struct table_cell *cell[FORM_ITEMS_MAX];	/* NULL: blank */
	const struct table_cell *slot[FORM_ITEMS_MAX];	/* where that stands;
							 * NULL: not known */
	struct slice             loc;
	/* Where unclear: what there is, and those of it that sums prove. */
	struct slice             raw;
	const struct table_cell *proved[FORM_ITEMS_MAX];	/* NULL: not */
	size_t                   first_row, last_row;	/* of the cells, its own */
};

/* Whether the table of MATCH is of this kind on the form. */
bool columnar_is(const struct match *match);

/* Reads it.  Returns false when its names do not stand in a header, so that it
 * is to be read row by row. */
bool columnar_read(const struct match *match, struct columnar *columnar);

#endif
