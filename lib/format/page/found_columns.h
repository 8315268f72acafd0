/* The columns of a table without rules as they are found, of which some are one. */
#ifndef PAGE_FOUND_COLUMNS_H
#define PAGE_FOUND_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "column_entry.h"

enum { TEXT_COLUMNS_MAX = 64 };

struct found_column {
	float  left, right;
	size_t first_line, last_line;
	bool   figures;		/* not only names */
};

/* The columns as they are found. */
struct found_columns {
	struct found_column column[TEXT_COLUMNS_MAX + 1];
	unsigned            n;		/* one more: too many */
	size_t              body;	/* the first line below the head */
};

/* Adds to FOUND the column of the N entries at ENTRY. */
void found_columns_add(struct found_columns *found, const struct column_entry *entry,
    size_t n);

/* Joins the columns of FOUND that have only a name with those of the figures below it,
 * in the lines at ROW. */
void found_columns_settle(struct found_columns *found, const struct line_row *row);

#endif
