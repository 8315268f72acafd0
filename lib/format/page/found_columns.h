/* The columns of a table without rules as they are found, some of which are none. */
#ifndef PAGE_FOUND_COLUMNS_H
#define PAGE_FOUND_COLUMNS_H

#include <stddef.h>

#include "column_entry.h"
#include "text_place.h"

struct found_column {
	float  left, right;
	size_t last_line;
	bool   figures;		/* not only names */
};

struct found_columns {
	struct found_column column[TEXT_COLUMNS_MAX + 1];
	unsigned            n;		/* one more: too many */
	size_t              body;	/* the first line below the head */
};

/* Adds to FOUND the column of the N entries at ENTRY. */
void found_columns_add(struct found_columns *found, const struct column_entry *entry,
    size_t n);

/* Takes out of FOUND the columns that are none, as only names over others stand in
 * them, in the N lines at ROW. */
void found_columns_drop_names(struct found_columns *found, const struct line_row *row,
    size_t n);

#endif
