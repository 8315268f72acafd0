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
	unsigned                 *known = &system->of_cell[2 *
	    (size_t)term->number + term->previous];
	struct variable          *v;

	if (cell == NULL)
		return NULL;
	if (*known > 0)
		return &system->variable[*known - 1];
	if (system->variables == VARIABLES_MAX) {
		system->is_cut = true;
		return NULL;
	}
	v = &system->variable[system->variables++];
	*known = (unsigned)system->variables;
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

void
system_add_term(struct system *system, unsigned variable, short coefficient)
{
	struct equation *e = &system->equation[system->equations - 1];

	for (size_t t = e->first; t < e->first + e->terms; t++)
		if (system->term[t].variable == variable) {
			system->term[t].coefficient += coefficient;
			return;
		}
	system->term = memory_room(system->term, &system->term_room,
	    system->terms, sizeof(*system->term));
	system->term[system->terms++] =
	    (struct equation_term){ variable, coefficient };
	e->terms++;
}

/* Takes the last equation back. */
static void
drop_equation(struct system *system)
{
	system->terms = system->equation[--system->equations].first;
}

/* An inequality becomes an equation with what is left to the bound. */
static void
add_slack(struct system *system)
{
	if (system->variables == VARIABLES_MAX) {
		system->is_cut = true;
		return;
	}
	system->variable[system->variables] = (struct variable){
	    .number = NAMES_NONE, .weight = WEIGHT_FREE };
	system_add_term(system, (unsigned)system->variables++, 1);
}

/* Works out by how much E fails, and what it leaves to a bound. */
static void
close_equation(struct system *system, struct equation *e)
{
	struct variable *slack = NULL;

	e->residual = -e->constant;
	for (size_t t = e->first; t < e->first + e->terms; t++) {
		struct variable *v =
		    &system->variable[system->term[t].variable];

		if (v->cell == NULL)
			slack = v;
		else
			e->residual -= system->term[t].coefficient *
			    v->amount;
	}
	if (slack == NULL)
		return;
	slack->amount = e->residual > 0 ? e->residual : 0;
	e->residual -= slack->amount;
}

void
system_close(struct system *system)
{
	for (size_t i = 0; i < system->equations; i++)
		close_equation(system, &system->equation[i]);
}

void
system_set(struct system *system, unsigned variable, long long amount,
    bool is_free)
{
	system->variable[variable].amount = amount;
	if (is_free)
		system->variable[variable].weight = WEIGHT_FREE;
}

