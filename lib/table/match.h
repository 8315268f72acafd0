/* One table of a form, and which rows of a document are its items. */
#ifndef TABLE_MATCH_H
#define TABLE_MATCH_H

#include "row_layout.h"

#define NO_ITEM ((size_t)-1)
#define NO_ROW ((size_t)-1)

struct match {
	const struct table_rows *rows;
	const struct forms      *forms;
	size_t                   table;	/* number of its first item in forms */
	/* The items, in the form's order, as numbers in forms->item. */
	size_t                   item[FORM_ITEMS_MAX];
	size_t                   items;
	/* The columns of items that have one on the form, where this table has
	 * several instead: 本级, 部门, 合计.  None: as on the form. */
	struct slice             col[FORM_COLS_MAX];
	int                      cols;
	/* For each item of forms, by its `same': its place here, or NO_ITEM. */
	size_t                  *place;
	/* For each row of the document, which of item[] it is, or NO_ITEM. */
	size_t                  *item_of_row;
	/* And back: the first row of each item, the next of the same item. */
	size_t                   first[FORM_ITEMS_MAX];
	size_t                  *next;
	struct row_layouts       layouts;
	bool                     lossy;	/* blanks vanish in the document */
};

/* match_items.c: fills MATCH for the table whose first item is number TABLE of
 * the forms: the items of the variant whose first item is number VARIANT, and
 * those of others that NAMED, indexed as forms->item, says the document has.
 * The arrays come from the arena of the cells of ROWS. */
void match_begin(struct match *match, const struct table_rows *rows,
    size_t table, size_t variant, const bool named[]);

/* match_items.c: the first of the items from place AFTER on that NAME may stand
 * for; NO_ITEM: none. */
size_t match_named(const struct match *match, const struct known_name *name,
    size_t after);

/* match_items.c: item number I; the same as this table has it: the form's, or,
 * where the table has columns of its own, a copy in *OWN with those. */
const struct form_item *match_item(const struct match *match, size_t i);
const struct form_item *match_item_here(const struct match *match, size_t i,
    struct form_item *own);

/* match_items.c: the item that sums up the largest group, where rows have totals: the
 * last one that stands right in a group with groups in it; NO_ITEM: none. */
size_t match_summing_item(const struct match *match);

/* match_items.c: takes from HEADER, above a row of the table, the columns that
 * divide the form's one column. */
void match_divide(struct match *match, const struct header *header);

/* Finds the item of every row: by its label where that names one item, by its
 * neighbours where it names several, by likeness or place where it is damaged
 * and only one item is missing between its neighbours. */
void match_rows(struct match *match);

/* Whether NAME may be an item of another table of the form. */
bool match_is_foreign(const struct match *match, const struct known_name *name);

/* The first item of the table that the label of ROW names, from place AFTER on;
 * NO_ITEM if it names none, or another table's. */
size_t match_row_named(const struct match *match, const struct table_row *row,
    size_t after);

/* Whether right behind ROW, of item number I, stands a row with figures of the next
 * item that may have some, which are not its own printed twice. */
bool match_before_part(const struct match *match, size_t i,
    const struct table_row *row);

/* Whether the item behind number I that may have figures has no row, or one
 * without any cells, or one that stands elsewhere. */
bool match_before_gap(const struct match *match, size_t i);

/* Whether that one has no row at all, or one that stands elsewhere. */
bool match_before_missing(const struct match *match, size_t i);

/* Whether one item that may have figures has no row, nor is any called like it, and
 * the rows of the table are out of order: its figures may be anywhere. */
bool match_is_strewn(const struct match *match);

/* Whether the rows of the table stand in the form's order. */
bool match_keeps_order(const struct match *match);

#endif
