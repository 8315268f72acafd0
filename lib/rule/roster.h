/* The reports that are expected: which office, which year, under whom, until
 * when.  A file of lines `org TAB year [TAB parent [TAB due]]', due as
 * yyyymmdd, under a header line. */
#ifndef RULE_ROSTER_H
#define RULE_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "notice.h"
#include "office_year.h"

enum { TREE_CELLS_MAX = 16 };

struct roster_entry {
	struct office_year at;		/* the office by its key */
	struct slice    name, parent;	/* as the roster has them */
	long            due;		/* 0: not said */
	unsigned        seen;		/* how many reports there were */
	struct interval figure[TREE_CELLS_MAX];	/* of the tree's cells */
	struct interval below[TREE_CELLS_MAX];	/* of those under it, sums */
	bool            has[TREE_CELLS_MAX], has_below[TREE_CELLS_MAX];
};

/* A cell in which an office is compared with the sum of those below it, by a
 * rule of range `tree'. */
struct tree_cell {
	const struct rule *rule;
	struct slice       item, col;
};

struct roster {			/* all zero: no roster */
	struct arena         keys;
	struct roster_entry *entry;	/* by office and year */
	size_t               n, room;
	struct tree_cell     tree[TREE_CELLS_MAX];
	size_t               tree_cells;
};

/* Reads TEXT, which stays in use; FILE names it in diagnostics.  Returns
 * false when a line is not understood. */
bool roster_read(struct roster *roster, struct slice text, const char *file,
    const struct rules *rules);

/* Notes that REPORT is there and tells what is wrong with that. */
void roster_meet(struct roster *roster, const struct report *report,
    const struct notices *notices);

/* At the end: tells which reports were not there, and which offices report
 * less than those below them. */
void roster_close(struct roster *roster, const struct notices *notices);

void roster_free(struct roster *roster);

#endif
