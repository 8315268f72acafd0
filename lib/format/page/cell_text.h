/* The text of a cell that is put together bit by bit. */
#ifndef PAGE_CELL_TEXT_H
#define PAGE_CELL_TEXT_H

#include <stdbool.h>

#include "base/arena.h"
#include "layout.h"

/* Appends MORE to CELL's text, in ARENA.  BROKEN: there was no room for it. */
void page_cell_join(struct page_cell *cell, struct slice more, bool broken,
    struct arena *arena);

#endif
