/* One record: a line of a stream. */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/slice.h"
#include "schema.h"

struct record {
	struct slice       field[RECORD_FIELDS_MAX];
	unsigned long long line;	/* line number in its file, from 1 */
};

/* A document's records, which stand together and share their first field. */
struct document {
	struct slice   name;		/* the first field, escaped */
	struct record *record;
	size_t         records;
};

#endif
