/* Rules as they were meant: pieces that lie in one line are one rule. */
#ifndef PAGE_RULES_H
#define PAGE_RULES_H

#include "page.h"

/* Rules closer than this (points) are in one line, and touch. */
#define PAGE_SNAP 2.5f

/* No table keeps so little margin (points) that ends on its page. */
#define PAGE_NEAR_EDGE 6

/* Unites what lies in one line and meets, drops what is too short to bound a
 * cell, and sorts: downward rules first, then by place. */
void page_rules_tidy(struct drawn_page *page);

#endif
