/* Tables whose columns a line of dashes measures, as Markdown's simple and
 * multiline tables and those of reStructuredText: cells stand by position.
 *
 *	========== ======    What stands below a run of dashes is its column's.
 *	规章           6     Where empty lines part the rows, all lines between
 *	规范性文件    16     two of them are one.
 *	========== ======
 *
 * Such a table ends with another such line, or, where its head stands above the
 * first, with an empty one.  One that does not end is text. */
#ifndef PLAIN_RULED_TABLE_H
#define PLAIN_RULED_TABLE_H

#include "base/display.h"
#include "held_lines.h"
#include "text_table.h"

/* No table has more: what has stays lines, as a pattern of dashes does. */
enum { RULED_COLUMNS_MAX = 64 };

struct ruled_column {
	unsigned from, to;	/* display columns: from ... to - 1 */
};

struct ruled_table {		/* all zero: none is open */
	struct held_lines   held;	/* the head, the rule, what is below */
	size_t              head;	/* lines above the rule */
	bool                open;	/* the rule is there */
	struct ruled_column column[RULED_COLUMNS_MAX];
	size_t              columns;
	bool                to_blank;	/* it ends with an empty line */
	bool                closed;	/* its last line may be its end */
	bool                boxed;	/* a rule stands above the head */
	bool                passing;	/* no head: until the next empty line */
	struct buffer       cell;
};

enum ruled_answer {
	RULED_NOT,		/* the line is no part of such a table, and what
				   is held is text, to be read before it */
	RULED_TAKEN,
};

/* Takes LINE, number NUMBER of the document; tables go to T.  If not, the lines
 * in `held' are to be read otherwise and then cleared. */
enum ruled_answer ruled_take(struct ruled_table *r, struct text_table *t,
    unsigned long number, struct slice line);

/* Ends the open table at the end of the document, as if an empty line came. */
void ruled_end(struct ruled_table *r, struct text_table *t);

void ruled_free(struct ruled_table *r);

#endif
