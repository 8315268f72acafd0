/* The places of a document that read like headings of sections. */
#ifndef HEADINGS_CANDIDATES_H
#define HEADINGS_CANDIDATES_H

#include "heading.h"
#include "record/reader.h"

struct candidate_heading {
	size_t         record;
	size_t         offset;	/* of the heading in the record's text */
	struct heading heading;
	bool           within;	/* behind other text */
	bool           chosen;	/* is taken for one that opens a section */
};

struct candidates {		/* all zero at first; kept between documents */
	const struct document    *document;
	struct candidate_heading *candidate;	/* in order */
	size_t                    n, room;
	enum enumerator_kind      top;	/* what numbers the sections */
	struct slice             *folded;	/* of each record that is a
						   short line, else empty */
	size_t                    folded_room;
};

/* Whether the headings A and B open the same section. */
static inline bool
candidate_is_like(const struct candidate_heading *a,
    const struct candidate_heading *b)
{
	return slice_eq(a->heading.section, b->heading.section);
}

#endif
