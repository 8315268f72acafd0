/* The words that patterns are made of, and the concepts they stand for. */
#ifndef PROSE_LEXICON_H
#define PROSE_LEXICON_H

#include <stddef.h>

#include "base/map.h"
#include "base/slice.h"
#include "data/data.h"
#include "bitset.h"

enum concept_kind {
	CONCEPT_WORD,		/* patterns are made of these */
	CONCEPT_FILLER,		/* may stand between any two of them */
	CONCEPT_MASK,		/* longer words that take others out of play */
	CONCEPT_KINDS
};

/* Concepts that steer the reading itself; there have to be some. */
enum steering {
	STEER_NONE,		/* 未, 没有 */
	STEER_NEGATIVE,		/* 未按: no nothing, but no claim either */
	STEER_NUMERAL,		/* characters a Chinese numeral begins with */
	STEER_ALL,		/* 均为, 全部 */
	STEER_EACH,		/* 各, 均 */
	STEER_AMONG,		/* 其中, 包括 */
	STEER_SHARE,		/* 占 */
	STEER_EVER,		/* 历年 */
	STEER_AS_OF,		/* 截至 */
	STEER_TOTAL,		/* 累计 */
	STEER_SINCE,		/* 以来, behind a year */
	STEER_THIS_YEAR, STEER_LAST_YEAR, STEER_NEXT_YEAR,
	STEER_COMPARE,		/* 同比, 较 */
	STEER_RATE,		/* 每, 平均 */
	STEER_PLAN,		/* 计划, 力争 */
	STEER_FUTURE,		/* 下一步: to the end of the paragraph */
	STEER_INFORMATION,	/* ends of a category's name: 信息, */
	STEER_COUNT,		/* 共计 */
	STEER_PUBLISH, STEER_PROACTIVE,	/* 发布: no part of a category's name */
	STEERINGS
};

struct concept {
	struct slice           name;
	enum concept_kind      kind;
	const struct data_row *row;	/* its first line */
	bool                   used;	/* in a pattern, or to steer by */
};

/* A node of the tree that the words are kept in, one character a step (but for
 * the first, which is looked up). */
struct lexicon_node {
	uint64_t next;		/* a bit for the hash of each character that
				   may follow: most steps are refused here */
	int      concept;	/* of the word that ends here, or -1 */
};

struct lexicon {			/* all zero: empty */
	struct concept      *concept;
	size_t               concepts, concept_room;
	int                  steering[STEERINGS];
	size_t               set_words;	/* of a set of concepts: bitset.h */
	uint64_t            *filler;	/* concepts of that kind */
	uint32_t             first[0x10000];	/* node of a first character */
	struct map           step;	/* from a node over a character */
	struct lexicon_node *node;
	size_t               nodes, node_room;
	struct arena         arena;
};

/* Reads concepts.tsv.  A malformed line, a word that two concepts claim, and
 * the lack of a concept that steers the reading end the process with 2. */
void lexicon_load(struct lexicon *lexicon);
void lexicon_free(struct lexicon *lexicon);

/* The number of the concept NAME, which is used by that; -1: there is none. */
int lexicon_concept(struct lexicon *lexicon, struct slice name);

/* The longest word TEXT begins with: its bytes, and its concept in *CONCEPT;
 * 0 when there is none. */
size_t lexicon_word(const struct lexicon *lexicon, struct slice text,
    int *concept);

/* Adds the concepts of all words in TEXT to SET. */
void lexicon_add_words(const struct lexicon *lexicon, struct slice text,
    uint64_t *set);

#endif
