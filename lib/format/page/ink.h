/* What of a page's letters can be seen: not those in the colour of the ground
 * below them, in no ink at all, beyond what the page or a clip shows, or below
 * what was drawn later. */
#ifndef PAGE_INK_H
#define PAGE_INK_H

#include "drawing.h"

#ifdef __cplusplus
extern "C" {
#endif

enum page_ink_kind {
	PAGE_INK_PLAIN,		/* one colour */
	PAGE_INK_GLAZE,		/* one, and what is below may show through it */
	PAGE_INK_MANY,		/* a pattern, a picture; a colour not known */
	PAGE_INK_NONE,		/* leaves nothing on the page */
};

struct page_ink {
	enum page_ink_kind kind;
	float             red, green, blue;	/* 0-1 */
};

/* Adds GLYPH, drawn with INK within CLIP, unless the page has too many; whether
 * it is seen is noted. */
void page_draw_glyph(struct drawn_page *page, const struct page_glyph *glyph,
    const struct page_ink *ink, const struct page_extent *clip);

/* A shape that reaches so far is filled with INK; what is drawn on it later
 * stands on this ground, what was drawn before is hidden, if it has one colour. */
void page_add_ground(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *shape, const struct page_ink *ink);

/* Adds a picture that reaches so far: a ground.  If it is OPAQUE, it hides
 * the letters that were drawn before it. */
void page_draw_picture(struct drawn_page *page, const struct page_extent *clip,
    const struct page_extent *picture, bool opaque);

/* Leaves out of PAGE what is not seen.  Of a figure that is cut in two, or half hidden,
 * the digit at the cut becomes U+FFFD, so that it is no shorter one.  Where it is a picture of text, with a
 * layer of letters for it that are not to be seen, as programs write that
 * recognise characters, these stay: PAGE is recognised, and it returns true. */
bool page_keep_seen(struct drawn_page *page);

#ifdef __cplusplus
}
#endif

#endif
