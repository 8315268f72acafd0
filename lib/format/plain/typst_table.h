/* Tables of Typst: #table(columns: 3, [a], [b], table.cell(colspan: 2)[c]).  Content
 * in brackets is a cell; columns says how many of them a row has. */
#ifndef PLAIN_TYPST_TABLE_H
#define PLAIN_TYPST_TABLE_H

#include "placed_cells.h"

struct typst_table {		/* all zero */
	unsigned      depth;	/* of parentheses: 0 behind its end */
	unsigned      brackets;	/* of content: a cell is open */
	unsigned      columns;
	struct buffer settings;	/* what stood before the cell */
};

/* Whether LINE begins such a table. */
bool typst_begins(struct slice line);

/* Takes LINE, number NUMBER, which begins such a table or belongs to the one of
 * CELLS, which goes to T.  It is closed when the table ends. */
void typst_take(struct typst_table *y, struct placed_cells *cells,
    struct text_table *t, unsigned long number, struct slice line);

void typst_free(struct typst_table *y);

#endif
