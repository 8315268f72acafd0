/* What the rows of an item say together. */
#ifndef TABLE_ITEM_READING_H
#define TABLE_ITEM_READING_H

#include "alignment.h"
#include "match.h"
#include "orphans.h"

struct item_reading {
	struct placement        placement;
	const struct table_row *row;	/* NULL: none */
};

/* Reads the rows of item number I of MATCH, which this table has as ITEM. */
struct item_reading item_read(struct match *match, size_t i,
    const struct form_item *item, const struct orphans *orphans);

/* Whether a cell of the item's COLS columns is not blank. */
bool item_has_figures(const struct item_reading *reading, int cols);

#endif
