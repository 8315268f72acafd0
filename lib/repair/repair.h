/* Which changes of a report's figures are likely repairs. */
#ifndef REPAIR_REPAIR_H
#define REPAIR_REPAIR_H

#include "search.h"
#include "system.h"
#include "typo.h"

struct repair {
	struct repair_set set;
	enum typo         typo;		/* of the whole set, if it is one */
	unsigned          doubt;	/* among sets of the same cost */
};

struct repairs {
	struct repair repair[SETS_MAX];	/* the likeliest first */
	size_t        n;
};

/* Finds and ranks what would make the identities of SYSTEM hold: swapped rows
 * and cells and shifted rows, which change many cells by one mistake, and
 * what SEARCH finds with EFFORT that costs no more.  Nothing, when filling in
 * blanks is enough. */
void repairs_find(struct repairs *repairs, struct search *search,
    const struct system *system, const struct report *report,
    const struct effort *effort);

/* Whether the second of two neighbours is as likely as the first. */
bool repairs_tie(const struct repair *first, const struct repair *second);

#endif
