/* The suite's data tables (forms, rules, patterns ...): tab-separated lines
 * under a header line; blank lines and lines that begin with '#' are passed
 * over.  No escapes.  The same format compiled in and given at run time. */
#ifndef BASE_TSV_H
#define BASE_TSV_H

#include <stdbool.h>

#include "slice.h"

struct tsv {
	struct slice  rest;	/* what is not read yet */
	unsigned long line;	/* of the row read last, from 1 */
};

/* Reads TEXT from behind its header line. */
struct tsv tsv_open(struct slice text);

/* Cuts the next row into at most MAX fields; missing ones become empty,
 * at the line's end.
 * Returns how many the row has, 0 at the end. */
int tsv_next(struct tsv *tsv, struct slice field[], int max);

/* The number of the column that the header line of TEXT calls NAME, or -1. */
int tsv_column(struct slice text, struct slice name);

/* The bytes of the file PATH, for the life of the process, with a final NUL behind
 * them.  A file that cannot be read ends the process with 2. */
struct slice tsv_bytes(const char *path);

/* The text of the file PATH, for the life of the process, with a final NUL
 * behind it and without a byte order mark before it.  A file that cannot be
 * read, or is not UTF-8, ends the process with 2. */
struct slice tsv_file(const char *path);

/* The same into *TEXT; false when there is no such file. */
bool tsv_file_if_any(const char *path, struct slice *text);

#endif
