/* Headings of a report's sections, recognised by what they say
 * (headings.tsv), not by their number. */
#ifndef HEADINGS_HEADING_H
#define HEADINGS_HEADING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"
#include "text/fold.h"

struct heading {
	struct slice      section;	/* code, as `requests' */
	struct enumerator enumerator;
	size_t            length;	/* bytes of the text it takes up */
	bool              alone;	/* the words of a heading, no more: it
					   may stand without a number */
	bool              label;	/* a label of a form's table instead,
					   which came one cell a line; no
					   heading, whatever its number */
	bool              form;		/* such a label, of the head of a table
					   whose blocks are numbered as
					   sections are */
};

/* A bit for each section that a heading may open, 0 for any other code.  Those
 * that every form has are its main ones: others may be items of theirs. */
enum { HEADING_OTHER = 1 << 5, HEADING_MAIN = (1 << 6) - 1 };
unsigned heading_bit(struct slice section);

/* Whether the paragraph TEXT is a heading, or begins with one that its text
 * follows on the same line, or is a label.  FOLDED is all of TEXT folded, or
 * empty for a long paragraph; HEADING has the enumerator of TEXT, the rest is
 * filled in. */
bool heading_at(struct slice text, struct slice folded,
    struct heading *heading);

/* Whether the numbered heading that TEXT begins with can be told from the
 * text that follows it without punctuation: reports on one line. */
bool heading_within(struct slice text, struct heading *heading);

/* Whether TEXT, which is enumerated, reads like a heading of something no
 * pattern knows: short, no sentence, no slogan. */
bool heading_is_unknown(struct slice text);

#endif
