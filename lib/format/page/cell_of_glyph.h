/* Which glyphs are in which cell of which ruled table. */
#ifndef PAGE_CELL_OF_GLYPH_H
#define PAGE_CELL_OF_GLYPH_H

#include <stddef.h>

#include "base/arena.h"
#include "lattice.h"
#include "page.h"

struct page_cell_glyphs {		/* of a page's glyphs */
	struct page_glyph *glyph;	/* those of each owner together */
	size_t           *from;		/* where owner i begins; of one behind
					   the last, where they end */
};

/* Owner 0 is the page outside its tables; each region of grid g is owner
 * 1 + regions of the grids before + its own number.  A glyph belongs to the
 * region of the smallest grid it is in, by its middle.  *GRIDS grids at GRID,
 * largest first, are reduced to those that may be tables: some text, and two
 * cells at least or one that can be a row cut off by the page's end. */
struct page_cell_glyphs page_glyphs_by_cell(const struct drawn_page *page,
    struct page_grid *grid, size_t *grids, struct arena *arena);

#endif
