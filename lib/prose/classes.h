/* Sets of the classes that words are in (lexicon.tsv), as bits. */
#ifndef PROSE_CLASSES_H
#define PROSE_CLASSES_H

#include <stdbool.h>
#include <stdint.h>

enum { CLASSES_MAX = 256, CLASSES_WORDS = CLASSES_MAX / 64 };

struct classes {		/* all zero: none */
	uint64_t bit[CLASSES_WORDS];
};

/* The number of the lowest bit of BITS, which are not 0. */
static inline unsigned
lowest_bit(uint64_t bits)
{
#ifdef __GNUC__
	return (unsigned)__builtin_ctzll(bits);
#else
	unsigned n = 0;

	while ((bits >> n & 1) == 0)
		n++;
	return n;
#endif
}

static inline bool
classes_has(struct classes set, int n)
{
	return set.bit[n / 64] >> n % 64 & 1;
}

static inline struct classes
classes_of(int n)
{
	struct classes set = { { 0 } };

	set.bit[n / 64] = (uint64_t)1 << n % 64;
	return set;
}

static inline struct classes
classes_join(struct classes a, struct classes b)
{
	for (int i = 0; i < CLASSES_WORDS; i++)
		a.bit[i] |= b.bit[i];
	return a;
}

static inline struct classes
classes_both(struct classes a, struct classes b)
{
	for (int i = 0; i < CLASSES_WORDS; i++)
		a.bit[i] &= b.bit[i];
	return a;
}

static inline struct classes
classes_less(struct classes a, struct classes b)
{
	for (int i = 0; i < CLASSES_WORDS; i++)
		a.bit[i] &= ~b.bit[i];
	return a;
}

static inline bool
classes_any(struct classes a)
{
	uint64_t any = 0;

	for (int i = 0; i < CLASSES_WORDS; i++)
		any |= a.bit[i];
	return any != 0;
}

static inline bool
classes_same(struct classes a, struct classes b)
{
	uint64_t differs = 0;

	for (int i = 0; i < CLASSES_WORDS; i++)
		differs |= a.bit[i] ^ b.bit[i];
	return differs == 0;
}

static inline bool
classes_meet(struct classes a, struct classes b)
{
	return classes_any(classes_both(a, b));
}

static inline bool
classes_within(struct classes part, struct classes whole)
{
	return !classes_any(classes_less(part, whole));
}

#endif
