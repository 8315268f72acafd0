/* SipHash (Aumasson, Bernstein: SipHash: a fast short-input PRF, 2012), whose
 * rounds are chosen by the caller: SipHash-1-3 for tables, SipHash-2-4 where the
 * published results are to be had.  Public domain, written anew. */
#ifndef BASE_SIPHASH_H
#define BASE_SIPHASH_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

struct siphash {
	uint64_t v0, v1, v2, v3;
};

/* WIDE: for 128 bits rather than 64. */
static inline struct siphash
siphash_start(uint64_t key0, uint64_t key1, bool wide)
{
	return (struct siphash){ key0 ^ 0x736f6d6570736575,
	    key1 ^ 0x646f72616e646f6d ^ (wide ? 0xEE : 0),
	    key0 ^ 0x6c7967656e657261, key1 ^ 0x7465646279746573 };
}

static inline uint64_t
siphash_turn(uint64_t x, unsigned bits)
{
	return x << bits | x >> (64 - bits);
}

__attribute__((always_inline)) static inline void
siphash_rounds(struct siphash *s, unsigned rounds)
{
	while (rounds-- > 0) {
		s->v0 += s->v1;
		s->v2 += s->v3;
		s->v1 = siphash_turn(s->v1, 13) ^ s->v0;
		s->v3 = siphash_turn(s->v3, 16) ^ s->v2;
		s->v0 = siphash_turn(s->v0, 32) + s->v3;
		s->v2 += s->v1;
		s->v3 = siphash_turn(s->v3, 21) ^ s->v0;
		s->v1 = siphash_turn(s->v1, 17) ^ s->v2;
		s->v2 = siphash_turn(s->v2, 32);
	}
}

/* Up to eight bytes, the first one lowest. */
static inline uint64_t
siphash_bytes(const char *p, size_t n)
{
	uint64_t word = 0;

	while (n-- > 0)
		word = word << 8 | (unsigned char)p[n];
	return word;
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static inline uint64_t
siphash_word(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return word;
}

/* The last REST bytes before END, fewer than eight and not 0, of N: read with those before
 * them, where there are any. */
static inline uint64_t
siphash_rest(const char *end, size_t rest, size_t n)
{
	if (n < 8)
		return siphash_bytes(end - rest, rest);
	return siphash_word(end - 8) >> (64 - 8 * rest);
}
#else
static inline uint64_t
siphash_word(const char *p)
{
	return siphash_bytes(p, 8);
}

static inline uint64_t
siphash_rest(const char *end, size_t rest, size_t n)
{
	(void)n;
	return siphash_bytes(end - rest, rest);
}
#endif

static inline void
siphash_mix(struct siphash *s, uint64_t word, unsigned rounds)
{
	s->v3 ^= word;
	siphash_rounds(s, rounds);
	s->v0 ^= word;
}

__attribute__((always_inline)) static inline void
siphash_add(struct siphash *s, struct slice text, unsigned rounds)
{
	size_t rest = text.n % 8, whole = text.n - rest;

	for (size_t i = 0; i < whole; i += 8)
		siphash_mix(s, siphash_word(text.p + i), rounds);
	siphash_mix(s, (uint64_t)text.n << 56 | (rest > 0 ? siphash_rest(
	    text.p + text.n, rest, text.n) : 0), rounds);
}

/* The 64 bits, or the first 64 of 128. */
static inline uint64_t
siphash_end(struct siphash *s, bool wide, unsigned rounds)
{
	s->v2 ^= wide ? 0xEE : 0xFF;
	siphash_rounds(s, rounds);
	return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

/* The other 64. */
static inline uint64_t
siphash_more(struct siphash *s, unsigned rounds)
{
	s->v1 ^= 0xDD;
	siphash_rounds(s, rounds);
	return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

#endif
