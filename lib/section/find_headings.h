/* Which lines of a document, and which places within its lines, are headings
 * of sections. */
#ifndef SECTION_FIND_HEADINGS_H
#define SECTION_FIND_HEADINGS_H

#include "heading.h"
#include "report.h"

/* What reads like a section's heading. */
struct candidate {
	size_t         record;
	size_t         offset;	/* of the heading in the record's text */
	struct heading heading;
	bool           within;	/* behind other text */
	bool           chosen;	/* is taken for one that opens a section */
};

struct survey {			/* all zero at first; kept between documents */
	const struct document *document;
	struct candidate      *candidate;	/* in order */
	size_t                 candidates, room;
	enum enumerator_kind   top;	/* what numbers the sections */
	struct slice          *folded;	/* of each record that is a short line,
					   else empty */
	size_t                 folded_room;
};

/* Finds and chooses.  Sections are numbered by 一、 as a rule; a list of their
 * names in a paragraph or a table of contents opens none.  The folded lines live
 * in ARENA. */
void survey_document(struct survey *survey, const struct document *document,
    struct arena *arena);

/* Of the chosen candidates numbered 一、 keeps those that number the sections,
 * not the items within one: the longest run of rising numbers with different
 * sections, and what fits between. */
void sequence_choose(struct survey *survey);

void survey_free(struct survey *survey);

#endif
