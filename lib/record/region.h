/* The places above an office, as facts and lists name them. */
#ifndef RECORD_REGION_H
#define RECORD_REGION_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether A and B may be the places above one office: one may be lost, or
 * named in full only once (江州市青石县, 青石县). */
static inline bool
region_may_be(struct slice a, struct slice b)
{
	return slice_ends(a, b) || slice_ends(b, a);
}

#endif
