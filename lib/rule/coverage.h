/* What became of each rule in each report: the sum over a rule is the number of
 * reports. */
#ifndef RULE_COVERAGE_H
#define RULE_COVERAGE_H

#include "evaluate.h"
#include "rules.h"

struct coverage {		/* all zero: no reports yet */
	const struct rules *rules;
	enum verdict       *worst;	/* by rule: of the report at hand */
	unsigned long long (*reports)[VERDICTS];	/* by rule and verdict;
					 * VERDICT_NONE: it does not apply */
};

void coverage_start(struct coverage *coverage, const struct rules *rules);

/* A finding_fn that notes FINDING of the report at hand; CONTEXT is a struct
 * coverage. */
void coverage_note(void *context, const struct finding *finding);

/* The report at hand is done with. */
void coverage_add(struct coverage *coverage);

/* Writes a line for each rule that has a condition to standard output: id, forms,
 * range, level, how many reports failed, passed, left it open, had nothing to test,
 * and to how many it does not apply.  A report counts once, as the worst that
 * became of it. */
void coverage_write(const struct coverage *coverage);

void coverage_free(struct coverage *coverage);

#endif
