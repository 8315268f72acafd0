/* What the columns of a table without rules measure. */
#ifndef PAGE_TEXT_EXTENT_H
#define PAGE_TEXT_EXTENT_H

#include <stddef.h>

#include "base/arena.h"
#include "line_words.h"

/* What the texts of a column reach from and to. */
struct text_extent {
	float left, right;
};

/* The extents of the COLS columns that the N rows at ROW stand in, in ARENA. */
struct text_extent *text_extents(const struct line_row *row, size_t n,
    unsigned cols, struct arena *arena);

/* In leadings: what is further apart is two rows. */
extern const float text_row_gap;

/* The distance of the texts that follow each other most closely in a column of the N
 * lines at ROW. */
float text_leading(const struct line_row *row, size_t n);

/* The first column of the N lines at ROW, of COLS columns, that holds mostly figures,
 * or marks for none. */
unsigned text_first_values(const struct line_row *row, size_t n, unsigned cols);

#endif
