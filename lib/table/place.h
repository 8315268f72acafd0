/* Giving a row's cells to the columns of its item. */
#ifndef TABLE_PLACE_H
#define TABLE_PLACE_H

#include "alignment.h"
#include "row_layout.h"

/* Places the cells of ROW.  Positions are trusted where a header names the
 * columns and the row stands as the header and rows of its shape do; else all
 * figures must be there.  Nothing is ever placed by counting over blanks. */
void place_row(struct row_layouts *layouts, const struct table_rows *rows,
    const struct table_row *row, const struct form_item *item,
    struct placement *placement);

#endif
