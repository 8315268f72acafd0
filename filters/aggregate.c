/* aggregate: figures by groups.  See aggregate(1). */
#include "base/diagnostics.h"
#include "cli/cli.h"
#include "panel/panel.h"
#include "panel/unfold.h"
#include "record/reader.h"
#include "record/whole_file.h"
#include "record/writer.h"
#include "rule/message.h"
#include "series/follow.h"
#include "summary/census.h"
#include "summary/part.h"
#include "userdata/userdata.h"

struct aggregate {
	struct census         census;
	struct documents_file file;
	struct merger         merger;
	struct whole_file     left_out;
	const char           *left_out_path;	/* NULL: not asked for */
	bool                  has_list;		/* of these, open */
	bool                  asks;		/* an option says what for */
	bool                  is_of_series, is_wide, is_long;
	struct panel          panel;
	struct following      following;
};

enum {
	OPTION_COPIES = 256, OPTION_SORTED, OPTION_CHILDREN,
	OPTION_REVISIONS, OPTION_LEFT_OUT, OPTION_DOCUMENTS, OPTION_RATE,
	OPTION_PARTIAL, OPTION_MERGE, OPTION_SERIES, OPTION_LANG,
	OPTION_BY_OFFICE,
	OPTION_WIDE, OPTION_BY, OPTION_STATES, OPTION_LABELS, OPTION_LONG,
};

static const struct cli_option options[] = {
	{ 'g', "group", "FIELD,...", "group by these fields" },
	{ 's', "statistics", "STAT,...", "what to tell of each group" },
	{ OPTION_RATE, "rate", "A/B", "tell item A in percent of B; repeatable" },
	{ 'i', "item", "GLOB,...", "only these items; repeatable" },
	{ 'c', "column", "GLOB,...", "only these columns; repeatable" },
	{ 'S', "source", "GLOB,...", "figures from here [table]; '*': all" },
	{ OPTION_DOCUMENTS, "documents", "FILE", "fields of documents are here" },
	{ OPTION_REVISIONS, "revisions", "WHICH",
	    "copies differ: newest, first, error [newest]" },
	{ OPTION_COPIES, "copies", NULL, "count copies of a report too" },
	{ OPTION_CHILDREN, "with-children", NULL,
	    "count those a government's report speaks for too" },
	{ OPTION_LEFT_OUT, "left-out", "FILE", "list what is not counted here" },
	{ OPTION_SORTED, "sorted", NULL, "an office's reports stand together" },
	{ OPTION_BY_OFFICE, "by-office", NULL, "the facts are in any order" },
	{ OPTION_PARTIAL, "partial", NULL, "write a part, for --merge" },
	{ OPTION_MERGE, "merge", NULL, "files are parts from --partial" },
	{ OPTION_SERIES, "series", NULL, "series over all forms for items" },
	{ OPTION_WIDE, "wide", NULL, "a row a report, a column a cell" },
	{ OPTION_BY, "by", "report|office",
	    "--wide: a row a report, or an office and year [report]" },
	{ OPTION_STATES, "states", NULL, "--wide: say why cells are empty" },
	{ OPTION_LABELS, "labels", NULL,
	    "--wide: columns by the form's own names" },
	{ OPTION_LONG, "long", NULL, "a wide table back as facts" },
	{ OPTION_LANG, "lang", "zh|en", "language of labels and caveats" },
	{ 0, NULL, NULL, NULL },
};

static const char *
choose(struct choice *choice, const char *globs)
{
	return choice_add(choice, slice_of(globs)) ? NULL : "too many names";
}

/* Takes an option of the wide table. */
static const char *
set_panel(struct aggregate *aggregate, int letter, const char *value)
{
	struct panel *panel = &aggregate->panel;

	switch (letter) {
	case OPTION_WIDE:
		aggregate->is_wide = true;
		break;
	case OPTION_BY:
		panel->is_by_office = strcmp(value, "office") == 0;
		if (!panel->is_by_office && strcmp(value, "report") != 0)
			return "neither report nor office";
		break;
	case OPTION_STATES:
		panel->has_states = true;
		break;
	case OPTION_LABELS:
		panel->has_labels = true;
		break;
	default:
		aggregate->is_long = true;
	}
	return NULL;
}

