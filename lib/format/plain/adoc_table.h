/* Tables of AsciiDoc: |=== to |===.  A cell begins behind a pipe and may go on over
 * lines; its span stands right before the pipe: 2+| columns, .3+| rows, 2.3+| both.
 * Rows end where their columns are full: as many as [cols=...] before the table says,
 * or else as the first line has cells. */
#ifndef PLAIN_ADOC_TABLE_H
#define PLAIN_ADOC_TABLE_H

#include "placed_cells.h"

struct adoc_table {		/* all zero */
	unsigned columns;	/* 0: not known yet */
};

/* Whether LINE begins such a table, or says of the next one how many columns it has,
 * which A notes. */
bool adoc_begins(struct adoc_table *a, struct slice line);

/* Takes LINE, number NUMBER, which begins such a table or belongs to the one of
 * CELLS, which goes to T.  It is closed when the table ends. */
void adoc_take(struct adoc_table *a, struct placed_cells *cells,
    struct text_table *t, unsigned long number, struct slice line);

#endif
