/* The nodes of a word graph laid into one array: the step over a character from a node
 * stands as many places behind the node's as the character's number, if it is that
 * character's at all.  So a step is one look at the memory (J. Aoe, An efficient digital
 * search algorithm by using a double-array structure, 1989; a graph may be laid so as
 * well as a tree, since no two nodes have one place). */
#ifndef PROSE_WORD_STEPS_H
#define PROSE_WORD_STEPS_H

#include <stddef.h>
#include <stdint.h>

struct word_node {
	uint32_t branch, branches;	/* its first one, and how many */
	uint32_t set;	/* of the classes of the word that ends here; 0: none */
	uint32_t left;	/* steps to the end of the longest word */
};

/* A step: over CHARACTER, less than 0x10000, to a node.  Those of a node stand beside
 * each other, in the order of their characters. */
struct word_branch {
	uint32_t character, to;
};

/* The same, laid. */
struct word_step {
	uint32_t to;		/* place of the next node; 0: no step follows */
	uint16_t character;
	uint16_t set;		/* as of that node */
};

/* Lays what follows ROOT, one of NODES, and tells its *PLACE.  The array, of *STEPS, has
 * 0x10000 of them behind each place; to be given to free(). */
struct word_step *word_steps(const struct word_node *node, size_t nodes,
    const struct word_branch *branch, uint32_t root, uint32_t *place,
    size_t *steps);

#endif
