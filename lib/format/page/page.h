/* What a page draws, of a PDF or an OFD, as far as a reader of reports wants it: glyphs
 * with their boxes, the rules of tables, how much of it is pictures.
 *
 * Lengths are points (1/72 inch) on the page as it is shown, turned as the
 * document says, from the left and from the top. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How the letters of a run of text follow each other. */
enum page_course {
	PAGE_ALONG,		/* from left to right */
	PAGE_DOWNWARDS,		/* upright letters, one below the other */
	PAGE_TURNED_LEFT,	/* a line turned to run upwards */
	PAGE_TURNED_RIGHT,	/* a line turned to run downwards */
	PAGE_UPSIDE_DOWN,
	PAGE_ASKEW,		/* anything else: a watermark */
};

struct page_box {
	float left, top, right, bottom;
};

/* What who looks at the page sees of a glyph (ink.h). */
enum page_sight {
	PAGE_SEEN,
	PAGE_UNSEEN,
	PAGE_COVERED,		/* what was drawn later hides it */
	PAGE_CUT,		/* it is beyond the page or what is shown of it */
};

struct page_glyph {
	struct page_box  box;
	float           size;	/* of the font */
	uint32_t        code;	/* the character it stands for */
	enum page_course course;
	enum page_sight  sight;
	uint32_t        text;	/* number of the block of text that it was
				   drawn with, and of the string of it */
	uint32_t        string;
};

/* What was filled with one colour, or with many. */
struct page_ground {
	struct page_box box;
	float          red, green, blue;
	bool           many;
};

/* A thin straight line along an axis. */
struct page_rule {
	bool  across;		/* from left to right; else downwards */
	float at;		/* its middle on the other axis */
	float from, to;
};

struct drawn_page {
	float             width, height;
	struct page_glyph *glyph;
	size_t            glyphs, glyph_room;
	struct page_rule  *rule;
	size_t            rules, rule_room;
	struct page_ground *ground;	/* the later over the earlier */
	size_t            grounds, ground_room;
	size_t            unmapped;	/* glyphs of no known character */
	uint32_t          texts, strings;	/* begun while it is drawn */
	unsigned          lines_above;	/* of a part of a page: the number of
					   its last line before */
	float             pictures;	/* share of the page they cover, 0-1 */
	bool              overfull;	/* it draws more than is kept */
	bool              recognised;	/* its letters are what a program saw in
					   a picture: it may have missed some */
};

enum {
	PAGE_GLYPHS_MAX = 200000,	/* a page of small print has 10,000 */
	PAGE_RULES_MAX = 100000,	/* a map may have more; no table has */
};

void page_free(struct drawn_page *page);

#ifdef __cplusplus
}
#endif

#endif
