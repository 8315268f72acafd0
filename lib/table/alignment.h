/* What stands in a row, and in which columns of its item: what the ways of
 * placing a row's cells have in common. */
#ifndef TABLE_ALIGNMENT_H
#define TABLE_ALIGNMENT_H

#include "rows.h"

enum placement_state {
	PLACEMENT_DONE,		/* cell[] is what stands in each column */
	PLACEMENT_NONE,		/* a label, and no cells that could be its */
	PLACEMENT_DOUBTFUL,	/* the same, but see first_blanks.h */
	PLACEMENT_UNCLEAR,	/* figures, but not whose */
};

/* The cells of one row, by the columns of its item. */
struct placement {
	enum placement_state     state;
	const struct table_cell *cell[FORM_COLS_MAX];	/* NULL: blank */
	bool                     missing[FORM_COLS_MAX];	/* not in this table */
	struct slice             loc;	/* of the label, for blanks */
	struct slice             unit;	/* from a cell of its own, or empty */
};

/* What is known about a row while its columns are sought. */
struct alignment {
	const struct cells      *cells;
	const struct table_row  *row;
	const struct form_item  *item;
	struct placement        *placement;
	const struct table_cell *figure[FORM_COLS_MAX];
	size_t                   figures;
	size_t                   slots;	/* cells that may hold figures */
	bool                     surplus;	/* more figures than columns */
	bool                     cut;	/* the file ends in it */
	bool                     pictures;	/* for figures */
};

/* Whether the last column of ITEM is the sum of those before it. */
bool item_has_total(const struct form_item *item);

/* Begins PLACEMENT, and finds the figures of ROW. */
struct alignment align_begin(const struct table_rows *rows,
    const struct table_row *row, const struct form_item *item,
    struct placement *placement);

/* The columns that the row's label stands in, from ... to; 0 without one. */
unsigned align_label_col(const struct alignment *a);
unsigned align_label_end(const struct alignment *a);

/* How many columns its row has. */
unsigned align_width(const struct alignment *a);

/* All figures are there: the first is the first column's, and so on. */
void align_all(struct alignment *a);

/* Whether the only figure is a run of digits; gives them to the columns, if they
 * say by themselves how (run_together.h asks the rest of the table). */
bool align_is_digits(const struct alignment *a);
void align_digits(struct alignment *a);

#endif
