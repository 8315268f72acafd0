/* tabulate: reads the figures of each report's tables and sentences. */
#include <stdio.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/left_out.h"
#include "cli/cli.h"
#include "form/form.h"
#include "table/tables.h"
#include "prose/prose.h"
#include "record/reader.h"
#include "record/whole_file.h"
#include "record/writer.h"
#include "structure/document_record.h"
#include "structure/structure.h"
#include "userdata/userdata.h"

enum { YEAR_MAX = 9999 };

struct state {
	bool             quiet;
	bool             all;		/* also what is no report */
	bool             explains;	/* sentences, in place of facts */
	struct forms    *forms;
	struct tables   *tables;
	struct prose    *prose;
	struct arena     arena;		/* of one document */
	/* Of the document at hand. */
	struct slice     doc, region, org, year;
	struct slice     whose;		/* these and the form, TABs between */
	struct slice     ocr;		/* not empty: it was read from pictures */
	struct slice     genre, office;
	const char      *documents_path;	/* their records; NULL: none */
	struct whole_file documents;
};

enum { OPTION_DOCUMENTS = 256 };

static const struct cli_option options[] = {
	{ 'a', "all", NULL, "read the figures also of what is no report" },
	{ 'e', "explain", NULL, "tell how sentences are read, in place of facts" },
	{ OPTION_DOCUMENTS, "documents", "FILE",
	    "write a record of each document too" },
	{ 'F', "forms", "DIR", "older name of --data" },
	{ 'q', "quiet", NULL, "do not say which reports have unreadable cells" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set(void *context, int letter, const char *value)
{
	struct state *state = context;

	if (letter == 'q')
		state->quiet = true;
	else if (letter == 'a')
		state->all = true;
	else if (letter == 'e')
		state->explains = true;
	else if (letter == OPTION_DOCUMENTS)
		state->documents_path = value;
	else
		userdata_lay(value);
	return NULL;
}

/* Takes what sectionize says of the document from its meta records. */
static void
identify(struct state *state, const struct document *document)
{
	const struct {
		struct slice  property;
		struct slice *field;
	} wanted[] = {
		{ SLICE("region"), &state->region },
		{ SLICE("org"), &state->org },
		{ SLICE("year"), &state->year }, { SLICE("ocr"), &state->ocr },
		{ SLICE("genre"), &state->genre },
		{ SLICE("office"), &state->office },
	};

	state->doc = document->name;
	for (size_t w = 0; w < sizeof(wanted) / sizeof(wanted[0]); w++)
		*wanted[w].field = (struct slice){ "", 0 };
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (!slice_is(field[BLOCK_KIND], "meta"))
			break;
		for (size_t w = 0; w < sizeof(wanted) / sizeof(wanted[0]); w++)
			if (slice_eq(field[BLOCK_SECTION], wanted[w].property))
				*wanted[w].field = field[BLOCK_TEXT];
	}
}

static void
write_fact(void *context, const struct fact *fact)
{
	enum { COL = 2, RAW = 8, WORDS = 1 << COL | 1 << RAW };
	struct state      *state = context;
	struct writer     *w = &writer_stdout;
	const struct slice field[] = {
		state->whose, fact->item, fact->col, fact->value, fact->unit,
		fact->state, fact->source, state->ocr.n == 0 ? fact->loc :
		    arena_join(&state->arena, fact->loc, SLICE("/ocr")),
		fact->raw,
	};

	writer_fields(w, field, sizeof(field) / sizeof(*field), WORDS);
	writer_end(w);
}

/* Joins the fields that all facts of the document begin with, once for all of
 * them: writing takes a third less. */
static void
set_form(struct state *state, struct slice form)
{
	const struct slice field[] = { state->region, state->org, state->year,
		form };

	state->whose = state->doc;
	for (size_t i = 0; i < sizeof(field) / sizeof(*field); i++)
		state->whose = arena_join(&state->arena, arena_join(
		    &state->arena, state->whose, SLICE("\t")), field[i]);
}

/* The key of the office, before all else that is told of the document: who
 * reads the facts in their order knows it from the first. */
static void
write_office(struct state *state)
{
	const struct slice none = { "", 0 };

	if (state->office.n > 0)
		write_fact(state, &(struct fact){
		    .item = SLICE("structure.office"), .col = SLICE("count"),
		    .value = SLICE("1"), .unit = none,
		    .state = SLICE("number"), .source = SLICE("structure"),
		    .loc = none, .raw = state->office });
}

/* What became of the form's cells, as facts. */
static void
write_counts(struct state *state, const struct table_counts *counts)
{
	const struct {
		const char *col;
		unsigned    n;
	} count[] = {
		{ "expected", counts->expected }, { "found", counts->found },
		{ "blank", counts->blank },
		{ "unreadable", counts->unreadable },
	};
	struct slice none = { "", 0 };

	for (size_t i = 0; i < sizeof(count) / sizeof(count[0]); i++) {
		char        digits[16];
		struct fact fact = {
			.item = SLICE("structure.cells"),
			.col = slice_of(count[i].col), .unit = none,
			.state = SLICE("number"),
			.source = SLICE("structure"), .loc = none, .raw = none,
		};

		snprintf(digits, sizeof(digits), "%u", count[i].n);
		fact.value = slice_of(digits);
		write_fact(state, &fact);
	}
}

static void
write_explanation(void *context, const struct prose_explanation *told)
{
	const struct state *state = context;
	struct writer      *w = &writer_stdout;
	const struct slice  raws[] = {
		state->doc, told->loc, told->item,
	};
	const struct slice  fields[] = {
		told->col, told->value, told->rest, told->parts,
	};

	writer_raws(w, raws, sizeof(raws) / sizeof(raws[0]));
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		writer_field(w, fields[i]);
	writer_end(w);
}

static void
ignore_fact(void *context, const struct fact *fact)
{
	(void)context;
	(void)fact;
}

static int
year_of(const struct state *state)
{
	unsigned long long year;

	return digits_read(state->year, YEAR_MAX, &year) ? (int)year : 0;
}

/* Whether the document is something else than an annual report: its figures
 * are not an office's for a year, and nobody may add them up as such. */
static bool
is_no_report(const struct state *state)
{
	return state->genre.n > 0 && !slice_is(state->genre, "report") &&
	    !slice_is(state->genre, "unknown");
}

/* Writes the record of DOCUMENT itself, if it is wanted. */
static void
write_document(struct state *state, const struct document *document,
    struct document_reading reading)
{
	if (state->documents_path != NULL)
		document_record_write(&state->documents.writer, document,
		    &reading);
}

static void
read_figures(struct state *state, const struct document *document)
{
	struct table_counts counts;
	struct slice        form = tables_read(state->tables, document,
	    state->year);

	set_form(state, form);
	write_office(state);
	counts = tables_facts(state->tables, write_fact, state);
	prose_read(state->prose, document, year_of(state), write_fact,
	    state);
	structure_read(document, &state->arena, write_fact, state);
	write_counts(state, &counts);
	write_document(state, document, (struct document_reading){ form,
	    counts.expected, counts.found, counts.blank, counts.unreadable,
	    false, left_out_or(NULL) != NULL });
	if (counts.unreadable > 0 && !state->quiet)
		remark("%.*s: %u of %u cells unreadable",
		    (int)document->name.n, document->name.p,
		    counts.unreadable, counts.expected);
}

/* Only what can be said of the document itself. */
static void
leave_out_figures(struct state *state, const struct document *document)
{
	set_form(state, (struct slice){ "", 0 });
	write_office(state);
	structure_read(document, &state->arena, write_fact, state);
	write_document(state, document, (struct document_reading){
	    .form = SLICE(""), .left_out = true });
	if (!state->quiet)
		remark("%.*s: no report (%.*s): its figures are left out",
		    (int)document->name.n, document->name.p,
		    (int)state->genre.n, state->genre.p);
}

/* Says why something of DOCUMENT was left out, if it was, as of one that its reader
 * could not read as a whole. */
static void
tell_left_out(struct state *state, const struct document *document)
{
	const char        *reason = left_out_or(NULL);
	const struct slice none = { "", 0 };

	if (reason == NULL)
		return;
	warn_of(document->name, reason);
	if (!state->explains)
		write_fact(state, &(struct fact){
		    .item = SLICE("structure.error"), .col = SLICE("count"),
		    .value = SLICE("1"), .unit = none,
		    .state = SLICE("number"), .source = SLICE("structure"),
		    .loc = none, .raw = slice_of(reason) });
}

static void
tabulate(void *context, const struct document *document)
{
	struct state *state = context;

	left_out_nothing();
	identify(state, document);
	if (state->explains)
		prose_read(state->prose, document, year_of(state), ignore_fact,
		    state);
	else if (state->all || !is_no_report(state))
		read_figures(state, document);
	else
		leave_out_figures(state, document);
	tell_left_out(state, document);
	arena_reset(&state->arena);
}

static const struct cli_tool tool = {
	.name = "tabulate",
	.purpose = "Reads the figures of reports: blocks in, facts out.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &fact_schema,
	.overlay = userdata_lay,
};

static void
start(struct state *state)
{
	state->forms = forms_load();
	state->tables = tables_new(state->forms);
	state->prose = prose_load();
	if (state->explains)
		prose_explain(state->prose, write_explanation);
}

/* Begins the file of documents, if it is wanted.  False when it cannot be. */
static bool
open_documents(struct state *state)
{
	if (state->documents_path == NULL)
		return true;
	if (!whole_file_open(&state->documents, state->documents_path))
		return false;
	if (cli_header_wanted())
		writer_header(&state->documents.writer, &document_schema);
	return true;
}

static void
finish(struct state *state)
{
	if (state->documents_path != NULL)
		whole_file_keep(&state->documents);
	arena_free(&state->arena);
	prose_free(state->prose);
	tables_free(state->tables);
	forms_free(state->forms);
}

int
main(int argc, char *argv[])
{
	struct state state = { .quiet = false };
	int          operands = cli_start(&tool, argc, argv, &state);

	start(&state);
	if (!open_documents(&state)) {
		status_cut_short();
		return cli_finish();
	}
	documents_each(&block_schema, argv + operands, argc - operands,
	    tabulate, &state);
	finish(&state);
	return cli_finish();
}