/* Adds CHECK as an equation, if it is about cells there are. */
static void
add_check(struct system *system, const struct plan *plan,
    const struct linear_check *check, const struct evidence *evidence)
{
	struct equation *e = &system->equation[system->equations++];

	*e = (struct equation){ .first = system->terms,
	    .constant = check->constant };
	for (unsigned t = check->term; t < check->term + check->terms; t++) {
		const struct linear_term *term = &plan->term[t];
		struct variable          *v = find_variable(system, evidence,
		    term);

		if (v == NULL) {
			drop_equation(system);
			return;
		}
		system_add_term(system, (unsigned)(v - system->variable),
		    term->negative ? -1 : 1);
	}
	if (e->terms == 0) {
		drop_equation(system);
		return;
	}
	if (check->kind == CHECK_AT_MOST)
		add_slack(system);
	close_equation(system, e);
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

/* Whether CHECK can tell which cell is wrong: every variable is at least 0
 * anyway; what a sentence says is a figure, no bound. */
static bool
is_useful(const struct linear_check *check, const struct rule *rule,
    bool evidential)
{
	if (check->kind == CHECK_INTEGER)
		return false;
	if (check->kind == CHECK_EQUAL)
		return true;
	return check->terms > 1 &&
	    (!evidential || (rule->condition.uses_previous &&
	    rule->level <= LEVEL_SUSPECT));
}

/* Of checks of which one will do, the one that holds is what was meant. */
static void
keep_alternative(struct system *system, size_t first)
{
	size_t           kept = first;
	struct equation *e = system->equation;

	while (kept < system->equations && e[kept].residual != 0)
		kept++;
	if (kept < system->equations)
		e[first] = e[kept];
	if (system->equations > first)
		system->equations = first + 1;
}

static void
add_instance(struct system *system, const struct plan *plan,
    const struct instance *instance, const struct evidence *evidence)
{
	bool   evidential = is_evidence(instance, evidence->now->names, plan);
	bool   alternatives = !instance->is_linear && instance->checks > 1;
	size_t first = system->equations;

	for (unsigned c = 0; c < instance->checks; c++) {
		const struct linear_check *check =
		    &plan->check[instance->check + c];

		if (!is_useful(check, instance->rule, evidential))
			continue;
		if (system->equations == EQUATIONS_MAX) {
			system->is_cut = true;
			break;
		}
		add_check(system, plan, check, evidence);
	}
	if (alternatives)
		keep_alternative(system, first);
	for (size_t e = first; e < system->equations; e++) {
		system->equation[e].is_hard = !evidential;
		system->equation[e].origin = instance;
	}
}

/* Starts SYSTEM over, empty. */
static void
clear(struct system *system)
{
	system->variables = system->equations = system->terms = 0;
	system->is_cut = false;
}

/* Has no cell of NAMES known. */
static void
forget_cells(struct system *system, const struct names *names)
{
	if (system->cells < 2 * names->n) {
		system->cells = 2 * names->n;
		system->of_cell = memory_resize(system->of_cell, system->cells,
		    sizeof(*system->of_cell));
	}
	memset(system->of_cell, 0, system->cells * sizeof(*system->of_cell));
}

void
system_build(struct system *system, const struct plan *plan,
    const struct evidence *evidence)
{
	clear(system);
	forget_cells(system, evidence->now->names);
	for (size_t i = 0; i < plan->instances; i++) {
		const struct instance *instance = &plan->instance[i];

		if (instance->checks > 0 &&
		    (instance->rule->level == LEVEL_ERROR ||
		    is_evidence(instance, evidence->now->names, plan)))
			add_instance(system, plan, instance, evidence);
	}
}

/* The first variable of the part that V is of. */
static unsigned
root_of(struct system *system, unsigned v)
{
	while (system->variable[v].part != v) {
		unsigned *part = &system->variable[v].part;

		v = *part = system->variable[*part].part;
	}
	return v;
}

static void
unite(struct system *system, unsigned a, unsigned b)
{
	a = root_of(system, a);
	b = root_of(system, b);
	if (a < b)
		system->variable[b].part = a;
	else
		system->variable[a].part = b;
}

unsigned
system_divide(struct system *system)
{
	unsigned parts = 0;

	for (unsigned v = 0; v < system->variables; v++)
		system->variable[v].part = v;
	for (size_t i = 0; i < system->equations; i++) {
		const struct equation *e = &system->equation[i];

		for (size_t t = 1; t < e->terms; t++)
			unite(system, system->term[e->first].variable,
			    system->term[e->first + t].variable);
	}
	/* A root comes before what it is the root of, which takes its number. */
	for (unsigned v = 0; v < system->variables; v++)
		system->variable[v].part = root_of(system, v);
	for (unsigned v = 0; v < system->variables; v++) {
		unsigned *part = &system->variable[v].part;

		*part = *part == v ? parts++ : system->variable[*part].part;
	}
	return parts;
}

unsigned
system_part(const struct system *system, const struct equation *e)
{
	return system->variable[system->term[e->first].variable].part;
}

void
system_take(struct system *system, const struct system *whole,
    const bool in[])
{
	unsigned to[VARIABLES_MAX];

	clear(system);
	for (size_t v = 0; v < whole->variables; v++)
		if (in[whole->variable[v].part]) {
			to[v] = (unsigned)system->variables;
			system->variable[system->variables] =
			    whole->variable[v];
			system->variable[system->variables++].of_whole =
			    (unsigned)v;
		}
	for (size_t i = 0; i < whole->equations; i++) {
		const struct equation *e = &whole->equation[i];

		if (!in[system_part(whole, e)])
			continue;
		system->equation[system->equations] = *e;
		system->equation[system->equations].first = system->terms;
		system->equation[system->equations++].terms = 0;
		for (size_t t = e->first; t < e->first + e->terms; t++)
			system_add_term(system, to[whole->term[t].variable],
			    whole->term[t].coefficient);
	}
}

void
system_free(struct system *system)
{
	free(system->term);
	free(system->of_cell);
	system->term = NULL;
	system->of_cell = NULL;
	system->term_room = system->cells = 0;
}
