/* aggregate: figures by groups.  See aggregate(1). */
#include <stdlib.h>

#include "cli/cli.h"
#include "base/diagnostics.h"
#include "base/map.h"
#include "record/reader.h"
#include "record/writer.h"
#include "summary/choice.h"
#include "summary/group.h"
#include "summary/office.h"
#include "summary/statistic.h"

/* Not a field but a fact of the document: the key of its office. */
enum { KEY_OFFICE = FACT_FIELDS, KEY_NAMES };

struct aggregate {
	int                  key[KEY_NAMES];	/* what to group by */
	int                  keys;
	bool                 by_doc, by_org, by_office;	/* are among them */
	bool                 all_copies;
	struct slice         office;	/* of the document at hand */
	char                 number[AMOUNT_BYTES_MAX];	/* ... which it is of
							 * those of its name */
	struct offices       offices;
	struct map           office_years;	/* those that have a report */
	size_t               copies;	/* left out */
	const struct statistic *statistic[STATISTICS_MAX];
	int                  statistics;
	struct choice        items, columns, sources;
	struct groups        groups;
};

enum { OPTION_COPIES = 256 };

static const struct cli_option options[] = {
	{ 'g', "group", "FIELD,...", "group by these fields of facts" },
	{ 's', "statistics", "STAT,...", "what to tell of each group" },
	{ 'i', "item", "GLOB,...", "only these items; repeatable" },
	{ 'c', "column", "GLOB,...", "only these columns; repeatable" },
	{ 'S', "source", "GLOB,...", "figures from here [table]; '*': all" },
	{ OPTION_COPIES, "copies", NULL, "count copies of a report too" },
	{ 0, NULL, NULL, NULL },
};

/* Calls ADD for each name of the comma-separated LIST; the first reason
 * against one ends it. */
static const char *
each_name(struct slice list, const char *add(struct aggregate *, struct slice),
    struct aggregate *aggregate)
{
	const char  *reason = NULL;
	struct slice name;

	while (reason == NULL && slice_cut(&list, ',', &name))
		reason = add(aggregate, name);
	return reason;
}

static const char *
key_name(int key)
{
	return key == KEY_OFFICE ? "office" : fact_schema.field[key];
}

static const char *
add_key(struct aggregate *aggregate, struct slice name)
{
	for (int i = 0; i < KEY_NAMES; i++) {
		if (!slice_is(name, key_name(i)))
			continue;
		if (aggregate->keys == KEY_NAMES)
			return "too many fields";
		aggregate->key[aggregate->keys++] = i;
		aggregate->by_doc |= i == FACT_DOC;
		aggregate->by_org |= i == FACT_ORG;
		aggregate->by_office |= i == KEY_OFFICE;
		return NULL;
	}
	return "no such field of facts";
}

static const char *
add_statistic(struct aggregate *aggregate, struct slice name)
{
	const struct statistic *found = statistic_find(name);

	if (found == NULL)
		return "no such statistic; see aggregate(1)";
	if (aggregate->statistics == STATISTICS_MAX)
		return "too many statistics";
	aggregate->statistic[aggregate->statistics++] = found;
	aggregate->groups.keeps_values |= found->needs_values;
	return NULL;
}

static const char *
choose(struct choice *choice, const char *globs)
{
	return choice_add(choice, slice_of(globs)) ? NULL : "too many names";
}

static const char *
set(void *context, int letter, const char *value)
{
	struct aggregate *aggregate = context;

	switch (letter) {
	case 'g':
		return each_name(slice_of(value), add_key, aggregate);
	case 's':
		return each_name(slice_of(value), add_statistic, aggregate);
	case 'i':
		return choose(&aggregate->items, value);
	case 'c':
		return choose(&aggregate->columns, value);
	case OPTION_COPIES:
		aggregate->all_copies = true;
		return NULL;
	default:
		return choose(&aggregate->sources, value);
	}
}

/* What the fact about the report called ITEM of DOCUMENT says; FALLBACK where it
 * has none.  These facts come before all figures. */
static struct slice
told(const struct document *document, const char *item, struct slice fallback)
{
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (slice_is(field[FACT_ITEM], item))
			return field[FACT_RAW];
		if (!slice_is(field[FACT_SOURCE], "structure"))
			break;
	}
	return fallback;
}

/* Whether DOCUMENT states a figure in a table. */
static bool
has_figures(const struct document *document)
{
	for (size_t i = 0; i < document->records; i++)
		if (slice_is(document->record[i].field[FACT_SOURCE],
		    "table") && document->record[i].field[FACT_VALUE].n > 0)
			return true;
	return false;
}

/* Whether DOCUMENT, a report with figures, is not the first one of its office and
 * year. */
