/* A process that reads documents for extract, one after another, in a sandbox that
 * it never leaves.  One that crashes or takes too long is replaced by another. */
#ifndef CHILD_READER_H
#define CHILD_READER_H

#include "child.h"
#include "format/registry.h"

struct reader_setup {
	struct child_limits limits;	/* of time: extract sees to it */
	bool                open;	/* no sandbox */
	media_fn           *find;	/* what it reads */
};

/* Answers requests (protocol.h) until the other side closes the socket. */
typedef void reader_fn(const struct reader_setup *setup);
reader_fn reader_serve;

#endif
