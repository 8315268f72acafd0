/* aggregate: figures by groups.  See aggregate(1). */
#include <stdlib.h>

#include "cli/cli.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "record/reader.h"
#include "record/writer.h"
#include "summary/choice.h"
#include "summary/group.h"
#include "summary/statistic.h"

/* Not a field but a fact of the document: the key of its office. */
enum { KEY_OFFICE = FACT_FIELDS, KEY_NAMES };

struct aggregate {
	int                  key[KEY_NAMES];	/* what to group by */
	int                  keys;
	struct buffer        doc, office;	/* of the document at hand */
	const struct statistic *statistic[STATISTICS_MAX];
	int                  statistics;
	struct choice        items, columns, sources;
	struct groups        groups;
};

static const struct cli_option options[] = {
	{ 'g', "group", "FIELD,...", "group by these fields of facts" },
	{ 's', "statistics", "STAT,...", "what to tell of each group" },
	{ 'i', "item", "GLOB,...", "only these items; repeatable" },
	{ 'c', "column", "GLOB,...", "only these columns; repeatable" },
	{ 'S', "source", "GLOB,...", "figures from here [table]; '*': all" },
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
	default:
		return choose(&aggregate->sources, value);
	}
}

static void
set_buffer(struct buffer *buffer, struct slice bytes)
{
	buffer->n = 0;
	buffer_add(buffer, bytes);
}

/* The office of a document is its name, until its key is told, which is before
 * all figures. */
static void
follow_office(struct aggregate *aggregate, const struct record *record)
{
	if (!slice_eq(buffer_slice(&aggregate->doc),
	    record->field[FACT_DOC])) {
		set_buffer(&aggregate->doc, record->field[FACT_DOC]);
		set_buffer(&aggregate->office, record->field[FACT_ORG]);
	}
	if (slice_is(record->field[FACT_ITEM], "structure.office"))
		set_buffer(&aggregate->office, record->field[FACT_RAW]);
}

static void
fact(void *context, const struct record *record)
{
	struct aggregate *aggregate = context;
	struct slice      key[KEY_NAMES];

	follow_office(aggregate, record);
	if (!choice_has(&aggregate->sources, record->field[FACT_SOURCE]) ||
	    !choice_has(&aggregate->items, record->field[FACT_ITEM]) ||
	    !choice_has(&aggregate->columns, record->field[FACT_COL]))
		return;
	for (int i = 0; i < aggregate->keys; i++)
		key[i] = aggregate->key[i] == KEY_OFFICE ?
		    buffer_slice(&aggregate->office) :
		    record->field[aggregate->key[i]];
	if (!group_add(groups_find(&aggregate->groups, key, aggregate->keys),
	    record->field[FACT_STATE], record->field[FACT_VALUE],
	    aggregate->groups.keeps_values))
		fact_warn(record, "not a figure: left out of its group");
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

static void
write_group(void *context, struct group *group)
{
	struct aggregate *aggregate = context;

	/* The key is whole fields of the input joined by tabs, as they were. */
	if (aggregate->keys > 0)
		writer_raw(&writer_stdout, group_key(group));
	for (int i = 0; i < aggregate->statistics; i++) {
		char text[AMOUNT_BYTES_MAX];

		writer_raw(&writer_stdout, (struct slice){ text,
		    aggregate->statistic[i]->tell(group, text) });
	}
	writer_end(&writer_stdout);
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
	records_each(&fact_schema, argv + operands, argc - operands, fact,
	    &aggregate);
	groups_each(&aggregate.groups, write_group, &aggregate);
	groups_free(&aggregate.groups);
	buffer_free(&aggregate.doc);
	buffer_free(&aggregate.office);
	choice_free(&aggregate.items);
	choice_free(&aggregate.columns);
	choice_free(&aggregate.sources);
	return cli_finish();
}
