/* Which sections are compared with one: those that have the most of its shingles. */
#ifndef REUSE_RIVALS_H
#define REUSE_RIVALS_H

#include <stdbool.h>
#include <stdint.h>

enum { RIVALS_MOST = 4 };

/* A section, and how many shingles it has in common with the one at hand. */
struct rival {
	uint32_t section, shingles;
	uint32_t distance;	/* of as many shingles the one with less goes first */
};

struct rivals {			/* all zero: none */
	struct rival rival[RIVALS_MOST];	/* the best first */
	int          n;
};

/* Puts RIVAL among them, if it is better than the last of RIVALS_MOST.  Returns whether
 * one was left out for that, it or another. */
bool rivals_add(struct rivals *rivals, struct rival rival);

#endif
