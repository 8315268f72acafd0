/* Digits that run together, and the ways to split them into figures. */
#ifndef TABLE_DIGIT_RUN_H
#define TABLE_DIGIT_RUN_H

#include "cells.h"

enum {
	DIGIT_RUN_MAX = 96,
	SPLIT_MAX = 8,		/* figures of one way */
	WAYS_MAX = 12,
};

/* The digits of cells that stand behind one another. */
struct digit_run {
	size_t      n;
	const char *at[DIGIT_RUN_MAX];	/* where each digit stands */
	bool        cut[DIGIT_RUN_MAX];	/* a blank stands before it */
	bool        glued[DIGIT_RUN_MAX];	/* to the one before it */
	struct slice loc;
};

/* One way to split: where each figure begins, and its value. */
struct split {
	unsigned char begin[SPLIT_MAX + 1];
	long long     value[SPLIT_MAX];
};

struct split_ways {
	struct split way[WAYS_MAX];
	size_t       count;
	bool         more;	/* than WAYS_MAX, or than could be tried */
};

/* Whether the blank between CELL and NEXT, of which one is digits that run together, may
 * part the thousands of a figure: 34561 118 may be 3456 and 1118. */
bool digit_run_may_go_on(const struct table_cell *cell,
    const struct table_cell *next);

/* Fills RUN from the figures among the cells from FIRST on before END; one that is
 * read as a figure, among others, stays whole.  Returns false where one is no run of
 * digits, or they are too many. */
bool digit_run_read(struct digit_run *run, const struct table_cell *first,
    const struct table_cell *end);

/* Finds the ways to split RUN into COUNT figures, at most SPLIT_MAX, none of which
 * begins with a 0 but 0 itself; with SUM set, those of which the last is the sum of
 * the others. */
void digit_run_split(const struct digit_run *run, size_t count, bool sum,
    struct split_ways *ways);

/* Splits all of RUN into groups of SIZE figures, each with its sum at the end: GROUPS
 * of them in SPLIT.  Returns false unless there is exactly one way, with those
 * counted in that leave blanks. */
bool digit_run_split_groups(const struct digit_run *run, size_t size,
    struct split split[], size_t groups);

/* Figure number I of SPLIT, a way to split RUN, as a cell in the arena of CELLS. */
const struct table_cell *digit_run_cell(const struct cells *cells,
    const struct digit_run *run, const struct split *split, size_t i);

#endif
