/* Tables of one cell a line with a TAB on a line of its own between the cells of
 * a row and empty lines around it, as browsers copy tables whose cells hold
 * paragraphs.  Two cells without a TAB between them are in two rows; a line of
 * blanks behind a TAB is an empty cell. */
#ifndef PLAIN_PARTED_LINES_H
#define PLAIN_PARTED_LINES_H

#include "held_lines.h"
#include "text_table.h"

struct parted_lines {		/* all zero: nothing is held */
	struct held_lines held;	/* what may be a cell, and empty lines */
	bool              in_row;	/* it is one: a TAB stands before it */
	bool              behind_tab;	/* the next line is one */
	bool              row_open;
	bool              gap;	/* the last line was empty */
};

/* Whether LINE shows that what is held is no cell: it is to be read otherwise
 * and cleared before LINE is taken. */
bool parted_lets_go(const struct parted_lines *p, struct slice line);

/* Takes LINE, number NUMBER, if it may belong to such a table, which goes to T.
 * Returns whether it did. */
bool parted_take(struct parted_lines *p, struct text_table *t,
    unsigned long number, struct slice line);

/* Writes the cell that is held, if it is one for certain. */
void parted_end(struct parted_lines *p, struct text_table *t);

void parted_free(struct parted_lines *p);

#endif
