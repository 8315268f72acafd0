/* Patterns of names: `*' stands for any bytes but the separator, `**' for any
 * bytes at all. */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include <stdbool.h>

#include "slice.h"

/* Whether the whole of NAME matches GLOB.  With the separator '.', `a.*' has
 * a.b and not a.b.c, which `a.**' has; with '\0' the two are the same. */
bool glob_matches(struct slice glob, struct slice name, char separator);

/* Whether NAME is a glob, not a plain name. */
static inline bool
glob_is(struct slice name)
{
	return name.n > 0 && memchr(name.p, '*', name.n) != NULL;
}

#endif
