/* Text with its names and figures masked: what is the same in two texts of which one
 * was made from the other by changing them.  All that compares texts "word for word"
 * reads them so: check by structure.text.*@hash, reuse by sentences.
 *
 *	struct masked m = masked_begin(text, &masks);
 *	uint32_t      unit;
 *
 *	while ((unit = masked_next(&m)) != MASKED_END)
 *
 * A unit is a letter or a character of Chinese; MASKED_FIGURE stands for a run of
 * digits, Chinese numerals too, whatever marks stand between them, MASKED_NAME for a
 * run of names of the office and of places above it.  White space and punctuation are
 * passed over. */
#ifndef TEXT_MASKED_H
#define TEXT_MASKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { MASKED_FIGURE = 0x110000, MASKED_NAME, MASKED_END };

enum { MASKS_MAX = 16 };

/* The names that are masked, the longest first; all zero: none. */
struct masks {
	struct slice name[MASKS_MAX];
	size_t       n;
	uint64_t     begins;	/* a bit for the last bits of their first characters */
};

/* Adds the names of an office: ORG, REGION it lies in, which may be empty, each part of
 * that which is a place (杭州市西湖区: 杭州市 and 西湖区), and what ORG is called behind
 * REGION.  They live elsewhere. */
void masks_add_office(struct masks *masks, struct slice org, struct slice region);

/* Adds NAME, if it has two characters or more and is new; false: it has, or is, not. */
bool masks_add(struct masks *masks, struct slice name);

/* Which of MASKS TEXT begins with: its bytes; 0: none. */
size_t masks_at(const struct masks *masks, struct slice text);

struct masked {
	struct slice        rest;	/* what is still to be read */
	const struct masks *masks;
	uint32_t            last;	/* unit */
	unsigned            characters;	/* read so far, white space apart */
};

/* MASKS may be NULL: names are letters like others. */
struct masked masked_begin(struct slice text, const struct masks *masks);

uint32_t masked_next(struct masked *m);

/* The hash of the units of TEXT behind what HASH is the hash of, MASKED_HASH_NONE of
 * nothing: under no key, the same in every run.  Adds to *CHARACTERS how many TEXT has,
 * white space apart. */
#define MASKED_HASH_NONE 0xcbf29ce484222325ULL

/* As FNV-1a does bytes. */
static inline uint64_t
masked_hash_on(uint64_t hash, uint32_t unit)
{
	return (hash ^ unit) * 0x100000001b3ULL;
}

uint64_t masked_hash(uint64_t hash, struct slice text, const struct masks *masks,
    unsigned *characters);

#endif
