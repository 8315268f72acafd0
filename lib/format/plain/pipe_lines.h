/* Tables of one cell a line, parted by pipes: `x |', or `x' and `|' on lines
 * of their own, as some scrapers leave them. */
#ifndef PLAIN_PIPE_LINES_H
#define PLAIN_PIPE_LINES_H

#include "text_table.h"

enum { PIPE_LINES_WAITING_MAX = 3, PIPE_LINES_TEXT_MAX = 240 };

struct waiting_line {
	unsigned long line;
	size_t        n;
	char          text[PIPE_LINES_TEXT_MAX];
};

struct pipe_lines {
	bool                on;
	bool                leading;	/* a pipe opens each cell */
	bool                opening;	/* the next pipe ends no cell */
	bool                row_open;
	bool                spaced;	/* blank lines are between the cells */
	bool                broken;	/* the last line ended as Markdown
					   breaks one: with two blanks */
	bool                breaks;	/* rows end so */
	unsigned            seen;	/* lines since it began, to 3 */
	struct waiting_line waiting[PIPE_LINES_WAITING_MAX];
	unsigned            nwaiting;
};

/* Takes a line (TEXT trimmed, perhaps empty; BROKEN: it ended with the two blanks
 * of a break) that may belong to such a table; returns whether it did.  What it
 * held back is written before it says no. */
bool pipe_lines_take(struct pipe_lines *l, struct text_table *t,
    unsigned long line, struct slice text, bool broken);

/* Ends such a table and writes what is held back. */
void pipe_lines_end(struct pipe_lines *l, struct text_table *t);

#endif
