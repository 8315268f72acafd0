/* The section room's word lists: the lines of a data file, found by what a text
 * begins with. */
#ifndef SECTION_TABLE_H
#define SECTION_TABLE_H

#include <stddef.h>

#include "data/data.h"

enum { TABLE_HASHES = 256 };

struct table {
	const struct data_row *row;
	size_t                 rows;
	/* Rows by what their second column begins with; -1: none, no more. */
	int          first[TABLE_HASHES], *next;
};

/* The lines of FILE; made once for the life of the process. */
const struct table *table_of(enum data_file file);

/* The first row whose first column is KIND and with whose second column TEXT
 * begins, or NULL. */
const struct data_row *table_find(const struct table *table, const char *kind,
    struct slice text);

#endif
