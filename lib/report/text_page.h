/* What is wrong in a report as text, for a terminal: the entries of a page. */
#ifndef REPORT_TEXT_PAGE_H
#define REPORT_TEXT_PAGE_H

#include "drawing.h"

struct text_page {
	bool   has_colours;
	size_t columns;		/* of a line; 0: as long as it is */
};

/* Adds what is wrong in the document of DRAWING, the one that FIGURES are of, to OUT:
 * whose it is, how many entries there are, each of them but notes.  What DRAWING
 * draws to is written over. */
void text_page_add(const struct text_page *page, struct form_drawing *drawing,
    struct figures *figures, struct buffer *out);

#endif
