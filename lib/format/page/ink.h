/* What of a page's letters can be seen: not those in the colour of the ground
 * below them, in no ink at all, beyond what the page or a clip shows, or below
 * a picture. */
#ifndef PAGE_INK_H
#define PAGE_INK_H

#include "drawing.h"

#ifdef __cplusplus
extern "C" {
#endif

enum pdf_ink_kind {
	PDF_INK_PLAIN,		/* one colour */
	PDF_INK_MANY,		/* a pattern, a picture; a colour not known */
	PDF_INK_NONE,		/* leaves nothing on the page */
};

struct pdf_ink {
	enum pdf_ink_kind kind;
	float             red, green, blue;	/* 0-1 */
};

/* Adds GLYPH, drawn with INK within CLIP, unless the page has too many; whether
 * it is seen is noted. */
void pdf_draw_glyph(struct pdf_page *page, const struct pdf_glyph *glyph,
    const struct pdf_ink *ink, const struct pdf_extent *clip);

/* A shape that reaches so far is filled with INK; what is drawn on it later
 * stands on this ground. */
void pdf_add_ground(struct pdf_page *page, const struct pdf_extent *clip,
    const struct pdf_extent *shape, const struct pdf_ink *ink);

/* Adds a picture that reaches so far: a ground.  If it is OPAQUE and fills most
 * of the page, it hides the letters that were drawn before it. */
void pdf_draw_picture(struct pdf_page *page, const struct pdf_extent *clip,
    const struct pdf_extent *picture, bool opaque);

/* Leaves out of PAGE what is not seen.  Of a figure that is cut in two the first
 * digit that is not seen becomes U+FFFD, so that it is no shorter one.  Where it is a picture of text, with a
 * layer of letters for it that are not to be seen, as programs write that
 * recognise characters, these stay, and it returns true. */
bool pdf_keep_seen(struct pdf_page *page);

#ifdef __cplusplus
}
#endif

#endif
