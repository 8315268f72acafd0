/* Rules across a page that enclose no cells: they may part the rows of a table, or its
 * head from them. */
#ifndef PAGE_TEXT_RULES_H
#define PAGE_TEXT_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "lattice.h"
#include "line_words.h"

/* From the top of the page to its bottom. */
struct text_rules {
	const struct page_rule *rule;
	size_t                 n;
};

/* The rules across PAGE that are of none of N grids at GRID, and those that lines are
 * made of, which are left out of the *LINES at LINE.  Memory is ARENA's. */
struct text_rules text_rules_of(const struct drawn_page *page,
    const struct page_grid *grid, size_t n, struct page_line *line, size_t *lines,
    struct arena *arena);

/* Whether a rule of RULES, at least WIDTH wide, is between the lines A and B. */
bool text_rule_between(const struct text_rules *rules, const struct line_row *a,
    const struct line_row *b, float width);

/* Whether a rule of RULES goes through X between the lines A and B. */
bool text_rule_passes(const struct text_rules *rules, const struct line_row *a,
    const struct line_row *b, float x);

#endif
