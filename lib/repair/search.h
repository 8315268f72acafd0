/* The smallest sets of cells whose change makes all identities of a report
 * hold: the error localisation of Fellegi and Holt (JASA 71, 1976).
 *
 * A set will do when the equations, with the cells of the set unknown, have a
 * solution.  Elimination shows an equation, implied by the others and free of
 * the set's cells, that is violated as long as there is one; every sufficient
 * set must then have a cell of it.  So the search branches over the cells of
 * the shortest such equation, with the disjoint ones as a lower bound.
 * Blanks, and the slacks of inequalities, are solved for beforehand.  Where
 * the solution would make a figure negative that no other blank can raise, the
 * search branches over the cells of that figure's equation.
 *
 * For systems of this size that takes a fraction of a millisecond, where an
 * integer programming solver takes several for one optimum
 * (tests/unit/search.c), and it finds all of them. */
#ifndef REPAIR_SEARCH_H
#define REPAIR_SEARCH_H

#include "system.h"

enum { SET_MAX = 16, SETS_MAX = 64 };

/* Cells to change and what to. */
struct repair_set {
	unsigned  cost;		/* sum of weights */
	size_t    cells;
	unsigned  variable[SET_MAX];
	long long amount[SET_MAX];	/* the repaired figure */
};

/* How much a search may take. */
struct effort {
	unsigned long long steps;	/* sets looked at, whole or begun */
	double             seconds;	/* 0: as long as it lasts */
};

struct search {			/* all zero: new */
	struct repair_set set[SETS_MAX];
	size_t            sets;
	bool              is_complete;	/* not cut by effort or room */
	bool              is_cut;	/* by effort */
	struct search_level *level;
	long long         deadline;
	unsigned long long steps;
};

/* Finds all sets of least cost for SYSTEM, if they cost no more than MOST, with
 * no more than EFFORT; when those are of many cells without evidence for them, the
 * next larger ones too.  A set of cost 0, without cells, tells that blanks can
 * be filled in so that all equations hold. */
void search_run(struct search *search, const struct system *system,
    unsigned most, const struct effort *effort);

void search_free(struct search *search);

#endif
