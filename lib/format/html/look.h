/* How a tag has its element look: what hides it, strikes it out, raises it.
 *
 * Attributes and CSS are read as far as they tell what a reader of the page
 * sees: a style attribute, the rules of the page's own <style> for a class or
 * an element, and the attributes of old HTML.  Files of styles are not at
 * hand. */
#ifndef HTML_LOOK_H
#define HTML_LOOK_H

#include "base/slice.h"

enum html_look {
	HTML_GONE = 1 << 0,		/* display: none; takes no place */
	HTML_AS_TABLE = 1 << 1,		/* display: table, or a role */
	HTML_AS_ROW = 1 << 2,
	HTML_AS_CELL = 1 << 3,
	HTML_VEILED = 1 << 4,		/* visibility: hidden */
	HTML_COLLAPSED = 1 << 5,	/* visibility: collapse */
	HTML_CLEAR = 1 << 6,		/* opacity: 0 */
	HTML_TINY = 1 << 7,		/* font-size: 0 */
	HTML_OUTSIDE = 1 << 8,		/* moved off the page */
	HTML_STRUCK = 1 << 9,		/* text-decoration: line-through */
	HTML_RAISED = 1 << 10,		/* vertical-align: super */
	HTML_LOWERED = 1 << 11,
	HTML_WHITE = 1 << 12,		/* its text */
	HTML_BACKED = 1 << 13,		/* has a background that is not white */
	HTML_LINKED = 1 << 14,		/* to a place on the page */
	HTML_AS_GROUP = 1 << 15,	/* of rows */
	HTML_RELATIVE = 1 << 16,	/* position: relative */
	HTML_UP = 1 << 17,		/* by a bit, if its position is that */

	HTML_AS_PART = HTML_AS_TABLE | HTML_AS_GROUP | HTML_AS_ROW |
	    HTML_AS_CELL,

	/* What is there and cannot be seen. */
	HTML_INVISIBLE = HTML_VEILED | HTML_CLEAR | HTML_TINY | HTML_OUTSIDE,
};

/* Several declarations together. */
struct html_style {
	unsigned said;	/* bits that a declaration decides, by enum html_look */
	unsigned look;	/* those of them that it sets */
};

/* LATER wins over STYLE where both say something. */
static inline struct html_style
html_style_over(struct html_style style, struct html_style later)
{
	return (struct html_style){ style.said | later.said,
	    (style.look & ~later.said) | later.look };
}

/* What DECLARATIONS say, as a style attribute or the body of a rule has them.
 * The same ones are read but once. */
struct html_style html_style(struct slice declarations);

/* Whether COLOR is white, as CSS or old HTML writes it. */
bool html_is_white(struct slice color);

#endif
