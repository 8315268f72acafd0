/* Tables of LaTeX: \begin{tabular}, {longtable} and the like.  & parts cells, \\ ends
 * rows; \multicolumn and \multirow are spans, the cells below these are there, empty.
 * Other commands are dropped, with what they say of how the table looks. */
#ifndef PLAIN_LATEX_TABLE_H
#define PLAIN_LATEX_TABLE_H

#include "placed_cells.h"

struct latex_table {		/* all zero: none is open */
	bool          open;
	bool          in_row;	/* something of it was met */
	bool          repeated;	/* in the head that further pages have */
	unsigned      nested;	/* tables open inside a cell */
	unsigned      row, col, rows, cols;	/* of the cell */
	unsigned      covered[PLACED_COLUMNS_MAX];	/* as of placed cells */
	unsigned long line;	/* the cell's */
	struct buffer text;
};

/* Whether LINE begins such a table. */
bool latex_begins(struct slice line);

/* Takes LINE, number NUMBER, which begins such a table or belongs to L's, which goes to
 * T. */
void latex_take(struct latex_table *l, struct text_table *t,
    unsigned long number, struct slice line);

/* Writes what is open at the document's end. */
void latex_end(struct latex_table *l, struct text_table *t);

void latex_free(struct latex_table *l);

#endif
