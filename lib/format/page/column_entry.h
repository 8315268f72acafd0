/* The pieces of lines while columns are looked for. */
#ifndef PAGE_COLUMN_ENTRY_H
#define PAGE_COLUMN_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "line_words.h"

/* In ems: what columns overlap by at most. */
extern const float column_overlap;

/* A piece, while columns are looked for. */
struct column_entry {
	struct line_piece *piece;
	size_t            line;
	size_t            band;	/* the first line that it is beside */
	size_t            of;	/* pieces of its line */
	bool              first;	/* of these */
	bool              spans;	/* stands over others that are apart */
	float             left, right;
};

struct column_entries {
	struct column_entry *entry;
	size_t       n;
	float        em;
	size_t       body;	/* the first line below the head */
};

/* The middle of E, between left and right. */
float column_entry_middle(const struct column_entry *e);

/* The pieces, in ARENA, of those of the N rows at ROW that are in columns, or beside
 * one: what is half a line lower is in another column, too.  Those before line BODY
 * are of the head. */
struct column_entries column_entries_of(struct line_row *row, size_t n, size_t body,
    struct arena *arena);

/* Whether WIDE, which stands over entries of other lines, does so over ones that
 * are apart in more lines than have one as wide there; a name of the head, over those
 * of one line below it. */
bool column_entry_spans(const struct column_entries *all,
    const struct column_entry *wide);

#endif
