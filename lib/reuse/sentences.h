/* The sentences of a section, masked (text/masked.h), and what they are known by. */
#ifndef REUSE_SENTENCES_H
#define REUSE_SENTENCES_H

#include <stdint.h>

#include "text/masked.h"

/* A shingle is so many units in a row.  Texts are compared by small ones.  By large ones,
 * which say more than a turn that everybody uses, it is found which texts are to be
 * compared, and what is the form's: of WINDOW in a row the one with the least hash is
 * chosen, so that a run of LARGE_SHINGLE + WINDOW - 1 units has the same chosen one
 * wherever it stands (Schleimer, Wilkerson, Aiken: Winnowing, 2003).  A sentence that is
 * shorter than a large shingle is one. */
enum { SHINGLE = 8, LARGE_SHINGLE = 16, WINDOW = 8 };

struct masked_sentence {
	struct slice text, loc;	/* as records have them */
	size_t       first;	/* of its small shingles */
	size_t       shingles;	/* 0: too short to be known by anything */
	size_t       first_chosen, chosen;	/* of its large ones */
	unsigned     characters;	/* white space apart */
};

struct sentences {		/* all zero: none */
	struct masked_sentence *sentence;
	size_t           n, room;
	uint64_t        *shingle;	/* hashes of the small ones */
	size_t           shingles, shingle_room;
	uint64_t        *chosen;	/* of the large ones that are chosen */
	size_t           choices, chosen_room;
	uint64_t        *large;		/* all large ones of the sentence at hand */
	size_t           larges, large_room;
	uint32_t        *unit;		/* of the sentence at hand */
	size_t           units, unit_room;
	uint32_t         last;		/* unit of the block at hand */
	uint64_t         hash;		/* of all of it, as masked_hash tells of its
					   blocks one behind the other */
};

/* Reads SECTION, lines of a place, a tab and text, over what SENTENCES held.  The
 * slices are SECTION's. */
void sentences_read(struct sentences *sentences, struct slice section,
    const struct masks *masks);

void sentences_free(struct sentences *sentences);

#endif
