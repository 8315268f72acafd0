/* How a wrong figure may have come about, and which repair is likely. */
#ifndef REPAIR_REPAIR_H
#define REPAIR_REPAIR_H

#include "search.h"
#include "system.h"

/* In order of likelihood, as far as a repair's own look can tell. */
enum slip {
	SLIP_DIGIT,		/* one digit is another */
	SLIP_TRANSPOSED,	/* two neighbouring digits changed places */
	SLIP_SHIFT,		/* times or divided by a power of ten */
	SLIP_LOST,		/* a digit is missing */
	SLIP_DOUBLED,		/* a digit too many */
	SLIP_ROWS,		/* two rows were swapped */
	SLIP_COLUMN,		/* a figure stands in the wrong column */
	SLIP_CELLS,		/* two cells were swapped */
	SLIP_SHIFTED_ROW,	/* a row stands one column off */
	SLIP_OMITTED,		/* 0 stands for a figure */
	SLIP_OTHER,
	SLIPS
};

extern const char *const slip_name[SLIPS];

/* What AMOUNT would have to have suffered to stand where it should be
 * REPAIRED. */
enum slip slip_of(long long amount, long long repaired);

struct repair {
	struct repair_set set;
	enum slip         slip;		/* of the whole set, if it is one */
	unsigned          doubt;	/* among sets of the same cost */
};

struct repairs {
	struct repair repair[SETS_MAX];	/* the likeliest first */
	size_t        n;
};

/* Finds and ranks what would make the identities of SYSTEM hold: swapped rows
 * and cells and shifted rows, which change many cells by one mistake, and
 * what SEARCH finds in SECONDS that costs no more.  Nothing, when filling in
 * blanks is enough. */
void repairs_find(struct repairs *repairs, struct search *search,
    const struct system *system, const struct report *report, double seconds);

/* Whether the second of two neighbours is as likely as the first. */
bool repairs_tie(const struct repair *first, const struct repair *second);

#endif
