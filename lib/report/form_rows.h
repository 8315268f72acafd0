/* The rows of one table of a form that a report has. */
#ifndef REPORT_FORM_ROWS_H
#define REPORT_FORM_ROWS_H

#include "drawing.h"

enum { FORM_BESIDE_MAX = 8 };	/* groups that stand beside a row */

struct form_row {
	const struct form_item *item;
	int                     level;	/* groups that it stands in */
	int                     besides;
	const struct layout_line *beside[FORM_BESIDE_MAX];	/* outer first */
};

struct form_rows {
	const struct layouts *layouts;
	struct slice          form, table;
	struct form_row       row[FORM_ITEMS_MAX];
	int                   rows;
	int                   besides;	/* columns for groups, at most */
	int                   columns;	/* of figures, at most */
	const struct form_item *widest;	/* the first row with so many */
	bool                  is_across;	/* the items are the columns */
};

/* Finds the rows of TABLE that FIGURES has: of the variant of the form that has
 * most of them, and those of others that are there. */
void form_rows_find(struct form_rows *rows, const struct form_drawing *drawing,
    struct slice table);

/* The item of the form of ROWS with the code CODE, or NULL. */
const struct form_item *form_rows_item(const struct form_rows *rows,
    struct slice code);

#endif
