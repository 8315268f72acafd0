/* The reports that are expected: which office, which year, under whom, until
 * when.  A file of lines `org TAB year [TAB parent [TAB due]]', due as
 * yyyymmdd, under a header line, which may call a further column `region'. */
#ifndef RULE_ROSTER_H
#define RULE_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "notice.h"
#include "office_year.h"
#include "tree.h"

struct roster_entry {
	struct office_year at;		/* the office by its key */
	struct slice    name, parent;	/* as the roster has them */
	long            due;		/* 0: not said */
	unsigned        seen;		/* how many reports there were */
	struct tree_node node;		/* its figures, as those of a parent
					 * or a child */
};

struct roster {			/* all zero: no roster */
	struct arena         keys;
	struct roster_entry *entry;	/* by office and year */
	size_t               n, room;
	struct tree          tree;
};

/* Reads TEXT, which stays in use; FILE names it in diagnostics.  A line that says
 * again what another said counts once.  Returns false when a line is not
 * understood or contradicts another. */
bool roster_read(struct roster *roster, struct slice text, const char *file,
    const struct rules *rules);

/* Notes that REPORT is there and tells what is wrong with that. */
void roster_meet(struct roster *roster, const struct report *report,
    const struct notices *notices);

/* At the end: tells which reports were not there, which offices report less than
 * those below them together, and of which of these there is no report. */
void roster_close(struct roster *roster, const struct notices *notices);

void roster_free(struct roster *roster);

#endif
