/* A sheet of a spreadsheet: cells by address, merged ranges told apart from
 * them.  Offices write whole reports on a sheet: where borders are drawn, a
 * line outside them is text, and what it parts are different tables. */
#ifndef EXCEL_WORKSHEET_H
#define EXCEL_WORKSHEET_H

#include "base/arena.h"
#include "format/blocks/block.h"
#include "hidden_ranges.h"

enum { WORKSHEET_ROWS = 1048576, WORKSHEET_COLS = 16384 };

struct worksheet_cell {
	unsigned     row, col;		/* from 1 */
	unsigned     rows, cols;
	bool         ruled;		/* a border is drawn */
	bool         covered;		/* by a merged range */
	bool         zero;		/* a number that is 0 */
	bool         white;		/* on a ground that is white, too */
	struct slice text;
};

struct worksheet_merge {
	unsigned row, col, last_row, last_col;
};

struct worksheet {
	struct sink            *sink;
	unsigned                tables;	/* handed on, of all sheets so far */
	bool                    any;	/* text was handed on, likewise */
	struct worksheet_cell  *cell;
	struct worksheet_merge *merge;
	size_t                  cells, cells_room, merges, merges_room;
	struct hidden_ranges    rows_hidden, columns_hidden;
	unsigned                cut_row;	/* that misses its end; 0: none */
	bool                    hides_zeros;
	bool                    coloured;	/* also by other than cells */
	struct arena            arena;
	size_t                  bytes;	/* of text, over all sheets so far */
	const char             *failed;	/* a limit met, or NULL */
};

/* Empties SHEET for the next one, or frees it. */
void worksheet_clear(struct worksheet *sheet);
void worksheet_free(struct worksheet *sheet);

/* Adds a cell or a merged range; addresses beyond a spreadsheet's are left
 * out.  The text is copied, the span taken from the ranges. */
void worksheet_add(struct worksheet *sheet, const struct worksheet_cell *cell);
void worksheet_merge(struct worksheet *sheet,
    const struct worksheet_merge *range);

/* The row of the cell added last misses its end: that cell ends in U+FFFD, which
 * makes it unreadable. */
void worksheet_mark_cut(struct worksheet *sheet);

/* worksheet_order.c: sorts cells and merged ranges by row and column (of cells
 * with one address the first counts), then takes out what is not shown. */
void worksheet_sort(struct worksheet *sheet);
void worksheet_take_out_hidden(struct worksheet *sheet);

/* Puts the cells in order, takes out what is hidden (rows, columns, zeros, white
 * on white), and gives them their spans.  What a merged range shows moves to
 * its first cell that is shown. */
void worksheet_arrange(struct worksheet *sheet);

/* Hands SHEET on: page NUMBER (from 1), called NAME (which the suite's own
 * default names are not worth telling), HIDDEN from the reader.  Columns that
 * no cell of a table sets apart are one. */
void worksheet_hand_on(struct worksheet *sheet, unsigned number,
    struct slice name, bool hidden);

#endif
