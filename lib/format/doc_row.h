/* What the mark at the end of a paragraph or row tells, in DOC. */
#ifndef FORMAT_DOC_ROW_H
#define FORMAT_DOC_ROW_H

#include "doc.h"

enum { DOC_CELLS_MAX = 64 };	/* Word has 63 in a row */

struct doc_row {
	unsigned cells;
	long     edge[DOC_CELLS_MAX + 1];	/* twips */
	struct cell_place place[DOC_CELLS_MAX];	/* without its edges */
};

struct doc_mark {
	unsigned depth;		/* of tables around the paragraph */
	bool     row_end;	/* it ends a row */
	bool     inner_cell, inner_row_end;	/* in nested tables */
	struct doc_style style;	/* of the paragraph, with its own properties */
	struct doc_row   row;	/* of a row's end */
};

/* Reads RUN, which may be NULL. */
void doc_mark_read(const struct doc *doc, const struct doc_run *run,
    struct doc_mark *mark);

/* Puts the cells of the innermost row into their places; where ROW does not
 * tell them they are taken to be of one width. */
void doc_row_place(const struct doc_row *row, struct held *held);

#endif
