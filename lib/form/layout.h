/* How a form draws its tables: form-layouts.tsv (nianbao-forms(5)).  Which rows and
 * columns there are the forms themselves tell. */
#ifndef FORM_LAYOUT_H
#define FORM_LAYOUT_H

#include "form.h"

enum layout_part {
	LAYOUT_TITLE,		/* above the table */
	LAYOUT_CORNER,		/* above the labels of its rows */
	LAYOUT_UNIT,		/* over a column of units: it has one */
	LAYOUT_CAPTION,		/* before the rows of a group, with the heads of
				 * their columns below it */
	LAYOUT_BESIDE,		/* the label of a group stands beside its rows:
				 * vertical or level */
	LAYOUT_SPAN,		/* a head over columns, or over the items below a
				 * group where the items are the columns */
	LAYOUT_SHORT,		/* what a sentence calls an item */
	LAYOUT_PARTS
};

struct layout_line {
	enum layout_part part;
	struct slice     form, table;
	struct slice     of;	/* columns, an item, a group; or empty */
	struct slice     text;
};

struct layouts {
	const struct forms *forms;
	struct layout_line *line;
	size_t              lines;
};

/* Reads the lines, over FORMS, which stay in use.  A user's line that can never
 * apply ends the process with 2 and file, line and column.  To be freed. */
struct layouts *layouts_load(const struct forms *forms);
void            layouts_free(struct layouts *layouts);

/* The first line of PART for TABLE (empty: any) of FORM, or of one that it is like,
 * and, unless OF is empty, of it; NULL: none. */
const struct layout_line *layout_line(const struct layouts *layouts,
    struct slice form, struct slice table, enum layout_part part,
    struct slice of);

/* The text of that line; empty: none. */
struct slice layout_text(const struct layouts *layouts, struct slice form,
    struct slice table, enum layout_part part, struct slice of);

/* Whether the comma-separated OF of LINE has NAME. */
bool layout_line_has(const struct layout_line *line, struct slice name);

#endif
