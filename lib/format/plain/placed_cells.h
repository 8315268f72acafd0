/* Cells of a table that come one behind the other and may span rows and columns:
 * each takes the next places of its row that none from above covers. */
#ifndef PLAIN_PLACED_CELLS_H
#define PLAIN_PLACED_CELLS_H

#include "base/buffer.h"
#include "text_table.h"

enum { PLACED_COLUMNS_MAX = 64 };

struct placed_cells {		/* all zero: no table is open */
	bool          open;
	bool          in_cell;	/* the last cell is not written yet */
	unsigned      row, col;
	unsigned      covered[PLACED_COLUMNS_MAX];	/* by cells from above:
							   up to this row */
	struct block  cell;
	struct buffer text;	/* of it */
};

/* Begins a table at its first row; T gets its cells. */
void placed_open(struct placed_cells *p, struct text_table *t);

/* Begins the next row. */
void placed_row(struct placed_cells *p, struct text_table *t);

/* Whether all COLUMNS of the row are taken. */
bool placed_is_full(const struct placed_cells *p, unsigned columns);

/* Begins a cell on line NUMBER that spans ROWS and COLS. */
void placed_cell(struct placed_cells *p, struct text_table *t,
    unsigned long number, unsigned rows, unsigned cols);

/* Adds TEXT to the cell; a blank before it where letters that are no Han characters
 * would meet. */
void placed_text(struct placed_cells *p, struct slice text);

/* Writes the last cell and closes the table, if one is open. */
void placed_end(struct placed_cells *p, struct text_table *t);

void placed_free(struct placed_cells *p);

/* The number that TEXT begins with behind quotes and blanks, for a span: 1 where there
 * is none, or more than is read. */
unsigned placed_span(struct slice text);

#endif
