/* Glyphs put together: lines, and their text. */
#ifndef PAGE_TEXT_H
#define PAGE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "page.h"

struct page_line {
	struct page_box  box;
	float           size;	/* of most of its letters */
	float           head;	/* width of its beginning up to where a line
				   could be broken */
	struct slice    text;
	unsigned        page, number;	/* of the line on its page */
	bool            furniture;
	bool            apart;	/* it is several texts beside each other */
	enum page_course course;
	struct page_glyph *glyph;	/* from left to right; while the page
					   is being laid out */
	size_t          glyphs;
};

/* Puts the N glyphs at GLYPH, which are reordered, together to lines, from
 * top to bottom, in *LINES (allocated in ARENA).  Lines without any visible
 * character are left out.  Returns how many. */
size_t page_lines(struct page_glyph *glyph, size_t n, struct arena *arena,
    struct page_line **lines);

/* The text of N glyphs in the order of a line, with a space where the page
 * has a gap that stands for one. */
struct slice page_line_text(const struct page_glyph *glyph, size_t n,
    struct arena *arena);

/* The width from the first of N glyphs to the first place where their line
 * could have been broken. */
float page_head_width(const struct page_glyph *glyph, size_t n);

/* Whether a line with ROOM points free behind it was broken because the
 * HEAD points that follow did not fit; SIZE is that of its letters. */
bool page_was_full(float room, float size, float head);

/* Appends TEXT as text goes on over a break: with a space between two words
 * of letters, without one at Han characters.  BROKEN: there was no room for
 * more, so that digits on both sides are one number. */
void page_join_text(struct buffer *string, struct slice text, bool broken);

/* Whether one of N lines of a cell with WIDTH points for them ends though there
 * was room for what follows: they are several texts. */
bool page_lines_are_apart(const struct page_line *line, size_t n, float width);

/* The text of N lines of a cell with WIDTH points for them, in ARENA. */
struct slice page_join_lines(const struct page_line *line, size_t n,
    float width, struct arena *arena);

/* For qsort. */
int page_floats_in_order(const void *a, const void *b);

#endif
