/* The patterns: which concepts around a figure make it a claim for an item. */
#ifndef PROSE_PATTERN_H
#define PROSE_PATTERN_H

#include "sentence.h"

struct item {
	struct slice code;
	struct slice unit;		/* usual: of a zero said in words */
	bool         head;		/* may head a list */
	bool         stock;		/* a level, never cumulative */
	struct slice part;		/* what unknown parts of its list are */
	struct slice share;		/* and their percentages */
};

/* A word behind figures that count some items. */
struct item_unit {
	struct slice name;		/* empty: no such word */
	uint64_t    *items;		/* their numbers */
};

struct element {
	int  concept;			/* -1: @, the figure */
	bool comma;			/* ,: the end of an earlier clause */
	bool tight;			/* &: only fillers before the next */
	bool far;			/* ...: unknown text of any length
					   before the next element */
};

/* A section, or with a heading the part of it under a heading that has one of
 * these words. */
struct pattern_place {
	struct slice          section;
	uint64_t             *heading;	/* NULL: all of it */
	struct pattern_place *next;
};

struct pattern {
	const struct item     *item;
	struct slice           col;
	struct element        *element;
	int                    elements;
	int                    figure;	/* index of @, or -1 */
	uint64_t              *need;	/* without these in the sentence there
					   is no match */
	uint64_t              *unless;	/* none of these in the clause */
	struct slice           where;	/* the conditions that follow */
	struct pattern_place  *place;	/* only in these, if any */
	uint64_t              *under;	/* only below one of these items */
	bool                   dated;	/* names the year before or after */
	bool                   same;	/* claims the head's figure: 均为维持 */
	bool                   last;	/* the figure ends its clause */
	bool                   listed;	/* 其中 comes next */
	uint64_t              *about;	/* one of these in the sentence, */
	uint64_t              *sans;	/* none of these in the
					   paragraph so far; or NULL */
	bool                   single;	/* the head's figure, if that is 1 */
	bool                   zero;	/* only for the figure 0, */
	bool                   each;	/* or behind 各 */
	bool                   also;	/* claims beside a better pattern */
	const struct data_row *row;
};

struct pattern_entry {
	uint64_t              need;	/* folded: bitset.h */
	const struct pattern *pattern;
};

/* Patterns by one of their words: of those with a figure the word beside it,
 * of the others the first. */
struct pattern_index {
	struct pattern_entry *entry;
	size_t               *first;	/* by concept, and one more */
};

struct patterns {			/* all zero: none */
	struct item         *item;
	struct pattern      *pattern;
	size_t               items, patterns, pattern_room;
	struct pattern_index figures, words;
	struct item_unit    *unit;
	size_t               units, unit_room;
	size_t               item_words;	/* of a set of items: bitset.h */
	size_t               concept_words;	/* of a set of concepts */
	const struct item   *listing;	/* of lists without a head, or NULL */
	struct arena         arena;
};

/* Reads measures.tsv, and then patterns.tsv and the groups it names.  A line
 * that is malformed, or names what there is not, ends the process with 2; so
 * does one of a user's that could never claim anything. */
void patterns_load(struct patterns *patterns, struct lexicon *lexicon);
void patterns_free(struct patterns *patterns);

/* The unit NAME, or NULL: it counts nothing here. */
const struct item_unit *patterns_unit(const struct patterns *patterns,
    struct slice name);

/* The number of ITEM in sets of items. */
static inline int
patterns_number(const struct patterns *patterns, const struct item *item)
{
	return (int)(item - patterns->item);
}

/* Where PATTERN lies around TOKEN: for one with a figure, the figure; else
 * the word that its first element is to be. */
struct pattern_match {
	size_t first;		/* token */
	size_t gap;		/* bytes of unknown text between */
};

bool pattern_match(const struct pattern *pattern,
    const struct sentence *sentence, const uint64_t *filler,
    size_t token, struct pattern_match *match);

#endif
