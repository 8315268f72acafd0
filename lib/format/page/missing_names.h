/* Heads of ruled tables that have no rules between their names. */
#ifndef PAGE_MISSING_NAMES_H
#define PAGE_MISSING_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "cell_of_glyph.h"
#include "lattice.h"

/* Where a cell of one of the N grids at GRID is over several columns and has a text in
 * each, all in the middle of theirs or at the same side, adds the rules between these
 * to PAGE.  GLYPHS tells what is in which cell.  Returns whether it added any; PAGE's
 * rules are then ARENA's. */
bool page_add_missing_names(struct drawn_page *page,
    const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs, struct arena *arena);

#endif
