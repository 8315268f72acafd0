/* Holding back tables until they are whole.
 *
 * Office formats say late how a table's cells lie: spans are found by
 * comparing the edges of all its rows, and what a cell covers downwards is
 * told by the rows below.  So the cells of a table are buffered and go to the
 * sink when it ends.  What stands inside a cell but is no part of its text (a
 * table, a text box) follows behind the table it stands in; the cell, if nothing
 * else is in it, has U+FFFC for it, as for a picture: it is not blank.  A table
 * of one cell is a frame drawn around text, and handed on as the text, in a cell
 * as the cell's. */
#ifndef BLOCKS_TABLE_BUFFER_H
#define BLOCKS_TABLE_BUFFER_H

#include "base/arena.h"
#include "address.h"
#include "block.h"
#include "cell_edges.h"
#include "paragraph.h"

struct open_table;

struct table_buffer {
	struct sink       *sink;
	const char        *failed;	/* a limit met: NULL, or which */
	struct open_table *top;		/* the innermost open table or box */
	unsigned           depth, tables;
	unsigned long      paragraphs;	/* outside of tables */
	bool               any;		/* something was handed on */
	struct arena       arena;
};

void table_buffer_open(struct table_buffer *tables, struct sink *sink);

/* Closes what is open, as at a premature end, and frees the memory.  Returns
 * FAILED, what the caller knows to be wrong; without it, that there was no
 * text, which for a report means pictures of its pages. */
const char *table_buffer_close(struct table_buffer *tables,
    const char *failed);

/* Counts a paragraph, in its cell or outside of tables, and returns its number;
 * those of a box have that of the paragraph on which the box hangs. */
unsigned long table_buffer_count(struct table_buffer *tables);

/* Hands on paragraph NUMBER, BLOCK, at once or behind the open box or row; in a
 * cell it is added to the text.  One that is blank is left out. */
void table_buffer_paragraph(struct table_buffer *tables,
    const struct block *block, unsigned long number);

/* Hands on BLOCK, of a document that is part of this one, in place of its paragraph
 * NUMBER, and has tables of its own, which are numbered behind ABOVE, those before
 * it. */
void table_buffer_foreign(struct table_buffer *tables,
    const struct block *block, unsigned above, unsigned long number);

/* A table, inside the open cell if there is one. */
void table_open(struct table_buffer *tables);
void table_close(struct table_buffer *tables);

/* The rows of the innermost table; KEEP false: a row that was deleted. */
void row_open(struct table_buffer *tables);
void row_close(struct table_buffer *tables, bool keep);

/* The cells of its row.  A cell's place is set once it is known, at the
 * latest before the row closes: row_cell_place finds cell number I (from 0)
 * of the row, NULL where it has no such cell. */
void               cell_open(struct table_buffer *tables);
void               cell_close(struct table_buffer *tables);
struct cell_place *row_cell_place(struct table_buffer *tables, size_t i);
bool               row_cell_is_blank(struct table_buffer *tables, size_t i);

/* How many cells of the innermost open row have ended. */
size_t row_cells(const struct table_buffer *tables);

/* The open cell holds a picture, which is not read: with nothing else in it, its
 * text is U+FFFC, so that it is not blank. */
void cell_picture(struct table_buffer *tables);

/* Whether a cell is open, and nothing else in it. */
bool cell_is_open(const struct table_buffer *tables);

/* A text box, which hangs on a paragraph, the one COUNTED last or the next: what is
 * handed on inside is kept until the paragraph itself has been.  box_take ends the box (NULL: none is
 * innermost), box_release hands on what was in it. */
void               box_open(struct table_buffer *tables, bool counted);
struct open_table *box_take(struct table_buffer *tables);
void               box_release(struct table_buffer *tables,
    struct open_table *box);

#endif
