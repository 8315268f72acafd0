/* Which lines of a table without rules are one row of it. */
#ifndef PAGE_TEXT_ROWS_H
#define PAGE_TEXT_ROWS_H

#include <stddef.h>

#include "base/arena.h"
#include "line_words.h"
#include "text_extent.h"
#include "text_rules.h"

/* Tells the rows of the pieces of the N lines at ROW, of a table of COLS columns,
 * whose texts have EXTENT: a rule or a wider space parts rows, so does a second
 * figure in a column; text goes on with what is above it in its column where that had
 * no room for its first word.  Returns how many rows. */
unsigned text_rows_number(struct line_row *row, size_t n, unsigned cols,
    const struct text_extent *extent, const struct text_rules *rules,
    struct arena *arena);

#endif
