/* The reports of a stream, one after the other, each with the last one of the
 * same office where the stream is sorted by office and year. */
#ifndef RULE_SERIES_H
#define RULE_SERIES_H

#include <stdbool.h>

#include "finding.h"
#include "plans.h"

struct series {			/* all zero: nothing yet */
	struct names    names;
	struct plans    plans;
	struct report   report[2];
	unsigned        turn;		/* which of them is this one */
	bool            has_last;	/* the other one is the last */
	struct history  history;
	struct evidence evidence;	/* of this one */
	const struct report *duplicate_of;	/* the last one, if of the
						 * same office and year */
};

/* Takes the next document in.  Its plan, evidence and duplicate_of are valid
 * until series_leave. */
const struct plan *series_enter(struct series *series,
    const struct rules *rules, const struct document *document);

/* The document goes away; what the next one needs of it is kept. */
void series_leave(struct series *series);

void series_free(struct series *series);

#endif
