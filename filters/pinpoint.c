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
#include "repair/answer.h"
#include "repair/repair_words.h"
#include "rule/message.h"
#include "rule/offices.h"
#include "userdata/userdata.h"

struct pinpoint {
	struct forms  *forms;
	struct rules   rules;
	const char    *rules_file;	/* of --rules */
	struct series  series;
	struct finder *finder;
	struct buffer  reasons, findings, message;
	struct answer_words words;
	struct effort  effort;		/* that a fault is worth */
	size_t         sets;		/* written for a report, at most */
};

enum { OPTION_RULES = 256, OPTION_STEPS, OPTION_LANG, OPTION_BY_OFFICE };

/* A fifth of a second, or less, on a machine of 2020 that has nothing else to do. */
enum { STEPS = 100000 };

static const struct cli_option options[] = {
	{ 'n', "sets", "N", "at most so many sets a report [10]" },
	{ OPTION_STEPS, "steps", "N", "at most so many steps a fault [100000]" },
	{ 't', "time", "SECONDS", "at most so long a fault, too" },
	{ OPTION_BY_OFFICE, "by-office", NULL, "the facts are in any order" },
	{ OPTION_LANG, "lang", "zh|en", "language of the messages" },
	{ OPTION_RULES, "rules", "FILE", "rules to add, replace, silence" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set(void *context, int letter, const char *value)
{
	struct pinpoint *pinpoint = context;
	long long        amount = 0;

	if (letter == OPTION_BY_OFFICE) {
		documents_by_office();
		return NULL;
	}
	if (letter == OPTION_RULES) {
		pinpoint->rules_file = value;
		return NULL;
	}
	if (letter == OPTION_LANG)
		return message_language_set(&pinpoint->words.language, value);
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
changes(const struct fault *fault, const struct repair *repair, unsigned cell)
{
	for (size_t i = 0; i < repair->cells; i++)
		if (fault->finder->repairs.change[repair->first + i].cell ==
		    cell)
			return true;
	return false;
}

/* Adds a comma, where something stands in LIST. */
static void
separate(struct buffer *list)
{
	if (list->n > 0)
		buffer_string(list, ",");
}

/* Adds the figure VARIABLE, evidence against the report, to WHY. */
static void
add_reason(struct buffer *why, const struct names *names,
    const struct variable *variable)
{
	const struct cell_name *name = &names->name[variable->number];

	separate(why);
	if (variable->previous)
		buffer_string(why, "last:");
	buffer_add(why, name->item);
	buffer_string(why, "@");
	buffer_add(why, name->col);
	buffer_string(why, "=");
	interval_print(why, variable->cell->value);
}

/* The evidence that did not agree with the report and agrees once repaired:
 * sentences and last year's figures as item@col=figure. */
static void
find_reasons(struct pinpoint *pinpoint, const struct fault *fault,
    const struct repair *repair)
{
	const struct finder *f = fault->finder;

	pinpoint->reasons.n = 0;
	for (size_t i = 0; i < f->whole.equations; i++) {
		const struct equation *e = &f->whole.equation[i];

		if (e->is_hard || !f->trial.equation[i].fails ||
		    !f->in[f->trial.equation[i].part] ||
		    !repair_mends(fault, repair, i))
			continue;
		for (size_t t = e->first; t < e->first + e->terms; t++) {
			unsigned v = f->whole.term[t].variable;

			if (f->whole.variable[v].weight == WEIGHT_EVIDENCE &&
			    !changes(fault, repair, v))
				add_reason(&pinpoint->reasons,
				    &pinpoint->series.names,
				    &f->whole.variable[v]);
		}
	}
}

/* What check finds of FAULT, as rule:where. */
static void
find_findings(struct pinpoint *pinpoint, const struct fault *fault)
{
	const struct finder *f = fault->finder;
	struct buffer       *list = &pinpoint->findings;

	list->n = 0;
	for (size_t i = 0; i < f->whole.equations; i++) {
		const struct instance *origin = f->whole.equation[i].origin;

		if (!f->trial.equation[i].fails ||
		    !f->in[f->trial.equation[i].part])
			continue;
		separate(list);
		buffer_add(list, origin->rule->id);
		buffer_string(list, ":");
		buffer_add(list, origin->item);
		if (origin->item.n > 0 && origin->col.n > 0)
			buffer_string(list, "@");
		buffer_add(list, origin->col);
	}
}

/* The fields that are the same for all cells of a set. */
static void
begin_line(const struct pinpoint *pinpoint, const struct fault *fault,
    size_t set, size_t rank)
{
	const struct report *now = pinpoint->series.evidence.now;
	struct writer       *w = &writer_stdout;

	writer_raw(w, now->doc);
	writer_raw(w, now->region);
	writer_raw(w, now->org);
	if (now->year > 0)
		writer_number(w, now->year);
	else
		writer_string(w, "");
	writer_number(w, fault->number);
	writer_number(w, (long long)set + 1);
	writer_number(w, (long long)rank);
	writer_string(w, rank > 1 ? "possible" :
	    fault->is_likely ? "likely" : "ambiguous");
}

static void
end_line(const struct pinpoint *pinpoint, const struct fault *fault,
    size_t set, struct slice report)
{
	struct writer *w = &writer_stdout;

	writer_raw(w, buffer_slice(&pinpoint->reasons));
	writer_raw(w, report);
	writer_number(w, repair_weight(fault, set));
	writer_raw(w, buffer_slice(&pinpoint->findings));
	writer_shown_raw(w, buffer_slice(&pinpoint->message));
	writer_end(w);
}

static void
write_cell(const struct pinpoint *pinpoint, const struct fault *fault,
    const struct repair *repair, const struct change *change)
{
	struct writer           *w = &writer_stdout;
	const struct trial_cell *c = &fault->finder->trial.cell[change->cell];
	const struct cell_name  *name =
	    &pinpoint->series.names.name[c->cell->number];

	writer_raw(w, name->item);
	writer_raw(w, name->col);
	if (c->stands_free)
		writer_string(w, "");
	else
		write_amount(c->stands);
	if (change->is_unknown)
		writer_string(w, "");
	else
		write_amount(change->amount);
	writer_string(w, typo_name[repair->slip != TYPO_OTHER ? repair->slip :
	    typo_of(c->stands, change->amount)]);
	writer_raw(w, c->cell->record != NULL ?
	    c->cell->record->field[FACT_LOC] : (struct slice){ "", 0 });
}

/* A table of which no figure is known: a line, with a pattern for its items. */
static void
write_table(const struct repair *repair)
{
	struct writer *w = &writer_stdout;

	writer_begin(w);
	writer_part_raw(w, repair->table);
	writer_part_raw(w, repair->table.n > 0 ? SLICE(".**") : SLICE("**"));
	writer_string(w, "*");
	writer_string(w, "");
	writer_string(w, "");
	writer_string(w, typo_name[repair->slip]);
	writer_string(w, "");
}

static void
write_repair(struct pinpoint *pinpoint, const struct fault *fault, size_t set,
    size_t rank)
{
	const struct repair   *repair = &fault->repair[set];
	const struct evidence *evidence = &pinpoint->series.evidence;
	const struct finder   *f = fault->finder;

	find_reasons(pinpoint, fault, repair);
	pinpoint->message.n = 0;
	answer_write(&pinpoint->words, fault, set, evidence,
	    &pinpoint->message);
	if (repair->table.p != NULL) {
		begin_line(pinpoint, fault, set, rank);
		write_table(repair);
		end_line(pinpoint, fault, set, evidence->now->doc);
	}
	for (size_t i = 0; i < repair->cells; i++) {
		const struct change *change =
		    &f->repairs.change[repair->first + i];

		begin_line(pinpoint, fault, set, rank);
		write_cell(pinpoint, fault, repair, change);
		end_line(pinpoint, fault, set,
		    f->trial.cell[change->cell].previous ?
		    evidence->before->doc : evidence->now->doc);
	}
}

static void
say(const struct pinpoint *pinpoint, const char *what)
{
	const struct slice doc = pinpoint->series.evidence.now->doc;

	remark("%.*s: %s", (int)doc.n, doc.p, what);
}

static void
write_fault(void *context, const struct fault *fault)
{
	struct pinpoint *pinpoint = context;
	size_t           rank = 1;

	if (fault->is_cut)
		say(pinpoint, "too much is wrong: not all sets of cells were "
		    "looked at");
	find_findings(pinpoint, fault);
	for (size_t i = 0; i < fault->n && i < pinpoint->sets; i++) {
		if (i > 0 && !repairs_tie(&fault->repair[i - 1],
		    &fault->repair[i]))
			rank = i + 1;
		write_repair(pinpoint, fault, i, rank);
	}
}

static void
document(void *context, const struct document *document)
{
	struct pinpoint   *pinpoint = context;
	const struct plan *plan = series_enter(&pinpoint->series,
	    &pinpoint->rules, document);

	if (!plan->is_ruled)
		say(pinpoint, "no rule names the form");
	faults_find(pinpoint->finder, plan, &pinpoint->series.evidence,
	    &pinpoint->effort, write_fault, pinpoint);
	if (pinpoint->finder->whole.is_cut)
		say(pinpoint, "larger than any form: not all cells are used");
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
start(struct pinpoint *pinpoint)
{
	pinpoint->words.forms = pinpoint->forms = forms_load();
	repair_words_load();
	rules_load(&pinpoint->rules, pinpoint->forms, pinpoint->rules_file);
	pinpoint->finder = memory_get(sizeof(*pinpoint->finder));
	*pinpoint->finder = (struct finder){ .forms = pinpoint->forms };
}

static void
finish(struct pinpoint *pinpoint)
{
	series_free(&pinpoint->series);
	finder_free(pinpoint->finder);
	free(pinpoint->finder);
	rules_free(&pinpoint->rules);
	forms_free(pinpoint->forms);
	buffer_free(&pinpoint->reasons);
	buffer_free(&pinpoint->findings);
	buffer_free(&pinpoint->message);
}

int
main(int argc, char *argv[])
{
	static struct pinpoint pinpoint = { .effort.steps = STEPS,
	    .sets = 10 };
	int                    operands;

	pinpoint.words.language = message_language();
	operands = cli_start(&tool, argc, argv, &pinpoint);
	start(&pinpoint);
	offices_each(argv + operands, argc - operands, &pinpoint.series,
	    document, &pinpoint);
	finish(&pinpoint);
	return cli_finish();
}
