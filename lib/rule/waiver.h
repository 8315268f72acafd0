/* Findings that were looked into and let be.  A file of lines `rule TAB org
 * TAB year TAB where TAB left TAB right [TAB reason]' under a header line,
 * as findings have these fields: a waiver holds for these figures and lapses
 * when one changes.  Its org may have the region in front; or a column that the
 * header calls `region' says that. */
#ifndef RULE_WAIVER_H
#define RULE_WAIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "notice.h"
#include "office_year.h"

struct waiver {
	struct office_year at;
	struct slice rule, where, left, right;
	bool         met;	/* there was such a report */
	bool         used;	/* ... and it let a finding be, or lapsed */
};

struct waivers {		/* all zero: none */
	struct waiver *waiver;	/* by org and year */
	size_t         n, room;
	struct arena   names;
};

/* Reads TEXT, which stays in use; FILE names it in diagnostics.  A waiver that is
 * there twice counts once.  Returns false when a line is not understood, or of no
 * rule there is. */
bool waivers_read(struct waivers *waivers, struct slice text,
    const char *file, const struct rules *rules);

/* Notes that there is REPORT. */
void waivers_meet(struct waivers *waivers, const struct report *report);

/* Whether the finding of RULE that NOTICE describes is waived.  That a waiver
 * of other figures has lapsed is told. */
bool waivers_cover(struct waivers *waivers, struct slice rule,
    const struct notice *notice, const struct notices *notices);

/* At the end: tells which waivers no report needed any more. */
void waivers_close(const struct waivers *waivers,
    const struct notices *notices);

void waivers_free(struct waivers *waivers);

#endif
