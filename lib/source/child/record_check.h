/* Whether what a reader wrote is what it was asked for: the records of one
 * document, as blocks.c writes them, and nothing else. */
#ifndef CHILD_RECORD_CHECK_H
#define CHILD_RECORD_CHECK_H

#include <stdbool.h>

#include "base/slice.h"

/* What the records must say. */
struct record_claim {
	struct slice       name;	/* of the document, escaped as in records */
	struct slice       type;	/* its media type */
	unsigned long long bytes;
};

/* Whether RECORDS are whole lines of nine fields that a document of CLAIM has: its
 * name in each, one `meta type' in front, `meta' before all blocks, known kinds,
 * numbers where numbers stand, UTF-8 with the escapes of records.  What else they
 * say may be wrong: it is said of this document only. */
bool records_are_of(struct slice records, const struct record_claim *claim);

#endif
