/* Lists in sentences: `其中规划计划类7条，占5.6%'. */
#ifndef RULE_LISTS_H
#define RULE_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "interval.h"
#include "record/reader.h"

/* An item whose facts are members of lists; the column names the member.
 * Those of one family stand in one list: a category and its share. */
struct list_item {
	const char *item;
	int         family;
	bool        is_share;
	bool        is_lost;	/* a figure among them that was not placed */
	bool        is_cell;	/* its columns are known: decisions.tsv */
};

struct list_member {
	const struct record *record;
	struct interval      value;
	bool                 is_share, is_lost;
};

/* A run of members, and the figure they are said to make up. */
struct prose_list {
	size_t   from, to;	/* in prose_lists->member */
	int      family;	/* of items */
	unsigned head;		/* cell stated last before it, or CELL_NONE */
	unsigned whole;		/* the last total before that, or CELL_NONE */
	struct interval parts, shares;	/* sums */
	unsigned members, percents;	/* how many state a figure, a share */
	bool     exhaustive;	/* the last member is the rest */
	bool     linked;	/* 其中 stands before it */
	bool     lost;		/* other figures stand among its members */
};

struct prose_lists {		/* all zero: none */
	struct list_member *member;
	size_t              members, member_room;
	struct prose_list  *list;
	size_t              n, room;
	bool                is_cut;	/* one had more members than are taken */
};

enum { FAMILY_RESULTS = 4 };	/* of requests */

/* What a list may break down: the cells of struct prose_list. */
struct list_heads {
	unsigned head, whole;
};

/* Whether parts of ITEM may overlap, a film and a picture of one policy: no rule is
 * about their lists. */
bool list_item_overlaps(struct slice item);

/* ITEM among those of lists, or NULL. */
const struct list_item *list_item_of(struct slice item);

/* Whether a list of ITEM right behind the figure HEAD breaks that down. */
bool list_item_has_head(const struct list_item *item, struct slice head);

/* Whether ITEM is the total that lists of categories break down wherever it
 * stands before them. */
bool list_item_is_total(struct slice item);
bool list_item_is_category(const struct list_item *item);

/* Adds MEMBER, of ITEM, to the last list, or to a new one of HEADS when it does
 * not belong there or other facts INTERRUPTED it. */
void prose_list_add(struct prose_lists *lists, struct list_member member,
    const struct list_item *item, bool interrupted, struct list_heads heads);

void prose_lists_free(struct prose_lists *lists);

#endif
