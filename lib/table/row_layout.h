/* How the rows of a table keep their columns, learned from those that leave no
 * doubt; so that a row with blanks can be held against others of its shape. */
#ifndef TABLE_ROW_LAYOUT_H
#define TABLE_ROW_LAYOUT_H

#include "rows.h"

enum { ROW_LAYOUTS_MAX = 64, SLOTS_MAX = 32 };

/* The layout of the rows of one shape. */
struct row_layout {
	unsigned label_col, width;	/* the shape: of label and row */
	unsigned start;			/* the first column of figures */
	unsigned count;			/* rows that agree, and differ */
	const struct table_row *row;	/* the last of those */
	bool     doubt;			/* others do not */
	bool     whole;			/* one of them has all figures: it
					   lost no cell */
};

struct row_layouts {
	struct row_layout layout[ROW_LAYOUTS_MAX];
	size_t            count;
	/* Rows that leave no doubt and have a cell for each column behind the
	 * label and no other; and those that do not. */
	unsigned          compact, loose;
	/* Of rows down the page: how many cells, blanks too, follow most
	 * labels (0: unknown), and whether blanks have vanished. */
	unsigned          usual_slots;
	unsigned          rows_of[SLOTS_MAX];	/* by their number of cells */
	unsigned          flowing, exact;	/* rows; a cell a column */
	bool              lossy;
	/* Rows with figures, those with more than their item has columns, and
	 * whether a head names a column besides. */
	unsigned          figured, surplus;
	bool              other_year;
	/* Of rows down the page, of items of so many columns: how many there are,
	 * and how many of them have so many figures. */
	unsigned          rows_with[FORM_COLS_MAX + 1];
	unsigned          having[FORM_COLS_MAX + 1][FORM_COLS_MAX + 1];
};

/* Notes how ROW of ITEM stands, if it leaves no doubt. */
void row_layouts_learn(struct row_layouts *layouts,
    const struct table_rows *rows, const struct table_row *row,
    const struct form_item *item);

/* The layout of the rows of the shape described, or NULL. */
struct row_layout *row_layouts_find(struct row_layouts *layouts,
    unsigned label_col, unsigned width);

struct alignment;

/* Whether the table has a column more than the form, which may stand anywhere: last
 * year's.  Where a row has blanks the number of its figures then tells nothing. */
bool row_layouts_have_more(const struct row_layouts *layouts);

/* How many rows agree on LAYOUT, not counting that of A. */
unsigned row_layout_others(const struct row_layout *layout,
    const struct alignment *a);

/* Whether all rows that leave no doubt, several and of whatever shape, have their
 * figures from column START on. */
bool row_layouts_agree(const struct row_layouts *layouts, unsigned start);

#endif
