/* What a run is to read: the operands of its command line, and behind them those that
 * a file lists, which may be more than a command line holds. */
#ifndef SOURCE_OPERANDS_H
#define SOURCE_OPERANDS_H

#include <stddef.h>

#include "base/buffer.h"

struct operands {		/* all zero: none */
	char        **path;	/* they lie in the command line and in TEXT */
	size_t        n, room;
	struct buffer text;
};

void operands_add(struct operands *operands, char *path);

/* Adds those that FILE names, each ended by NUL.  Returns NULL, or the reason why it
 * cannot be read: an empty name, and a last one without an end, are none. */
const char *operands_add_listed(struct operands *operands, const char *file);

void operands_free(struct operands *operands);

#endif
