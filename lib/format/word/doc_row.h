/* What the mark at the end of a paragraph, cell or row tells, in DOC. */
#ifndef WORD_DOC_ROW_H
#define WORD_DOC_ROW_H

#include "doc.h"
#include "row_shape.h"

struct doc_mark {
	unsigned depth;		/* of tables around the paragraph */
	bool     row_end;	/* it ends a row */
	bool     inner_cell, inner_row_end;	/* in nested tables */
	struct paragraph_style style;	/* of the paragraph itself, too */
	struct row_shape row;	/* of a row's end */
};

/* Reads RUN, which may be NULL. */
void doc_mark_read(const struct doc *doc, const struct doc_run *run,
    struct doc_mark *mark);

#endif
