/* Which columns the pieces of a line stand in. */
#ifndef PAGE_TEXT_PLACE_H
#define PAGE_TEXT_PLACE_H

#include "base/arena.h"
#include "line_words.h"

enum { TEXT_COLUMNS_MAX = 64 };

/* The spaces between columns. */
struct text_columns {
	float    from[TEXT_COLUMNS_MAX], to[TEXT_COLUMNS_MAX];
	unsigned n;
};

/* The middle of the space behind column I. */
float text_column_end(const struct text_columns *columns, unsigned i);

/* Places the pieces of ROW in COLUMNS, and splits in ARENA those that stand over
 * several though they need not. */
void text_place(struct line_row *row, const struct text_columns *columns,
    struct arena *arena);

#endif
