/* The elements of HTML as far as they bear on where text stands: paragraphs,
 * tables, what is not shown.  Everything else is inline and passes. */
#ifndef HTML_ELEMENT_H
#define HTML_ELEMENT_H

#include <stdbool.h>
#include <stdint.h>

/* A tag or attribute name, lower-cased: exact up to eight letters, a hash
 * beyond.  Names are built letter by letter as they arrive. */
typedef uint64_t html_name;

static inline html_name
html_name_add(html_name name, unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		c |= 0x20;
	if (name >> 56 == 0)
		return name << 8 | c;
	return (name ^ c) * 0x9E3779B97F4A7C15u | (html_name)1 << 63;
}

html_name html_name_of(const char *text);

/* What the tree does at an element's tags. */
enum html_role {
	HTML_INLINE,		/* and all unknown elements */
	HTML_ROOT,		/* html, head, body, frames: no trace but a
				   paragraph's end */
	HTML_BREAK,
	HTML_RULE,		/* a void block */
	HTML_BLOCK,
	HTML_FORM,
	HTML_PARAGRAPH,
	HTML_HEADING,
	HTML_ITEM,
	HTML_TERM,		/* dd, dt */
	HTML_PREFORMATTED,
	HTML_BUTTON,
	HTML_SCOPED,		/* object and its like: tags do not reach
				   across */
	HTML_TABLE,
	HTML_CAPTION,
	HTML_COLUMN,
	HTML_COLUMNS,		/* colgroup */
	HTML_GROUP,		/* thead, tbody, tfoot */
	HTML_ROW,
	HTML_CELL,
	HTML_PICTURE,
	HTML_SELECT,
	HTML_OPTION,
	HTML_INPUT,		/* ends a select */
	HTML_TEMPLATE,
	HTML_RAW,		/* raw text that is not shown */
	HTML_STYLESHEET,	/* the same: style */
	HTML_SCRIPT,
	HTML_XMP,		/* raw text that is shown */
	HTML_TEXTAREA,
	HTML_TITLE,
	HTML_PLAINTEXT,
	HTML_META,
	HTML_LINK,
	HTML_ROLES
};

enum {
	HTML_PASSES_ITEM = 1,	/* HTML 13.2.6.4.7: an open one does not keep
				   <li> from ending the item before it */
	HTML_LIST = 2,		/* items do not reach across */
	HTML_LEADS = 4,		/* around the site, by its name */
	HTML_RAISES = 8,	/* as browsers show it */
	HTML_LOWERS = 16,
	HTML_STRIKES = 32,
	HTML_LINKS = 64,
	HTML_HIDES = 256,	/* what stands in it */
	HTML_WHOLE = 128,	/* the page's end is its end */
};

struct html_element {
	html_name     name;
	unsigned char role;
	unsigned short flags;
};

/* Whether ROLE is that of a table or of a part of one. */
static inline bool
html_is_part(enum html_role role)
{
	return role >= HTML_TABLE && role <= HTML_CELL;
}

/* The element called NAME; one of role HTML_INLINE for any other. */
const struct html_element *html_element(html_name name);

#endif
