/* The figures that a document states, held back until all are known. */
#ifndef PROSE_STATED_H
#define PROSE_STATED_H

#include "record/fact.h"
#include "measures.h"

/* How much of what makes a figure a total its own words say; LICENCE_NOT_ASKED is
 * never compared. */
enum { LICENCE_NOT_ASKED = -1, LICENCE_WEAK = 1, LICENCE_MIDDLE = 2 };

struct stated {
	struct fact            fact;
	const struct item     *item;
	const struct data_row *source;	/* line of decisions.tsv, or NULL */
	bool                   again;	/* said by another figure too: left out */
	struct slice           words;	/* before the figure */
	int                    licence;
	bool                   presumed;	/* as nothing of its list was said before */
	bool                   since;	/* 累计 was said of it, no year */
	size_t                 sentence;	/* its number */
	bool                   all;	/* the office's own, of the year */
	size_t                 list;	/* 1 + index of its list's head, or 0 */
	struct slice           suffix;	/* of what it was found to be, or empty */
};

struct agreement {		/* all zero: empty */
	struct stated *stated;
	size_t         n, room;
};

#endif
