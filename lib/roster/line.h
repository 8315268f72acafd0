/* The lines of a roster: which report is expected, from which office, for which
 * year, until when, under whom. */
#ifndef ROSTER_LINE_H
#define ROSTER_LINE_H

#include "rows.h"

struct roster_line {
	const struct roster_row *row;	/* where it stands */
	struct slice org, region, parent;	/* as the roster has them */
	int          year;
	long         due;		/* as yyyymmdd; 0: not said */
};

typedef void roster_line_fn(void *context, const struct roster_line *line);

/* Calls FN for every line of ROWS.  The first row that names a column of offices is
 * the header: what stands above it is a title, which may say the year and the
 * place; without any, a line's cells are told by what is in them.  Blank rows,
 * comments (#) and notes below the list are passed over.  What is no line all the
 * same is told, FILE naming it.  Returns whether there was none. */
bool roster_lines_each(const struct roster_rows *rows, const char *file,
    roster_line_fn *fn, void *context);

/* The place that the title of ROWS begins with, folded; in ARENA.  Empty where it
 * names none. */
struct slice roster_title_place(const struct roster_rows *rows,
    struct arena *arena);

/* Says what is wrong with ROW of FILE. */
void roster_row_warn(const char *file, const struct roster_row *row,
    const char *reason);

#endif
