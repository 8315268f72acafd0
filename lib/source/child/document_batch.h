/* Documents on their way to a reader, one behind another as protocol.h has
 * them. */
#ifndef CHILD_DOCUMENT_BATCH_H
#define CHILD_DOCUMENT_BATCH_H

#include "protocol.h"
#include "source/source.h"

/* So many together, which are kept until they have been read: one that ends its
 * reader costs the others nothing.  A larger one goes by itself. */
enum { BATCH_DOCUMENTS = 64, BATCH_BYTES = 256 * 1024 };

struct document_batch {		/* all zero: empty */
	struct buffer frames;
	size_t        start[BATCH_DOCUMENTS];	/* of each in it */
	unsigned      n;
};

/* A document as it stands in a spool, or its beginning. */
struct document_frame {
	struct buffer bytes;
	bool          whole;
};

/* Begins FRAME anew with the bytes of MEMBER, up to about BATCH_BYTES, and what is
 * known of it if these are all.  Returns NULL, or why not all can be had; more than
 * LIMIT cannot. */
const char *document_frame_fill(struct document_frame *frame,
    const struct member *member, unsigned long long limit);

/* Writes FRAME, and the rest of MEMBER if it has not all, to the spool FD, which is
 * empty. */
const char *document_frame_spill(struct document_frame *frame,
    const struct member *member, unsigned long long limit, int fd);

bool document_batch_has_room(const struct document_batch *batch,
    const struct document_frame *frame);
void document_batch_add(struct document_batch *batch,
    const struct document_frame *frame);

#endif
