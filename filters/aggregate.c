/* aggregate: figures by groups.  See aggregate(1). */
#include <stdlib.h>

#include "cli/cli.h"
#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/seen.h"
#include "record/reader.h"
#include "record/writer.h"
#include "rule/names.h"
#include "summary/choice.h"
#include "summary/group.h"
#include "summary/office.h"
#include "summary/report_set.h"
#include "summary/statistic.h"

/* Not a field but a fact of the document: the key of its office. */
enum { KEY_OFFICE = FACT_FIELDS, KEY_NAMES };

/* A statement's cell: the number of its name below this bit, and how often the
 * report has told of it before. */
enum { TIMES_SHIFT = 32 };

/* How often the document has told of a cell. */
struct told_cell {
	unsigned document, times;
};

struct aggregate {
	int                  key[KEY_NAMES];	/* what to group by */
	int                  keys;
	bool                 by_doc, by_org, by_office;	/* are among them */
	bool                 all_copies;
	bool                 is_sorted;	/* reports of an office stand together */
	struct slice         key_of_office;	/* of the document at hand */
	struct offices       offices;	/* those that groups tell apart */
	struct report_sets   sets;
	struct digest        last_office;	/* if sorted */
	struct seen          seen;
	struct names         names;
	struct told_cell    *told;	/* by number */
	size_t               tolds, told_room;
	unsigned             documents;
	struct statement    *statement;	/* of the document at hand */
	size_t               statements, statement_room;
	const struct statistic *statistic[STATISTICS_MAX];
	int                  statistics;
	struct choice        items, columns, sources;
	struct groups        groups;
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
	case OPTION_SORTED:
		aggregate->is_sorted = true;
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

/* Whether DOCUMENT is the report of an office and a year, of which there may be
 * copies. */
static bool
may_have_copies(const struct aggregate *aggregate,
    const struct document *document, unsigned long long *year)
{
	const struct slice *field = document->record[0].field;
	struct slice        genre = told(document, "structure.genre",
	    SLICE("report"));

	return !aggregate->all_copies && !aggregate->by_doc &&
	    aggregate->key_of_office.n > 0 &&
	    digits_read(field[FACT_YEAR], 9999, year) &&
	    slice_is(genre, "report") && has_figures(document);
}

/* Which office of its name DOCUMENT is of, for groups by name; else one for
 * all. */
static size_t
number_of_office(struct aggregate *aggregate, const struct document *document)
{
	const struct slice *field = document->record[0].field;
	const struct slice  none = { "", 0 };

	if (!aggregate->by_office && !aggregate->by_org)
		return offices_note(&aggregate->offices, none, none);
	return offices_note(&aggregate->offices, aggregate->by_office ?
	    aggregate->key_of_office : field[FACT_ORG], field[FACT_REGION]);
}

/* A number for the cell of RECORD, behind the cell *LAST: another one each time
 * that a report tells of it. */
static size_t
number_of_cell(struct aggregate *aggregate, const struct record *record,
    unsigned *last)
{
	const struct told_cell never = { 0, 0 };
	struct told_cell      *cell;

	*last = names_follow(&aggregate->names, record->field[FACT_ITEM],
	    record->field[FACT_COL], *last);
	while (aggregate->tolds <= *last)
		*MEMORY_APPEND(aggregate->told, aggregate->tolds,
		    aggregate->told_room) = never;
	cell = &aggregate->told[*last];
	if (cell->document != aggregate->documents) {
		cell->document = aggregate->documents;
		cell->times = 0;
	}
	return *last | (size_t)cell->times++ << TIMES_SHIFT;
}

/* Reads the value of RECORD into STATEMENT.  False when it has none that it
 * should have. */
static bool
read_value(const struct record *record, struct statement *statement)
{
	statement->state = fact_state_of(record->field[FACT_STATE]);
	statement->value = 0;
	if (statement->state == STATE_UNKNOWN)
		return false;
	return (statement->state != STATE_NUMBER &&
	    statement->state != STATE_APPROX) ||
	    amount_parse(record->field[FACT_VALUE], &statement->value);
}

static bool
is_wanted(struct aggregate *aggregate, const struct record *record)
{
	return choice_has(&aggregate->sources, record->field[FACT_SOURCE]) &&
	    choice_has(&aggregate->items, record->field[FACT_ITEM]) &&
	    choice_has(&aggregate->columns, record->field[FACT_COL]);
}

/* The place of the group of RECORD, of the office number OFFICE, behind a fact of
 * the group at BEFORE. */
static size_t
place_of_group(struct aggregate *aggregate, const struct record *record,
    size_t office, size_t before)
{
	struct slice key[KEY_NAMES];

	for (int i = 0; i < aggregate->keys; i++)
		key[i] = aggregate->key[i] == KEY_OFFICE ?
		    aggregate->key_of_office :
		    record->field[aggregate->key[i]];
	return groups_follow(&aggregate->groups, key, aggregate->keys, office,
	    before);
}

/* The statements of DOCUMENT that are wanted. */
static void
read_statements(struct aggregate *aggregate, const struct document *document)
{
	size_t   office = number_of_office(aggregate, document);
	unsigned last = NAMES_NONE;
	size_t   group = 0;

	aggregate->documents++;
	aggregate->statements = 0;
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		struct statement     statement = { .group = group };

		if (!is_wanted(aggregate, record))
			continue;
		if (!read_value(record, &statement)) {
			fact_warn(record, "not a figure: left out of its group");
			continue;
		}
		statement.cell = number_of_cell(aggregate, record, &last);
		statement.group = group = place_of_group(aggregate, record,
		    office, group);
		*MEMORY_APPEND(aggregate->statement, aggregate->statements,
		    aggregate->statement_room) = statement;
	}
}

