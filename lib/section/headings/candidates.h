/* The places of a document that read like headings of sections. */
#ifndef HEADINGS_CANDIDATES_H
#define HEADINGS_CANDIDATES_H

#include "base/arena.h"
#include "heading.h"
#include "record/reader.h"
#include "section/parts.h"

enum { CANDIDATES_MAX = 512 };	/* of one document */

struct candidate_heading {
	size_t         record;
	size_t         offset;	/* of the heading in the record's text */
	struct heading heading;
	bool           within;	/* behind other text */
	bool           chosen;	/* is taken for one that opens a section */
};

/* What is asked of a record more than once. */
struct candidate_line {
	struct slice      folded;	/* if it is a short line, else empty */
	struct enumerator enumerator;	/* of a paragraph */
};

struct candidates {		/* all zero at first; kept between documents */
	const struct document    *document;
	struct candidate_heading *candidate;	/* in order */
	size_t                    n, room;
	enum enumerator_kind      top;	/* what numbers the sections */
	struct candidate_line    *line;		/* one a record */
	size_t                    line_room;
};

/* Whether the headings A and B open the same section. */
static inline bool
candidate_is_like(const struct candidate_heading *a,
    const struct candidate_heading *b)
{
	return slice_eq(a->heading.section, b->heading.section);
}

/* Fills C with what may be a heading of DOCUMENT, in order.  The folded lines
 * live in ARENA.  find_headings.c */
void find_headings(struct candidates *c, const struct document *document,
    struct arena *arena);

/* Marks those that open sections.  Sections are numbered by 一、 as a rule; a
 * list of their names in a paragraph or a table of contents opens none.
 * choose_headings.c */
void choose_headings(struct candidates *c);

/* Of the chosen ones numbered 一、 keeps those that number the sections, where
 * items within a section are numbered like them: the longest run of rising
 * numbers with different sections, and what fits between.  sequence.c */
void sequence_choose(struct candidates *c);

/* Makes the parts of PARTS from the document of C, whose headings are chosen,
 * and gives each the section that these put it in, with its outline.
 * outline.c */
void outline_make(struct parts *parts, const struct candidates *c);

void candidates_free(struct candidates *c);

#endif
