/* Tables of words: every line has as many, blanks between them, since who wrote it put a
 * word where a cell has nothing, NaN or a dash, or numbered the rows.
 *
 *	    信息内容  Unnamed: 1  Unnamed: 2	pandas: no number before the head,
 *	0       规章           3         NaN	0, 1, 2 before its rows
 *	1  规范性文件         NaN           5 */
#ifndef PLAIN_WORDED_TABLE_H
#define PLAIN_WORDED_TABLE_H

#include "held_lines.h"
#include "text_table.h"

struct worded_table {		/* all zero: nothing is held */
	struct held_lines held;
	size_t            words;	/* of a row */
	bool              numbered;	/* its rows; the head has a word less */
	bool              marked;	/* some cell has nothing */
	bool              dashed;	/* dashes stand beside names of heads: no
					   figure is meant by them */
};

/* Holds LINE, number NUMBER, if it may go on what is held, or begin such a table.
 * Returns whether it does. */
bool worded_hold(struct worded_table *w, unsigned long number,
    struct slice line);

/* Whether what is held is such a table; else its lines are to be read otherwise and
 * cleared. */
bool worded_is_table(const struct worded_table *w);

/* Writes it to T. */
void worded_write(struct worded_table *w, struct text_table *t);

void worded_free(struct worded_table *w);

#endif
