/* Words and the sets of classes they are in, as a graph without circles: one
 * character a step, and what follows alike is there once.  Nodes are numbers, 0
 * is none.  A node is never changed once it is made; so any number of them can
 * lead to it, and making the graph takes the length of the lines of
 * lexicon.tsv, not of the words they stand for: 400 000 words are 9 000 nodes. */
#ifndef PROSE_WORD_GRAPH_H
#define PROSE_WORD_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/slice.h"
#include "classes.h"
#include "word_steps.h"

/* What word_graph_either made of two nodes. */
struct word_union {
	uint32_t a, b, either;
};

enum { WORD_UNIONS = 4096 };

struct word_graph {			/* all zero: empty */
	uint32_t           *first;	/* node behind a character */
	struct word_step   *step;	/* of a settled graph */
	size_t              steps;
	uint32_t            root;	/* the place where words begin */
	struct word_node   *node;
	size_t              nodes, node_room;
	struct word_branch *branch;
	size_t              branches, branch_room;
	struct classes     *set;	/* that words have; 0 is none */
	size_t              sets, set_room;
	struct map          by_set;
	struct word_union  *known;	/* some of the last ones */
};

/* A word that a text begins with. */
struct word_match {
	uint32_t n;		/* bytes */
	uint32_t set;		/* of its classes */
};

enum {
	WORD_MATCHES = 16,
	WORD_MAX = 80,			/* characters */
	WORD_SETS_MAX = 0xFFFF,		/* as a step counts them */
};

void word_graph_begin(struct word_graph *graph);
void word_graph_free(struct word_graph *graph);

/* The node at which words of CLASS end. */
uint32_t word_graph_end(struct word_graph *graph, int class);

/* The number of the set of CLASS alone, as a match has it. */
uint32_t word_graph_set(struct word_graph *graph, int class);

/* The node from which the last character of TEXT (text.n > 0) leads to NODE; its
 * bytes are taken off TEXT. */
uint32_t word_graph_before(struct word_graph *graph, struct slice *text,
    uint32_t node);

/* The node from which what follows A and what follows B does. */
uint32_t word_graph_either(struct word_graph *graph, uint32_t a, uint32_t b);

/* Adds the words that follow NODE.  False: it has all of them already. */
bool word_graph_add(struct word_graph *graph, uint32_t node);

/* Drops what only making the graph needed; from here on words can be found, and
 * none added. */
void word_graph_settle(struct word_graph *graph);

/* The words that a text begins with, shortest first, one at a call: */
struct word_walk {
	uint32_t at;		/* begins as the graph's root */
	size_t   n;		/* as 0, and is the bytes of the word found */
	uint32_t set;		/* of its classes */
};

enum { WIDER = 0xFF08 - '(' };		/* of what has one byte its wide form */

/* The character at P if it is one of three bytes, else the byte: words are
 * compared as bytes, and two thirds of the steps are saved.  Brackets of one byte are
 * the wide ones: 专(兼)职 is 专（兼）职. */
static inline uint32_t
word_character(const unsigned char *p, size_t left, size_t *n)
{
	if (p[0] < 0xE0 || p[0] > 0xEF || left < 3) {
		*n = 1;
		return p[0] == '(' || p[0] == ')' ? p[0] + WIDER : p[0];
	}
	*n = 3;
	return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

/* Whether a blank is I bytes behind P, of N, between two Han characters (政府信 息): a
 * line ended there. */
static inline bool
word_is_cut(const unsigned char *p, size_t i, size_t n)
{
	return p[i] == ' ' && i > 0 && i + 1 < n && p[i - 1] > 0x7f &&
	    p[i + 1] > 0x7f;
}

/* Finds the next word that TEXT begins with.  False: there are no more. */
static inline bool
word_walk(struct word_walk *walk, const struct word_step *step,
    struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               i = walk->n, n;

	while (walk->at != 0 && i < text.n) {
		uint32_t character;

		i += word_is_cut(p, i, text.n);
		character = word_character(p + i, text.n - i, &n);
		if (step[walk->at + character].character != character)
			return false;
		i += n;
		walk->n = i;
		walk->set = step[walk->at + character].set;
		walk->at = step[walk->at + character].to;
		if (walk->set != 0)
			return true;
	}
	return false;
}

/* The words TEXT begins with, shortest first; how many. */
size_t word_graph_match(const struct word_graph *graph, struct slice text,
    struct word_match match[WORD_MATCHES]);

#endif
