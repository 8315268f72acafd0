/* A sheet of a spreadsheet: cells by address, merged ranges told apart from
 * them.  Offices write whole reports on a sheet: where borders are drawn, a
 * line outside them is text, and what it parts are different tables. */
#ifndef FORMAT_SHEET_H
#define FORMAT_SHEET_H

#include "../record/arena.h"
#include "format.h"

struct sheet_cell {
	unsigned     row, col;		/* from 1 */
	unsigned     rows, cols;
	bool         ruled;		/* a border is drawn */
	bool         covered;		/* by a merged range */
	struct slice text;
};

struct sheet_merge {
	unsigned row, col, last_row, last_col;
};

struct sheet {
	struct sheet_cell  *cell;
	struct sheet_merge *merge;
	size_t              cells, cells_room, merges, merges_room;
	struct arena        arena;
	const char         *failed;	/* a limit met, or NULL */
};

/* Empties SHEET for the next one, or frees it. */
void sheet_clear(struct sheet *sheet);
void sheet_free(struct sheet *sheet);

/* Adds a cell or a merged range; addresses beyond a spreadsheet's are left
 * out.  The text is copied, the span taken from the ranges. */
void sheet_add(struct sheet *sheet, const struct sheet_cell *cell,
    const struct decode_limits *limits);
void sheet_merge(struct sheet *sheet, const struct sheet_merge *range,
    const struct decode_limits *limits);

/* Hands the sheet on: page NUMBER (from 1), called NAME (which the suite's
 * own default names are not worth telling), HIDDEN from the reader.  Tables
 * are numbered behind *TABLES, which counts them; columns that no cell of a
 * table sets apart are one. */
void sheet_hand_on(struct sheet *sheet, struct sink *sink, unsigned number,
    unsigned *tables, struct slice name, bool hidden,
    const struct decode_limits *limits);

#endif
