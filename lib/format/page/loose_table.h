/* A table without rules put together: its cells, of lines that stand in columns. */
#ifndef PAGE_LOOSE_TABLE_H
#define PAGE_LOOSE_TABLE_H

#include <stddef.h>

#include "base/arena.h"
#include "layout.h"
#include "text_columns.h"
#include "text_rows.h"

/* The table, in ARENA, that the N lines at ROW are in COLUMNS, which the pieces were
 * placed in (text_columns_find()).  RULES may tell of its head and rows.  A row one
 * of whose figures may stand in several columns has one cell from there on. */
struct page_table *page_loose_table(struct line_row *row, size_t n,
    const struct text_columns *columns, const struct text_rules *rules,
    struct arena *arena);

#endif
