/* The suite's data tables (forms, rules, patterns ...): tab-separated lines
 * under a header line; blank lines and lines that begin with '#' are passed
 * over.  No escapes.  The same format compiled in and given at run time. */
#ifndef BASE_TSV_H
#define BASE_TSV_H

#include "slice.h"

struct tsv {
	struct slice  rest;	/* what is not read yet */
	unsigned long line;	/* of the row read last, from 1 */
};

/* Reads TEXT from behind its header line. */
struct tsv tsv_open(struct slice text);

/* Cuts the next row into at most MAX fields; missing ones become empty.
 * Returns how many the row has, 0 at the end. */
int tsv_next(struct tsv *tsv, struct slice field[], int max);

/* The text of the file DIRECTORY/NAME, with a final NUL behind it, to be
 * given to free() by way of .p; BUILT_IN where DIRECTORY is NULL or has no
 * such file (then *OWNED is false).  Reports and exits on a read error. */
struct slice tsv_text(const char *directory, const char *name,
    struct slice built_in, bool *owned);

/* The text of the file PATH, likewise. */
struct slice tsv_file(const char *path);

#endif
