#include "lint.h"

#include <stdlib.h>

#include "base/memory.h"
#include "equations.h"
#include "example.h"
#include "record/schema.h"
#include "record/writer.h"
#include "series.h"
#include "state_count.h"

static void
tell(const struct rule *rule, struct slice form, const char *fault,
    struct slice other)
{
	struct writer *w = &writer_stdout;

	writer_field(w, rule->id);
	writer_field(w, form);
	writer_string(w, fault);
	writer_field(w, other);
	writer_end(w);
}

static size_t
lint_fields(const struct rules *rules)
{
	struct known_cells known = { .n = 0 };
	struct rule_fault  fault;
	size_t             faults = 0;

	known_cells_list(&known, rules->forms);
	for (size_t i = 0; i < rules->n; i++) {
		if (vet_rule(&rules->rule[i], rules->forms, &known, &fault))
			continue;
		tell(&rules->rule[i], SLICE(""), "no-field", fault.where);
		faults++;
	}
	known_cells_free(&known);
	return faults;
}

static size_t
lint_notes(const struct rules *rules)
{
	const struct data_table *notes = data_table(DATA_RULE_NOTES);
	size_t                   faults = 0;

	for (size_t i = 0; i < rules->n; i++) {
		size_t n = 0;

		while (n < notes->rows && !slice_eq(notes->row[n].field[0],
		    rules->rule[i].id))
			n++;
		if (n < notes->rows)
			continue;
		tell(&rules->rule[i], SLICE(""), "no-note", SLICE(""));
		faults++;
	}
	return faults;
}

/* Which rules an example keeps, and which it breaks. */
struct shown {
	const struct rules   *rules;
	const struct example *example;
	bool                (*by)[2];	/* by rule: passes, fails */
	bool                  told;	/* something of this example */
};

static void
note_shown(void *context, const struct finding *finding)
{
	struct shown      *shown = context;
	const struct rule *rule = finding->instance->rule;
	bool               fails = finding->verdict == VERDICT_FAIL;

	if (slice_eq(rule->id, shown->example->rule) &&
	    (fails || finding->verdict == VERDICT_PASS) &&
	    fails == shown->example->fails)
		shown->by[rule - shown->rules->rule][fails] = true;
}

/* The rule that tells NOTICE; a notice_fn. */
static void
note_notice(void *context, const struct rule *rule, const struct notice *notice)
{
	struct shown *shown = context;

	(void)notice;
	if (slice_eq(rule->id, shown->example->rule) && shown->example->fails)
		shown->by[rule - shown->rules->rule][1] = true;
	shown->told |= slice_eq(rule->id, shown->example->rule);
}

/* Notes the rules of range own or tree that the example breaks; or keeps, if they
 * tell nothing of it. */
static void
note_told(struct shown *shown)
{
	const struct rules *rules = shown->rules;

	shown->told = false;
	example_tell(shown->example, rules, note_notice, shown);
	for (size_t i = 0; i < rules->n && !shown->told &&
	    !shown->example->fails; i++)
		if (rules->rule[i].range >= RANGE_OWN &&
		    slice_eq(rules->rule[i].id, shown->example->rule))
			shown->by[i][0] = true;
}

static size_t
lint_examples(const struct rules *rules)
{
	struct example example;
	struct shown   shown = { rules, &example, NULL, false };
	struct arena   arena = { .first = NULL };
	size_t         faults = 0;

	shown.by = memory_get((rules->n + 1) * sizeof(*shown.by));
	memset(shown.by, 0, (rules->n + 1) * sizeof(*shown.by));
	for (size_t i = 0; example_read(&example, i, &arena); i++) {
		example_judge(&example, rules, note_shown, &shown);
		note_told(&shown);
		arena_reset(&arena);
	}
	for (size_t i = 0; i < rules->n; i++)
		if (!(shown.by[i][0] && shown.by[i][1])) {
			tell(&rules->rule[i], rules->rule[i].range_text,
			    "no-example", shown.by[i][1] ? SLICE("pass") :
			    SLICE("fail"));
			faults++;
		}
	free(shown.by);
	arena_free(&arena);
	return faults;
}

/* Whether RULE speaks of figures only, so that it can be judged without any. */
static bool
is_of_figures(const struct rule *rule)
{
	const struct expression *e = &rule->condition;

	for (size_t i = 0; i < e->codes; i++)
		if (e->code[i].operation < OP_ADD &&
		    e->code[i].operation != OP_AMOUNT &&
		    e->code[i].operation != OP_CELLS)
			return false;
	for (size_t i = 0; i < e->references; i++)
		if (counts_states(e->reference[i].fold))
			return false;
	return true;
}

/* Verdicts over figures of which nothing is known. */
struct blind {
	struct slice form;
	bool        *told;	/* by rule */
	const struct rules *rules;
	size_t       faults;
};

