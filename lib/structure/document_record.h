/* The record of a document as such: where it is from, whose it is, what could be
 * read.  nianbao-records(5), documents. */
#ifndef STRUCTURE_DOCUMENT_RECORD_H
#define STRUCTURE_DOCUMENT_RECORD_H

#include <stdbool.h>

#include "record/reader.h"
#include "record/writer.h"

/* What became of the tables of a document. */
struct document_reading {
	struct slice form;
	unsigned     expected, found, blank, unreadable;	/* cells */
	bool         left_out;		/* it is no report: nothing was read */
	bool         is_cut;		/* it has more than is read */
};

/* Writes the record of DOCUMENT, blocks from sectionize, to W. */
void document_record_write(struct writer *w, const struct document *document,
    const struct document_reading *reading);

#endif
