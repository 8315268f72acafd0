/* Tables in plain text.
 *
 * A line with TABs is a row, every field a cell, empty ones too; `\t' is two
 * empty cells.  A sentence that has TABs only around it is a paragraph.
 *
 * A line with pipes is a row.  A table's first row tells how it uses them:
 * `| a | b |' encloses, `a | b |' closes each cell, `a | b' separates; a pipe
 * more than that in a later row is an empty cell.  Where a later row has as many
 * pipes and a text behind the last, or a table before separates, `a | b |' does too:
 * its last cell is empty.  No cell is left out and
 * none is added: `x | 4 | 4 | ||' is x, 4, 4 and two empty ones.  Pipes without
 * blanks around them do too where there are several, or a value behind the last.
 *
 * Where cells and pipes stand on lines of their own (`x |', or `x' and `|'
 * below each other), all of it up to a line of four pipes or more is one row;
 * without such lines the whole table is one row, and every further column its
 * next cell in reading order.  Two pipes in succession are an empty cell.  A
 * cell of up to three lines is joined.
 *
 * Lines of dashes between rows are dropped.  A blank line, or one that is no
 * row, ends a table; the next row begins one with the next ordinal. */
#ifndef PLAIN_TEXT_TABLE_H
#define PLAIN_TEXT_TABLE_H

#include "format/blocks/block.h"

/* The table that lines are read into. */
struct text_table {
	struct sink *sink;
	bool         open;
	bool         encloses, closes;	/* its rows' use of pipes */
	size_t       pipes;	/* in its first row */
	bool         parts;	/* the document has rows of pipes only between cells */
	bool         joined;	/* the document has pipes without blanks */
	unsigned     table, row, col;
};

/* Writes a paragraph, which ends the table. */
void text_paragraph(struct text_table *t, unsigned long line,
    struct slice text);

/* The same of a heading. */
void text_heading(struct text_table *t, unsigned long line,
    struct slice text);

/* Begins the next row, of a new table unless one is open. */
void text_row(struct text_table *t);

/* Writes the next cell of the row. */
void text_cell(struct text_table *t, unsigned long line, struct slice text);

/* Begins a table whose cells tell where they stand; writes one of them: its
 * place, span, line and text. */
void text_grid(struct text_table *t);
void text_grid_cell(struct text_table *t, struct block cell);

/* Whether LINE only parts rows: dashes, pipes and the like. */
bool text_is_rule(struct slice line);

/* LINE as a row, if it is one.  Returns whether it was. */
bool text_take_row(struct text_table *t, unsigned long number,
    struct slice line);

#endif
