/* pinpoint: the cells that are wrong where identities fail.  See
 * pinpoint(1). */
#include <stdlib.h>

#include "cli/cli.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "record/reader.h"
#include "base/tsv.h"
#include "record/writer.h"
#include "record/amount.h"
#include "base/buffer.h"
#include "repair/repair.h"
#include "rule/offices.h"
#include "userdata/userdata.h"


enum repair_field {
	REPAIR_DOC, REPAIR_REGION, REPAIR_ORG, REPAIR_YEAR, REPAIR_FAULT,
	REPAIR_SET,
	REPAIR_RANK, REPAIR_VERDICT, REPAIR_ITEM, REPAIR_COL, REPAIR_VALUE,
	REPAIR_REPAIRED, REPAIR_SLIP, REPAIR_LOC, REPAIR_WHY,
	REPAIR_FIELDS
};

static const char *const repair_names[REPAIR_FIELDS] = {
	[REPAIR_DOC] = "doc", [REPAIR_REGION] = "region",
	[REPAIR_ORG] = "org", [REPAIR_YEAR] = "year",
	[REPAIR_FAULT] = "fault", [REPAIR_SET] = "set",
	[REPAIR_RANK] = "rank", [REPAIR_VERDICT] = "verdict",
	[REPAIR_ITEM] = "item", [REPAIR_COL] = "col",
	[REPAIR_VALUE] = "value", [REPAIR_REPAIRED] = "repaired",
	[REPAIR_SLIP] = "slip", [REPAIR_LOC] = "loc", [REPAIR_WHY] = "why",
};

static const struct schema repair_schema =
    { "repairs", repair_names, REPAIR_FIELDS };

struct pinpoint {
	struct forms  *forms;
	struct rules   rules;
	const char    *rules_file;	/* of --rules */
	struct series  series;
	struct system *whole;		/* the report's identities */
	struct system *system;		/* those of one fault */
	unsigned       fault;
	struct search  search;
	struct repairs repairs;
	struct buffer  reasons;
	struct effort  effort;		/* that a fault is worth */
	size_t         sets;		/* written for a report, at most */
};

enum { OPTION_RULES = 256, OPTION_STEPS };

/* A second, or less, on a machine of 2020 that has nothing else to do. */
enum { STEPS = 1000000 };

