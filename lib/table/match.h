/* One table of a form, and which entries of a document are its items. */
#ifndef TABLE_MATCH_H
#define TABLE_MATCH_H

#include "place.h"

#define NO_ITEM ((size_t)-1)
#define NO_ENTRY ((size_t)-1)

struct view {
	const struct forms *forms;
	size_t              table;	/* number of its first item in forms */
	/* The items, in the form's order, as numbers in forms->item. */
	size_t              item[FORM_ITEMS_MAX];
	size_t              items;
	/* The columns of items that have one on the form, where this table has
	 * several instead: 本级, 部门, 合计.  None: as on the form. */
	struct slice        col[FORM_COLS_MAX];
	int                 cols;
	/* For each item of forms, by its `same': its place here, or NO_ITEM. */
	size_t             *place;
	/* For each entry of the document, which of item[] it is, or NO_ITEM. */
	size_t             *of_entry;
	/* And back: the first entry of each item, the next of the same item. */
	size_t              first[FORM_ITEMS_MAX];
	size_t             *next;
	struct peers        peers;
};

/* Fills VIEW for the table whose first item is number TABLE of FORMS: the items
 * of the variant whose first item is number VARIANT, and those of others that
 * NAMED, indexed as forms->item, says the document has.  The view's arrays
 * come from ARENA. */
void view_items(struct view *view, const struct forms *forms, size_t table,
    size_t variant, const bool named[], struct arena *arena);

/* The first of the view's items from place AFTER on that NAME may stand for;
 * NO_ITEM: none. */
size_t view_named(const struct view *view, const struct name *name,
    size_t after);

/* Finds the item of every entry: by its label where that names one item, by
 * its neighbours where it names several, by likeness or place where it is
 * damaged and only one item is missing between its neighbours. */
void view_match(struct view *view, const struct sheet *sheet,
    const struct entries *entries, const struct vocabulary *vocabulary,
    struct arena *arena);

/* Whether the item behind number I that may have figures has no entry, or one
 * without any cells. */
bool view_leads_gap(const struct view *view, const struct entries *entries,
    size_t i);

const struct form_item *view_item(const struct view *view, size_t i);

/* Item number I as this table has it: the form's, or, where the table has
 * columns of its own, a copy in *OWN with those. */
const struct form_item *view_item_here(const struct view *view, size_t i,
    struct form_item *own);

#endif
