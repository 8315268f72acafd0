/* What two sections share, sentence by sentence. */
#ifndef REUSE_COMPARE_H
#define REUSE_COMPARE_H

#include "base/buffer.h"
#include "groups.h"
#include "sentences.h"

/* What one of two sections has of the other.  Sentences of the form are no part of it,
 * nor are those too short to be known by anything. */
struct share {
	unsigned characters;	/* of its sentences */
	unsigned shared;	/* of those that the other has too */
};

/* How much of itself it shares: whole percent, 100 only of all. */
unsigned share_percent(struct share share);

/* How many shingles of the sentence FROM one of the other section has. */
struct vote {
	const struct masked_sentence *from;
	size_t                        n;
};

struct text_comparison {		/* all zero: to begin with */
	struct map   shingles;	/* of the other section: which of its sentences */
	struct vote *vote;	/* for each of those */
	size_t       votes, vote_room;
};

/* Measures what SECTION has of OTHER.  Adds the sentences to TEXT, which may be NULL, a
 * `\n' between two, and to NAMES which of the FOREIGN ones stand in them, as NAME@LOC, a
 * comma between two: all as records have them. */
struct share compare_sections(struct text_comparison *comparison,
    const struct groups_of_shingles *groups, const struct sentences *section,
    const struct sentences *other, const struct masks *foreign, struct buffer *names,
    struct buffer *text);

/* What SECTION has that is not of the form. */
unsigned own_characters(const struct groups_of_shingles *groups,
    const struct sentences *section);

void comparison_free(struct text_comparison *comparison);

#endif
