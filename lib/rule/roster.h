/* The reports that are expected: which office, which year, under whom, until
 * when.  See roster/line.h for what such a list looks like. */
#ifndef RULE_ROSTER_H
#define RULE_ROSTER_H

#include "roster/rows.h"
#include "roster_names.h"
#include "roster_strays.h"

enum { ROSTER_YEAR_MAX = 2099 };

struct roster {			/* all zero: no roster */
	struct roster_rows   rows;
	struct arena         keys;
	struct roster_entry *entry;	/* by office and year */
	size_t               n, room;
	bool                 has_parents;	/* some entry names one */
	struct slice         home;	/* the place that all are of; empty: not known */
	bool                 wants[ROSTER_YEAR_MAX + 1];	/* years */
	struct roster_names  names;
	struct roster_strays strays;
	struct office_keys   office;	/* of the report at hand */
	struct tree          tree;
};

/* Reads the file PATH, in whatever format; EXTRACT is the program for those that are
 * no plain text.  A line that says again what another said counts once.  Returns
 * false when a line is not understood or contradicts another, which has been told:
 * the others are used.  A file that does not open ends the process with 2. */
bool roster_read_file(struct roster *roster, const char *path,
    const char *extract, const struct rules *rules);

/* The same for TEXT in UTF-8, which FILE names in diagnostics. */
bool roster_read_text(struct roster *roster, struct slice text,
    const char *file, const struct rules *rules);

/* Notes for which reports a file came that could not be read, by TEXT, which stays in
 * use: lines of extract(1) or annual(1), `name TAB skipped|rejected TAB reason'. */
void roster_take_rejects(struct roster *roster, struct slice text);

/* Notes that REPORT is there and tells what is wrong with that.  Returns whether it
 * is one that the roster may want: false for one of another year. */
bool roster_meet(struct roster *roster, const struct report *report,
    const struct notices *notices);

/* The name of the office of REPORT as the roster has it; empty where it has none, or
 * leaves unsaid where the office is, so that the report says more. */
struct slice roster_name_of(struct roster *roster, const struct report *report);

/* At the end: tells which reports were not there, could not be read or came under
 * nearly their names, which offices report less than those below them together, and
 * of which of these there is no report. */
void roster_close(struct roster *roster, const struct notices *notices);

void roster_free(struct roster *roster);

#endif
