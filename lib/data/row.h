/* The lines of a table of data, and what is wrong with them. */
#ifndef DATA_ROW_H
#define DATA_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { DATA_FIELDS_MAX = 10, DATA_FIELDS_LEAST = 5 };

/* There is a field for each column of the file, and five at least. */
struct data_row {
	const struct slice *field;	/* missing ones are empty */
	const char   *file;		/* where it stands, for messages: */
	unsigned long line;		/* a path, or NAME.tsv if built in */
	int           fields;		/* how many the line has */
	bool          own;		/* a user's, not built in */
};

struct data_table {
	struct data_row *row;
	size_t           rows;
};

/* Reports that the line ROW will not do.  WHAT is the part of one of its fields
 * to blame: its column is told, and WHAT quoted where it is not empty. */
void data_warn(const struct data_row *row, struct slice what,
    const char *reason);

/* The same, and ends the process with 2. */
_Noreturn void data_refuse(const struct data_row *row, struct slice what,
    const char *reason);

/* The same where no part of the line is to blame. */
_Noreturn void data_refuse_line(const struct data_row *row,
    const char *reason);

/* Which of the N NAMES, of which some may be NULL, stands in the field COLUMN of
 * ROW.  With none of them it ends the process with 2. */
int data_choice(const struct data_row *row, int column,
    const char *const names[], int n);

/* The one character of which the field COLUMN of ROW must consist. */
uint32_t data_character(const struct data_row *row, int column);

#endif
