/* Words and the sets of classes they are in, as a graph without circles: one
 * character a step, and what follows alike is there once.  Nodes are numbers, 0
 * is none.  A node is never changed once it is made; so any number of them can
 * lead to it, and making the graph takes the length of the lines of
 * lexicon.tsv, not of the words they stand for: 400 000 words are 9 000 nodes. */
#ifndef PROSE_WORD_GRAPH_H
#define PROSE_WORD_GRAPH_H

#include <stddef.h>

#include "base/map.h"
#include "base/slice.h"
#include "classes.h"

struct word_node {
	uint32_t branch, branches;	/* its first one, and how many */
	uint32_t set;	/* of the classes of the word that ends here; 0: none */
	uint32_t left;	/* steps to the end of the longest word */
};

/* A step: over CHARACTER to a node.  Those of a node stand beside each other, in
 * the order of their characters. */
struct word_branch {
	uint32_t character, to;
};

/* What word_graph_either made of two nodes. */
struct word_union {
	uint32_t a, b, either;
};

enum { WORD_UNIONS = 4096 };

/* A node of a settled graph, in one place of the memory, since finding words is
 * waiting for that: the set of the word that ends there, the number of branches,
 * and of each its character and the place of the node it leads to. */
enum { CELL_SET, CELL_COUNT, CELL_BRANCHES };

struct word_graph {			/* all zero: empty */
	uint32_t           *first;	/* node behind a character, or place */
	uint32_t           *cell;	/* of a settled graph */
	size_t              cells, cell_room;
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

enum { WORD_MATCHES = 16, WORD_MAX = 80 /* characters */ };

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

/* The words TEXT begins with, shortest first; how many. */
size_t word_graph_match(const struct word_graph *graph, struct slice text,
    struct word_match match[WORD_MATCHES]);

#endif
