/* What runs of characters, and the styles they have, say of what the eye sees,
 * in DOC, DOCX and RTF alike. */
#ifndef WORD_RUN_STYLE_H
#define WORD_RUN_STYLE_H

#include <stdbool.h>

#include "format/blocks/superscript.h"

struct run_style {	/* -1: says nothing of it */
	int hidden;	/* not shown */
	int struck;	/* a line is drawn through: no longer meant */
	int align;	/* enum vertical_align */
	int white;	/* its letters; seen where they stand on something */
	int backed;	/* it brings a ground of its own that is not white */
};

/* Why some may not look as they do, see base/left_out.h. */
#define STYLES_TOO_DEEP "styles based on one another deeper than is read"

#define RUN_SAYS_NOTHING { -1, -1, -1, -1, -1 }

/* Lets STYLE say what BASE, which it is based on, says beyond it. */
void run_style_inherit(struct run_style *style, const struct run_style *base);

/* What a run has of the style of its PARAGRAPH and of its own CHARACTER style
 * together: what both hide, or strike out, shows again (ECMA-376-1, 17.7.3). */
struct run_style run_style_joined(const struct run_style *paragraph,
    const struct run_style *character);

/* Whether characters of STYLE are there to be read. */
bool run_style_shows(const struct run_style *style);

/* How a run stands that is raised by POSITION half points (negative: lowered)
 * beside text raised by BASE: writers raise whole cells to centre them. */
enum vertical_align run_style_raised(long position, long base);

#endif
