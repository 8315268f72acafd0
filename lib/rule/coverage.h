/* What became of each rule in each report: the sum over a rule is the number of
 * reports. */
#ifndef RULE_COVERAGE_H
#define RULE_COVERAGE_H

#include "inspection.h"

struct coverage {		/* all zero: no reports yet */
	const struct rules *rules;
	enum verdict       *worst;	/* by rule: of the report at hand */
	unsigned long long (*reports)[VERDICTS];	/* by rule and verdict;
					 * VERDICT_NONE: it does not apply */
	bool                ended;	/* no further report comes */
	struct office_year  last;	/* that was told of since, */
	const struct rule  *told;	/* and the rule that did */
};

void coverage_start(struct coverage *coverage, const struct rules *rules);

/* A finding_fn that notes FINDING of the report at hand; CONTEXT is a struct
 * coverage. */
void coverage_note(void *context, const struct finding *finding);

/* The same of NOTICE, told by RULE; a notice_fn. */
void coverage_notice(void *context, const struct rule *rule,
    const struct notice *notice);

/* The report that INSPECTION has at hand is done with; no further one comes. */
void coverage_add(struct coverage *coverage,
    const struct inspection *inspection);
void coverage_end(struct coverage *coverage);

/* Writes a line for each rule to standard output: id, forms,
 * range, level, how many reports failed, passed, left it open, had nothing to test,
 * and to how many it does not apply.  A report counts once, as the worst that
 * became of it; one that is not there, as R-MISSING. */
void coverage_write(const struct coverage *coverage);

void coverage_free(struct coverage *coverage);

#endif