static const char *
set(void *context, int letter, const char *value)
{
	struct aggregate *aggregate = context;
	struct census    *census = &aggregate->census;

	aggregate->asks |= letter != OPTION_MERGE &&
	    letter != OPTION_PARTIAL && letter != OPTION_LEFT_OUT &&
	    letter != OPTION_LANG;
	switch (letter) {
	case 'g':
		return census_add_keys(census, slice_of(value));
	case 's':
		return census_add_statistics(census, slice_of(value));
	case 'i':
		return choose(&census->items, value);
	case 'c':
		return choose(&census->columns, value);
	case 'S':
		return choose(&census->sources, value);
	case OPTION_SERIES:
		aggregate->is_of_series = true;
		return NULL;
	case OPTION_WIDE:
	case OPTION_BY:
	case OPTION_STATES:
	case OPTION_LABELS:
	case OPTION_LONG:
		return set_panel(aggregate, letter, value);
	case OPTION_LANG:
		return message_language_set(&aggregate->following.language,
		    value);
	case OPTION_RATE:
		return census_add_rate(census, slice_of(value));
	case OPTION_REVISIONS:
		return revision_find(slice_of(value), &census->sets.revision) ?
		    NULL : "neither newest nor first nor error";
	case OPTION_DOCUMENTS:
		documents_file_read(&aggregate->file, value);
		census->file = &aggregate->file;
		return NULL;
	case OPTION_LEFT_OUT:
		aggregate->left_out_path = value;
		return NULL;
	case OPTION_PARTIAL:
		census->is_part = true;
		return NULL;
	case OPTION_MERGE:
		census->is_merged = true;
		return NULL;
	case OPTION_COPIES:
		census->all_copies = true;
		return NULL;
	case OPTION_CHILDREN:
		census->all_children = true;
		return NULL;
	case OPTION_BY_OFFICE:
		census->is_sorted = true;
		documents_by_office();
		return NULL;
	default:
		census->is_sorted = true;
		return NULL;
	}
}

static void
write_header(const struct aggregate *aggregate)
{
	const struct census *census = &aggregate->census;

	if (aggregate->is_of_series)
		follow_header_key(&aggregate->following, &writer_stdout);
	for (int i = 0; i < census->keys && !aggregate->is_of_series; i++)
		writer_string(&writer_stdout, census->key[i]->name);
	for (int i = 0; i < census->statistics; i++)
		writer_raw(&writer_stdout, census->statistic[i].name);
	if (aggregate->is_of_series)
		follow_header_notes(&writer_stdout);
	writer_end(&writer_stdout);
}

static void
write_group(const struct aggregate *aggregate, struct group *group)
{
	const struct census *census = &aggregate->census;

	if (aggregate->is_of_series &&
	    !follow_counts(&aggregate->following, group_key(group)))
		return;
	/* The key is whole fields of the input joined by tabs, as they were. */
	if (aggregate->is_of_series)
		follow_write_key(&aggregate->following, group_key(group),
		    &writer_stdout);
	else if (census->keys > 0)
		writer_raw(&writer_stdout, group_key(group));
	for (int i = 0; i < census->statistics; i++) {
		const struct statistic_asked *asked = &census->statistic[i];
		struct telling telling = { &census->groups, group,
		    asked->parameter };
		char           text[WIDE_BYTES_MAX];

		writer_raw(&writer_stdout, (struct slice){ text,
		    asked->statistic->tell(&telling, text) });
	}
	if (aggregate->is_of_series)
		follow_write_notes(&aggregate->following, group_key(group),
		    &writer_stdout);
	writer_end(&writer_stdout);
}

