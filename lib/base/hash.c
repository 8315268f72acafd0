#define _DEFAULT_SOURCE		/* getentropy */
#include "hash.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "diagnostics.h"
#include "siphash.h"

/* SipHash-1-3: what Python, Ruby and Rust have in their tables. */
enum { ROUNDS = 1, LAST_ROUNDS = 3 };

static struct digest key;

void
hash_key_draw(void)
{
	if (getentropy(&key, sizeof(key)) == 0)
		return;
	warn_at("random numbers", "%s", strerror(errno));
	exit(CLI_TROUBLE);
}

static unsigned long long
hash_under(struct digest under, struct slice a)
{
	struct siphash s = siphash_start(under.low, under.high, false);

	siphash_add(&s, a, ROUNDS);
	return siphash_end(&s, false, LAST_ROUNDS);
}

unsigned long long
hash_of(struct slice a)
{
	return hash_under(key, a);
}

unsigned long long
hash_on(unsigned long long hash, struct slice a)
{
	return hash_under((struct digest){ key.low ^ hash, key.high }, a);
}

/* The finalizer of MurmurHash3, which is a permutation. */
unsigned long long
hash_of_number(unsigned long long number)
{
	number ^= key.low;
	number = (number ^ number >> 33) * 0xff51afd7ed558ccdULL;
	number = (number ^ number >> 33) * 0xc4ceb9fe1a85ec53ULL;
	return number ^ number >> 33;
}

/* Odd numbers without a pattern: digits of the golden ratio and of pi. */
unsigned long long
hash_cheap(struct slice a)
{
	unsigned long long first = 0, last = 0, middle = 0, hash = a.n;

	if (a.n < sizeof(first)) {
		memcpy(&first, a.p, a.n);
	} else {
		memcpy(&first, a.p, sizeof(first));
		memcpy(&middle, a.p + a.n / 2 - 4, sizeof(middle));
		memcpy(&last, a.p + a.n - sizeof(last), sizeof(last));
	}
	hash = (hash ^ first ^ (middle << 21 | middle >> 43)) *
	    0x9e3779b97f4a7c15ULL;
	hash = (hash ^ hash >> 32 ^ last) * 0xa4093822299f31d1ULL;
	return hash >> 32;
}

unsigned long long
hash_shown(unsigned long long hash, struct slice a)
{
	return hash_under((struct digest){ hash, 0 }, a);
}

struct digest
digest_on(struct digest digest, struct slice a)
{
	struct siphash s = siphash_start(key.low ^ digest.low,
	    key.high ^ digest.high, true);

	siphash_add(&s, a, ROUNDS);
	digest.low = siphash_end(&s, true, LAST_ROUNDS);
	digest.high = siphash_more(&s, LAST_ROUNDS);
	return digest;
}

struct digest
digest_of(struct slice a)
{
	return digest_on((struct digest){ 0, 0 }, a);
}
