/* Which of many things were met before, in bounded memory: the hashes of at
 * least the latest SEEN_MAX.  Older ones are forgotten, so "no" is not quite
 * certain over a very long stream; "yes" is, but for a collision of 64-bit
 * hashes. */
#ifndef BASE_SEEN_H
#define BASE_SEEN_H

#include <stdbool.h>

#include "map.h"

enum { SEEN_MAX = 1 << 16 };

struct seen {			/* all zero: nothing met yet */
	struct map latest;	/* up to SEEN_MAX */
	struct map older;	/* the SEEN_MAX before them */
};

/* Whether HASH was met before; notes that it has been now. */
bool seen_before(struct seen *seen, unsigned long long hash);

void seen_free(struct seen *seen);

#endif
