/* What paragraphs and the styles they have say, in DOC and DOCX alike. */
#ifndef WORD_PARAGRAPH_STYLE_H
#define WORD_PARAGRAPH_STYLE_H

#include "format/blocks/table_buffer.h"
#include "lists.h"
#include "run_style.h"

struct paragraph_style {	/* -1: says nothing of it */
	int              outline;	/* from 0; OUTLINE_BODY_TEXT: no heading */
	long             list;		/* its id */
	int              level;		/* of the list, from 0 */
	struct run_style run;		/* of its characters */
};

#define STYLE_SAYS_NOTHING { -1, -1, -1, RUN_SAYS_NOTHING }

enum { OUTLINE_BODY_TEXT = 9 };

/* Lets STYLE say what BASE, which it is based on, says beyond it. */
void style_inherit(struct paragraph_style *style,
    const struct paragraph_style *base);

/* The level of the heading that a style called "heading 1" (in any language)
 * to "heading 9" makes, from 0; -1: it is none. */
int style_heading_level(struct slice name);

/* Hands the paragraph TEXT on to TABLES, behind its number from LISTS. */
void style_write_paragraph(const struct paragraph_style *style,
    struct slice text, unsigned long number, struct lists *lists,
    struct table_buffer *tables);

#endif
