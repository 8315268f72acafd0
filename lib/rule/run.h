/* One run of a rule's code over a report, shared by evaluate.c and
 * operand.c only. */
#ifndef RULE_RUN_H
#define RULE_RUN_H

#include <stdbool.h>

#include "evaluate.h"

struct run {
	const struct evidence *evidence;
	struct finding        *finding;
	const struct list     *list;
	const struct listed   *member;
	const struct quantity *expected;	/* in place of last year's */
	unsigned               expected_number;
	bool                   compared;	/* left and right are settled */
	bool                   more;	/* sentences say something else too */
	bool                   vacuous;	/* nothing follows from the premise */
	struct quantity        stack[EXPRESSION_STACK];
	int                    depth;
};

/* Puts what the instruction I, one of those before OP_ADD, names on the stack.
 * Returns false when the report has no such thing. */
bool run_push(struct run *run, const struct instruction *i);

#endif
