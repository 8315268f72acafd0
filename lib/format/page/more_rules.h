/* What looking for rules that a table lacks has in common. */
#ifndef PAGE_MORE_RULES_H
#define PAGE_MORE_RULES_H

#include <stddef.h>

#include "base/arena.h"
#include "cell_of_glyph.h"
#include "text.h"

/* Moves PAGE's rules to where there is room for MORE, in ARENA. */
void page_make_room_for_rules(struct drawn_page *page, size_t more,
    struct arena *arena);

/* The lines of the letters of OWNER, of which copies are made, in *LINE, in ARENA.
 * Returns how many. */
size_t page_region_lines(const struct page_cell_glyphs *glyphs, size_t owner,
    struct arena *arena, struct page_line **line);

#endif
