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

/* Has ADD add rules to PAGE in each of the N grids at GRID that has such cells; GLYPHS
 * tells what is in which.  Returns whether it added any. */
bool wide_cells_each(struct drawn_page *page, const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs,
    bool (*add)(struct drawn_page *, const struct wide_cells *, struct arena *),
    struct arena *arena);

/* Adds to PAGE, which has room for it, a rule at edge number EDGE through region
 * number I. */
void wide_cells_add_rule(struct drawn_page *page, const struct wide_cells *wide,
    size_t i, unsigned edge);

#endif
