/* Who reports, for what year, when: what identifies a report, each with the
 * place and the kind of line it was taken from, and what other lines said. */
#ifndef SECTION_IDENTITY_H
#define SECTION_IDENTITY_H

#include "report.h"
#include "title.h"

enum identity_name {
	IDENTITY_TITLE, IDENTITY_ORG, IDENTITY_REGION, IDENTITY_YEAR,
	IDENTITY_PERIOD, IDENTITY_PUBLISHED, IDENTITY_SIGNED,
	IDENTITY_PRINTED, IDENTITY_DOCNO, IDENTITY_INDEX, IDENTITY_GENRE,
	IDENTITY_NAMES
};

/* As in the records: `org'. */
extern const char *const identity_names[IDENTITY_NAMES];

enum { ALTERNATIVES_MAX = 4 };

struct said {
	struct slice       value;
	struct slice       source;	/* `title', `signature' ... */
	const struct part *part;	/* where; NULL: nowhere in the text */
};

struct property {
	struct said taken;		/* .value.n is 0: nothing is known */
	struct said other[ALTERNATIVES_MAX];
	int         others;
	struct slice note;		/* what was repaired, what is in doubt */
};

struct identity {
	struct property property[IDENTITY_NAMES];
};

/* Fills IDENTITY from REPORT, whose furniture and closing are marked, and its
 * TITLE.  What it holds lives as long as the document. */
void identity_find(struct report *report, const struct title *title,
    struct identity *identity);

#endif
