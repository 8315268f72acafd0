/* Names for what patterns say again and again: concepts, heads of lists,
 * sections (groups.tsv). */
#ifndef PROSE_PATTERN_GROUPS_H
#define PROSE_PATTERN_GROUPS_H

#include "data/data.h"

struct pattern_group {
	struct slice           name, members;
	const struct data_row *row;
	bool                   used;
};

struct pattern_groups {				/* all zero: none */
	struct pattern_group *group;
	size_t                groups;
};

/* Reads the lines of groups.tsv.  One that has itself among its members, or a
 * group that comes later, ends the process with 2. */
void pattern_groups_load(struct pattern_groups *groups, const struct data_table *table);
void pattern_groups_free(struct pattern_groups *groups);

/* The group NAME, which is used by that, or NULL. */
const struct pattern_group *pattern_groups_find(struct pattern_groups *groups,
    struct slice name);

#endif
