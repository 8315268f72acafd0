/* A sheet read as entries: a label and the cells that follow it, whether they
 * stand in one row of a grid or down the page; and the heads above them. */
#ifndef FORM_ENTRIES_H
#define FORM_ENTRIES_H

#include "sheet.h"

enum { HEAD_COLS_MAX = 24 };

/* A column that a head names. */
struct head_column {
	struct slice code;	/* empty: not a name we know */
	unsigned     col, cols;	/* where it stands; 0: flowing */
};

/* The heads above some entries: of one row, or of several above each other. */
struct head {
	struct head_column column[HEAD_COLS_MAX];
	size_t             columns;
	size_t             row;		/* the last one it takes */
	unsigned           width;	/* 0: flowing */
};

struct entry {
	size_t              label;	/* its cell, or NO_CELL */
	size_t              first, end;	/* the cells behind the label */
	size_t              row;	/* the row of the label */
	size_t              values;	/* figures among those cells */
	const struct name  *name;	/* what the label is, if known */
	struct slice        key;	/* of a label that is not known */
	struct head        *head;	/* above it, or NULL */
	unsigned            cluster;	/* counts up at each piece of prose */
	bool                flowing;
	bool                merged;	/* its text went into another label */
};

#define NO_CELL ((size_t)-1)

struct entries {		/* all zero: empty */
	struct entry *row;
	size_t            rows, row_room;
	struct head     **head;
	size_t            heads, head_room;
};

/* Fills ENTRIES from SHEET.  Keys, heads and joined labels live in ARENA. */
void entries_read(struct entries *entries, const struct sheet *sheet,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena);

void entries_free(struct entries *entries);

/* The last column that the label of ENTRY takes; 0 without a label. */
unsigned entry_label_end(const struct sheet *sheet,
    const struct entry *entry);

/* Whether NAME may stand for an item, for a column, for a word of the heads. */
bool name_is(const struct name *name, enum term_kind kind);

#endif
