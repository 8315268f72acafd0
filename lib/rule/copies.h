/* The reports of one office for one year: mirrors of one, or a re-publication in
 * which figures changed.  Together they say what that year was. */
#ifndef RULE_COPIES_H
#define RULE_COPIES_H

#include "notice.h"

/* Further copies are told, and nobody's reference; so are further figures that one
 * cell of theirs has. */
enum { COPIES_MAX = 32, STATEMENTS_MAX = 256 };

struct copies {			/* all zero: none yet */
	struct report report;	/* what they say: a cell's statements are the
				 * different figures that copies have for it */
	struct slice  doc[COPIES_MAX];
	unsigned      n;
	bool          is_full;	/* there were more, which has been told */
};

/* Begins a set with REPORT, whose place what COPIES held takes. */
void copies_begin(struct copies *copies, struct report *report);

/* Adds REPORT.  What it leaves blank, lacks or has unreadable says nothing. */
void copies_add(struct copies *copies, const struct report *report);

/* Tells whether the tables of NOW, the next copy, are those of one in COPIES, or
 * else which of its figures are not those of the first that states them. */
void copies_compare(const struct copies *copies, const struct report *now,
    const struct notices *notices);

void copies_free(struct copies *copies);

#endif
