/* Sets of the classes that words are in (lexicon.tsv), as bits. */
#ifndef PROSE_CLASSES_H
#define PROSE_CLASSES_H

#include <stdbool.h>
#include <stdint.h>

enum { CLASSES_MAX = 192 };

struct classes {		/* all zero: none */
	uint64_t bit[CLASSES_MAX / 64];
};

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
	return (struct classes){ { a.bit[0] | b.bit[0], a.bit[1] | b.bit[1],
	    a.bit[2] | b.bit[2] } };
}

static inline struct classes
classes_both(struct classes a, struct classes b)
{
	return (struct classes){ { a.bit[0] & b.bit[0], a.bit[1] & b.bit[1],
	    a.bit[2] & b.bit[2] } };
}

static inline struct classes
classes_less(struct classes a, struct classes b)
{
	return (struct classes){ { a.bit[0] & ~b.bit[0],
	    a.bit[1] & ~b.bit[1], a.bit[2] & ~b.bit[2] } };
}

static inline bool
classes_any(struct classes a)
{
	return (a.bit[0] | a.bit[1] | a.bit[2]) != 0;
}

static inline bool
classes_same(struct classes a, struct classes b)
{
	return ((a.bit[0] ^ b.bit[0]) | (a.bit[1] ^ b.bit[1]) |
	    (a.bit[2] ^ b.bit[2])) == 0;
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