static void
write_left_out_header(struct writer *w)
{
	static const char *const names[] = { "doc", "region", "office", "year",
		"reason", "instead" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		writer_string(w, names[i]);
	writer_end(w);
}

/* A left_out_fn. */
static void
write_left_out(void *context, const struct filed_report *report,
    enum left_out_reason reason, const struct filed_report *instead)
{
	static const char *const reasons[] = { [LEFT_OUT_COPY] = "copy",
		[LEFT_OUT_DIFFERS] = "differs", [LEFT_OUT_CHILD] = "child" };
	struct aggregate        *aggregate = context;
	struct writer           *w = &aggregate->left_out.writer;
	const struct office     *office =
	    &report->sets->offices.office[report->number];

	if (reason == LEFT_OUT_DIFFERS)
		warn_of(report->doc, "its copies state other figures: left out");
	if (!aggregate->has_list)
		return;
	writer_raw(w, report->doc);
	writer_raw(w, office->region);
	writer_raw(w, office->name);
	writer_number(w, report->year);
	writer_string(w, reasons[reason]);
	writer_raw(w, report == instead ? SLICE("") : instead->doc);
	writer_end(w);
	writer_commit(w);
}

/* Behind all output: whoever closes that early wants no remarks. */
static void
tell_left_out(const struct census *census)
{
	const struct report_sets *sets = &census->sets;

	writer_flush(&writer_stdout);
	if (sets->copies > 0)
		remark("%zu copies counted as one with their reports, %zu "
		    "figures differ; --copies counts each", sets->copies,
		    sets->differing);
	if (sets->children > 0)
		remark("%zu reports left out, since that of a government above "
		    "speaks for them; --with-children counts them",
		    sets->children);
}

/* Its fields depend on -g and -s: write_header names them. */
static const struct schema summary_schema = { "summary", NULL, 0 };

static const struct cli_tool tool = {
	.name = "aggregate",
	.purpose = "Sums up facts by groups.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &summary_schema,
	.overlay = userdata_lay,
};

/* What is told where the options do not say. */
static void
fill_in(struct aggregate *aggregate)
{
	struct census *census = &aggregate->census;

	if (census->statistics == 0)
		census_add_statistics(census, SLICE(
		    "count,sum,approx,blank,na,unreadable,absent"));
	if (census->sources.n == 0)
		choice_add(&census->sources, aggregate->is_of_series ?
		    SLICE("table,prose") : SLICE("table"));
}

/* Makes the census one of series, if they are asked for. */
static void
begin_series(struct aggregate *aggregate)
{
	struct census *census = &aggregate->census;
	const char    *reason;

	if (!aggregate->is_of_series)
		return;
	follow_note(&aggregate->following, census);
	reason = follow_begin(&aggregate->following, census);
	if (reason != NULL)
		cli_usage("--series", reason);
}

static void
begin_panel(struct aggregate *aggregate)
{
	if (!aggregate->is_wide)
		return;
	if (aggregate->is_of_series)
		aggregate->panel.following = &aggregate->following;
	panel_begin(&aggregate->panel, &aggregate->census);
}

/* Ends the process if options contradict each other. */
static void
check_options(const struct aggregate *aggregate)
{
	const struct census *census = &aggregate->census;
	const struct panel  *panel = &aggregate->panel;
	bool                 is_panel = aggregate->is_wide || aggregate->is_long;

	if (aggregate->is_long && (aggregate->is_wide ||
	    aggregate->is_of_series))
		cli_usage("--long", "reads what --wide wrote");
	if (is_panel && (census->is_part || census->is_merged))
		cli_usage("--wide", "not in parts");
	if (is_panel &&
	    census->keys + census->statistics + census->groups.rates > 0)
		cli_usage("--wide", "-g, -s and --rate are of groups");
	if (!aggregate->is_wide && (panel->is_by_office || panel->has_states ||
	    panel->has_labels))
		cli_usage("--by, --states, --labels", "are of --wide");
}

static void
start(struct aggregate *aggregate)
{
	struct census *census = &aggregate->census;
	const char    *reason = NULL;

	check_options(aggregate);
	if (aggregate->left_out_path != NULL ||
	    census->sets.revision == REVISION_NONE || census->is_merged) {
		census->left_out = write_left_out;
		census->left_out_context = aggregate;
	}
	if (census->is_part &&
	    (cli_header_wanted() || aggregate->left_out_path != NULL))
		cli_usage("--partial", "neither -H nor --left-out with it");
	if (!census->is_merged) {
		fill_in(aggregate);
		begin_series(aggregate);
		begin_panel(aggregate);
		reason = census_begin(census);
	} else if (aggregate->asks)
		reason = "--merge has what the parts were asked for";
	if (reason != NULL)
		cli_usage("options", reason);
}

/* Parts are of series. */
static void
begin_merged_series(void *context)
{
	struct aggregate *aggregate = context;

	aggregate->is_of_series = true;
	follow_note(&aggregate->following, &aggregate->census);
}

/* Reads the facts, or parts, in FILES.  False when no sum may be told of them. */
static bool
read_files(struct aggregate *aggregate, char *const files[], int n)
{
	struct merger *merger = &aggregate->merger;
	bool          is_good = true;

	merger->census = &aggregate->census;
	merger->begin_series = begin_merged_series;
	merger->context = aggregate;
	if (aggregate->is_of_series) {
		documents_each(&fact_schema, files, n, follow_document,
		    &aggregate->following);
		return true;
	}
	if (!aggregate->census.is_merged) {
		documents_each(&fact_schema, files, n, census_document,
		    &aggregate->census);
		return true;
	}
	if (n == 0)
		is_good = merger_read(merger, "-");
	for (int i = 0; i < n; i++)
		is_good &= merger_read(merger, files[i]);
	if (!is_good)
		status_cut_short();
	return is_good;
}

static void
write_summary(struct aggregate *aggregate)
{
	struct census *census = &aggregate->census;

	if (cli_header_wanted())
		write_header(aggregate);
	census_settle(census);
	for (size_t i = 0; i < census->groups.places; i++)
		write_group(aggregate, census->groups.place[i].group);
	tell_left_out(census);
}

static void
summarize(struct aggregate *aggregate, char *const files[], int n)
{
	struct census *census = &aggregate->census;

	if (!read_files(aggregate, files, n))
		return;
	if (census->is_part)
		part_write(census, &writer_stdout);
	else
		write_summary(aggregate);
}

static void
run(struct aggregate *aggregate, char *const files[], int n)
{
	if (aggregate->is_long) {
		panel_unfold(files, n);
	} else if (aggregate->is_wide) {
		panel_write(&aggregate->panel, files, n);
		tell_left_out(&aggregate->census);
	} else
		summarize(aggregate, files, n);
}

static void
finish(struct aggregate *aggregate)
{
	panel_free(&aggregate->panel);
	follow_end(&aggregate->following);
	census_free(&aggregate->census);
	documents_file_free(&aggregate->file);
	merger_free(&aggregate->merger);
}

/* False, and reported, when the list of what is left out cannot be begun. */
static bool
open_list(struct aggregate *aggregate)
{
	struct whole_file *list = &aggregate->left_out;

	if (aggregate->left_out_path == NULL)
		return true;
	if (!whole_file_open(list, aggregate->left_out_path))
		return false;
	aggregate->has_list = true;
	if (cli_header_wanted())
		write_left_out_header(&list->writer);
	return true;
}

static void
close_list(struct aggregate *aggregate)
{
	if (aggregate->has_list)
		whole_file_keep(&aggregate->left_out);
}

int
main(int argc, char *argv[])
{
	static struct aggregate aggregate;
	int                     operands;

	aggregate.following.language = message_language();
	operands = cli_start(&tool, argc, argv, &aggregate);
	start(&aggregate);
	if (!open_list(&aggregate))
		return cli_finish();
	run(&aggregate, argv + operands, argc - operands);
	close_list(&aggregate);
	finish(&aggregate);
	return cli_finish();
}
