/* A document as sectionize sees it: its records, some of them cut where a
 * heading stands inside a paragraph, each with the section it belongs to. */
#ifndef SECTION_REPORT_H
#define SECTION_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "../record/arena.h"
#include "../record/reader.h"
#include "../record/slice.h"

enum part_kind { PART_META, PART_HEAD, PART_TEXT, PART_CELL };

struct part {
	const struct record *record;
	enum part_kind       kind;
	struct slice         text;	/* of the record, or a piece of it */
	struct slice         folded;	/* of a head or text that is short,
					   else empty */
	struct slice         section;	/* code and outline */
};

/* No line longer than this, in bytes, is a title, a name, a date, furniture:
 * only these are folded. */
enum { PART_SHORT = 240 };

struct report {			/* all zero at first; kept between documents */
	struct arena   arena;	/* for what lives as long as a document */
	struct survey *survey;
	struct part   *part;
	size_t         parts, room;
};

enum part_kind part_kind_of(const struct record *record);

/* Whether PART belongs to the section CODE or to a part of it. */
bool part_in(const struct part *part, const char *code);

/* Makes the parts of DOCUMENT and gives each the section that the headings
 * put it in.  What was made of the document before is gone. */
void outline_document(struct report *report, const struct document *document);

void outline_free(struct report *report);

#endif
