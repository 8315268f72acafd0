/* Tables with rules between their rows but not between all of their columns. */
#ifndef PAGE_MISSING_RULES_H
#define PAGE_MISSING_RULES_H

#include "cell_of_glyph.h"

/* Where the text of a column of one of the N grids at GRID itself stands in
 * columns, adds rules between these to PAGE, in the rows that they do not run
 * through a text of.  GLYPHS tells what is in which cell.  Returns whether it
 * added any, so that the grids are to be made anew; PAGE's rules are then ARENA's. */
bool page_add_missing_rules(struct drawn_page *page,
    const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs, struct arena *arena);

#endif
