/* Where the lines of a text stand in columns, by the gaps in them. */
#ifndef PAGE_TEXT_COLUMNS_H
#define PAGE_TEXT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "text_place.h"

/* Lines in columns that make a table, if nothing else tells of it. */
enum { TEXT_ROWS_MIN = 3 };

/* Finds the columns that the N rows at ROW stand in, splitting them anew, at
 * narrower gaps; each piece learns its columns and its text.  Returns whether
 * they are a table, with LEAST lines in columns. */
bool text_columns_find(struct text_columns *columns, struct line_row *row,
    size_t n, size_t least, struct arena *arena);

/* Whether the columns that piece J of ROW stands in cannot be right: two texts of
 * the line are in one, or a figure is in two. */
bool text_is_misplaced(const struct line_row *row, size_t j);

#endif
