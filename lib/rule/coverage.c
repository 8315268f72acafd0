#include "coverage.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/writer.h"

/* From bad to none. */
static const enum verdict order[VERDICTS] = { VERDICT_FAIL, VERDICT_UNKNOWN,
    VERDICT_PASS, VERDICT_VACUOUS, VERDICT_NONE };

/* In the order in which they are written. */
static const enum verdict columns[VERDICTS] = { VERDICT_FAIL, VERDICT_PASS,
    VERDICT_UNKNOWN, VERDICT_VACUOUS, VERDICT_NONE };

static void
begin(struct coverage *coverage)
{
	for (size_t i = 0; i < coverage->rules->n; i++)
		coverage->worst[i] = VERDICT_NONE;
}

void
coverage_start(struct coverage *coverage, const struct rules *rules)
{
	size_t n = rules->n + 1;

	coverage->rules = rules;
	coverage->worst = memory_get(n * sizeof(*coverage->worst));
	coverage->reports = memory_get(n * sizeof(*coverage->reports));
	memset(coverage->reports, 0, n * sizeof(*coverage->reports));
	begin(coverage);
}

void
coverage_note(void *context, const struct finding *finding)
{
	struct coverage *coverage = context;
	enum verdict    *worst = &coverage->worst
	    [finding->instance->rule - coverage->rules->rule];

	for (int i = 0; i < VERDICTS && order[i] != *worst; i++)
		if (order[i] == finding->verdict) {
			*worst = finding->verdict;
			return;
		}
}

/* What is told when all reports are known: of one of them, which had passed, or of
 * one that is not there.  Of one report a rule may tell several cells in a row. */
static void
note_ending(struct coverage *coverage, const struct rule *rule,
    const struct notice *notice)
{
	unsigned long long *of =
	    coverage->reports[rule - coverage->rules->rule];

	if (coverage->told == rule &&
	    slice_eq(coverage->last.org, notice->org) &&
	    slice_eq(coverage->last.region, notice->region) &&
	    coverage->last.year == notice->year)
		return;
	coverage->told = rule;
	coverage->last = (struct office_year){ notice->org, notice->region,
	    notice->year };
	of[VERDICT_FAIL]++;
	if (of[VERDICT_PASS] > 0 &&
	    !slice_is(rule->id, own_rule_id[OWN_MISSING]))
		of[VERDICT_PASS]--;
}

void
coverage_notice(void *context, const struct rule *rule,
    const struct notice *notice)
{
	struct coverage *coverage = context;

	if (coverage->ended)
		note_ending(coverage, rule, notice);
	else
		coverage->worst[rule - coverage->rules->rule] = VERDICT_FAIL;
}

void
coverage_add(struct coverage *coverage, const struct inspection *inspection)
{
	for (size_t i = 0; i < coverage->rules->n; i++) {
		const struct rule *rule = &coverage->rules->rule[i];

		if (coverage->worst[i] == VERDICT_NONE &&
		    rule->range >= RANGE_OWN &&
		    inspection_asks(inspection, rule))
			coverage->worst[i] = VERDICT_PASS;
		coverage->reports[i][coverage->worst[i]]++;
	}
	begin(coverage);
}

void
coverage_end(struct coverage *coverage)
{
	coverage->ended = true;
}

void
coverage_write(const struct coverage *coverage)
{
	struct writer *w = &writer_stdout;

	for (size_t i = 0; i < coverage->rules->n; i++) {
		const struct rule *rule = &coverage->rules->rule[i];

		writer_field(w, rule->id);
		writer_field(w, rule->forms_text);
		writer_field(w, rule->range_text);
		writer_string(w, rule_level_name[rule->level]);
		for (int k = 0; k < VERDICTS; k++)
			writer_number(w, (long long)
			    coverage->reports[i][columns[k]]);
		writer_end(w);
	}
}

void
coverage_free(struct coverage *coverage)
{
	free(coverage->worst);
	free(coverage->reports);
	*coverage = (struct coverage){ .rules = NULL };
}
