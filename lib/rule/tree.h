/* Offices and those below them: what a parent reports is held against the sum of
 * its children's reports, cell by cell, by the rules of range `tree'. */
#ifndef RULE_TREE_H
#define RULE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "notice.h"

/* A figure that a report states: what its copies state lies between. */
struct tree_figure {
	unsigned  cell;		/* in the tree's names */
	long long lowest, highest;
};

struct tree_node {		/* all zero: no figures yet */
	struct slice        form;	/* of its report */
	struct tree_figure *figure;
	size_t              figures, room;
};

struct tree {			/* all zero: no rules yet */
	const struct rules *rules;
	struct names        names;	/* of the cells that are compared */
	struct arena        forms;
	struct interval    *below;	/* sums, by the names' numbers */
	size_t              below_room;
};

/* Takes the figures of REPORT into NODE; those of a further copy widen what is
 * known. */
void tree_take(struct tree *tree, struct tree_node *node,
    const struct report *report);

/* Begins with a parent: nothing is below it yet. */
void tree_begin(struct tree *tree);

/* Adds CHILD to what is below. */
void tree_add(struct tree *tree, const struct tree_node *child);

/* Tells, as NOTICE, in which cells PARENT states less than is below it. */
void tree_compare(const struct tree *tree, const struct tree_node *parent,
    struct notice notice, const struct notices *notices);

void tree_node_free(struct tree_node *node);
void tree_free(struct tree *tree);

#endif