static const struct cli_option options[] = {
	{ 'n', "sets", "N", "at most so many sets a report [10]" },
	{ OPTION_STEPS, "steps", "N", "at most so many steps a fault [1000000]" },
	{ 't', "time", "SECONDS", "at most so long a fault, too" },
	{ OPTION_RULES, "rules", "FILE", "rules to add, replace, silence" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set(void *context, int letter, const char *value)
{
	struct pinpoint *pinpoint = context;
	long long        amount = 0;

	if (letter == OPTION_RULES) {
		pinpoint->rules_file = value;
		return NULL;
	}
	if (!amount_parse(slice_of(value), &amount) || amount <= 0)
		return "not a number above 0";
	if (letter == OPTION_STEPS)
		pinpoint->effort.steps = (unsigned long long)amount /
		    AMOUNT_ONE;
	else if (letter == 't')
		pinpoint->effort.seconds = (double)amount / AMOUNT_ONE;
	else
		pinpoint->sets = (size_t)(amount / AMOUNT_ONE);
	return NULL;
}

static void
write_amount(long long amount)
{
	char text[AMOUNT_BYTES_MAX];

	writer_raw(&writer_stdout, (struct slice){ text,
	    amount_format(text, 0, amount) });
}

static bool
has_variable(const struct repair *repair, size_t variable)
{
	for (size_t i = 0; i < repair->set.cells; i++)
		if (repair->set.variable[i] == variable)
			return true;
	return false;
}

/* The evidence that did not agree with the report and agrees once repaired:
 * sentences and last year's figures as item@col=figure. */
static void
find_reasons(struct pinpoint *pinpoint, const struct repair *repair)
{
	const struct system *system = pinpoint->system;
	struct buffer       *why = &pinpoint->reasons;

	why->n = 0;
	for (size_t e = 0; e < system->equations; e++) {
		const struct equation *equation = &system->equation[e];

		if (equation->is_hard || equation->residual == 0)
			continue;
		for (size_t v = 0; v < system->variables; v++) {
			const struct variable  *variable =
			    &system->variable[v];
			const struct cell_name *name =
			    &pinpoint->series.names.name[variable->number];

			if (equation->coefficient[v] == 0 ||
			    variable->weight != WEIGHT_EVIDENCE ||
			    has_variable(repair, v))
				continue;
			if (why->n > 0)
				buffer_string(why, ",");
			if (variable->previous)
				buffer_string(why, "last:");
			buffer_add(why, name->item);
			buffer_string(why, "@");
			buffer_add(why, name->col);
			buffer_string(why, "=");
			interval_print(why, variable->cell->value);
		}
	}
}

static void
write_cell(struct pinpoint *pinpoint, const struct repair *repair, size_t i)
{
	struct writer          *w = &writer_stdout;
	const struct variable  *v =
	    &pinpoint->system->variable[repair->set.variable[i]];
	const struct cell_name *name =
	    &pinpoint->series.names.name[v->number];

	writer_raw(w, name->item);
	writer_raw(w, name->col);
	write_amount(v->amount);
	write_amount(repair->set.amount[i]);
	writer_string(w, typo_name[repair->typo != TYPO_OTHER ? repair->typo :
	    typo_of(v->amount, repair->set.amount[i])]);
	writer_raw(w, v->cell->record != NULL ?
	    v->cell->record->field[FACT_LOC] : (struct slice){ "", 0 });
	writer_raw(w, buffer_slice(&pinpoint->reasons));
}

static void
write_repair(struct pinpoint *pinpoint, size_t set, size_t rank,
    const char *verdict)
{
	const struct repair *repair = &pinpoint->repairs.repair[set];
	const struct report *now = pinpoint->series.evidence.now;
	struct writer       *w = &writer_stdout;

	find_reasons(pinpoint, repair);
	for (size_t i = 0; i < repair->set.cells; i++) {
		writer_raw(w, now->doc);
		writer_raw(w, now->region);
		writer_raw(w, now->org);
		if (now->year > 0)
			writer_number(w, now->year);
		else
			writer_string(w, "");
		writer_number(w, pinpoint->fault);
		writer_number(w, (long long)set + 1);
		writer_number(w, (long long)rank);
		writer_string(w, verdict);
		write_cell(pinpoint, repair, i);
		writer_end(w);
	}
}

/* Whether the first repair stands out: nothing ties with it, and where it
 * changes many cells, either evidence agrees with it or there is no other. */
static bool
is_likely(struct pinpoint *pinpoint)
{
	const struct repair *first = pinpoint->repairs.repair;

	if (pinpoint->repairs.n == 1)
		return true;
	if (repairs_tie(first, first + 1))
		return false;
	find_reasons(pinpoint, first);
	return first->set.cells <= 2 || first->typo != TYPO_OTHER ||
	    pinpoint->reasons.n > 0;
}

static void
write_repairs(struct pinpoint *pinpoint)
{
	const struct repairs *repairs = &pinpoint->repairs;
	size_t                rank = 1;
	const char           *verdict = is_likely(pinpoint) ? "likely" :
	    "ambiguous";

	for (size_t i = 0; i < repairs->n && i < pinpoint->sets; i++) {
		if (i > 0 && !repairs_tie(&repairs->repair[i - 1],
		    &repairs->repair[i]))
			rank = i + 1;
		write_repair(pinpoint, i, rank, rank == 1 ? verdict :
		    "possible");
	}
}

static void
say(const struct pinpoint *pinpoint, const char *what)
{
	const struct slice doc = pinpoint->series.evidence.now->doc;

	remark("%.*s: %s", (int)doc.n, doc.p, what);
}

/* What mends the identities that hang together with those that fail. */
static void
mend(struct pinpoint *pinpoint)
{
	repairs_find(&pinpoint->repairs, &pinpoint->search, pinpoint->system,
	    pinpoint->series.evidence.now, &pinpoint->effort);
	if (!pinpoint->search.is_complete)
		say(pinpoint, "too much is wrong: not all sets of cells were "
		    "looked at");
	if (pinpoint->repairs.n == 0)
		return;
	pinpoint->fault++;
	write_repairs(pinpoint);
}

static void
document(void *context, const struct document *document)
{
	struct pinpoint   *pinpoint = context;
	const struct plan *plan = series_enter(&pinpoint->series,
	    &pinpoint->rules, document);
	unsigned           parts = 0;

	system_build(pinpoint->whole, plan, &pinpoint->series.evidence);
	if (!plan->is_ruled)
		say(pinpoint, "no rule names the form");
	if (pinpoint->whole->is_cut)
		say(pinpoint, "larger than any form: not all cells are used");
	if (!system_holds(pinpoint->whole))
		parts = system_divide(pinpoint->whole);
	pinpoint->fault = 0;
	for (unsigned i = 0; i < parts; i++) {
		system_take(pinpoint->system, pinpoint->whole, i);
		if (!system_holds(pinpoint->system))
			mend(pinpoint);
	}
	series_leave(&pinpoint->series);
}

static const struct cli_tool tool = {
	.name = "pinpoint",
	.purpose = "Tells which cells are wrong where figures do not add up.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &repair_schema,
	.overlay = userdata_lay,
};

static void
finish(struct pinpoint *pinpoint)
{
	series_free(&pinpoint->series);
	search_free(&pinpoint->search);
	system_free(pinpoint->whole);
	system_free(pinpoint->system);
	free(pinpoint->whole);
	free(pinpoint->system);
	rules_free(&pinpoint->rules);
	forms_free(pinpoint->forms);
	buffer_free(&pinpoint->reasons);
}

int
main(int argc, char *argv[])
{
	static struct pinpoint pinpoint = { .effort.steps = STEPS,
	    .sets = 10 };
	int                    operands = cli_start(&tool, argc, argv,
	    &pinpoint);

	pinpoint.forms = forms_load();
	rules_load(&pinpoint.rules, pinpoint.forms, pinpoint.rules_file);
	pinpoint.whole = memory_get(sizeof(*pinpoint.whole));
	pinpoint.system = memory_get(sizeof(*pinpoint.system));
	pinpoint.whole->coefficients = pinpoint.system->coefficients = NULL;
	offices_each(argv + operands, argc - operands, &pinpoint.series,
	    document, &pinpoint);
	finish(&pinpoint);
	return cli_finish();
}
