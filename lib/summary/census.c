#include "census.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "record/amount.h"
#include "family.h"
#include "relation.h"

/* A statement's cell: the number of its name below this bit, and how often the
 * report has told of it before. */
enum { TIMES_SHIFT = 32 };

/* How often the document has told of a cell. */
struct told_cell {
	unsigned document, times;
};

/* Calls ADD for each name of the comma-separated LIST; the first reason
 * against one ends it. */
static const char *
each_name(struct census *census, struct slice list,
    const char *add(struct census *, struct slice))
{
	const char  *reason = NULL;
	struct slice name;

	while (reason == NULL && slice_cut(&list, ',', &name))
		reason = add(census, name);
	return reason;
}

static const char *
add_key(struct census *census, struct slice name)
{
	const struct key *key = key_find(name);

	if (key == NULL)
		return key_names();
	if (census->keys == KEYS_MAX)
		return "too many fields";
	census->key[census->keys++] = key;
	return NULL;
}

const char *
census_add_keys(struct census *census, struct slice list)
{
	return each_name(census, list, add_key);
}

static const char *
add_statistic(struct census *census, struct slice name)
{
	struct statistic_asked *asked = &census->statistic[census->statistics];

	if (census->statistics == STATISTICS_MAX)
		return "too many statistics";
	if (!statistic_ask(asked, name))
		return "no such statistic; see aggregate(1)";
	census->statistics++;
	census->groups.needs |= asked->statistic->needs;
	return NULL;
}

const char *
census_add_statistics(struct census *census, struct slice list)
{
	return each_name(census, list, add_statistic);
}

const char *
census_add_rate(struct census *census, struct slice rate)
{
	const char  *slash = memchr(rate.p, '/', rate.n);
	int          i = census->groups.rates;
	struct slice above;

	if (slash == NULL || slash == rate.p || slash + 1 == rate.p + rate.n)
		return "not two items, A/B";
	if (i == RATES_MAX)
		return "too many rates";
	above = (struct slice){ rate.p, (size_t)(slash - rate.p) };
	if (!choice_add(&census->above[i], above) ||
	    !choice_add(&census->below[i], slice_from(rate, above.n + 1)))
		return "too many names";
	census->groups.rates++;
	return NULL;
}

/* The statistic for each rate that is not among those asked for. */
static const char *
add_rates(struct census *census)
{
	static const char names[RATES_MAX][8] = { "rate", "rate2", "rate3",
		"rate4", "rate5", "rate6", "rate7", "rate8" };
	const char       *reason = NULL;
	bool              is_there[RATES_MAX] = { false };

	for (int i = 0; i < census->statistics; i++) {
		const struct statistic_asked *asked = &census->statistic[i];

		if (asked->statistic->takes != TAKES_ORDINAL)
			continue;
		if ((int)asked->parameter >= census->groups.rates)
			return "no such rate: see --rate";
		is_there[asked->parameter] = true;
	}
	for (int i = 0; i < census->groups.rates && reason == NULL; i++)
		if (!is_there[i])
			reason = add_statistic(census, slice_of(names[i]));
	return reason;
}

const char *
census_begin(struct census *census)
{
	const char *reason = add_rates(census);
	bool        by_year = false;

	for (int i = 0; i < census->keys; i++) {
		if (census->key[i]->origin == KEY_DOCUMENT &&
		    census->file == NULL && !census->is_merged)
			return "such a field needs --documents";
		if (slice_is(slice_of(census->key[i]->name), "year")) {
			census->groups.year = i;
			by_year = true;
		}
	}
	if ((census->groups.needs & NEEDS_YEAR) != 0 && !by_year)
		return "change, growth and index need -g year";
	census->sets.has_copies = census->all_copies;
	census->sets.keeps_names = census->left_out != NULL ||
	    census->is_part || census->sink != NULL;
	return reason;
}

bool
census_goes_by(const struct census *census, enum key_origin origin, int field)
{
	for (int i = 0; i < census->keys; i++)
		if (census->key[i]->origin == origin &&
		    census->key[i]->field == field)
			return true;
	return false;
}

/* Whether DOCUMENT states a figure, in a table or in sentences: before there were
 * forms reports had no others. */
static bool
has_figures(const struct document *document)
{
	for (size_t i = 0; i < document->records; i++)
		if (!slice_is(document->record[i].field[FACT_SOURCE],
		    "structure") &&
		    document->record[i].field[FACT_VALUE].n > 0)
			return true;
	return false;
}

/* Whether groups may hold a government's report and those that it speaks for. */
static bool
minds_children(const struct census *census)
{
	return !census->all_children && !census_goes_by(census, KEY_OFFICE, 0) &&
	    !census_goes_by(census, KEY_FACT, FACT_ORG);
}

/* Whether DOCUMENT is the report of an office and a year, which may be counted
 * elsewhere. */
