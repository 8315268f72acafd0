/* Concepts are small numbers; sets of them are bits. */
#ifndef PROSE_CONCEPTS_H
#define PROSE_CONCEPTS_H

#include <stdbool.h>
#include <stdint.h>

enum { CONCEPTS_MAX = 128 };

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

static inline void
concepts_join(struct concepts *set, const struct concepts *more)
{
	set->bit[0] |= more->bit[0];
	set->bit[1] |= more->bit[1];
}

static inline bool
concepts_none(const struct concepts *set)
{
	return set->bit[0] == 0 && set->bit[1] == 0;
}

static inline bool
concepts_single(const struct concepts *set)
{
	uint64_t a = set->bit[0], b = set->bit[1];

	return (a & (a - 1)) == 0 && (b & (b - 1)) == 0 && (a == 0) != (b == 0);
}

static inline bool
concepts_meet(const struct concepts *a, const struct concepts *b)
{
	return (a->bit[0] & b->bit[0]) != 0 || (a->bit[1] & b->bit[1]) != 0;
}

/* Whether all of PART are in WHOLE. */
static inline bool
concepts_within(const struct concepts *part, const struct concepts *whole)
{
	return (part->bit[0] & ~whole->bit[0]) == 0 &&
	    (part->bit[1] & ~whole->bit[1]) == 0;
}

#endif
