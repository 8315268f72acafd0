/* Tables whose head runs over the columns and whose figures fill one row, such
 * as that of reviews: every item with figures is a leaf of the head. */
#ifndef TABLE_COLUMNAR_H
#define TABLE_COLUMNAR_H

#include "match.h"

/* The figures of such a table, by the place of their item in the view. */
struct leaves {
	enum reading_state state;
	struct slice       text[FORM_ITEMS_MAX];
	struct slice       loc;
	struct slice       raw;		/* where unclear: what there is */
};

/* Reads the table of VIEW as leaves.  Returns false when its names do not
 * stand in a head, so that it is to be read entry by entry. */
bool leaves_read(const struct view *view, const struct sheet *sheet,
    struct arena *arena, struct leaves *leaves);

#endif
