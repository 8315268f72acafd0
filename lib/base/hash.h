/* Hashes of strings, under a key that each run draws for itself, so that nobody
 * can choose strings which meet in a table.  No output may depend on them. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>

#include "slice.h"

/* Draws the key, once, at the start of a program; until then it is 0.  Exits 2
 * where the system has no random numbers. */
void hash_key_draw(void);

/* For tables, which compare the strings too: two may share one. */
unsigned long long hash_of(struct slice a);

/* The same of A behind what HASH is the hash of. */
unsigned long long hash_on(unsigned long long hash, struct slice a);

/* For tables of numbers that others may choose: another number for each. */
unsigned long long hash_of_number(unsigned long long number);

/* Stands for a string that is not kept: 128 bits. */
struct digest {
	unsigned long long low, high;
};

struct digest digest_of(struct slice a);

/* The same of A behind what DIGEST is the digest of. */
struct digest digest_on(struct digest digest, struct slice a);

static inline bool
digest_eq(struct digest a, struct digest b)
{
	return a.low == b.low && a.high == b.high;
}

/* For caches that forget, and tables that only our own data fill, where strings of one
 * hash cost a look-up more and nothing else: by three words of A and its length, under no
 * key. */
unsigned long long hash_cheap(struct slice a);

/* A hash under no key, the same in every run: to be shown, not to be relied
 * on. */
unsigned long long hash_shown(unsigned long long hash, struct slice a);

#endif
