/* Which lines of a table without rules are its head. */
#ifndef PAGE_HEAD_LINES_H
#define PAGE_HEAD_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "text_extent.h"
#include "text_rules.h"

/* Whether RULE is as wide as a table of COLS columns, whose texts have EXTENT. */
bool head_rule_is_over_all(const struct page_rule *rule,
    const struct text_extent *extent, unsigned cols, float em);

/* How many of the N lines at ROW, of a table of COLS columns, are its head: those
 * above a rule, or above the first label with figures. */
size_t head_lines(const struct line_row *row, size_t n, unsigned cols,
    const struct text_extent *extent, const struct text_rules *rules);

#endif
