#include "inspection.h"

void
inspection_enter(struct inspection *inspection,
    const struct document *document, bool all, finding_fn *fn, void *context)
{
	struct series        *series = &inspection->series;
	const struct notices *notices = &inspection->findings.notices;
	const struct plan    *plan = series_enter(series, inspection->rules,
	    document);
	const struct report  *now = series->evidence.now;
	struct notice         unruled = notice_of(now);

	unruled.other = now->form;
	inspection->findings.is_aside = !report_is_other(now) &&
	    !roster_meet(&inspection->roster, now, notices);
	waivers_meet(&inspection->findings.waivers, now);
	if (!plan->is_ruled)
		notice_tell(notices, OWN_NO_RULE, &unruled);
	if (series->copies != NULL)
		copies_compare(series->copies, now, notices);
	evaluate(plan, &series->evidence, all, fn, context);
}

void
inspection_leave(struct inspection *inspection)
{
	inspection->findings.is_aside = false;
	series_leave(&inspection->series);
}

void
inspection_close(struct inspection *inspection)
{
	const struct notices *notices = &inspection->findings.notices;

	roster_close(&inspection->roster, notices);
	waivers_close(&inspection->findings.waivers, notices);
}

/* Which of the rules that check finds out by itself RULE is; OWN_RULES: of range
 * tree. */
static enum own_rule
own_rule_of(const struct rule *rule)
{
	int id = 0;

	while (id < OWN_RULES && !slice_is(rule->id, own_rule_id[id]))
		id++;
	return (enum own_rule)id;
}

bool
inspection_asks(const struct inspection *inspection, const struct rule *rule)
{
	switch (own_rule_of(rule)) {
	case OWN_NO_RULE:
		return true;
	case OWN_COPY: case OWN_CHANGED:
		return inspection->series.copies != NULL;
	case OWN_LAPSED:
		return inspection->findings.waivers.n > 0;
	default:
		return inspection->roster.n > 0;
	}
}

void
inspection_free(struct inspection *inspection)
{
	series_free(&inspection->series);
	roster_free(&inspection->roster);
	findings_free(&inspection->findings);
}
