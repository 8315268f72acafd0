/* Laying a user's data over those built in (overlay.c, folder.c); for data.c
 * only. */
#ifndef DATA_OVERLAY_H
#define DATA_OVERLAY_H

#include "row.h"

enum data_trait {
	DATA_FIRST = 1,		/* new lines go to the beginning */
	DATA_DERIVES = 2,	/* `off' may speak of what a line stands for:
				 * it is kept for the reader of the file */
	DATA_CLOSED = 4,	/* all there can be is built in: a line may
				 * only be replaced or taken away */
	DATA_WHOLE = 8,		/* ... and that neither */
};

struct data_kind {
	const char         *name;	/* "columns.tsv" */
	const struct slice *built_in;
	unsigned            key;	/* a bit for each key column; 0: no line
					 * takes another's place here */
	unsigned            needed;	/* a bit for each column that a line
					 * must say something in */
	unsigned            traits;	/* of enum data_trait */
};

/* Ends the process with 2 unless DIRECTORY can be read and holds no *.tsv but
 * those that the N KINDS name, nor one of those under another ending. */
void overlay_check(const char *directory, const struct data_kind kinds[],
    size_t n);

/* Lays the lines of TEXT, under a header line as KIND's, over TABLE.  TEXT and
 * PATH, which names it in messages, are kept. */
void overlay_read(struct data_table *table, const struct data_kind *kind,
    struct slice text, const char *path);

/* Lays DIRECTORY's file of KIND, if it has one, over TABLE.  The file's text
 * is kept for the life of the process. */
void overlay_lay(struct data_table *table, const struct data_kind *kind,
    const char *directory);

#endif
