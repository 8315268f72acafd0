/* The heads of a table: which columns its figures stand in. */
#ifndef TABLE_HEADER_H
#define TABLE_HEADER_H

#include "cells.h"

enum { HEAD_COLS_MAX = 32 };

struct head_column {
	struct slice code;	/* empty: not a name we know */
	struct slice form;	/* the form the name gives away, or empty */
	struct slice text;	/* of an unknown one, for the row below */
	unsigned     col, cols;	/* where it stands; 0: flowing */
};

/* Heads of one row, or of several that stand above each other. */
struct head {
	struct head_column column[HEAD_COLS_MAX];	/* by their place */
	size_t             columns;
	size_t             last_row;	/* of the sheet, that it takes */
	unsigned           width;	/* of its rows; 0: flowing */
};

/* Whether ROW, a row of a grid, is a head. */
bool head_row(const struct sheet *sheet, const struct row *row);

/* Whether row number ROW of SHEET completes names that HEAD, right above it,
 * has only the first halves of. */
bool head_continues(const struct head *head, const struct sheet *sheet,
    size_t row);

/* Whether NAME is only ever part of a head. */
bool head_name(const struct name *name);

/* The head that row number ROW belongs to: HEAD, made larger, when that ends
 * right above, else a new one in ARENA. */
struct head *head_add(struct head *head, const struct sheet *sheet, size_t row,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena);

/* The place in HEAD of the column CODE, or NULL when there is none, or when
 * two columns claim the name. */
const struct head_column *head_find(const struct head *head,
    struct slice code);

#endif
