/* Tables of MediaWiki: `{|', `|-' between rows, a cell behind `|' or `!', more
 * of a line behind `||' or `!!', `|}'.  What stands between a pipe and another
 * single one are attributes; of these colspan and rowspan count. */
#ifndef PLAIN_WIKI_TABLE_H
#define PLAIN_WIKI_TABLE_H

#include "placed_cells.h"

/* Whether LINE begins such a table. */
bool wiki_begins(struct slice line);

/* Takes LINE, number NUMBER, which begins such a table or belongs to the one of
 * CELLS, which goes to T.  It is closed when the table ends. */
void wiki_take(struct placed_cells *cells, struct text_table *t,
    unsigned long number, struct slice line);

#endif
