/* Where texts that overlap are several columns: a cut that most lines have a text on
 * both sides of, and that goes through few. */
#ifndef PAGE_COLUMN_CUT_H
#define PAGE_COLUMN_CUT_H

#include <stdbool.h>
#include <stddef.h>

#include "column_entry.h"

/* What columns are looked for with: how large letters are, a byte for each line, how
 * many lines, the first below the head, room for all entries. */
struct column_sight {
	float                em;
	unsigned char       *seen;
	size_t               lines, body;
	struct column_entry *spare;
};

/* Finds in X the best place to cut the N entries at ENTRY, of a column, between two of
 * a line: where most lines have two, and few entries stand over both.  Returns whether
 * there is one. */
bool column_cut_find(const struct column_entry *entry, size_t n,
    const struct column_sight *sight, float *x);

/* Moves those of N entries at ENTRY before X to the front, and leaves out those that
 * a cut there would go through: they stand over both sides.  Returns how many are
 * before; *KEPT is how many there are still. */
size_t column_cut_at(struct column_entry *entry, size_t n, float x, size_t *kept,
    const struct column_sight *sight);

#endif
