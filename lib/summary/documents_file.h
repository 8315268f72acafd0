/* The records of documents that facts are from, by the names of these. */
#ifndef SUMMARY_DOCUMENTS_FILE_H
#define SUMMARY_DOCUMENTS_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "record/schema.h"

struct documents_file {		/* all zero: none */
	struct slice *line;	/* copies */
	size_t        n, room;
	struct map    map;	/* from names of documents */
	struct arena  text;
};

/* Reads the file NAME, as tabulate --documents writes it, with a header line or
 * none.  What is no record is reported and left out, and so is another one of the
 * same document. */
void documents_file_read(struct documents_file *file, const char *name);

/* The fields of the record of the document NAME, escaped as they stand, until FILE
 * is freed.  False, and all are empty, when there is none. */
bool documents_file_find(const struct documents_file *file, struct slice name,
    struct slice field[DOCUMENTS_FIELDS]);

void documents_file_free(struct documents_file *file);

#endif