static bool
may_be_counted(const struct census *census, const struct document *document,
    unsigned *year)
{
	unsigned long long number;

	if ((census->all_copies && !minds_children(census)) ||
	    census_goes_by(census, KEY_FACT, FACT_DOC) ||
	    census->provenance.office.n == 0 ||
	    !digits_read(document->record[0].field[FACT_YEAR], 9999, &number) ||
	    !slice_is(census->provenance.genre, "report"))
		return false;
	*year = (unsigned)number;
	/* Where each office and year has one row, one without figures has it too. */
	return census->sink != NULL || has_figures(document);
}

/* Which office of its name DOCUMENT is of, for groups by name; else one for
 * all. */
static size_t
number_of_office(struct census *census, const struct document *document)
{
	const struct slice *field = document->record[0].field;
	const struct slice  none = { "", 0 };
	bool                by_office = census_goes_by(census, KEY_OFFICE, 0);

	if (!by_office && !census_goes_by(census, KEY_FACT, FACT_ORG))
		return offices_note(&census->offices, none, none);
	return offices_note(&census->offices, by_office ?
	    census->provenance.office : field[FACT_ORG], field[FACT_REGION]);
}

size_t
census_cell(size_t name, size_t times)
{
	return name | times << TIMES_SHIFT;
}

unsigned
census_cell_name(size_t cell)
{
	return (unsigned)cell;
}

unsigned
census_cell_times(size_t cell)
{
	return (unsigned)(cell >> TIMES_SHIFT);
}

/* A number for the cell of RECORD, behind the cell *LAST: another one each time
 * that a report tells of it. */
static size_t
number_of_cell(struct census *census, const struct record *record,
    unsigned *last)
{
	const struct told_cell never = { 0, 0 };
	struct told_cell      *cell;

	*last = names_follow(&census->names, record->field[FACT_ITEM],
	    record->field[FACT_COL], *last);
	while (census->tolds <= *last)
		*MEMORY_APPEND(census->told, census->tolds,
		    census->told_room) = never;
	cell = &census->told[*last];
	if (cell->document != census->documents) {
		cell->document = census->documents;
		cell->times = 0;
	}
	return census_cell(*last, cell->times++);
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
	return !state_has_value(statement->state) ||
	    amount_parse(record->field[FACT_VALUE], &statement->value);
}

bool
census_wants(struct census *census, const struct record *record)
{
	return choice_has(&census->sources, record->field[FACT_SOURCE]) &&
	    choice_has(&census->items, record->field[FACT_ITEM]) &&
	    choice_has(&census->columns, record->field[FACT_COL]);
}

/* The place of the group of RECORD, of the office number OFFICE, behind a fact of
 * the group at BEFORE. */
static size_t
place_of_group(struct census *census, const struct record *record,
    size_t office, size_t before)
{
	for (int i = 0; i < census->keys; i++)
		if (census->key[i]->origin == KEY_FACT)
			census->value[i] = record->field[census->key[i]->field];
	return groups_follow(&census->groups, census->value, census->keys,
	    office, before);
}

/* The statements of DOCUMENT that are wanted. */
static void
read_statements(struct census *census, const struct document *document)
{
	size_t   office = number_of_office(census, document);
	unsigned last = NAMES_NONE;
	size_t   group = 0;

	census->documents++;
	census->statements = 0;
	for (int i = 0; i < census->keys; i++)
		if (census->key[i]->origin != KEY_FACT)
			census->value[i] = key_of_document(census->key[i],
			    &census->provenance);
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		struct statement     statement = { .group = group };

		if (!census_wants(census, record))
			continue;
		if (!read_value(record, &statement)) {
			fact_warn(record, "not a figure: left out of its group");
			continue;
		}
		statement.cell = number_of_cell(census, record, &last);
		statement.group = group = place_of_group(census, record,
		    office, group);
		if (census->noting != NULL)
			statement.note = census->noting->note(
			    census->noting->context, record);
		*MEMORY_APPEND(census->statement, census->statements,
		    census->statement_room) = statement;
	}
}

/* Adds a figure of GROUP to the rates that go over its item. */
static void
add_to_rates(struct census *census, struct group *group,
    const struct statement *statement)
{
	struct slice item =
	    census->names.name[census_cell_name(statement->cell)].item;

	for (int i = 0; i < census->groups.rates; i++) {
		struct rate *rate = &group->more->rate[i];

		if (choice_has(&census->above[i], item)) {
			rate->above += statement->value;
			rate->aboves++;
		}
		if (choice_has(&census->below[i], item)) {
			rate->below += statement->value;
			rate->belows++;
		}
	}
}

static void
add_statement(void *context, const struct statement *statement)
{
	struct census *census = context;
	struct group  *group = &census->groups.group[statement->group];

	if (census->sink != NULL) {
		census->sink->statement(census->sink->context, statement);
		return;
	}
	group_add(&census->groups, group, statement->state, statement->value);
	if (census->groups.rates > 0 && state_has_value(statement->state))
		add_to_rates(census, group, statement);
	if (statement->note > 0)
		census->noting->noted(census->noting->context,
		    group_key(group), statement->note);
}

