/* The parts of a DOCX document: ECMA-376-1, 17 (WordprocessingML). */
#ifndef WORD_DOCX_H
#define WORD_DOCX_H

#include "format/blocks/table_buffer.h"
#include "lists.h"
#include "format/office/package.h"

enum { DOCX_BODY_TEXT = 9 };	/* the outline level of what is no heading */

/* What styles and paragraphs say alike; -1: nothing. */
struct docx_properties {
	int  outline;
	long list;
	int  level;
	int  hidden;		/* characters are not shown */
};

#define DOCX_PLAIN { -1, -1, -1, -1 }

struct docx_style {
	struct slice           id, based_on;
	struct docx_properties own;
	bool                   standard;	/* of paragraphs without one */
};

struct docx_styles {
	struct docx_style *style;
	size_t             n, capacity;
};

/* Reads the part of styles. */
const char *docx_styles_read(struct docx_styles *styles,
    struct package *package, struct slice part);

/* The style ID (.n 0: the standard one), or NULL. */
const struct docx_style *docx_style(const struct docx_styles *styles,
    struct slice id);

/* What ID and the styles it is based on say. */
struct docx_properties docx_style_properties(const struct docx_styles *styles,
    const struct docx_style *style);

void docx_styles_free(struct docx_styles *styles);

/* Reads the part of numberings. */
const char *docx_numbering_read(struct lists *lists, struct package *package,
    struct slice part);

/* Reads a part that is text: the body, the footnotes, the endnotes.  LINE
 * counts the paragraphs over all of them. */
const char *docx_text_read(struct held *held, struct package *package,
    struct slice part, const struct docx_styles *styles, struct lists *lists,
    unsigned long *line);

#endif
