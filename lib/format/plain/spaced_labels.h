/* The labels beside the figures of a run of lines: what is wrapped is one text
 * again, and each has the line of figures that stands beside it. */
#ifndef PLAIN_SPACED_LABELS_H
#define PLAIN_SPACED_LABELS_H

#include "spaced_words.h"

#define SPACED_NO_LINE ((size_t)-1)

struct spaced_label {
	struct slice text;
	struct slice unit;	/* a word by itself before the figures */
	unsigned     from, to;	/* its columns */
	size_t       first, last;	/* its lines */
	size_t       figures;	/* the line of its figures, or none */
	bool         numbered;	/* it begins with an enumerator */
	bool         doubt;	/* figures may be another's beside it */
	bool         astray;	/* its figures stand in no columns for certain */
	bool         group;	/* labels of rows stand behind it */
};

struct spaced_labels {
	struct spaced_label *label;
	size_t               count;
	bool                 parted;	/* empty lines part the rows */
	bool                 numbered;	/* each row is, it seems */
};

/* Finds the labels of lines FIRST to END - 1 of TEXT, measured by RULE, in ARENA;
 * in the order of their first lines.  A line of figures that no label has a claim
 * to becomes one with no text.  What is wrapped is joined where empty
 * lines part the rows, or each has an enumerator: else the next line may as well be
 * the next row's. */
void spaced_labels_find(struct spaced_labels *labels,
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule, struct arena *arena);

#endif
