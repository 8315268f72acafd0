/* Small numbers for the cells of all reports: an item and a column of it have
 * the same number wherever they stand. */
#ifndef RULE_NAMES_H
#define RULE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/slice.h"

/* More than all forms have, for whom may forget them and begin anew: invented
 * items cannot fill the memory. */
enum { NAMES_MAX = 16384, TABLES_MAX = 32 };

#define NAMES_NONE (~0U)

struct cell_name {
	struct slice  item, col;
	unsigned      next;	/* what followed it last */
	unsigned char table;	/* of the item: requests, review ... */
	bool          is_signed;	/* a column of signed figures */
	bool          is_hash;	/* a fingerprint, not a figure */
};

struct names {			/* all zero: none yet */
	struct cell_name *name;		/* by number */
	size_t            n, room;
	size_t            most;		/* 0: no bound */
	struct map        map;		/* from item and column to number */
	struct slice      table[TABLES_MAX];
	unsigned          tables;
	unsigned          first;	/* what a report began with last */
	struct arena      text;
};

/* The number of ITEM and COL, a new one if need be; NAMES_NONE when there are
 * .most already. */
unsigned names_number(struct names *names, struct slice item,
    struct slice col);

/* The same for a cell that stands behind the cell BEFORE, or at the beginning
 * where that is NAMES_NONE: reports repeat, so a guess is mostly right. */
unsigned names_follow(struct names *names, struct slice item, struct slice col,
    unsigned before);

void names_free(struct names *names);

#endif
