/* The reports that are expected: which office, which year, under whom, until
 * when.  A file of lines `org TAB year [TAB parent [TAB due]]', due as
 * yyyymmdd, under a header line. */
#ifndef RULE_ROSTER_H
#define RULE_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "notice.h"
#include "report.h"
#include "rule.h"

enum { TREE_CELLS_MAX = 16 };

struct roster_entry {
	struct slice    org, parent;
	int             year;
	long            due;		/* 0: not said */
	unsigned        seen;		/* how many reports there were */
	struct quantity figure[TREE_CELLS_MAX];	/* of the tree's cells */
	struct quantity below[TREE_CELLS_MAX];	/* of those under it, sums */
	bool            has[TREE_CELLS_MAX], has_below[TREE_CELLS_MAX];
};

struct roster {			/* all zero: no roster */
	struct roster_entry *entry;	/* by org and year */
	size_t               n, room;
	/* Cells in which a parent is compared with the sum of those under it:
	 * the rules of range `tree'. */
	const struct rule   *tree_rule[TREE_CELLS_MAX];
	struct slice         tree_item[TREE_CELLS_MAX];
	struct slice         tree_col[TREE_CELLS_MAX];
	size_t               tree_cells;
};

/* Reads TEXT, which stays in use; FILE names it in diagnostics.  Returns
 * false when a line is not understood. */
bool roster_read(struct roster *roster, struct slice text, const char *file,
    const struct rules *rules);

/* Notes that REPORT is there and tells FN what is wrong with that. */
void roster_meet(struct roster *roster, const struct rules *rules,
    const struct report *report, notice_fn *fn, void *context);

/* At the end: tells FN which reports were not there, and which parents report
 * less than the offices under them. */
void roster_close(struct roster *roster, const struct rules *rules,
    notice_fn *fn, void *context);

void roster_free(struct roster *roster);

#endif
