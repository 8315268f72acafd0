/* By which measures the columns of a text may be meant: figures of one column stand
 * exactly below each other by that of the program that set them, and by another one
 * only where the labels before them are alike. */
#ifndef PLAIN_SPACED_MEASURES_H
#define PLAIN_SPACED_MEASURES_H

#include "spaced_words.h"

enum spaced_edge {	/* what figures of one column have in common */
	SPACED_LEFT,
	SPACED_MIDDLE,
	SPACED_RIGHT,
	SPACED_EDGES
};

/* What speaks for measure A against B, [A][B], where it is an edge that stands below
 * another; all zero: nothing. */
struct spaced_measures {
	/* How many figures of two lines stand below each other by A, the lines having
	 * other places to each other by B. */
	size_t below[DISPLAY_RULES][DISPLAY_RULES][SPACED_EDGES];
	/* How many such pairs of lines more do by A, no line being in two of them. */
	size_t pairs[DISPLAY_RULES][DISPLAY_RULES][SPACED_EDGES];
};

/* Adds to M what lines FIRST to END - 1 of TEXT say. */
void spaced_measures_weigh(struct spaced_measures *m, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena);

/* Whether text of which M was found cannot be meant by RULE. */
bool spaced_measures_refute(const struct spaced_measures *m, enum display_rule rule);

#endif
