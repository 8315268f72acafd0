/* Holding back tables until they are whole.
 *
 * Office formats say late how a table's cells lie: spans are found by
 * comparing the edges of all its rows, and what a cell covers downwards is
 * told by the rows below.  So the cells of a table are gathered and go to the
 * sink when it ends.  What stands inside a cell but is no part of its text (a
 * table, a text box) follows behind the table it stands in.  A table of one
 * cell is a frame drawn around text, and handed on as the text. */
#ifndef BLOCKS_TABLE_BUFFER_H
#define BLOCKS_TABLE_BUFFER_H

#include "base/arena.h"
#include "block.h"
#include "paragraph.h"

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
enum { HELD_COLUMN = 1440 };	/* twips: edges are best given in these */

struct holder;

struct held {
	struct sink         *sink;
	const char          *failed;	/* a limit met: NULL, or which */
	struct holder       *top;	/* the innermost open table or box */
	unsigned             depth, tables;
	bool                 any;	/* something was handed on */
	struct arena         arena;
};

void held_open(struct held *held, struct sink *sink);

/* Closes what is open, as at a premature end, and frees the memory.  Returns
 * FAILED, what the caller knows to be wrong; without it, that there was no
 * text, which for a report means pictures of its pages. */
const char *held_close(struct held *held, const char *failed);

/* Hands on the paragraph BLOCK, at once or behind the open box or row; in a
 * cell it is added to the text.  One that is blank is left out. */
void held_paragraph(struct held *held, const struct block *block);

/* A table, inside the open cell if there is one. */
void held_table_open(struct held *held);
void held_table_close(struct held *held);

/* The rows of the innermost table; KEEP false: a row that was deleted. */
void held_row_open(struct held *held);
void held_row_close(struct held *held, bool keep);

/* The cells of its row.  A cell's place is set once it is known, at the
 * latest before the row closes: held_place finds cell number I (from 0) of
 * the row, NULL where it has no such cell. */
void               held_cell_open(struct held *held, unsigned long line);
void               held_cell_close(struct held *held);
struct cell_place *held_place(struct held *held, size_t i);
bool               held_is_blank(struct held *held, size_t i);

/* The text of the cell that is open and in which nothing else is, or NULL. */
struct paragraph *held_cell_text(struct held *held);

/* A text box, which hangs on a paragraph: what is handed on inside is kept
 * until the paragraph itself has been.  held_box_take ends the box (NULL: none
 * is innermost), held_box_release hands on what was in it. */
void           held_box_open(struct held *held);
struct holder *held_box_take(struct held *held);
void           held_box_release(struct held *held, struct holder *box);

#endif
