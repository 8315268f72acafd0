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

void
coverage_add(struct coverage *coverage)
{
	for (size_t i = 0; i < coverage->rules->n; i++)
		coverage->reports[i][coverage->worst[i]]++;
	begin(coverage);
}

void
coverage_write(const struct coverage *coverage)
{
	struct writer *w = &writer_stdout;

	for (size_t i = 0; i < coverage->rules->n; i++) {
		const struct rule *rule = &coverage->rules->rule[i];

		if (rule->range >= RANGE_OWN)
			continue;
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