/* By the names of their cells, which group they are of, what they say: never by
 * numbers that depend on what came first. */
static int
statements_order(void *context, const struct statement *a,
    const struct statement *b)
{
	const struct census *census = context;
	const struct cell_name *l = &census->names.name[census_cell_name(a->cell)];
	const struct cell_name *r = &census->names.name[census_cell_name(b->cell)];
	const struct group     *group = census->groups.group;
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
	if (order == 0)
		order = (a->value > b->value) - (a->value < b->value);
	return order != 0 || a->note == b->note ? order :
	    census->noting->order(census->noting->context, a->note, b->note);
}

/* A scope_fn: the fields of its first group that are the document's. */
static struct slice
scope_of(void *context, const struct filed_report *report)
{
	struct census *census = context;
	struct buffer *scope = &census->scope[census->scopes++ % 2];
	struct slice   key, field;

	scope->n = 0;
	if (report->statements == 0)
		return buffer_slice(scope);
	key = group_key(&census->groups.group[
	    filed_report_first(report).group]);
	for (int i = 0; i < census->keys; i++) {
		key_cut(&key, &field);
		if (!census->key[i]->is_of_document)
			continue;
		buffer_add(scope, field);
		buffer_string(scope, "\t");
	}
	return buffer_slice(scope);
}

static void
tell_nobody(void *context, const struct filed_report *report,
    enum left_out_reason reason, const struct filed_report *instead)
{
	(void)context;
	(void)report;
	(void)reason;
	(void)instead;
}

static void
left_out_report(void *context, const struct filed_report *report,
    enum left_out_reason reason, const struct filed_report *instead)
{
	const struct census *census = context;

	census->left_out(census->left_out_context, report, reason, instead);
}

/* All is said of the reports of which FIRST is preferred. */
static void
passed(void *context, const struct filed_report *first)
{
	const struct report_sink *sink = ((const struct census *)context)->sink;

	sink->report(sink->context, first->doc, first->statements == 0 ?
	    NO_GROUP : filed_report_first(first).group);
}

static void
close_sets(struct census *census)
{
	struct report_sets *sets = &census->sets;

	sets->passed = census->sink != NULL ? passed : NULL;

	sets_order(sets, statements_order, census);
	if (minds_children(census))
		families_find(sets->report, sets->n, &sets->offices, scope_of,
		    census);
	sets_close(sets, add_statement, census->left_out != NULL ?
	    left_out_report : tell_nobody, census);
}

/* The reports of one office stand together: another one comes. */
static void
turn_to_office(struct census *census, const struct document *document)
{
	struct digest office = digest_of(census->provenance.office);

	if (digest_eq(office, census->last_office))
		return;
	if (!minds_children(census) && !census->is_part)
		close_sets(census);
	census->last_office = office;
	if (!seen_before(&census->seen, office))
		return;
	remark("%.*s: not sorted: reports of its office stand further up",
	    (int)document->name.n, document->name.p);
	status_raise(CLI_TROUBLE);
}

void
census_document(void *context, const struct document *document)
{
	struct census       *census = context;
	struct provenance   *provenance = &census->provenance;
	struct report_origin origin;
	const struct slice  *field = document->record[0].field;
	unsigned             year;

	provenance_read(provenance, document, census->file);
	read_statements(census, document);
	if (!may_be_counted(census, document, &year)) {
		for (size_t i = 0; i < census->statements; i++)
			add_statement(census, &census->statement[i]);
		if (census->sink != NULL && (census->statements > 0 ||
		    slice_is(provenance->genre, "report")))
			census->sink->report(census->sink->context,
			    document->name, census->statements == 0 ?
			    NO_GROUP : census->statement[0].group);
		return;
	}
	if (census->is_sorted)
		turn_to_office(census, document);
	origin = (struct report_origin){ .doc = document->name,
	    .office = provenance->office, .region = field[FACT_REGION],
	    .year = year, .date = provenance->date,
	    .code = provenance->place.code, .governs = provenance_governs(
	    provenance, field[FACT_REGION], field[FACT_ORG]) };
	sets_file(&census->sets, &origin, census->statement,
	    census->statements);
}

void
census_settle(struct census *census)
{
	close_sets(census);
	offices_settle(&census->offices);
	groups_settle(&census->groups, census->offices.rank);
	if ((census->groups.needs & NEEDS_RELATION) != 0)
		relations_find(&census->groups);
}

void
census_free(struct census *census)
{
	groups_free(&census->groups);
	offices_free(&census->offices);
	sets_free(&census->sets);
	seen_free(&census->seen);
	names_free(&census->names);
	free(census->told);
	free(census->statement);
	buffer_free(&census->scope[0]);
	buffer_free(&census->scope[1]);
	for (int i = 0; i < RATES_MAX; i++) {
		choice_free(&census->above[i]);
		choice_free(&census->below[i]);
	}
	choice_free(&census->items);
	choice_free(&census->columns);
	choice_free(&census->sources);
}
