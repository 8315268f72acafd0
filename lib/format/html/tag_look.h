/* The look that a start tag gives its element. */
#ifndef HTML_TAG_LOOK_H
#define HTML_TAG_LOOK_H

#include "stylesheet.h"

enum {
	/* What may tell how an element looks. */
	HTML_LOOK_ATTRIBUTES = 1 << HTML_STYLE | 1 << HTML_HIDDEN |
	    1 << HTML_COLOR | 1 << HTML_BGCOLOR | 1 << HTML_BACKGROUND |
	    1 << HTML_ROLE_ATTRIBUTE,
	HTML_LOOK_FLAGS = HTML_RAISES | HTML_LOWERS | HTML_STRIKES |
	    HTML_HIDES,
};

/* Whether TAG is a link to a place on a page, as to a note: #_ftn1, whatever is
 * in front of it once a browser has saved the page. */
static inline bool
html_links_to_place(const struct html_tag *tag)
{
	struct slice to = tag->value[HTML_HREF];

	return (tag->element->flags & HTML_LINKS) != 0 && to.n > 1 &&
	    memchr(to.p, '#', to.n - 1) != NULL;
}

/* Whether the start tag TAG may say how its element looks. */
static inline bool
html_tag_looks(const struct html_tag *tag)
{
	return (tag->given & HTML_LOOK_ATTRIBUTES) != 0 ||
	    (tag->element->flags & HTML_LOOK_FLAGS) != 0 ||
	    html_links_to_place(tag);
}

/* How the start tag TAG and the rules of SHEET say that its element looks. */
struct html_style html_tag_style(const struct html_tag *tag,
    const struct html_stylesheet *sheet);

#endif
