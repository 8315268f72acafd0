/* The items that sentences are read for (measures.tsv). */
#ifndef PROSE_MEASURES_H
#define PROSE_MEASURES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "data/data.h"

enum { UNITS_MAX = 64 };

struct item {
	struct slice           code;
	struct slice           unit;	/* of a zero said in words */
	uint64_t               units;	/* a bit for each that counts it */
	bool                   head;	/* of a list; what 历年累计 refers to */
	bool                   stock;	/* a level: never since the beginning */
	bool                   several;	/* may be counted in parts: two websites */
	bool                   accounts;	/* the same, in one sentence only */
	bool                   ends;	/* its members are how each of it ended */
	bool                   done;	/* all of its kin but what is left */
	bool                   left;
	struct slice           part;	/* item of unknown parts of its list */
	struct slice           share;	/* and of their shares */
	struct slice           members;	/* items that may be parts: words, a
					   star at the end of a prefix; those
					   behind ! and - are none */
	const struct data_row *row;
};

struct measures {
	struct item *item;
	size_t       items;
	struct slice unit[UNITS_MAX];
	int          units;
	const struct item *listing;	/* the first whose parts have shares */
};

/* Reads measures.tsv into memory of ARENA.  A malformed line ends the process
 * with 2. */
void measures_load(struct measures *measures, struct arena *arena);

/* Ends the process with 2 where a list of an item names what is none. */
void measures_vet(const struct measures *measures);

/* The item CODE, or NULL. */
const struct item *measures_item(const struct measures *measures,
    struct slice code);

/* The place of UNIT in ITEM's list of units: of two measures of one thing, 64期72篇,
 * the one that stands first there counts it. */
size_t item_unit_rank(const struct item *item, struct slice unit);

/* The bit of the unit NAME, empty for none; 0: it counts nothing. */
uint64_t measures_unit(const struct measures *measures, struct slice name);

/* Whether ITEM is never counted as a part of HEAD's list under its own name. */
bool item_is_foreign(const struct item *head, struct slice item);

/* Whether it is so, and claimed beside the list even without a verb. */
bool item_stands_apart(const struct item *head, struct slice item);

/* Whether A and B count things of one kind: the unknown parts of their lists are
 * of one item. */
bool item_is_kin(const struct item *a, const struct item *b);

/* Whether ITEM may be a part of HEAD's list. */
bool item_is_member(const struct item *head, struct slice item);

#endif
