/* Sets of small numbers, concepts or units, as bits.  How many words a set
 * has is known when the data are loaded, and is given to every call. */
#ifndef PROSE_BITSET_H
#define PROSE_BITSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* The words that a set of N numbers takes. */
static inline size_t
bitset_words(size_t n)
{
	return (n + 63) / 64;
}

static inline void
bitset_clear(uint64_t *set, size_t words)
{
	memset(set, 0, words * sizeof(*set));
}

/* An empty set; lives in ARENA. */
static inline uint64_t *
bitset_new(struct arena *arena, size_t words)
{
	uint64_t *set = arena_alloc(arena, words * sizeof(*set));

	bitset_clear(set, words);
	return set;
}

static inline bool
bitset_has(const uint64_t *set, int n)
{
	return set[n / 64] >> n % 64 & 1;
}

static inline void
bitset_add(uint64_t *set, int n)
{
	set[n / 64] |= (uint64_t)1 << n % 64;
}

static inline void
bitset_take(uint64_t *set, const uint64_t *less, size_t words)
{
	for (size_t i = 0; i < words; i++)
		set[i] &= ~less[i];
}

static inline bool
bitset_meets(const uint64_t *a, const uint64_t *b, size_t words)
{
	for (size_t i = 0; i < words; i++)
		if ((a[i] & b[i]) != 0)
			return true;
	return false;
}

/* Whether all of PART are in WHOLE. */
static inline bool
bitset_within(const uint64_t *part, const uint64_t *whole, size_t words)
{
	for (size_t i = 0; i < words; i++)
		if ((part[i] & ~whole[i]) != 0)
			return false;
	return true;
}

/* SET folded to one word: of sets of which one lies within another, so do the
 * folds.  Most that do not are told apart by them. */
static inline uint64_t
bitset_fold(const uint64_t *set, size_t words)
{
	uint64_t fold = 0;

	for (size_t i = 0; i < words; i++) {
		size_t turn = i * 23 % 64;

		fold |= set[i] << turn | set[i] >> (64 - turn) % 64;
	}
	return fold;
}

#endif
