#include "system.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"

/* Where a cell of either report is among the variables; a new one if need be.
 * NULL when there is no such fact, or no room. */
static struct variable *
find_variable(struct system *system, const struct evidence *evidence,
    const struct linear_term *term)
{
	const struct report      *report = term->previous ? evidence->before :
	    evidence->now;
	const struct report_cell *cell = report != NULL ?
	    report_cell(report, term->number) : NULL;
	struct variable          *v;

	if (cell == NULL)
		return NULL;
	for (size_t i = 0; i < system->variables; i++) {
		v = &system->variable[i];
		if (v->number == term->number && v->previous == term->previous)
			return v;
	}
	if (system->variables == VARIABLES_MAX) {
		system->is_cut = true;
		return NULL;
	}
	v = &system->variable[system->variables++];
	*v = (struct variable){ .number = term->number,
	    .previous = term->previous, .cell = cell,
	    .is_signed = report->names->name[term->number].is_signed,
	    .amount = cell->value.filled, .weight = WEIGHT_CELL };
	if (cell->value.missing || cell->value.unreadable ||
	    (term->previous && cell->next != CELL_NONE))
		v->weight = WEIGHT_FREE;
	else if (term->previous || cell->source == SOURCE_PROSE)
		v->weight = WEIGHT_EVIDENCE;
	return v;
}

/* Writes CHECK as equation E.  False: it is about cells there are not. */
static bool
fill(struct system *system, struct equation *e, const struct plan *plan,
    const struct linear_check *check, const struct evidence *evidence)
{
	long long sum = check->constant;

	memset(e->coefficient, 0, VARIABLES_MAX * sizeof(*e->coefficient));
	for (unsigned t = check->term; t < check->term + check->terms; t++) {
		const struct linear_term *term = &plan->term[t];
		struct variable          *v = find_variable(system, evidence,
		    term);
		short                     sign = term->negative ? -1 : 1;

		if (v == NULL)
			return false;
		e->coefficient[v - system->variable] += sign;
		sum += sign * v->amount;
	}
	e->residual = -sum;
	return true;
}

/* An inequality becomes an equation with what is left to the bound. */
static void
add_slack(struct system *system, struct equation *e)
{
	struct variable *slack;

	if (system->variables == VARIABLES_MAX) {
		system->is_cut = true;
		return;
	}
	slack = &system->variable[system->variables++];
	*slack = (struct variable){ .number = NAMES_NONE,
	    .amount = e->residual > 0 ? e->residual : 0,
	    .weight = WEIGHT_FREE };
	e->coefficient[slack - system->variable] = 1;
	if (e->residual > 0)
		e->residual = 0;
}

/* Whether the rule speaks of sentences or of last year: evidence. */
static bool
is_evidence(const struct instance *instance, const struct names *names,
    const struct plan *plan)
{
	unsigned first = plan->check[instance->check].term;

	return instance->rule->condition.uses_previous ||
	    slice_starts(names->name[plan->term[first].number].item,
	    SLICE("prose."));
}

static void
add_instance(struct system *system, const struct plan *plan,
    const struct instance *instance, const struct evidence *evidence)
{
	bool evidential = is_evidence(instance, evidence->now->names, plan);
	bool alternatives = !instance->is_linear && instance->checks > 1;

	for (unsigned c = 0; c < instance->checks; c++) {
		const struct linear_check *check =
		    &plan->check[instance->check + c];
		struct equation           *e =
		    &system->equation[system->equations];

		if (check->kind == CHECK_INTEGER ||
		    (evidential && check->kind != CHECK_EQUAL))
			continue;
		if (system->equations == EQUATIONS_MAX) {
			system->is_cut = true;
			return;
		}
		e->coefficient = system->coefficients +
		    system->equations * VARIABLES_MAX;
		if (!fill(system, e, plan, check, evidence))
			continue;
		if (check->kind == CHECK_AT_MOST) {
			/* Every variable is at least 0 anyway. */
			if (check->terms == 1)
				continue;
			add_slack(system, e);
		}
		e->is_hard = !evidential;
		e->origin = instance;
		system->equations++;
		if (alternatives)
			return;
	}
}

/* Starts SYSTEM over, empty. */
static void
clear(struct system *system)
{
	if (system->coefficients == NULL)
		system->coefficients = memory_get((size_t)EQUATIONS_MAX *
		    VARIABLES_MAX * sizeof(*system->coefficients));
	system->variables = system->equations = 0;
	system->is_cut = false;
}

void
system_build(struct system *system, const struct plan *plan,
    const struct evidence *evidence)
{
	clear(system);
	for (size_t i = 0; i < plan->instances; i++) {
		const struct instance *instance = &plan->instance[i];

		if (instance->checks > 0 &&
		    (instance->rule->level == LEVEL_ERROR ||
		    is_evidence(instance, evidence->now->names, plan)))
			add_instance(system, plan, instance, evidence);
	}
}

/* Gives all cells of equation E the least part that any of them has.  Returns
 * whether that changed one. */
static bool
unite(struct system *system, const struct equation *e)
{
	unsigned least = ~0U;
	bool     changed = false;

	for (size_t v = 0; v < system->variables; v++)
		if (e->coefficient[v] != 0 && system->variable[v].part < least)
			least = system->variable[v].part;
	for (size_t v = 0; v < system->variables; v++)
		if (e->coefficient[v] != 0 &&
		    system->variable[v].part != least) {
			system->variable[v].part = least;
			changed = true;
		}
	return changed;
}

unsigned
system_divide(struct system *system)
{
	unsigned parts = 0;
	unsigned number[VARIABLES_MAX];
	bool     changed = true;

	for (unsigned v = 0; v < system->variables; v++)
		system->variable[v].part = v;
	while (changed) {
		changed = false;
		for (size_t e = 0; e < system->equations; e++)
			changed |= unite(system, &system->equation[e]);
	}
	for (unsigned v = 0; v < system->variables; v++) {
		unsigned *part = &system->variable[v].part;

		if (*part == v)
			number[v] = parts++;
		*part = number[*part];
	}
	return parts;
}

void
system_take(struct system *system, const struct system *whole, unsigned part)
{
	size_t from[VARIABLES_MAX];

	clear(system);
	for (size_t v = 0; v < whole->variables; v++)
		if (whole->variable[v].part == part) {
			from[system->variables] = v;
			system->variable[system->variables++] =
			    whole->variable[v];
		}
	for (size_t i = 0; i < whole->equations; i++) {
		struct equation *e = &system->equation[system->equations];
		bool             inside = false;

		*e = whole->equation[i];
		e->coefficient = system->coefficients +
		    system->equations * VARIABLES_MAX;
		for (size_t v = 0; v < system->variables; v++) {
			e->coefficient[v] =
			    whole->equation[i].coefficient[from[v]];
			inside |= e->coefficient[v] != 0;
		}
		system->equations += inside;
	}
}

bool
system_holds(const struct system *system)
{
	for (size_t i = 0; i < system->equations; i++)
		if (system->equation[i].origin->rule->level == LEVEL_ERROR &&
		    system->equation[i].residual != 0)
			return false;
	return true;
}

void
system_free(struct system *system)
{
	free(system->coefficients);
	system->coefficients = NULL;
}
