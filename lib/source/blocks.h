/* A member that is a document, as records. */
#ifndef SOURCE_BLOCKS_H
#define SOURCE_BLOCKS_H

#include "record/writer.h"
#include "source.h"

/* A document's properties, beside its text. */
enum { BLOCKS_PROPERTIES = 1024 * 1024 };

/* More bytes of records no document has. */
static inline unsigned long long
blocks_most(const struct limits *limits)
{
	return limits->text_bytes + BLOCKS_PROPERTIES;
}

struct block_output {
	struct writer       *out;
	const struct limits *limits;
	const char          *late;	/* set: NULL, or why what was written of a
					   document may not be all */
};

/* A member_fn; CONTEXT is a struct block_output. */
const char *blocks_write(void *context, const struct member *member);

/* Adds to the records of document NAME that it may not be what it was: why. */
void blocks_mark(struct writer *out, struct slice name, const char *reason);

#endif
