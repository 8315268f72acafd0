/* The rows of a table without rules while they are found, from line to line. */
#ifndef PAGE_ROWS_FOUND_H
#define PAGE_ROWS_FOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "line_words.h"
#include "text_extent.h"
#include "text_rules.h"

/* In ems: a line that goes on is set further in. */
extern const float text_hanging;

/* What a column has last. */
struct last_text {
	const struct line_piece *piece;	/* NULL: nothing yet */
	const struct line_row   *line;
	unsigned                 row;
};

struct rows_found {
	const struct line_row    *row;		/* all lines */
	size_t                    rows;
	const struct text_extent *extent;
	const struct text_rules  *rules;
	float                     leading, width;
	unsigned                  n;		/* rows so far */
	bool                      open;		/* the last one has no figures yet */
	bool                      spaced;	/* rows are apart, mostly */
	bool                      ruled;	/* by rules */
	unsigned                  values;	/* the first column of figures */
	struct last_text         *last;		/* of each column */
};

/* What is left of the columns of PIECE behind it, and before it if it stands in
 * their middle; nothing where a label reaches beyond its own. */
float rows_room_beside(const struct rows_found *rows, const struct line_piece *piece);

/* Whether LINE has anything in a column of figures. */
bool rows_have_values(const struct rows_found *rows, const struct line_row *line);

/* Whether PIECE goes on with the text above it in its column: that had no room for
 * its first word, or a small letter goes on. */
bool rows_text_goes_on(const struct rows_found *rows, const struct line_piece *piece,
    const struct line_row *line);

#endif
