/* Which strings were met before: known again by 128 bits of a keyed hash, 24 bytes
 * each, so that whoever wrote them cannot make two pass for one. */
#ifndef BASE_SEEN_H
#define BASE_SEEN_H

#include <stdbool.h>
#include <stddef.h>

#include "hash.h"

struct sighting {
	struct digest of;
	unsigned      times;	/* 0: a free place */
	unsigned      mark;	/* the caller's; 0 at first */
};

struct seen {			/* all zero: nothing met yet */
	struct sighting *place;
	size_t           places;	/* a power of 2, or 0 */
	size_t           n;
};

/* Notes that what DIGEST stands for has been met once more.  Valid until the next
 * call. */
struct sighting *seen_note(struct seen *seen, struct digest digest);

/* Whether it was met before; notes that it has been now. */
bool seen_before(struct seen *seen, struct digest digest);

void seen_free(struct seen *seen);

#endif
