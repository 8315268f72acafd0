/* The section room's word lists: rows of a data table, parsed once, found by
 * what a text begins with. */
#ifndef SECTION_TABLE_H
#define SECTION_TABLE_H

#include <stddef.h>

#include "base/slice.h"

enum { TABLE_COLUMNS = 5, TABLE_HASHES = 256 };

struct row {
	struct slice field[TABLE_COLUMNS];
};

struct table {
	struct slice data;
	struct row  *row;
	size_t       rows;
	/* Rows by what their second column begins with; -1: none, no more. */
	int          first[TABLE_HASHES], *next;
};

/* DATA parsed, which must outlive the table; once for the process. */
const struct table *table_of(struct slice data);

/* The first row whose first column is KIND and with whose second column TEXT
 * begins, or NULL. */
const struct row *table_find(const struct table *table, const char *kind,
    struct slice text);

#endif
