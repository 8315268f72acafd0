/* One word of lexicon.tsv for many: (a|b|) stands for each alternative, <name>
 * for each word of the set of that name. */
#ifndef PROSE_EXPAND_H
#define PROSE_EXPAND_H

#include "data/data.h"
#include "base/arena.h"

struct word_set {
	struct slice           name, words;
	const struct data_row *row;
	bool                   used;
};

struct word_sets {			/* all zero: none */
	struct word_set *set;
	size_t           sets, room;
};

void word_sets_add(struct word_sets *sets, const struct data_row *row);
void word_sets_free(struct word_sets *sets);

/* Called with each word that another stands for; it lives for the call. */
typedef void expand_fn(void *context, struct slice word);

/* Calls FN with CONTEXT for each word that WORD of the line ROW stands for.  A
 * malformed one ends the process with 2. */
void expand_word(struct word_sets *sets, const struct data_row *row,
    struct slice word, expand_fn *fn, void *context);

#endif