static void
note_certain(void *context, const struct finding *finding)
{
	struct blind      *blind = context;
	const struct rule *rule = finding->instance->rule;
	bool              *told = &blind->told[rule - blind->rules->rule];

	if (*told || !is_of_figures(rule) ||
	    (finding->verdict != VERDICT_FAIL &&
	    (finding->verdict != VERDICT_PASS || finding->filled)))
		return;
	tell(rule, blind->form, finding->verdict == VERDICT_FAIL ?
	    "never-holds" : "never-fails", SLICE(""));
	*told = true;
	blind->faults++;
}

static size_t
lint_blind(const struct rules *rules, struct slice form, struct series *series)
{
	struct blind blind = { .form = form, .rules = rules };

	blind.told = memory_get(rules->n + 1);
	memset(blind.told, 0, rules->n + 1);
	evaluate(plans_find(&series->plans, rules, &series->report),
	    &series->evidence, true, note_certain, &blind);
	free(blind.told);
	return blind.faults;
}

/* Rules of one id are alternatives of one another. */
static bool
is_other(const struct rule *a, const struct rule *b)
{
	return !slice_eq(a->id, b->id);
}

static size_t
lint_equations(const struct rules *rules, struct slice form,
    struct series *series)
{
	struct equations all;
	size_t           faults = 0;

	equations_of(&all, plans_find(&series->plans, rules, &series->report),
	    &series->names);
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->rule[i], *other = NULL;
		enum relation      relation = equations_relation(&all, rule,
		    is_other, &other);

		if (relation == RELATION_NONE)
			continue;
		tell(rule, form, relation == RELATION_FOLLOWS ? "follows" :
		    "contradicts", other != NULL ? other->id : SLICE(""));
		faults++;
	}
	equations_free(&all);
	return faults;
}

/* Adds a cell to REPORT, in which there is room. */
static void
add_cell(struct document *report, struct slice year, struct slice form,
    struct slice item, struct slice col)
{
	struct record *fact = &report->record[report->records++];
	bool           in_table = !slice_starts(item, SLICE("prose.")) &&
	    !slice_starts(item, SLICE("structure."));

	for (int f = 0; f < FACT_FIELDS; f++)
		fact->field[f] = SLICE("");
	fact->field[FACT_DOC] = report->name;
	fact->field[FACT_YEAR] = year;
	fact->field[FACT_FORM] = form;
	fact->field[FACT_ITEM] = item;
	fact->field[FACT_COL] = col;
	fact->field[FACT_STATE] = SLICE("unreadable");
	fact->field[FACT_SOURCE] = in_table ? SLICE("table") : SLICE("prose");
}

/* A report of FORM that has every cell that rules can name, in ARENA. */
static struct document
whole_report(const struct rules *rules, struct slice form, struct slice year,
    struct arena *arena)
{
	struct known_cells known = { .n = 0 };
	struct document    report = { .name = year };

	known_cells_list(&known, rules->forms);
	report.record = arena_alloc(arena, known.n * sizeof(*report.record));
	for (size_t i = 0; i < known.n; i++) {
		const struct known_cell *cell = &known.cell[i];
		bool                     of_form = cell->form.n > 0;

		if ((of_form && (!forms_is_like(rules->forms, form,
		    cell->form) || !form_item_has(form_item(rules->forms,
		    cell->form, cell->item), cell->col))) ||
		    slice_is(cell->col, "hash"))
			continue;
		add_cell(&report, year, form, arena_copy(arena, cell->item),
		    cell->col);
	}
	known_cells_free(&known);
	return report;
}

/* The rules for FORM over a report that has every cell. */
static size_t
lint_form(const struct rules *rules, struct slice form)
{
	struct series  *series = memory_get(sizeof(*series));
	struct arena    arena = { .first = NULL };
	size_t          faults;

	*series = (struct series){ .turn = 0 };
	for (int i = 0; i < 2; i++) {
		struct document whole = whole_report(rules, form,
		    i == 0 ? SLICE("2021") : SLICE("2022"), &arena);

		if (i > 0)
			series_leave(series);
		series_enter(series, rules, &whole);
		for (size_t c = 0; c < series->report.cells; c++)
			series->report.cell[c].value =
			    interval_unreadable(true);
	}
	faults = lint_blind(rules, form, series) +
	    lint_equations(rules, form, series);
	series_leave(series);
	series_free(series);
	free(series);
	arena_free(&arena);
	return faults;
}

size_t
lint(const struct rules *rules)
{
	size_t faults = lint_fields(rules) + lint_notes(rules) +
	    lint_examples(rules);

	for (size_t i = 0; i < rules->forms->forms; i++)
		faults += lint_form(rules, rules->forms->form[i].name);
	return faults;
}
