/* Tables that go on over the end of a page, put together again. */
#ifndef PDF_PAGE_BREAK_H
#define PDF_PAGE_BREAK_H

#include <stdbool.h>

#include "base/arena.h"
#include "layout.h"

/* Whether NEXT, the first thing on a page, goes on with TABLE, the last on
 * the page before: their columns stand at the same places. */
bool pdf_continues(const struct pdf_table *table,
    const struct pdf_table *next);

/* Appends NEXT to TABLE: a repeated head is left out, a row or a merged cell
 * that the page's end cut in two becomes one.  Memory is ARENA's. */
void pdf_sew(struct pdf_table *table, const struct pdf_table *next,
    struct arena *arena);

#endif
