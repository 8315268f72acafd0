/* Documents that wait in a folder until LibreOffice, started once for all of a
 * family, has made of them what is read. */
#ifndef CONVERT_BATCH_H
#define CONVERT_BATCH_H

#include <stdbool.h>

#include "base/slice.h"

/* So many at once; one more is taken while they are no more bytes. */
enum { CONVERT_BATCH = 64 };
#define CONVERT_BATCH_BYTES (64ull << 20)

struct family;
struct convert_batch {		/* all zero: empty */
	char                 folder[24];	/* "": there is none */
	const struct family *family[CONVERT_BATCH];
	unsigned             n;
	unsigned             alone;	/* of them: convert_batch_run_alone */
};

enum { CONVERT_PATH_BYTES = 64 };

/* Adds the document BYTES of media type TYPE.  Returns NULL, or why it could not be
 * kept. */
const char *convert_batch_add(struct convert_batch *batch, struct slice type,
    struct slice bytes);

/* A child_fn: has LibreOffice make what it can of BATCH, a struct convert_batch.
 * What it crashes at is passed over.  Returns NULL. */
const char *convert_batch_run(void *batch, const char **late);

/* The same of document batch->alone only. */
const char *convert_batch_run_alone(void *batch, const char **late);

/* Where document I (from 0) is. */
void convert_batch_path(const struct convert_batch *batch, unsigned i,
    char path[CONVERT_PATH_BYTES]);

/* Whether something was made of document I; PATH is where. */
bool convert_batch_made(const struct convert_batch *batch, unsigned i,
    char path[CONVERT_PATH_BYTES]);

/* Deletes the folder and empties BATCH. */
void convert_batch_clear(struct convert_batch *batch);

#endif
