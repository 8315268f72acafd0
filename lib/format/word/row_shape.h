/* Rows of DOC and RTF: text with marks at the ends of cells and rows, and for
 * each row the edges of its cells. */
#ifndef WORD_ROW_SHAPE_H
#define WORD_ROW_SHAPE_H

#include <stdint.h>

#include "format/blocks/table_buffer.h"

enum { ROW_CELLS_MAX = 64 };	/* Word has 63 in a row */
#define ROW_TOO_LONG "a row of more cells than are read"

struct row_shape {
	unsigned          cells;
	long              edge[ROW_CELLS_MAX + 1];	/* twips */
	struct cell_place place[ROW_CELLS_MAX];	/* without its edges */
	uint64_t          backed;	/* bit I: cell I has a ground that is
					   not white */
};

/* Ends the innermost row, deleted if not KEEP.  Where SHAPE (which may be
 * NULL) does not tell the places of its cells they are taken to be of one
 * width. */
void row_shape_close(const struct row_shape *shape, struct table_buffer *tables,
    bool keep);

/* Whether white letters in cell I (from 0) of SHAPE have something below them: where
 * that is not told, they may. */
bool row_shape_backs(const struct row_shape *shape, size_t i);

/* Opens and closes tables until WANTED are open of which *DEPTH are now. */
void row_shape_depth(struct table_buffer *tables, unsigned *depth,
    unsigned wanted);

#endif
