/* Which of many things were met before, in bounded memory: the hashes of the
 * latest SEEN_MAX.  Older ones are forgotten, so "no" is not quite certain
 * over a very long stream; "yes" is, but for a collision of 64-bit hashes. */
#ifndef BASE_SEEN_H
#define BASE_SEEN_H

#include <stdbool.h>
#include <stddef.h>

enum { SEEN_MAX = 1 << 16 };

struct seen {			/* all zero: nothing met yet */
	unsigned long long *recent;	/* a ring, in order of arrival */
	unsigned long long *slot;	/* open addressing; 0: free */
	size_t              count;	/* arrivals, forgotten ones too */
};

/* Whether HASH was met before; notes that it has been now. */
bool seen_before(struct seen *seen, unsigned long long hash);

void seen_free(struct seen *seen);

#endif
