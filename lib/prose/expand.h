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

enum expand_from {
	EXPAND_ON,	/* go on */
	EXPAND_NEW,	/* and tell when all that follows was gone through */
	EXPAND_DONE,	/* no need to: it was taken from another place */
};

/* What is done with the words that another stands for; they live for the call.
 * WORD is called with each; BEGIN with the beginning of some before byte AT of
 * the whole wording, where a choice is, and END behind the last of them. */
struct expand_use {
	void             (*word)(void *context, struct slice word);
	enum expand_from (*begin)(void *context, struct slice word, size_t at);
	void             (*end)(void *context, struct slice word, size_t at);
};

/* USEs, with CONTEXT, the words that WORD of the line ROW stands for.  A
 * malformed one ends the process with 2. */
void expand_word(struct word_sets *sets, const struct data_row *row,
    struct slice word, const struct expand_use *use, void *context);

#endif
