/* Tables without rules that go on over the end of a page: their columns are where
 * their texts are, and a column may have none on one of the pages. */
#ifndef PAGE_LOOSE_BREAK_H
#define PAGE_LOOSE_BREAK_H

#include <stdbool.h>

#include "layout.h"

/* Whether the texts of NEXT stand in columns of TABLE, or between them. */
bool page_loose_goes_on(const struct page_table *table,
    const struct page_table *next);

/* Gives TABLE and NEXT, which goes on with it, the columns of both, with blank cells
 * in those that one has not.  Memory is ARENA's. */
void page_loose_unite(struct page_table *table, struct page_table *next,
    struct arena *arena);

/* Whether the first row of NEXT has no more than the last digits of figures of TABLE's
 * last row, whose page ended: which figures they are cannot be told. */
bool page_loose_is_cut(const struct page_table *table,
    const struct page_table *next);

/* Appends the texts of NEXT's first row to those of TABLE's last row above them, apart,
 * and leaves it out of NEXT.  Memory is ARENA's. */
void page_loose_join(struct page_table *table, struct page_table *next,
    struct arena *arena);

/* Whether LINE, the first of a page, is no more than such digits below one column of
 * TABLE, which is loose: then they are appended to its last figure, apart, in ARENA. */
bool page_loose_take_digits(struct page_table *table,
    const struct page_line *line, struct arena *arena);

#endif
