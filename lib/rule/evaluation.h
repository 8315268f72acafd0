/* A rule's code at work on a report, shared by evaluate.c and operand.c
 * only. */
#ifndef RULE_EVALUATION_H
#define RULE_EVALUATION_H

#include <stdbool.h>

#include "expression.h"
#include "finding.h"
#include "state_count.h"

struct evaluation {
	const struct evidence *evidence;
	struct finding        *finding;
	const struct prose_list     *list;
	const struct list_member   *member;
	const struct interval *expected;	/* in place of last year's */
	unsigned               expected_number;
	bool                   compared;	/* left and right are settled */
	bool                   more;	/* sentences say something else too */
	bool                   vacuous;	/* nothing follows from the premise */
	bool                   all;	/* verdicts are wanted, not only fail */
	struct state_tally     tally[TALLIES_MAX];	/* of the report */
	struct interval        stack[EXPRESSION_STACK];
	int                    depth;
};

/* Puts what the instruction I, one of those before OP_ADD, names on the stack.
 * Returns false when the report has no such thing. */
bool evaluation_push(struct evaluation *run, const struct instruction *i);

#endif
