/* The names in the head of a table whose columns spaces keep apart. */
#ifndef PLAIN_SPACED_HEAD_H
#define PLAIN_SPACED_HEAD_H

#include "spaced_columns.h"

enum { SPACED_NAMES_MAX = 2 * SPACED_COLUMNS_MAX };

struct spaced_name {
	struct slice text;
	unsigned     from, to;	/* where it stands, all of its lines */
};

struct spaced_head {
	struct spaced_name name[SPACED_NAMES_MAX];	/* in the order of columns */
	size_t             names;
};

/* Finds the names in lines FIRST to END - 1 of TEXT, the head of a table, measured
 * by RULE; what is wrapped is joined, in ARENA.  Too many are none. */
void spaced_head_find(struct spaced_head *found,
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule, struct arena *arena);

#endif
