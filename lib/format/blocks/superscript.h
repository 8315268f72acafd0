/* Raised and lowered text, the same in every format.
 *
 * A mark of a footnote stands above the line: what the eye sees as 69 with a
 * small 1 must not become 691, and m with a small 2 not m2.  So digits above
 * the line are written as Unicode's superscripts, 69¹ and m², and those below
 * it as its subscripts; what they mean is told where figures are read
 * (text/number.h). */
#ifndef BLOCKS_SUPERSCRIPT_H
#define BLOCKS_SUPERSCRIPT_H

#include "paragraph.h"

enum vertical_align {
	ALIGN_BASELINE, ALIGN_SUPERSCRIPT, ALIGN_SUBSCRIPT,
};

/* Appends UTF8 to the paragraph TEXT as paragraph_add does.  Of a superscript
 * or subscript the digits (ASCII, full-width, circled and bracketed ones), plus,
 * minus and brackets are written as such; other characters as they are. */
void superscript_add(struct buffer *text, struct slice utf8,
    enum vertical_align align);

/* C above or below the line as one character of Unicode; C if there is none. */
uint32_t superscript_of(uint32_t c, enum vertical_align align);

/* The same as superscript_add for one character. */
void superscript_character(struct buffer *text, uint32_t c,
    enum vertical_align align);

#endif
