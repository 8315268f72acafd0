/* A file of records as a whole in memory, its records found by their document:
 * what filters say of reports that come from another input. */
#ifndef REPORT_RECORD_FILE_H
#define REPORT_RECORD_FILE_H

#include <stddef.h>

#include "base/slice.h"
#include "record/schema.h"

struct record_file {		/* all zero: no file */
	const struct schema *schema;
	struct slice        *field;	/* of record after record, escaped */
	size_t               fields, room;
	size_t               n;		/* records */
	const struct slice **by_document;	/* those of one behind the other,
						 * in their order */
};

/* Reads the records of SCHEMA in the file PATH; its first field is the document.
 * A header line is passed over; a line with another number of fields is reported
 * and left out; a file that cannot be read ends the process with 2. */
void record_file_read(struct record_file *file, const struct schema *schema,
    const char *path);

/* The *N records of DOCUMENT: pointers to their fields. */
const struct slice **record_file_of(const struct record_file *file,
    struct slice document, size_t *n);

void record_file_free(struct record_file *file);

#endif
