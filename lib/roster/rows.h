/* The rows of a list that an office keeps. */
#ifndef ROSTER_ROWS_H
#define ROSTER_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

enum { ROSTER_CELLS_MAX = 32 };

struct roster_row {
	unsigned long line;		/* of its file; 0: it has no lines */
	struct slice  place;		/* then, as in records: a sheet's row */
	bool          is_heading;	/* of a sheet or a document: a title */
	int           cells;		/* up to the last that is not empty */
	struct slice  cell[ROSTER_CELLS_MAX];	/* escaped, as in records;
					 * missing ones are empty */
};

struct roster_rows {		/* all zero: none */
	struct roster_row *row;
	size_t             n, room;
	struct arena       arena;
};

/* A new row, empty, at LINE; without lines at PLACE.  Valid until the next one. */
struct roster_row *roster_rows_add(struct roster_rows *rows,
    unsigned long line, struct slice place);

/* Puts a copy of TEXT, escaped, into the cell COL, from 1, of the last row of ROWS;
 * what stands further than ROSTER_CELLS_MAX is left out. */
void roster_rows_put(struct roster_rows *rows, unsigned long long col,
    struct slice text);

void roster_rows_free(struct roster_rows *rows);

#endif
