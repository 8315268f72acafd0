/* The words that patterns are made of, and the concepts they stand for. */
#ifndef PROSE_LEXICON_H
#define PROSE_LEXICON_H

#include <stddef.h>

#include "base/slice.h"
#include "data/data.h"
#include "concepts.h"

/* A step of the tree that the words are kept in, one character a step (but
 * for the first, which is looked up). */
struct lexicon_step {
	uint32_t from, character;	/* character 0: a free slot */
	uint32_t to;
};

struct lexicon_node {
	uint64_t next;		/* a bit for the hash of each character that
				   may follow: most steps are refused here */
	int      concept;	/* of the word that ends here, or -1 */
};

struct lexicon {
	struct slice         name[CONCEPTS_MAX];
	int                  names;
	struct concepts      filler;	/* words that may stand anywhere */
	uint16_t             first[0x10000];	/* node of a first character */
	struct lexicon_step *step;	/* open addressing */
	size_t               steps, slots;
	struct lexicon_node *node;
	size_t               nodes, node_room;
};

/* Reads the lines of concepts.tsv. */
void lexicon_load(struct lexicon *lexicon, const struct data_table *table);
void lexicon_free(struct lexicon *lexicon);

/* The number of the concept NAME, or -1. */
int lexicon_concept(const struct lexicon *lexicon, struct slice name);

/* The longest word TEXT begins with: its bytes, and its concept in *CONCEPT;
 * 0 when there is none. */
size_t lexicon_word(const struct lexicon *lexicon, struct slice text,
    int *concept);

/* The concepts of all words in TEXT. */
struct concepts lexicon_words(const struct lexicon *lexicon,
    struct slice text);

#endif
