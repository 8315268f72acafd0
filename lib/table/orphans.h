/* Rows that no item takes although they hold figures, their labels lost, cut or
 * unknown; and rows that hold more than their own.  Whatever the table seems not to
 * have may be there, and is then unreadable, not absent. */
#ifndef TABLE_ORPHANS_H
#define TABLE_ORPHANS_H

#include "match.h"

struct orphans {
	/* For each item of the match the first row that its figures may stand in
	 * without its label; NO_ROW: none. */
	size_t of[FORM_ITEMS_MAX];
	bool   any;	/* figures that no item takes stand in the table */
	bool   astray;	/* one stands among rows out of order */
	bool   strewn;	/* as match_is_strewn says */
};

/* Whether row number R stands beside figures that no item takes and that may be its
 * own, cut off from it. */
bool orphans_beside(const struct match *match, size_t r);

/* Whether right before row number R stands the label of another item, with nothing
 * behind it: the figures behind both may be of either. */
bool orphans_below_label(const struct match *match, size_t r);

/* Whether the label of row number R goes on right behind such a one, with nothing between
 * them: both may stand in one cell, which has figures of both. */
bool orphans_in_one_cell(const struct match *match, size_t r);

/* Whether the figures of ROW, which stand in CELL by the columns of ITEM, may be some of
 * its own and some of the next item's, whose label is lost: where blanks vanish, or
 * rows have no ends, their number proves nothing. */
bool orphans_may_follow(const struct match *match, const struct table_row *row,
    const struct form_item *item, const struct table_cell *const cell[]);

/* Finds the orphans of the table of MATCH, whose rows are matched.  Where its rows
 * keep the form's order, an orphan may only be what the rows around it leave open. */
void orphans_find(const struct match *match, struct orphans *orphans);

#endif
