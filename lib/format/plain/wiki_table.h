/* Tables of MediaWiki: `{|', `|-' between rows, a cell behind `|' or `!', more
 * of a line behind `||' or `!!', `|}'.  What stands between a pipe and another
 * single one are attributes; of these colspan and rowspan count. */
#ifndef PLAIN_WIKI_TABLE_H
#define PLAIN_WIKI_TABLE_H

#include "base/buffer.h"
#include "text_table.h"

enum { WIKI_COLUMNS_MAX = 64 };

struct wiki_table {		/* all zero: none is open */
	bool          open;
	bool          in_cell;	/* the last cell is not written yet */
	unsigned      row, col;
	unsigned      covered[WIKI_COLUMNS_MAX];	/* by cells from above:
							   up to this row */
	struct block  cell;
	struct buffer text;	/* of it */
};

/* Takes LINE, number NUMBER, if it begins such a table or belongs to one, which
 * goes to T.  Returns whether it did. */
bool wiki_take(struct wiki_table *w, struct text_table *t,
    unsigned long number, struct slice line);

/* Whether LINE begins such a table. */
bool wiki_begins(struct slice line);

/* Ends the table that is open, if any. */
void wiki_end(struct wiki_table *w, struct text_table *t);

void wiki_free(struct wiki_table *w);

#endif
