/* Digits above or below the line: marks of footnotes, powers. */
#ifndef PAGE_RAISED_H
#define PAGE_RAISED_H

#include <stddef.h>

#include "page.h"

/* Whether GLYPH could be one. */
bool page_may_be_raised(const struct page_glyph *glyph);

/* Makes those of a line's N glyphs, from left to right, that stand above or
 * below the line Unicode's superscripts and subscripts. */
void page_mark_raised(struct page_glyph *glyph, size_t n);

#endif
