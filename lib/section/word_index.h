/* Which of many words a line has, all looked for in one pass.  A set of words,
 * or of anything that is numbered, is an array of bits. */
#ifndef SECTION_WORD_INDEX_H
#define SECTION_WORD_INDEX_H

#include <stdint.h>

#include "word.h"

struct indexed_word;

enum { WORD_PAIR_HASHES = 2048 };

struct word_index {			/* all zero at first */
	struct indexed_word *word;
	size_t               words, room;
	/* Words that stand anywhere: of one character, of more by their first
	 * two; by their first character those that begin a line; by their last
	 * those that end one.  From 1. */
	unsigned             single[WORD_HASHES], pair[WORD_PAIR_HASHES],
	                     at_start[WORD_HASHES], at_end[WORD_HASHES];
	bool                 begins[WORD_HASHES];	/* any of these */
	bool                 ends[WORD_HASHES];	/* those that are all of a
						   line, too */
	size_t               width;	/* of a set of words */
	uint64_t            *found;	/* those of the line at hand */
};

/* The number of WORD, which is new or not. */
size_t word_index_add(struct word_index *index, const struct word *word);

/* Once all words are there. */
void word_index_finish(struct word_index *index);

/* Fills .found with the words of LINE, folded.  Returns how many characters
 * the line has. */
size_t word_index_find(struct word_index *index, struct slice line);

/* Whether LINE begins or ends with the character of a word that must stand
 * there. */
bool word_index_may_begin(const struct word_index *index, struct slice line);
bool word_index_may_end(const struct word_index *index, struct slice line);

/* WIDTH words of 64 bits, all 0, that are never freed. */
uint64_t *word_sets_new(size_t width);

static inline void
word_set_add(uint64_t *set, size_t number)
{
	set[number / 64] |= (uint64_t)1 << number % 64;
}

/* Whether A and B, of WIDTH words each, have something in common. */
static inline bool
word_sets_meet(const uint64_t *a, const uint64_t *b, size_t width)
{
	uint64_t common = 0;

	for (size_t i = 0; i < width; i++)
		common |= a[i] & b[i];
	return common != 0;
}

/* The first number of SET from NUMBER on; WORD_SET_END behind the last. */
#define WORD_SET_END ((size_t)-1)
static inline size_t
word_set_next(const uint64_t *set, size_t width, size_t number)
{
	while (number < 64 * width) {
		uint64_t rest = set[number / 64] >> number % 64;

		if ((rest & 1) != 0)
			return number;
		if (rest == 0)		/* no more in this word */
			number = (number | 63) + 1;
		else
			number += (rest & 0xFF) == 0 ? 8 : 1;
	}
	return WORD_SET_END;
}

#endif
