/* Which figure it is: the decision table over verbs, objects, qualities,
 * outlets and headings (decisions.tsv). */
#ifndef PROSE_DECISIONS_H
#define PROSE_DECISIONS_H

#include "lexicon.h"
#include "measures.h"

enum { NEEDS_MAX = 6, FIRST_NEEDS = 2 };

/* One of these classes must be there. */
struct need {
	struct classes any;
	bool           carried;		/* may have been said before */
};

struct decision {
	const struct item     *item;
	struct slice           col;
	struct need            need[NEEDS_MAX];
	int                    needs;
	struct classes         allowed;	/* all that may be there */
	struct classes         outlets;	/* one of these ... */
	bool                   no_outlet;	/* or none */
	bool                   minds_outlet;	/* even one said before */
	struct classes         topic;	/* one in the heading; empty: any */
	struct classes         beside;	/* one in the heading or said before */
	struct classes         apart;	/* none here or said before */
	const struct item     *list;	/* NULL, or inside a list of this */
	const struct item     *head;	/* NULL, or what heads that list then */
	struct classes         after;	/* if one of these was said of it */
	uint64_t               units;
	bool                   dated;	/* needs a word of time, such as 上年 */
	bool                   zero;	/* may be said in words */
	bool                   figure;	/* may be said with a figure */
	bool                   same;	/* may be said of all that was counted */
	bool                   fresh;	/* no outlet in the paragraph so far */
	bool                   first;	/* nothing of its item's list so far */
	bool                   here;	/* its own words say where */
	bool                   named;	/* an outlet has a name, and so the column */
	bool                   part;	/* never the total, but a part with its words */
	int                    rank;
	const struct data_row *row;
};

struct decisions {
	struct decision *decision;
	size_t           decisions;
	/* What most are told apart by, as sets of decisions, bits of so many words: those
	 * that count in each unit; whose first needs each class meets, and those that
	 * have none, or one that may have been met before. */
	size_t           words;
	uint64_t        *of_unit, *of_class[FIRST_NEEDS], *open[FIRST_NEEDS];
	struct classes   listing;	/* all that figures of the item whose lists
					   need no head may be said with */
};

/* What a figure's words say. */
struct said {
	struct classes own;		/* of its own words */
	struct classes carried;		/* objects and verbs said before */
	struct classes heard;		/* all that was said before */
	struct classes topic;		/* of the heading */
	struct classes outlet;		/* the one outlet, or several; or empty */
	struct classes carried_outlet;	/* said before in the sentence, */
	uint64_t       unit;		/* 0: said in words */
	const struct item *list;	/* head of the open list, or NULL */
};

/* Reads decisions.tsv into memory of ARENA.  A malformed line, and two lines of
 * one rank that claim different things of the same words, end the process with
 * 2. */
void decisions_load(struct decisions *decisions, struct lexicon *lexicon,
    const struct measures *measures, struct arena *arena);

/* Those that may fit a figure of UNIT with OWN words, found 64 at a time. */
struct decisions_walk {
	uint64_t       unit;		/* 0: any */
	struct classes own;
	size_t         word;		/* the next one, and */
	uint64_t       left;		/* what is left of the one before */
};

/* The next one; NULL: there are no more. */
const struct decision *decisions_next(const struct decisions *decisions,
    struct decisions_walk *walk);

/* Whether all that DECISION needs is there. */
bool decision_fits(const struct decision *decision,
    const struct lexicon *lexicon, const struct said *said);

/* Ends the process with 2 where two lines overlap, one of a user's own is hidden, or
 * claims no item of his own. */
void decisions_vet(const struct decisions *decisions,
    const struct measures *measures);

/* For decisions.c: ends the process with 2 where two lines overlap, or one of a
 * user's own is hidden. */
void decisions_refuse_overlaps(const struct decisions *decisions);

#endif
