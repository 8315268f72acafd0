/* Repairs that would do, before they are ranked. */
#ifndef REPAIR_CANDIDATES_H
#define REPAIR_CANDIDATES_H

#include "trial.h"
#include "typo.h"

/* A cell and what it should say. */
struct change {
	unsigned  cell;		/* of the trial */
	long long amount;
	bool      is_unknown;	/* blank, or nothing tells */
};

struct repair {
	unsigned  cost;		/* sum of weights */
	unsigned  doubt;	/* among those of the same cost */
	enum typo slip;		/* of the whole set; TYPO_OTHER: of each cell */
	size_t    first, cells;	/* in repairs->change */
	struct slice table;	/* all of it, that is not known; `' the report */
	unsigned  mended;	/* identities and evidence that failed */
	int       evidence;	/* how much that says (evidence.h) */
	bool      is_error;	/* they were an error's */
	unsigned long long parts;	/* failing parts that it mends: bits */
};

/* One mistake that moves many figures: dearer than one wrong cell, cheaper
 * than two. */
enum { COST_MOVE = WEIGHT_CELL + 1 };

enum { CANDIDATES_MAX = 512 };

struct repairs {		/* all zero: none yet */
	struct repair *repair;
	size_t         n, room;
	struct change *change;
	size_t         changes, change_room;
	bool           is_cut;	/* more were found than CANDIDATES_MAX */
};

void repairs_clear(struct repairs *repairs);

/* Adds REPAIR, which changes what TRIAL has moved, unless another one changes the
 * same to the same. */
void repairs_add(struct repairs *repairs, const struct trial *trial,
    struct repair repair);

/* A mistake that is supposed: one of CHOICE that there might have been, in the
 * measure of evidence.h. */
struct supposed {
	enum typo slip;
	unsigned  cost;
	int       choice;
	bool      is_evident;	/* the report looks like it, whatever adds up */
	bool      is_doubtful;	/* it must say more than chance would */
};

/* Judges the moves on TRIAL as the mistake SUPPOSED, keeps it if it mends what it
 * touches, and undoes them.  What explains faults that nothing else connects must
 * say more than chance would. */
void repairs_try(struct repairs *repairs, struct trial *trial,
    const struct supposed *supposed);

void repairs_free(struct repairs *repairs);

#endif
