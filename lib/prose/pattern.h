/* The patterns: which concepts around a figure make it a claim for an item. */
#ifndef PROSE_PATTERN_H
#define PROSE_PATTERN_H

#include "sentence.h"

enum {
	ELEMENTS_MAX = 10,
	UNITS_MAX = 63,			/* different ones, in all */
	WHERE_MAX = 6,
	PATTERNS_MAX = UINT16_MAX,
};

struct item {
	struct slice code;
	struct slice unit;		/* usual: of a zero said in words */
	uint64_t     units;		/* that count it: bits of
					   patterns.unit */
	bool         head;		/* may head a list */
	bool         stock;		/* a level, never cumulative */
	struct slice part;		/* what unknown parts of its list are */
	struct slice share;		/* and their percentages */
};

struct element {
	struct concepts concepts;	/* any of these */
	bool            figure;		/* @ */
	bool            comma;		/* ,: the end of an earlier clause */
	bool            tight;		/* &: only fillers before the next */
	bool            far;		/* ...: unknown text of any length
					   before the next element */
};

/* A section, or with a heading the part of it under a heading that has one of
 * these words. */
struct place {
	struct slice    section;
	struct concepts heading;
};

struct pattern {
	const struct item *item;
	struct slice       col;
	struct element     element[ELEMENTS_MAX];
	int                elements;
	int                figure;	/* index of @, or -1 */
	struct concepts    need;	/* without these in the sentence there
					   is no match */
	struct concepts    unless;	/* none of these in the clause */
	struct place       place[WHERE_MAX];	/* only in these, if any */
	const struct item *under[WHERE_MAX];	/* only below these heads */
	int                places, unders;
	bool               dated;	/* names the year before or after */
	bool               same;	/* claims the head's figure: 均为维持 */
	bool               last;	/* the figure ends its clause */
	bool               listed;	/* 其中 comes next */
	struct concepts    about;	/* one of these in the sentence, */
	struct concepts    sans;	/* none of these in the
					   paragraph so far */
	bool               single;	/* the head's figure, if that is 1 */
	bool               zero;	/* only for the figure 0, */
	bool               each;	/* or behind 各 */
	bool               also;	/* claims beside a better pattern */
	unsigned long      line;
};

/* Patterns by one of their words: of those with a figure the word beside it,
 * of the others the first. */
struct pattern_index {
	uint16_t *pattern;
	uint32_t  first[CONCEPTS_MAX + 1];
};

struct patterns {
	struct item    *item;
	struct pattern *pattern;
	struct pattern_index figures, words;
	struct slice     unit[UNITS_MAX];
	int              units;
	size_t          items, patterns, item_room, pattern_room;
};

/* Reads the lines of measures.tsv, and then those of patterns.tsv. */
void patterns_load_items(struct patterns *patterns,
    const struct data_table *table);
void patterns_load(struct patterns *patterns, const struct lexicon *lexicon,
    const struct data_table *table);
void patterns_free(struct patterns *patterns);

/* The bit of items' units that FIGURE has; 0 for a unit that counts nothing
 * here. */
uint64_t patterns_unit(const struct patterns *patterns,
    const struct figure *figure);

/* Where PATTERN lies around TOKEN: for one with a figure, the figure; else
 * the word that its first element is to be. */
struct match {
	size_t first, last;	/* tokens */
	size_t gap;		/* bytes of unknown text between */
};

bool pattern_match(const struct pattern *pattern,
    const struct sentence *sentence, const struct concepts *filler,
    size_t token, struct match *match);

#endif
