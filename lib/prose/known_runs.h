/* How the runs of words that were met last are cut.  Reports say the same in the same
 * words: of the runs of 280 published pages 39 in a hundred had been met before, of those
 * of offices that fill in one template nearly all. */
#ifndef PROSE_KNOWN_RUNS_H
#define PROSE_KNOWN_RUNS_H

#include <stdint.h>

#include "base/slice.h"

enum {
	RUN_BYTES_KNOWN = 96,	/* of what is longer nothing is kept */
	RUN_PIECES_KNOWN = 20,
	RUNS_KNOWN = 4096,	/* 768 KiB */
};

/* A word or a character, as in struct cut. */
struct known_piece {
	uint8_t  n, kind;
	uint16_t set;
};

struct known_run {
	uint64_t     set;		/* set_of_bytes */
	uint8_t      bytes, pieces;	/* 0: none */
	struct known_piece piece[RUN_PIECES_KNOWN];
	char         text[RUN_BYTES_KNOWN];
};

/* A bit for each byte of TEXT by its lower six, which tell Han characters apart: text
 * whose set lacks one of NAME's has no NAME in it. */
uint64_t set_of_bytes(struct slice text);

/* Runs in the order they came, so that a few take little memory, and by the hash of their
 * text which of them, from 1, stands in its place. */
struct known_runs {
	uint16_t         number[RUNS_KNOWN], runs;
	struct known_run run[RUNS_KNOWN];
};

/* The place of TEXT in KNOWN: its run, or another one's, or none. */
struct known_run *known_run_at(struct known_runs *known, struct slice text);

/* Whether RUN is that of TEXT. */
static inline bool
known_run_is(const struct known_run *run, struct slice text)
{
	return run->bytes == text.n &&
	    memcmp(run->text, text.p, text.n) == 0;
}

#endif
