/* Cells that are several, as they stand over columns which other rows have rules
 * between. */
#ifndef PAGE_MISSING_SPANS_H
#define PAGE_MISSING_SPANS_H

#include <stdbool.h>
#include <stddef.h>

#include "cell_of_glyph.h"
#include "lattice.h"

/* Where cells of one of the N grids at GRID, over several of its columns, have texts
 * in each of two that are beside each other, and so in several rows, adds the rules
 * between these to PAGE.  GLYPHS tells what is in which cell.  Returns whether it added
 * any; PAGE's rules are then ARENA's. */
bool page_add_missing_spans(struct drawn_page *page,
    const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs, struct arena *arena);

#endif
