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
enum pdf_course {
	PDF_ALONG,		/* from left to right */
	PDF_DOWNWARDS,		/* upright letters, one below the other */
	PDF_TURNED_LEFT,	/* a line turned to run upwards */
	PDF_TURNED_RIGHT,	/* a line turned to run downwards */
	PDF_UPSIDE_DOWN,
	PDF_ASKEW,		/* anything else: a watermark */
};

struct pdf_box {
	float left, top, right, bottom;
};

/* What who looks at the page sees of a glyph (ink.h). */
enum pdf_sight {
	PDF_SEEN,
	PDF_UNSEEN,
	PDF_CUT,		/* it is beyond the page or what is shown of it */
};

struct pdf_glyph {
	struct pdf_box  box;
	float           size;	/* of the font */
	uint32_t        code;	/* the character it stands for */
	enum pdf_course course;
	enum pdf_sight  sight;
};

/* What was filled with one colour, or with many. */
struct pdf_ground {
	struct pdf_box box;
	float          red, green, blue;
	bool           many;
};

/* A thin straight line along an axis. */
struct pdf_rule {
	bool  across;		/* from left to right; else downwards */
	float at;		/* its middle on the other axis */
	float from, to;
};

struct pdf_page {
	float             width, height;
	struct pdf_glyph *glyph;
	size_t            glyphs, glyph_room;
	struct pdf_rule  *rule;
	size_t            rules, rule_room;
	struct pdf_ground *ground;	/* the later over the earlier */
	size_t            grounds, ground_room;
	size_t            unmapped;	/* glyphs of no known character */
	unsigned          lines_above;	/* of a part of a page: the number of
					   its last line before */
	float             pictures;	/* share of the page they cover, 0-1 */
};

enum {
	PDF_GLYPHS_MAX = 200000,	/* a page of small print has 10,000 */
	PDF_RULES_MAX = 100000,		/* a map may have more; no table has */
};

void pdf_page_free(struct pdf_page *page);

#ifdef __cplusplus
}
#endif

#endif
