#include "census.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"

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
		return "no such field of facts";
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
	const struct statistic *found = statistic_find(name);

	if (found == NULL)
		return "no such statistic; see aggregate(1)";
	if (census->statistics == STATISTICS_MAX)
		return "too many statistics";
	census->statistic[census->statistics++] = found;
	census->groups.keeps_values |= found->needs_values;
	return NULL;
}

const char *
census_add_statistics(struct census *census, struct slice list)
{
	return each_name(census, list, add_statistic);
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
may_have_copies(const struct census *census,
    const struct document *document, unsigned long long *year)
{
	const struct slice *field = document->record[0].field;
	struct slice        genre = provenance_told(document,
	    "structure.genre", SLICE("report"));

	return !census->all_copies &&
	    !census_goes_by(census, KEY_FACT, FACT_DOC) &&
	    census->provenance.office.n > 0 &&
	    digits_read(field[FACT_YEAR], 9999, year) &&
	    slice_is(genre, "report") && has_figures(document);
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
is_wanted(struct census *census, const struct record *record)
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
	struct slice key[KEYS_MAX];

	for (int i = 0; i < census->keys; i++)
		key[i] = key_value(census->key[i], record,
		    &census->provenance);
	return groups_follow(&census->groups, key, census->keys, office,
	    before);
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
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		struct statement     statement = { .group = group };

		if (!is_wanted(census, record))
			continue;
		if (!read_value(record, &statement)) {
			fact_warn(record, "not a figure: left out of its group");
			continue;
		}
		statement.cell = number_of_cell(census, record, &last);
		statement.group = group = place_of_group(census, record,
		    office, group);
		*MEMORY_APPEND(census->statement, census->statements,
		    census->statement_room) = statement;
	}
}

static void
add_statement(void *context, const struct statement *statement)
{
	struct census *census = context;

	group_add(&census->groups.group[statement->group], statement->state,
	    statement->value, census->groups.keeps_values);
}

/* By the names of their cells, which group they are of, what they say: never by
 * numbers that depend on what came first. */
static int
statements_order(void *context, const struct statement *a,
    const struct statement *b)
{
	const struct census *census = context;
	const struct cell_name *l = &census->names.name[(unsigned)a->cell];
	const struct cell_name *r = &census->names.name[(unsigned)b->cell];
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
	return order != 0 ? order : (a->value > b->value) -
	    (a->value < b->value);
}

static void
close_sets(struct census *census)
{
	sets_close(&census->sets, add_statement, statements_order, census);
}

/* The reports of one office stand together: another one comes. */
static void
turn_to_office(struct census *census, const struct document *document)
{
	struct digest office = digest_of(census->provenance.office);

	if (digest_eq(office, census->last_office))
		return;
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
	struct census      *census = context;
	unsigned long long year;

	provenance_read(&census->provenance, document);
	read_statements(census, document);
	if (!may_have_copies(census, document, &year)) {
		for (size_t i = 0; i < census->statements; i++)
			add_statement(census, &census->statement[i]);
		return;
	}
	if (census->is_sorted)
		turn_to_office(census, document);
	sets_file(&census->sets, census->provenance.office,
	    document->record[0].field[FACT_REGION], year,
	    census->statement, census->statements);
}

void
census_settle(struct census *census)
{
	close_sets(census);
	offices_settle(&census->offices);
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
	choice_free(&census->items);
	choice_free(&census->columns);
	choice_free(&census->sources);
}
