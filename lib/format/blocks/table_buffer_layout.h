/* From the edges of a table's cells to the rows and columns of a grid. */
#ifndef BLOCKS_TABLE_BUFFER_LAYOUT_H
#define BLOCKS_TABLE_BUFFER_LAYOUT_H

#include "table_buffer.h"

struct held_cell {
	struct cell_place place;
	unsigned long     line;
	unsigned          row, col, rows, cols;
	bool              covered;	/* part of a cell above */
	struct slice      text;
};

/* Sets col, rows, cols and covered of N cells, which come in the order of
 * their rows. */
void held_layout(struct held_cell *cell, size_t n);

#endif
