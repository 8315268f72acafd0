/* Who reports, for what year, when: what identifies a report, each with the
 * place and the kind of line it was taken from, and what other lines say. */
#ifndef IDENTITY_IDENTITY_H
#define IDENTITY_IDENTITY_H

#include "org.h"
#include "section/date.h"
#include "section/parts.h"
#include "title.h"

enum { ALTERNATIVES_MAX = 16 };

struct property_value {
	struct slice       text;
	const char        *source;	/* `title', `signature' ... */
	const struct part *part;	/* where; NULL: nowhere in the text */
};

struct property {
	struct property_value taken;	/* .text.n is 0: nothing is known */
	struct property_value other[ALTERNATIVES_MAX];
	int                   others;
	struct slice          note;	/* what was repaired, what is in doubt */
};

enum identity_name {
	IDENTITY_TITLE, IDENTITY_ORG, IDENTITY_OFFICE,
	IDENTITY_FORMERLY, IDENTITY_REGION,
	IDENTITY_CODE, IDENTITY_YEAR, IDENTITY_PERIOD, IDENTITY_PUBLISHED,
	IDENTITY_SIGNED, IDENTITY_PRINTED, IDENTITY_DOCNO, IDENTITY_INDEX, IDENTITY_GENRE,
	IDENTITY_NAMES
};

/* As in the records: `org'. */
extern const char *const identity_names[IDENTITY_NAMES];

struct identity {
	struct parts       *parts;	/* furniture and closing are marked */
	const struct title *title;
	struct slice        opening;	/* all before the first section, folded
					   as one */
	struct org          office;	/* the one taken; .name.n is 0: none */
	struct org          open;	/* then: what most speaks for, where it
					   may be its government that reports:
					   of one place, like that */
	bool                governs;	/* it calls itself but a place: 全县 */
	struct property     property[IDENTITY_NAMES];
};

/* Adds what PART says: taken if nothing was yet, else kept beside it if it
 * differs.  The best source is to come first.  An empty TEXT says nothing. */
void property_add(struct property *property, struct slice text,
    const char *source, const struct part *part);

/* Adds what PART says without taking it: one of several of which none can be
 * preferred. */
void property_add_other(struct property *property, struct slice text,
    const char *source, const struct part *part);

/* The same as property_add for a date, which lives in ARENA. */
void property_add_date(struct property *property, const struct date *date,
    const char *source, const struct part *part, struct arena *arena);

/* Fills IDENTITY from PARTS, whose furniture and closing are marked, and its
 * TITLE.  What it holds lives as long as the document. */
void identity_find(struct parts *parts, const struct title *title,
    struct identity *identity);

/* The parts of an identity, for identity.c: when, and under what number
 * (days.c); what the document is (genre.c); who reports (office.c); where that
 * office is (region.c), once it is known; what it was called before, by its key,
 * once that is known (former.c). */
void identity_days(struct identity *id);
void identity_genre(struct identity *id);
void identity_office(struct identity *id);
void identity_region(struct identity *id);
void identity_former(struct identity *id);

#endif
