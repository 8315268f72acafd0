/* The headers of a table: which columns its figures stand in. */
#ifndef TABLE_HEADER_H
#define TABLE_HEADER_H

#include "cells.h"

struct header_column {
	struct slice code;	/* empty: not a name we know */
	struct slice form;	/* the form the name gives away, or empty */
	struct slice text;	/* of an unknown one, for the row below */
	unsigned     col, cols;	/* where it stands; 0: flowing */
};

/* One row of column names, or several that stand above each other. */
struct header {
	struct header_column *column;	/* by their place; in the arena */
	size_t               columns, room;
	size_t               last_row;	/* of the cells, that it takes */
	unsigned             width;	/* of its rows; 0: flowing */
	bool                 unknown;	/* a name in it is, if it flows */
	bool                 other_year;	/* one is of a column besides */
};

/* Whether ROW, a row of a grid, is a header. */
bool header_is_row(const struct cells *cells, const struct cell_row *row);

/* Whether row number ROW of CELLS completes names that HEADER, right above it,
 * has only the first halves of. */
bool header_continues(const struct header *header, const struct cells *cells,
    size_t row);

/* Whether NAME is only ever part of a header. */
bool header_is_name(const struct known_name *name);

/* The header that row number ROW belongs to: HEADER, made larger, when that
 * ends right above, else a new one in the arena of CELLS. */
struct header *header_add(struct header *header, const struct cells *cells,
    size_t row);

/* The place in HEADER of the column CODE, or NULL when there is none, or when
 * two columns claim the name. */
const struct header_column *header_find(const struct header *header,
    struct slice code);

/* Which columns of ITEM the names of HEADER are, a header of lines of text, in the
 * order in which it names them.  Returns how many; 0 when it names none, one twice,
 * or any that is not the item's. */
size_t header_order(const struct header *header, const struct form_item *item,
    int order[FORM_COLS_MAX]);

#endif
