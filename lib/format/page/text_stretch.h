/* Where on a page a table without rules may begin and end. */
#ifndef PAGE_TEXT_STRETCH_H
#define PAGE_TEXT_STRETCH_H

#include <stddef.h>

#include "line_words.h"
#include "text_rules.h"

/* How many of the N rows from number I on may be one table: those between rules that
 * begin and end alike; or those that begin and end with lines in columns and have few
 * others between.  1 if row number I begins none. */
size_t text_stretch(const struct line_row *row, size_t n, size_t i,
    const struct text_rules *rules);

#endif
