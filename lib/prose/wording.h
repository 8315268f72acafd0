/* One word of lexicon.tsv for many: (a|b|) stands for each alternative, <name>
 * for each word of the set of that name, which stands on a line before. */
#ifndef PROSE_WORDING_H
#define PROSE_WORDING_H

#include "data/data.h"
#include "word_graph.h"

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

/* The node of GRAPH that the words which WORDING, of the line ROW, stands for
 * begin at; NODE follows them.  A malformed one ends the process with 2. */
uint32_t wording_read(struct word_sets *sets, struct word_graph *graph,
    const struct data_row *row, struct slice wording, uint32_t node);

#endif