static bool
is_copy(struct aggregate *aggregate, const struct document *document)
{
	const struct slice *field = document->record[0].field;
	struct slice        genre = told(document, "structure.genre",
	    SLICE("report"));
	unsigned long long  hash;
	size_t              office, probe = 0;

	if (aggregate->all_copies || aggregate->by_doc ||
	    aggregate->office.n == 0 || field[FACT_YEAR].n == 0 ||
	    !slice_is(genre, "report") || !has_figures(document))
		return false;
	office = offices_number(&aggregate->offices, aggregate->office,
	    field[FACT_REGION]);
	hash = slice_hash_on(slice_hash((struct slice){ (const char *)&office,
	    sizeof(office) }), field[FACT_YEAR]);
	if (map_next(&aggregate->office_years, hash, &probe) != MAP_NONE)
		return true;
	map_add(&aggregate->office_years, hash, 0);
	return false;
}

/* Which office of its name DOCUMENT is of, for groups by name; else empty. */
static struct slice
number_of_office(struct aggregate *aggregate, const struct document *document)
{
	const struct slice *field = document->record[0].field;
	struct slice        name = aggregate->by_office ? aggregate->office :
	    field[FACT_ORG];

	if (!aggregate->by_office && !aggregate->by_org)
		return (struct slice){ "", 0 };
	return (struct slice){ aggregate->number, amount_format(
	    aggregate->number, (long long)offices_number(&aggregate->offices,
	    name, field[FACT_REGION]), 0) };
}

static void
fact(struct aggregate *aggregate, const struct record *record,
    struct slice number)
{
	struct slice key[KEY_NAMES + 1];

	if (!choice_has(&aggregate->sources, record->field[FACT_SOURCE]) ||
	    !choice_has(&aggregate->items, record->field[FACT_ITEM]) ||
	    !choice_has(&aggregate->columns, record->field[FACT_COL]))
		return;
	for (int i = 0; i < aggregate->keys; i++)
		key[i] = aggregate->key[i] == KEY_OFFICE ?
		    aggregate->office : record->field[aggregate->key[i]];
	key[aggregate->keys] = number;
	if (!group_add(groups_find(&aggregate->groups, key, aggregate->keys + 1),
	    record->field[FACT_STATE], record->field[FACT_VALUE],
	    aggregate->groups.keeps_values))
		fact_warn(record, "not a figure: left out of its group");
}

static void
document(void *context, const struct document *document)
{
	struct aggregate *aggregate = context;
	struct slice      number;

	aggregate->office = told(document, "structure.office",
	    document->record[0].field[FACT_ORG]);
	if (is_copy(aggregate, document)) {
		aggregate->copies++;
		return;
	}
	number = number_of_office(aggregate, document);
	for (size_t i = 0; i < document->records; i++)
		fact(aggregate, &document->record[i], number);
}

static void
write_header(const struct aggregate *aggregate)
{
	for (int i = 0; i < aggregate->keys; i++)
		writer_string(&writer_stdout, key_name(aggregate->key[i]));
	for (int i = 0; i < aggregate->statistics; i++)
		writer_string(&writer_stdout, aggregate->statistic[i]->name);
	writer_end(&writer_stdout);
}

/* FIELDS, joined by tabs, without the last one. */
static struct slice
without_last(struct slice fields)
{
	while (fields.n > 0 && fields.p[fields.n - 1] != '\t')
		fields.n--;
	return (struct slice){ fields.p, fields.n - (fields.n > 0) };
}

static void
write_group(void *context, struct group *group)
{
	struct aggregate *aggregate = context;

	/* The key is whole fields of the input joined by tabs, as they were,
	 * and the number of the office. */
	if (aggregate->keys > 0)
		writer_raw(&writer_stdout, without_last(group_key(group)));
	for (int i = 0; i < aggregate->statistics; i++) {
		char text[AMOUNT_BYTES_MAX];

		writer_raw(&writer_stdout, (struct slice){ text,
		    aggregate->statistic[i]->tell(group, text) });
	}
	writer_end(&writer_stdout);
}

/* Behind all output: whoever closes that early wants no remarks. */
static void
tell_copies(const struct aggregate *aggregate)
{
	writer_flush(&writer_stdout);
	if (aggregate->copies > 0)
		remark("%zu copies of reports left out; --copies counts them "
		    "too", aggregate->copies);
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

int
main(int argc, char *argv[])
{
	struct aggregate aggregate = { .keys = 0 };
	int              operands = cli_start(&tool, argc, argv, &aggregate);

	if (aggregate.statistics == 0)
		each_name(SLICE("count,sum,approx,blank,na,unreadable,absent"),
		    add_statistic, &aggregate);
	if (aggregate.sources.n == 0)
		choice_add(&aggregate.sources, SLICE("table"));
	if (cli_header_wanted())
		write_header(&aggregate);
	documents_each(&fact_schema, argv + operands, argc - operands,
	    document, &aggregate);
	groups_each(&aggregate.groups, write_group, &aggregate);
	tell_copies(&aggregate);
	groups_free(&aggregate.groups);
	offices_free(&aggregate.offices);
	map_free(&aggregate.office_years);
	choice_free(&aggregate.items);
	choice_free(&aggregate.columns);
	choice_free(&aggregate.sources);
	return cli_finish();
}
