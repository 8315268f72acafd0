/* aggregate: figures by groups.  See aggregate(1). */
#include "base/diagnostics.h"
#include "cli/cli.h"
#include "record/writer.h"
#include "summary/census.h"

struct aggregate {
	struct census census;
};

enum { OPTION_COPIES = 256, OPTION_SORTED };

static const struct cli_option options[] = {
	{ 'g', "group", "FIELD,...", "group by these fields of facts" },
	{ 's', "statistics", "STAT,...", "what to tell of each group" },
	{ 'i', "item", "GLOB,...", "only these items; repeatable" },
	{ 'c', "column", "GLOB,...", "only these columns; repeatable" },
	{ 'S', "source", "GLOB,...", "figures from here [table]; '*': all" },
	{ OPTION_COPIES, "copies", NULL, "count copies of a report too" },
	{ OPTION_SORTED, "sorted", NULL, "an office's reports stand together" },
	{ 0, NULL, NULL, NULL },
};

static const char *
choose(struct choice *choice, const char *globs)
{
	return choice_add(choice, slice_of(globs)) ? NULL : "too many names";
}

static const char *
set(void *context, int letter, const char *value)
{
	struct census *census = &((struct aggregate *)context)->census;

	switch (letter) {
	case 'g':
		return census_add_keys(census, slice_of(value));
	case 's':
		return census_add_statistics(census, slice_of(value));
	case 'i':
		return choose(&census->items, value);
	case 'c':
		return choose(&census->columns, value);
	case OPTION_COPIES:
		census->all_copies = true;
		return NULL;
	case OPTION_SORTED:
		census->is_sorted = true;
		return NULL;
	default:
		return choose(&census->sources, value);
	}
}

static void
write_header(const struct census *census)
{
	for (int i = 0; i < census->keys; i++)
		writer_string(&writer_stdout, census->key[i]->name);
	for (int i = 0; i < census->statistics; i++)
		writer_string(&writer_stdout, census->statistic[i]->name);
	writer_end(&writer_stdout);
}

static void
write_group(void *context, struct group *group)
{
	const struct census *census = context;

	/* The key is whole fields of the input joined by tabs, as they were. */
	if (census->keys > 0)
		writer_raw(&writer_stdout, group_key(group));
	for (int i = 0; i < census->statistics; i++) {
		char text[AMOUNT_BYTES_MAX];

		writer_raw(&writer_stdout, (struct slice){ text,
		    census->statistic[i]->tell(group, text) });
	}
	writer_end(&writer_stdout);
}

/* Behind all output: whoever closes that early wants no remarks. */
static void
tell_copies(const struct census *census)
{
	writer_flush(&writer_stdout);
	if (census->sets.copies > 0)
		remark("%zu copies counted as one with their reports, %zu "
		    "figures differ; --copies counts each",
		    census->sets.copies, census->sets.differing);
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
};

/* What is told where the options do not say. */
static void
start(struct aggregate *aggregate)
{
	if (aggregate->census.statistics == 0)
		census_add_statistics(&aggregate->census, SLICE(
		    "count,sum,approx,blank,na,unreadable,absent"));
	if (aggregate->census.sources.n == 0)
		choice_add(&aggregate->census.sources, SLICE("table"));
}

static void
summarize(struct aggregate *aggregate, char *const files[], int n)
{
	struct census *census = &aggregate->census;

	if (cli_header_wanted())
		write_header(census);
	documents_each(&fact_schema, files, n, census_document, census);
	census_settle(census);
	groups_each(&census->groups, census->offices.rank, write_group, census);
	tell_copies(census);
}

static void
finish(struct aggregate *aggregate)
{
	census_free(&aggregate->census);
}

int
main(int argc, char *argv[])
{
	static struct aggregate aggregate;
	int                     operands = cli_start(&tool, argc, argv, &aggregate);

	start(&aggregate);
	summarize(&aggregate, argv + operands, argc - operands);
	finish(&aggregate);
	return cli_finish();
}
