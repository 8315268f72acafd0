/* Rows of a ruled table that have no rule between them. */
#ifndef PAGE_MISSING_ROWS_H
#define PAGE_MISSING_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "cell_of_glyph.h"
#include "lattice.h"

/* Where the cells of a row of one of the N grids at GRID have lines beside each other
 * that each end though there was room for the next, adds rules between these to PAGE.
 * GLYPHS tells what is in which cell.  Returns whether it added any; PAGE's rules are
 * then ARENA's. */
bool page_add_missing_rows(struct drawn_page *page,
    const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs, struct arena *arena);

#endif
