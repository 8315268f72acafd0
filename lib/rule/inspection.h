/* What check does with a report: it is looked up on the roster and among the waivers,
 * compared with its copies, and judged by the rules. */
#ifndef RULE_INSPECTION_H
#define RULE_INSPECTION_H

#include "evaluate.h"
#include "findings.h"
#include "roster.h"
#include "series.h"

struct inspection {		/* all zero but .rules: no roster, nothing yet */
	const struct rules *rules;
	struct roster       roster;
	struct series       series;
	struct findings     findings;	/* begun with findings_start: its notices
					 * are told, its waivers asked */
};

/* Takes DOCUMENT, the next one of its office, and calls FN with CONTEXT for its
 * findings, as evaluate does.  What is told of it stays valid until
 * inspection_leave. */
void inspection_enter(struct inspection *inspection,
    const struct document *document, bool all, finding_fn *fn, void *context);
void inspection_leave(struct inspection *inspection);

/* Behind the last report: tells what is missing. */
void inspection_close(struct inspection *inspection);

/* Whether RULE, of range own or tree, can find anything in the report at hand: there
 * is a roster, another copy, a waiver. */
bool inspection_asks(const struct inspection *inspection,
    const struct rule *rule);

void inspection_free(struct inspection *inspection);

#endif
