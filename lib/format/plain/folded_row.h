/* Rows of a table that is wider than the page, as antiword prints them: cells with a
 * blank and a bar behind each, one row after the other, folded at blanks. */
#ifndef PLAIN_FOLDED_ROW_H
#define PLAIN_FOLDED_ROW_H

#include "held_lines.h"
#include "text_table.h"

struct folded_row {		/* all zero: nothing is held */
	struct held_lines held;
	struct buffer     whole;
};

/* Holds LINE, number NUMBER, if it may be the first of such a table, or the next one;
 * else returns false: what is held ends. */
bool folded_row_take(struct folded_row *row, unsigned long number,
    struct slice line);

/* Writes the lines that are held as rows of T and the text behind them, where rows can be
 * told.  Returns whether it did. */
bool folded_row_write(struct folded_row *row, struct text_table *t);

/* The lines that are held as one; none (.p NULL) if they are no such table.  Lives
 * until the next line is taken. */
struct slice folded_row_whole(struct folded_row *row);

void folded_row_free(struct folded_row *row);

#endif
