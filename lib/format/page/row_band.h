/* The cells of one row of a grid, and the lines that they have beside each other. */
#ifndef PAGE_ROW_BAND_H
#define PAGE_ROW_BAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "cell_of_glyph.h"
#include "lattice.h"
#include "line_words.h"
#include "text_extent.h"

/* The cells of one row of a grid that are no higher. */
struct row_band {
	const struct page_grid        *grid;
	const struct page_cell_glyphs *glyphs;
	size_t                         owner;	/* of the grid's first cell */
	size_t                        *region;	/* their numbers */
	unsigned                       cells;
	struct line_row               *row;	/* lines over all of them */
	size_t                         rows;
};

/* Finds the cells of BAND, as high as region number FIRST of its grid, which is the
 * leftmost of them.  Returns whether several have several lines. */
bool row_band_find(struct row_band *band, size_t first);

/* Puts the lines of BAND's cells together to rows, in ARENA. */
void row_band_make_rows(struct row_band *band, struct arena *arena);

/* What the cells of BAND leave for text, in ARENA. */
struct text_extent *row_band_extents(const struct row_band *band, struct arena *arena);

/* The last piece of the rows before number END in cell CELL, or NULL. */
const struct line_piece *row_band_last(const struct row_band *band, size_t end,
    unsigned cell);

/* Whether all cells of BAND have text in each of several lines. */
bool row_band_is_complete(const struct row_band *band);

#endif
