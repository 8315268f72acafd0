/* Reports that keep a rule and that break it, lines of rule-examples.tsv, as
 * facts that verdicts can be drawn from. */
#ifndef RULE_EXAMPLE_H
#define RULE_EXAMPLE_H

#include "evaluate.h"
#include "notice.h"
#include "rules.h"

enum { EXAMPLE_REPORTS_MAX = 8, EXAMPLE_LINES_MAX = 8 };

struct example {
	struct slice    rule;		/* its id */
	bool            fails;		/* the last report breaks it */
	struct document report[EXAMPLE_REPORTS_MAX];	/* by year */
	size_t          reports;
	struct slice    line[EXAMPLE_LINES_MAX];	/* of the roster or the
							   waivers */
	size_t          lines;
};

/* Reads number I of rule-examples.tsv into EXAMPLE, in ARENA.  Returns false
 * behind the last.  A line that is not understood ends the process with 2. */
bool example_read(struct example *example, size_t i, struct arena *arena);

/* Reads all of them, so that what is wrong in them is told. */
void examples_load(void);

/* Calls FN for what is told of EXAMPLE by rules of range own or tree. */
void example_tell(const struct example *example, const struct rules *rules,
    notice_fn *fn, void *context);

/* Calls FN for what RULES find of the last report of EXAMPLE, all verdicts. */
void example_judge(const struct example *example, const struct rules *rules,
    finding_fn *fn, void *context);

#endif
