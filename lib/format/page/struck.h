/* Letters that a line strikes out. */
#ifndef PAGE_STRUCK_H
#define PAGE_STRUCK_H

#include "base/arena.h"
#include "page.h"

/* Leaves out of PAGE the letters that a rule runs through, which begins and
 * ends with them, and that rule: they are said no more. */
void page_drop_struck(struct drawn_page *page, struct arena *arena);

#endif
