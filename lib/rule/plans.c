#include "plans.h"

#include <stdlib.h>

#include "base/memory.h"
#include "bind.h"

/* What is not a report is judged by the rules for such documents only. */
static struct slice
form_of(const struct report *report)
{
	return report->genre.n > 0 && !slice_is(report->genre, "report") ?
	    SLICE("not-report") : report->form;
}

static void
make(struct plan *plan, const struct rules *rules, const struct report *report)
{
	struct slice form = form_of(report);

	*plan = (struct plan){ .layouts = report->layouts };
	plan->form = arena_copy(&plan->arena, form);
	plan->is_ruled = form.n == 0 || slice_is(form, "not-report") ||
	    rules_name_form(rules, form);
	plan->layout = arena_alloc(&plan->arena,
	    report->layouts * sizeof(*plan->layout));
	if (report->layouts > 0)
		memcpy(plan->layout, report->layout,
		    report->layouts * sizeof(*plan->layout));
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].range < RANGE_OWN &&
		    rules_cover(rules, &rules->rule[i], form))
			rule_bind(plan, &rules->rule[i], report);
}

static bool
fits(const struct plan *plan, const struct report *report)
{
	return plan->layouts == report->layouts &&
	    slice_eq(plan->form, form_of(report)) &&
	    (report->layouts == 0 || memcmp(plan->layout, report->layout,
	    report->layouts * sizeof(*plan->layout)) == 0);
}

const struct plan *
plans_find(struct plans *plans, const struct rules *rules,
    const struct report *report)
{
	size_t probe = 0, i;

	while ((i = map_next(&plans->map, report->layout_hash, &probe)) !=
	    MAP_NONE)
		if (fits(&plans->plan[i], report))
			return &plans->plan[i];
	if (plans->n == PLANS_MAX)
		plans_free(plans);
	if (plans->plan == NULL)
		plans->plan = memory_get(PLANS_MAX * sizeof(*plans->plan));
	make(&plans->plan[plans->n], rules, report);
	map_add(&plans->map, report->layout_hash, plans->n);
	return &plans->plan[plans->n++];
}

void
plans_free(struct plans *plans)
{
	for (size_t i = 0; i < plans->n; i++) {
		struct plan *plan = &plans->plan[i];

		free(plan->instance);
		free(plan->binding);
		free(plan->number);
		free(plan->check);
		free(plan->term);
		arena_free(&plan->arena);
	}
	free(plans->plan);
	map_free(&plans->map);
	*plans = (struct plans){ .n = 0 };
}
