/* A member that is a document, as records. */
#ifndef SOURCE_BLOCKS_H
#define SOURCE_BLOCKS_H

#include "record/writer.h"
#include "source.h"

struct block_output {
	struct writer       *out;
	const struct limits *limits;
};

/* A member_fn; CONTEXT is a struct block_output. */
const char *blocks_write(void *context, const struct member *member);

/* Adds to the records of document NAME that it may not be what it was: why. */
void blocks_mark(struct writer *out, struct slice name, const char *reason);

#endif
