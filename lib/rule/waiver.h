/* Findings that were looked into and let be.  A file of lines `rule TAB org
 * TAB year TAB where TAB left TAB right [TAB ...]' under a header line, as
 * findings have these fields: a waiver holds for these figures and lapses when
 * one changes.  Its org is any name of the office, which may have the region in
 * front; or a column that the header calls `region' says that.  A column
 * `reason' says why, `who' and `day' who said so and when. */
#ifndef RULE_WAIVER_H
#define RULE_WAIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "notice.h"
#include "office_keys.h"
#include "office_year.h"

struct waiver {
	struct office_year at;		/* the office by its key */
	struct slice name;		/* as the file has it */
	struct slice rule, where, left, right, reason, who, day;
	bool         met;	/* there was such a report */
	bool         used;	/* ... and it let a finding be */
};

struct waivers {		/* all zero: none */
	struct waiver *waiver;	/* by office and year, then by what they waive */
	size_t         n, room;
	struct arena   keys;
	struct office_keys office;	/* of the finding asked for last */
};

/* Reads TEXT, which stays in use; FILE names it in diagnostics.  A waiver that is
 * there twice counts once.  Returns false when a line is not understood, or of no
 * rule there is. */
bool waivers_read(struct waivers *waivers, struct slice text,
    const char *file, const struct rules *rules);

/* Notes that there is REPORT. */
void waivers_meet(struct waivers *waivers, const struct report *report);

/* The waiver of the finding of RULE that NOTICE describes, or NULL. */
const struct waiver *waivers_cover(struct waivers *waivers, struct slice rule,
    const struct notice *notice);

/* At the end: tells what was waived in a report that there was and is not any more,
 * as its figures are others now or nothing is found. */
void waivers_close(const struct waivers *waivers,
    const struct notices *notices);

void waivers_free(struct waivers *waivers);

#endif
