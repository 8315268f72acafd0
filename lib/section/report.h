/* A document as sectionize sees it: its records, some of them cut where a
 * heading stands inside a paragraph, each with the section it belongs to. */
#ifndef SECTION_REPORT_H
#define SECTION_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "record/reader.h"
#include "base/slice.h"

enum part_kind { PART_META, PART_HEAD, PART_TEXT, PART_CELL };

/* What a short line is by itself (lines.tsv). */
enum line_kind {
	LINE_UNKNOWN,		/* not looked at yet */
	LINE_PLAIN,
	LINE_OFFICE,		/* the name of an office, no more */
	LINE_CLOSING,		/* copies, printing, openness */
	LINE_KEY,		/* the page's data about the report */
	LINE_FURNITURE,		/* navigation, tools, the site's footer */
};

struct part {
	const struct record *record;
	enum part_kind       kind;
	struct slice         text;	/* of the record, or a piece of it */
	struct slice         folded;	/* of a head or text that is short,
					   else empty */
	struct slice         section;	/* code and outline */
	enum line_kind       line;	/* ask part_line */
	enum { DATE_UNKNOWN, DATE_NONE, DATE_ALONE } date; /* part_is_date */
};

/* No line longer than this, in bytes, is a title, a name, a date, furniture:
 * only these are folded; far from either end of the document only those that
 * may be headings or names. */
enum { PART_SHORT = 240, PART_INNER = 120 };

struct report {			/* all zero at first; kept between documents */
	struct arena   arena;	/* for what lives as long as a document */
	struct survey *survey;
	struct part   *part;
	size_t         parts, room;
	size_t         metas;		/* parts at the beginning */
	size_t         body;		/* the part that opens the first
					   section, or .parts */
	/* Those that tell of the report: all before the body, and of the body
	 * the furniture and the signature; outline_gather fills it. */
	struct part  **around;
	size_t         arounds, around_room;
};

enum part_kind part_kind_of(const struct record *record);

/* Whether PART belongs to the section CODE or to a part of it. */
static inline bool
part_in(const struct part *part, struct slice code)
{
	return slice_starts(part->section, code) &&
	    (part->section.n == code.n || part->section.p[code.n] == '.');
}

/* Whether PART is a line that was folded. */
static inline bool
part_is_line(const struct part *part)
{
	return part->folded.n > 0;
}

enum line_kind part_line(struct part *part);

/* Whether PART is nothing but a date. */
bool part_is_date(struct part *part);

extern const struct slice section_preamble, section_furniture,
    section_signature, section_annex;

/* Makes the parts of DOCUMENT and gives each the section that the headings
 * put it in.  What was made of the document before is gone. */
void outline_document(struct report *report, const struct document *document);

/* Fills .around, once furniture and closing are marked. */
void outline_gather(struct report *report);

void outline_free(struct report *report);

#endif
