/* The cells of a grid that are over several of its columns. */
#ifndef PAGE_WIDE_CELLS_H
#define PAGE_WIDE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "cell_of_glyph.h"
#include "lattice.h"
#include "line_words.h"

/* A grid, and the lines of its cells over several columns. */
struct wide_cells {
	const struct page_grid *grid;
	struct line_row        *row;
	size_t                 *from;	/* of each region, its first row */
};

/* Puts the lines of the cells over several columns into WIDE, whose grid is set, in
 * ARENA.  OWNER is the number of its first cell.  Returns whether there are any. */
bool wide_cells_find(struct wide_cells *wide, const struct page_cell_glyphs *glyphs,
    size_t owner, struct arena *arena);

/* Adds to PAGE, which has room for it, a rule at edge number EDGE through region
 * number I. */
void wide_cells_add_rule(struct drawn_page *page, const struct wide_cells *wide,
    size_t i, unsigned edge);

#endif
