/* Selectors of CSS: `td.note', `#zoom .del', `.a.b > sup'.  Read are elements,
 * classes and ids, of one element or of those around it; which of these stands
 * in which is not asked, nor how near.  States, attributes and neighbours are
 * not read. */
#ifndef HTML_SELECTOR_H
#define HTML_SELECTOR_H

#include "token.h"

enum { HTML_CLASSES_MAX = 4, HTML_KIN_MAX = 64, HTML_TAG_CLASSES_MAX = 16 };

/* What one element must be: 0 says nothing. */
struct html_compound {
	html_name element, id, class[HTML_CLASSES_MAX];
	size_t    classes;
};

struct html_selector {
	struct html_compound compound;	/* of the element itself */
	uint64_t             within;	/* of those around it: bits of a kin */
	unsigned             weight;	/* which of two rules wins [CSS
					   Selectors 3, 9] */
};

/* The compounds that elements around others must be, a bit each. */
struct html_kin {
	struct html_compound compound[HTML_KIN_MAX];
	size_t               n;
};

/* What an element is, for selectors. */
struct html_traits {
	html_name element, id, class[HTML_TAG_CLASSES_MAX];
	size_t    classes;
};

/* Reads TEXT, noting in KIN what it wants of elements around.  Returns false if
 * it wants what is not read. */
bool html_selector_read(struct html_selector *selector, struct html_kin *kin,
    struct slice text);

/* The name that rules for the element alone are looked up by: the id of a compound,
 * else its first class, else its element. */
html_name html_compound_key(const struct html_compound *compound);

void html_traits_of(struct html_traits *traits, const struct html_tag *tag);

bool html_compound_is(const struct html_compound *compound,
    const struct html_traits *traits);

/* Which compounds of KIN an element is: their bits. */
uint64_t html_kin_of(const struct html_kin *kin,
    const struct html_traits *traits);

#endif
