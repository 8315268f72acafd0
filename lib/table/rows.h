/* A sheet read as entries: a label and the cells that follow it, whether they
 * stand in one row of a grid or down the page; and the heads above them. */
#ifndef TABLE_ROWS_H
#define TABLE_ROWS_H

#include "header.h"
#include "cells.h"

#define NO_CELL ((size_t)-1)

struct entry {
	size_t             label;	/* its cell, or NO_CELL */
	size_t             first, end;	/* the cells behind the label */
	size_t             row;		/* where the label stands */
	size_t             values;	/* figures among those cells */
	const struct name *name;	/* what the label is, if known */
	struct slice       text;	/* of the label, joined where cut */
	struct head       *head;	/* above it, or NULL */
	unsigned           cluster;	/* counts up at each piece of prose */
	bool               flowing;
	bool               merged;	/* its text went into another label */
};

struct entries {		/* all zero: empty */
	struct entry *entry;
	size_t        count, room;
	struct head  *head;		/* the last one met */
	struct entry *open;		/* takes the cells that flow in next */
	unsigned      cluster;
	bool          spaced;		/* labels and figures share lines here */
};

/* Fills ENTRIES, which may have held another sheet's, from SHEET.  Heads and
 * joined labels live in ARENA. */
void entries_read(struct entries *entries, const struct sheet *sheet,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena);

void entries_free(struct entries *entries);

/* Joins labels that a page break or a line end has cut in two. */
void entries_join(struct entries *entries, const struct forms *forms,
    struct vocabulary *vocabulary, struct arena *arena);

#endif
