/* The words that patterns are made of, and the concepts they stand for. */
#ifndef PROSE_LEXICON_H
#define PROSE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../record/slice.h"

enum { CONCEPTS_MAX = 128 };

/* A set of concepts. */
struct concepts {
	uint64_t bit[CONCEPTS_MAX / 64];
};

static inline bool
concepts_have(const struct concepts *set, int concept)
{
	return set->bit[concept / 64] >> concept % 64 & 1;
}

static inline void
concepts_add(struct concepts *set, int concept)
{
	set->bit[concept / 64] |= (uint64_t)1 << concept % 64;
}

static inline bool
concepts_none(const struct concepts *set)
{
	return set->bit[0] == 0 && set->bit[1] == 0;
}

enum { LEXICON_BUCKETS = 4096 };

struct lexicon_entry {
	struct slice word;
	int          concept;
	unsigned     bucket;
};

struct lexicon {
	struct slice          name[CONCEPTS_MAX];
	int                   names;
	struct concepts       filler;	/* words that may stand anywhere */
	struct lexicon_entry *entry;	/* by bucket, the longest word first */
	size_t                entries, room;
	uint32_t              first[LEXICON_BUCKETS + 1];
};

/* Reads the rows of a words.tsv; the slices stay in TEXT. */
void lexicon_load(struct lexicon *lexicon, struct slice text,
    const char *place);
void lexicon_free(struct lexicon *lexicon);

/* The number of the concept NAME, or -1. */
int lexicon_concept(const struct lexicon *lexicon, struct slice name);

/* The longest word TEXT begins with: its bytes, and its concept in *CONCEPT;
 * 0 when there is none. */
size_t lexicon_word(const struct lexicon *lexicon, struct slice text,
    int *concept);

#endif
