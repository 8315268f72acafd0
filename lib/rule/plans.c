#include "plans.h"

#include <stdlib.h>

#include "base/glob.h"
#include "base/memory.h"
#include "linear.h"
#include "state_count.h"

static void
add_number(struct plan *plan, unsigned number)
{
	plan->number = memory_room(plan->number, &plan->number_room,
	    plan->numbers, sizeof(*plan->number));
	plan->number[plan->numbers++] = number;
}

/* The cells that R means in REPORT, for an instance over ITEM and COL; they are
 * added to PLAN->number. */
static struct binding
reference_bind(const struct reference *r, const struct report *report,
    struct slice item, struct slice col, struct plan *plan)
{
	struct binding binding = { .first = (unsigned)plan->numbers,
	    .complete = true };
	struct slice   name = reference_item(r, item, &plan->arena);
	unsigned       number;

	if (r->col.n > 0)
		col = r->col;
	if (!r->is_pattern) {
		number = names_number(report->names, name, col);
		if (number != NAMES_NONE)
			add_number(plan, number);
	}
	for (size_t i = 0; r->is_pattern && i < report->layouts; i++) {
		const struct cell_name *cell;

		number = report->layout[i];
		cell = &report->names->name[number];
		if (glob_matches(col, cell->col, '.') &&
		    glob_matches(name, cell->item, '.'))
			add_number(plan, number);
	}
	binding.n = (unsigned)plan->numbers - binding.first;
	binding.complete = (int)binding.n >= r->expected;
	return binding;
}

/* Has NEW, which counts many cells, share the tally of a binding before it of the
 * same cells. */
static void
share_tally(struct plan *plan, struct binding *new)
{
	enum { MANY = 8 };
	const unsigned *number = plan->number;

	for (size_t i = 0; new->n >= MANY && i < plan->bindings; i++) {
		const struct binding *old = &plan->binding[i];

		if (old->tally == TALLIES_MAX || old->n != new->n ||
		    memcmp(number + old->first, number + new->first,
		    new->n * sizeof(*number)) != 0)
			continue;
		new->tally = old->tally;
		return;
	}
	if (new->n >= MANY && plan->tallies < TALLIES_MAX)
		new->tally = plan->tallies++;
}

/* The first cell without which INSTANCE has no verdict that is in no table of
 * REPORT, so that others laid out alike may lack it; NAMES_NONE: none is. */
static unsigned
needed_cell(const struct plan *plan, const struct instance *instance,
    const struct report *report)
{
	const struct expression *e = &instance->rule->condition;

	for (unsigned i = 0; i < e->references; i++) {
		const struct reference   *r = &e->reference[i];
		const struct binding     *binding =
		    &plan->binding[instance->binding + i];
		const struct report_cell *cell;

		if (r->previous || r->earlier || r->has_fallback ||
		    r->fold == FOLD_HIGHEST || r->fold == FOLD_LOWEST ||
		    r->is_pattern || binding->n == 0)
			continue;
		cell = report_cell(report, plan->number[binding->first]);
		if (cell == NULL || cell->source != SOURCE_TABLE)
			return plan->number[binding->first];
	}
	return NAMES_NONE;
}

/* No form has as many rows: invented ones cannot fill the memory. */
enum { INSTANCES_MAX = 1024 };

/* Whether there is room for another instance of the rule whose first is number
 * FROM; remembers when there is none. */
static bool
has_room(struct plan *plan, size_t from)
{
	bool has = plan->instances - from < INSTANCES_MAX;

	plan->is_cut |= !has;
	return has;
}

static void
add_instance(struct plan *plan, const struct rule *rule,
    const struct report *report, struct slice item, struct slice col)
{
	const struct expression *e = &rule->condition;

	plan->instance = memory_room(plan->instance, &plan->instance_room,
	    plan->instances, sizeof(*plan->instance));
	plan->instance[plan->instances++] = (struct instance){ .rule = rule,
	    .item = item, .col = col,
	    .binding = (unsigned)plan->bindings };
	for (size_t i = 0; i < e->references; i++) {
		struct binding binding = reference_bind(&e->reference[i],
		    report, item, col, plan);

		binding.tally = TALLIES_MAX;
		if (counts_states(e->reference[i].fold))
			share_tally(plan, &binding);
		plan->binding = memory_room(plan->binding,
		    &plan->binding_room, plan->bindings,
		    sizeof(*plan->binding));
		plan->binding[plan->bindings++] = binding;
	}
	plan->instance[plan->instances - 1].needs = needed_cell(plan,
	    &plan->instance[plan->instances - 1], report);
	linear_derive(plan, report);
}

/* Whether the plan, since it had FROM instances, has one of ITEM and COL: a
 * pattern meets an item once for each of its columns. */
static bool
is_bound(const struct plan *plan, size_t from, struct slice item,
    struct slice col)
{
	for (size_t i = from; i < plan->instances; i++)
		if (slice_eq(plan->instance[i].item, item) &&
		    slice_eq(plan->instance[i].col, col))
			return true;
	return false;
}

/* Binds RULE to each of its items, or of its columns. */
static void
bind_names(struct plan *plan, const struct rule *rule,
    const struct report *report, bool items)
{
	const struct slice  none = { "", 0 };
	const struct slice *name = items ? rule->item : rule->col;
	size_t              from = plan->instances;

	for (size_t i = 0; i < (items ? rule->items : rule->cols); i++) {
		if (!glob_is(name[i])) {
			add_instance(plan, rule, report, items ? name[i] :
			    none, items ? none : name[i]);
			continue;
		}
		for (size_t c = 0; c < report->layouts; c++) {
			const struct cell_name *cell =
			    &report->names->name[report->layout[c]];
			struct slice item = items ? cell->item : none;
			struct slice col = items ? none : cell->col;

			if (!glob_matches(name[i], items ? item : col, '.') ||
			    is_bound(plan, from, item, col))
				continue;
			if (!has_room(plan, from))
				break;
			add_instance(plan, rule, report, item, col);
		}
	}
}

static bool
matches_any(struct slice name, const struct slice pattern[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (glob_matches(pattern[i], name, '.'))
			return true;
	return false;
}

static void
bind_cells(struct plan *plan, const struct rule *rule,
    const struct report *report)
{
	size_t from = plan->instances;

	for (size_t c = 0; c < report->layouts; c++) {
		const struct cell_name *name =
		    &report->names->name[report->layout[c]];

		if (!matches_any(name->item, rule->item, rule->items) ||
		    !matches_any(name->col, rule->col, rule->cols))
			continue;
		if (!has_room(plan, from))
			break;
		add_instance(plan, rule, report, name->item, name->col);
	}
	/* Only tables make a layout: other cells must be named. */
	for (size_t i = 0; i < rule->items; i++)
		for (size_t k = 0; k < rule->cols &&
		    slice_starts(rule->item[i], SLICE("prose.")); k++)
			add_instance(plan, rule, report, rule->item[i],
			    rule->col[k]);
}

static void
bind(struct plan *plan, const struct rule *rule, const struct report *report)
{
	const struct slice none = { "", 0 };

	if (rule->range == RANGE_CELL)
		bind_cells(plan, rule, report);
	else if (rule->range == RANGE_ITEM || rule->range == RANGE_COLUMN)
		bind_names(plan, rule, report, rule->range == RANGE_ITEM);
	else
		add_instance(plan, rule, report, none, none);
}

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
	/* There is always an array to point into. */
	plan->number = memory_room(NULL, &plan->number_room, 0,
	    sizeof(*plan->number));
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
			bind(plan, &rules->rule[i], report);
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
