/* The places that a page speaks of: which place a report is from where the name
 * of its office does not tell. */
#ifndef IDENTITY_PAGE_PLACES_H
#define IDENTITY_PAGE_PLACES_H

#include "place/resolve.h"
#include "section/parts.h"

struct page_places {
	struct parts *parts;
	struct arena *arena;
	struct slice  kind;	/* of the place that the office is called
				   after: 市 of 市教育局; may be empty */
};

/* What the page says, folded, without the cells of the report's tables. */
struct slice page_text(struct page_places *page);

/* Whether the page has TEXT, which is folded. */
bool page_has(struct page_places *page, struct slice text);

/* Whether it names a site, or a division of another kind, that is called by
 * the BARE name of a place: 中国青石, 青石政务网, 青石市 for 青石区. */
bool page_has_site_of(struct page_places *page, struct slice bare);

/* The places that the page somewhere has before the name of an office, OWN
 * without them, whose first KIND bytes are the end of the last: 青石市南湖区 for
 * 审计局 or 区审计局.  In full where it says them in several ways; empty when it
 * does not, or names different ones. */
struct slice page_places_before(struct page_places *page, struct slice own,
    size_t kind);

/* Finds the place whose government the page speaks of, as in YEAR: the
 * narrowest, if all others named so are those it lies in, and if what the page
 * calls its own government (县政府, 全市) is of that level.  False when there is
 * none. */
bool page_place(struct page_places *page, int year, struct division *place);

/* Finds the only province of the page's .kind, 省 or 自治区, that it names.  False
 * when there is none, or several. */
bool page_province(struct page_places *page, struct division *province);

#endif
