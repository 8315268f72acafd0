/* Giving an entry's cells to the columns of its item. */
#ifndef TABLE_PLACE_H
#define TABLE_PLACE_H

#include "rows.h"

/* How entries of a table keep their columns, learned from those that leave no
 * doubt; so that a row with blanks can be held against its peers. */
enum { PEERS_MAX = 64, GROUP_MAX = 32 };

struct peer {
	unsigned label_col, width;	/* where the label stands, row width */
	unsigned start;			/* the first column of figures */
	unsigned count;			/* entries that agree */
	bool     doubt;			/* others do not */
};

struct peers {
	struct peer peer[PEERS_MAX];
	size_t      count;
	/* Of entries down the page: how many cells, blanks too, follow most
	 * labels (0: unknown), and whether blanks have vanished. */
	unsigned    group;
	unsigned    groups[GROUP_MAX];
	unsigned    flowing, exact;	/* entries; with a cell a column */
	bool        lossy;
};

enum reading_state {
	READ_PLACED,		/* text[] holds what stands in each column */
	READ_NOTHING,		/* a label, and no cells that could be its */
	READ_UNCLEAR,		/* figures, but not whose */
};

/* The cells of one entry, by the columns of its item. */
struct placing {
	enum reading_state state;
	struct slice       text[FORM_COLS_MAX];	/* empty: blank */
	struct slice       loc[FORM_COLS_MAX];
	bool               missing[FORM_COLS_MAX];	/* no such column here */
	struct slice       unit;	/* from a cell of its own, or empty */
};

/* Whether the last column of ITEM is the sum of those before it. */
bool item_has_total(const struct form_item *item);

/* Notes how ENTRY of ITEM stands, if it leaves no doubt. */
void peers_learn(struct peers *peers, const struct sheet *sheet,
    const struct entry *entry, const struct form_item *item);

/* Places the cells of ENTRY.  Positions are trusted where a head names the
 * columns and the row stands as the head and its peers do; else all figures
 * must be there.  Nothing is ever placed by counting over blanks. */
void columns_place(struct peers *peers, const struct sheet *sheet,
    const struct entry *entry, const struct form_item *item,
    struct placing *placing);

#endif
