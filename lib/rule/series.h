/* The reports of an office, one after the other: by year, a year's copies in a
 * row (offices.h puts them so). */
#ifndef RULE_SERIES_H
#define RULE_SERIES_H

#include <stdbool.h>

#include "copies.h"
#include "finding.h"
#include "plans.h"

struct series {			/* all zero: nothing yet */
	struct names    names;
	struct plans    plans;
	struct report   report;		/* this one */
	struct copies   of[2];		/* of its year, and of the last one
					 * before that */
	unsigned        turn;		/* which are those of its year */
	bool            has_copies, has_earlier;
	struct history  history;
	struct evidence evidence;	/* of this one */
	const struct copies *copies;	/* those before it, or NULL */
};

/* Takes the next document in.  Its plan, evidence and copies are valid until
 * series_leave. */
const struct plan *series_enter(struct series *series,
    const struct rules *rules, const struct document *document);

/* The document goes away; what the next one needs of it is kept. */
void series_leave(struct series *series);

/* Another office comes. */
void series_forget(struct series *series);

void series_free(struct series *series);

#endif
