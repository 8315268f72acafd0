/* The figures of one document, held back until all are known: two totals of one
 * item that differ cannot both be the office's. */
#ifndef PROSE_AGREEMENT_H
#define PROSE_AGREEMENT_H

#include "record/fact.h"
#include "measures.h"

/* How much of what makes a figure a total its own words say; LICENCE_NOT_ASKED is
 * never compared. */
enum { LICENCE_NOT_ASKED = -1, LICENCE_WEAK = 1, LICENCE_MIDDLE = 2 };

struct stated {
	struct fact            fact;
	const struct item     *item;
	const struct data_row *source;	/* line of decisions.tsv, or NULL */
	bool                   again;	/* said with a figure too: left out */
	struct slice           words;	/* before the figure */
	int                    licence;
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

/* Makes parts of those totals that others speak against: of two of one item that
 * differ, the one with the weaker licence, or both if both are weak and of one
 * sentence; one that is smaller than a part of it; with it the parts of its
 * list.  The time is in proportion to the figures.  Names live in ARENA. */
void agreement_settle(struct agreement *agreement,
    const struct measures *measures, struct arena *arena);

#endif
