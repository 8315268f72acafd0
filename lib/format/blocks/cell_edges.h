/* From the edges of a table's cells to the rows and columns of a grid. */
#ifndef BLOCKS_CELL_EDGES_H
#define BLOCKS_CELL_EDGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum cell_merge {
	MERGE_NONE,
	MERGE_FIRST,		/* may go on in the row below */
	MERGE_NEXT,		/* goes on with the cell above */
};

/* Where a cell lies: edges in any unit, alike for all cells of the table. */
struct cell_place {
	long            left, right;
	enum cell_merge down;
	bool            joined;	/* goes on with the cell to the left */
	bool            gone;	/* deleted: its place closes up */
};

/* Columns of DOCX, counted instead of measured, are this far apart: beyond
 * what is taken for one edge drawn carelessly. */
enum { COLUMN_TWIPS = 1440 };	/* twips: edges are best given in these */

struct buffered_cell {
	struct cell_place place;
	unsigned          row, col, rows, cols;
	unsigned          number;	/* in its row, from 1, as a reader counts */
	bool              covered;	/* part of a cell above */
	struct slice      text;
};

/* Lets the places of joined and deleted cells of a row, those from START to
 * END, go to their neighbours.  Returns the new end. */
size_t cells_close_up(struct buffered_cell *cell, size_t start, size_t end);

/* Sets col, rows, cols and covered of N cells, which come in the order of
 * their rows. */
void cells_to_grid(struct buffered_cell *cell, size_t n);

#endif
