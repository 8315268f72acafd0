/* The head of a table without rules: names of one or several lines, some of them over
 * several columns. */
#ifndef PAGE_TEXT_HEAD_H
#define PAGE_TEXT_HEAD_H

#include <stddef.h>

#include "base/arena.h"
#include "layout.h"
#include "text_extent.h"
#include "text_rules.h"

/* Adds to TABLE the cells of its head, of the N lines at ROW.  Returns how many rows
 * it has. */
unsigned text_head_add(struct page_table *table, struct line_row *row, size_t n,
    const struct text_extent *extent, const struct text_rules *rules,
    struct arena *arena);

#endif