static void
add_statement(void *context, const struct statement *statement)
{
	struct aggregate *aggregate = context;

	group_add(&aggregate->groups.group[statement->group], statement->state,
	    statement->value, aggregate->groups.keeps_values);
}

/* By the names of their cells, which group they are of, what they say: never by
 * numbers that depend on what came first. */
static int
statements_order(void *context, const struct statement *a,
    const struct statement *b)
{
	const struct aggregate *aggregate = context;
	const struct cell_name *l = &aggregate->names.name[(unsigned)a->cell];
	const struct cell_name *r = &aggregate->names.name[(unsigned)b->cell];
	const struct group     *group = aggregate->groups.group;
	int                     order = l == r ? 0 : slice_cmp(l->item,
	    r->item);

	if (order == 0 && l != r)
		order = slice_cmp(l->col, r->col);
	if (order == 0 && a->cell != b->cell)
		order = a->cell < b->cell ? -1 : 1;
	if (order == 0 && a->group != b->group)
		order = slice_cmp(group_key(&group[a->group]),
		    group_key(&group[b->group]));
	if (order == 0)
		order = (a->state > b->state) - (a->state < b->state);
	return order != 0 ? order : (a->value > b->value) -
	    (a->value < b->value);
}

static void
close_sets(struct aggregate *aggregate)
{
	sets_close(&aggregate->sets, add_statement, statements_order,
	    aggregate);
}

/* The reports of one office stand together: another one comes. */
static void
turn_to_office(struct aggregate *aggregate, const struct document *document)
{
	struct digest office = digest_of(aggregate->key_of_office);

	if (digest_eq(office, aggregate->last_office))
		return;
	close_sets(aggregate);
	aggregate->last_office = office;
	if (!seen_before(&aggregate->seen, office))
		return;
	remark("%.*s: not sorted: reports of its office stand further up",
	    (int)document->name.n, document->name.p);
	status_raise(CLI_TROUBLE);
}

static void
document(void *context, const struct document *document)
{
	struct aggregate  *aggregate = context;
	unsigned long long year;

	aggregate->key_of_office = told(document, "structure.office",
	    document->record[0].field[FACT_ORG]);
	read_statements(aggregate, document);
	if (!may_have_copies(aggregate, document, &year)) {
		for (size_t i = 0; i < aggregate->statements; i++)
			add_statement(aggregate, &aggregate->statement[i]);
		return;
	}
	if (aggregate->is_sorted)
		turn_to_office(aggregate, document);
	sets_file(&aggregate->sets, aggregate->key_of_office,
	    document->record[0].field[FACT_REGION], year,
	    aggregate->statement, aggregate->statements);
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

/* Behind all output: whoever closes that early wants no remarks. */
static void
tell_copies(const struct aggregate *aggregate)
{
	writer_flush(&writer_stdout);
	if (aggregate->sets.copies > 0)
		remark("%zu copies counted as one with their reports, %zu "
		    "figures differ; --copies counts each",
		    aggregate->sets.copies, aggregate->sets.differing);
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
	if (aggregate->statistics == 0)
		each_name(SLICE("count,sum,approx,blank,na,unreadable,absent"),
		    add_statistic, aggregate);
	if (aggregate->sources.n == 0)
		choice_add(&aggregate->sources, SLICE("table"));
}

static void
summarize(struct aggregate *aggregate, char *const files[], int n)
{
	if (cli_header_wanted())
		write_header(aggregate);
	documents_each(&fact_schema, files, n, document, aggregate);
	close_sets(aggregate);
	offices_settle(&aggregate->offices);
	groups_each(&aggregate->groups, aggregate->offices.rank, write_group,
	    aggregate);
	tell_copies(aggregate);
}

static void
finish(struct aggregate *aggregate)
{
	groups_free(&aggregate->groups);
	offices_free(&aggregate->offices);
	sets_free(&aggregate->sets);
	seen_free(&aggregate->seen);
	names_free(&aggregate->names);
	free(aggregate->told);
	free(aggregate->statement);
	choice_free(&aggregate->items);
	choice_free(&aggregate->columns);
	choice_free(&aggregate->sources);
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
