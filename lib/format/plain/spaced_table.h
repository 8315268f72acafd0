/* Tables whose columns spaces keep apart, as pdftotext -layout, text browsers and
 * people write them: cells stand by position.
 *
 *	             自然人   商业企业   总计     Figures belong together that
 *	1.属于国家                                stand below each other, in as
 *	             1837                1837     many columns as some row has;
 *	    秘密                                  where those of a row stand
 *	2.重复申请       3          5       8     otherwise it is not read.
 *
 * A label that is wrapped goes on above and below its figures.  Columns are those
 * of a page; a form feed ends it.  Such a table is read as a grid only where lines
 * by themselves would not say all: cells are empty or labels wrapped. */
#ifndef PLAIN_SPACED_TABLE_H
#define PLAIN_SPACED_TABLE_H

#include "held_lines.h"
#include "text_table.h"

struct spaced_table {		/* all zero: nothing is held */
	struct held_lines held;
	unsigned          rows;	/* lines that end with several figures */
	bool              other;	/* the next line is a ruled table's */
};

/* Whether LINE is held, number NUMBER of the document: it may belong to such a
 * table.  If not, what is held is to be ended before LINE is read. */
bool spaced_hold(struct spaced_table *s, unsigned long number,
    struct slice line);

/* The readers behind this one. */
struct spaced_readers {
	/* Takes a line that is part of no such table. */
	void (*take)(void *context, unsigned long number, struct slice line);
	/* Ends what they hold, before a table is written. */
	void (*end)(void *context);
	void  *context;
};

/* Ends what is held: tables go to T, other lines to READERS, in their order. */
void spaced_end(struct spaced_table *s, struct text_table *t,
    const struct spaced_readers *readers);

void spaced_free(struct spaced_table *s);

#endif
