/* Which lines follow each other in one paragraph. */
#ifndef PAGE_PARAGRAPH_H
#define PAGE_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include "layout.h"

struct page_measure {		/* of the text around a page, in points */
	float left, right;	/* margins */
	float pitch;		/* from line to line */
	bool  indents;		/* paragraphs begin further in, */
	bool  spaces;		/* or further down */
};

/* Measures the pages around page NUMBER (from 0) of the N at PAGE. */
struct page_measure page_measure(const struct page_layout *page, size_t n,
    size_t number);

/* Whether NEXT goes on with the paragraph of LINE, the line before it, each
 * with the measure of its page. */
bool page_paragraph_goes_on(const struct page_line *line,
    const struct page_measure *at, const struct page_line *next,
    const struct page_measure *next_at);

#endif
