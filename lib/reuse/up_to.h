/* Lines and fields of what this room keeps for itself. */
#ifndef REUSE_UP_TO_H
#define REUSE_UP_TO_H

#include "base/slice.h"

/* What stands in *REST before MARK, or all of it, which may be nothing; *REST is what
 * stands behind. */
static inline struct slice
up_to(struct slice *rest, char mark)
{
	const char  *end = rest->n > 0 ? memchr(rest->p, mark, rest->n) : NULL;
	struct slice field = { rest->p, end != NULL ? (size_t)(end - rest->p) : rest->n };

	*rest = slice_from(*rest, end != NULL ? field.n + 1 : rest->n);
	return field;
}

#endif
