/* The names in the head of a table whose columns spaces keep apart. */
#ifndef PLAIN_SPACED_HEAD_H
#define PLAIN_SPACED_HEAD_H

#include "spaced_columns.h"

enum { SPACED_NAMES_MAX = 2 * SPACED_COLUMNS_MAX };

struct spaced_name {
	struct slice text;
	unsigned     from, to;	/* where it stands, all of its lines */
};

/* Finds the names in lines FIRST to END - 1 of TEXT, the head of a table, measured
 * by RULE; what is wrapped is joined, in ARENA.  Returns how many there are, 0 for
 * too many. */
size_t spaced_head_find(struct spaced_name name[SPACED_NAMES_MAX],
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule, struct arena *arena);

#endif
