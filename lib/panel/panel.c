#include "panel.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "record/amount.h"
#include "record/writer.h"
#include "series/value.h"

/* Who a row is of: what stands in front of it. */
static const char *const identity[] = { "doc", "office", "region", "org", "code",
	"level", "year", "form", "url", "sha256" };

enum { IDENTITY_DOC, IDENTITIES = sizeof(identity) / sizeof(identity[0]) };

static void
clear_row(struct panel *panel)
{
	for (size_t i = 0; i < panel->columns.n; i++)
		panel->cell[i] = (struct panel_cell){ .value = { "", 0 } };
	panel->told = 0;
	arena_reset(&panel->arena);
}

/* Enters in column AT what a report says of it; of two figures that differ neither
 * is taken. */
static void
enter(struct panel *panel, size_t at, struct slice value, enum fact_state state,
    const struct crossing *crossing)
{
	struct panel_cell *cell = &panel->cell[at];

	if (cell->is_told && cell->value.n > 0 && value.n > 0 &&
	    !value_eq(cell->value, value)) {
		panel->disputed++;
		cell->value = (struct slice){ "", 0 };
		cell->state = STATE_UNREADABLE;
	} else if (!cell->is_told || (cell->value.n == 0 && value.n > 0 &&
	    cell->state != STATE_UNREADABLE)) {
		panel->told += !cell->is_told;
		*cell = (struct panel_cell){ value, state, true, crossing };
	}
}

static void
write_cells(const struct panel *panel)
{
	struct writer *w = &writer_stdout;

	for (size_t i = 0; i < panel->columns.n; i++) {
		const struct panel_cell *cell = &panel->cell[i];

		writer_raw(w, cell->value);
		if (panel->has_states)
			writer_raw(w, cell->is_told ? state_name(cell->state) :
			    SLICE(""));
		if (panel->has_states && panel->following != NULL)
			writer_string(w, cell->crossing == NULL ? "" :
			    crossing_relation_name[cell->crossing->relation]);
	}
	writer_end(w);
	writer_commit(w);
}

static void
write_name(struct slice name, const char *suffix)
{
	writer_begin(&writer_stdout);
	writer_part_raw(&writer_stdout, name);
	writer_part_raw(&writer_stdout, slice_of(suffix));
}

static void
write_header(const struct panel *panel)
{
	struct writer *w = &writer_stdout;

	for (int i = 0; i < IDENTITIES; i++)
		writer_string(w, identity[i]);
	for (size_t i = 0; i < panel->columns.n; i++) {
		const struct panel_column *column = &panel->columns.column[i];
		struct slice name = panel->has_labels ? column->label :
		    column->name;

		write_name(name, "");
		if (panel->has_states)
			write_name(name, STATE_SUFFIX);
		if (panel->has_states && panel->following != NULL)
			write_name(name, RELATION_SUFFIX);
	}
	writer_end(w);
	writer_commit(w);
}

/* The number of the column of a cell; NO_COLUMN, and counted, if there is none. */
static size_t
column_of(struct panel *panel, struct slice item, struct slice col, size_t before)
{
	size_t at = columns_find(&panel->columns, item, col, before);

	panel->unplaced += at == NO_COLUMN;
	return at;
}

/* By reports: RECORD's field that is number I of the identity. */
static struct slice
identity_of(const struct panel *panel, const struct record *record, int i)
{
	const struct key *key = panel->key[i];

	return key == NULL ? (struct slice){ "", 0 } :
	    key_value(key, record, &panel->census->provenance);
}

/* Where RECORD, a fact about a series, is from. */
static const struct crossing *
crossing_of(const struct panel *panel, const struct record *record)
{
	const struct series_source *source = panel->following == NULL ? NULL :
	    series_source_of(&panel->following->reader, record);

	return source == NULL ? NULL : source->crossing;
}

/* Enters the facts of DOCUMENT that are chosen. */
static void
enter_facts(struct panel *panel, const struct document *document)
{
	size_t at = NO_COLUMN;

	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		enum fact_state      state;

		if (!census_wants(panel->census, record))
			continue;
		state = fact_state_of(record->field[FACT_STATE]);
		if (state == STATE_UNKNOWN || (state_has_value(state) &&
		    !value_is(record->field[FACT_VALUE]))) {
			fact_warn(record, "not a figure: left out of its group");
			continue;
		}
		at = column_of(panel, record->field[FACT_ITEM],
		    record->field[FACT_COL], at);
		if (at != NO_COLUMN)
			enter(panel, at, state_has_value(state) ?
			    record->field[FACT_VALUE] : SLICE(""), state,
			    crossing_of(panel, record));
	}
}

/* A document_fn: a row a report. */
static void
write_report(void *context, const struct document *document)
{
	struct panel *panel = context;

	provenance_read(&panel->census->provenance, document,
	    panel->census->file);
	if (panel->following != NULL)
		document = series_read(&panel->following->reader, document);
	clear_row(panel);
	enter_facts(panel, document);
	if (panel->told == 0) {
		panel->rowless += slice_is(panel->census->provenance.genre,
		    "report");
		return;
	}
	for (int i = 0; i < IDENTITIES; i++)
		writer_raw(&writer_stdout, identity_of(panel,
		    &document->record[0], i));
	write_cells(panel);
}

/* A statement_fn of the census: what the copies of a report say of a cell. */
static void
enter_statement(void *context, const struct statement *statement)
{
	struct panel           *panel = context;
	const struct cell_name *name = &panel->census->names.name[
	    census_cell_name(statement->cell)];
	char                    text[AMOUNT_BYTES_MAX];
	struct slice            value = { "", 0 };
	size_t at = column_of(panel, name->item, name->col, NO_COLUMN);

	if (at == NO_COLUMN)
		return;
	if (state_has_value(statement->state)) {
		value = (struct slice){ text, amount_format(text, 0,
		    statement->value) };
		value = arena_copy(&panel->arena, value);
	}
	if (panel->told == 0)
		panel->group = statement->group;
	enter(panel, at, value, statement->state, statement->note == 0 ? NULL :
	    panel->following->remark[statement->note - 1].crossing);
}

/* A report_fn of the census: all is said of an office and year, of which DOC and the
 * group tell. */
static void
write_office(void *context, struct slice doc, size_t group)
{
	struct panel *panel = context;
	struct slice  key, field;

	if (panel->told > 0) {
		key = group_key(&panel->census->groups.group[group ==
		    NO_GROUP ? panel->group : group]);
		writer_raw(&writer_stdout, doc);
		for (int i = IDENTITY_DOC + 1; i < IDENTITIES; i++) {
			field = (struct slice){ "", 0 };
			if (panel->key[i] != NULL)
				key_cut(&key, &field);
			writer_raw(&writer_stdout, field);
		}
		write_cells(panel);
	}
	panel->rowless += panel->told == 0;
	clear_row(panel);
}

/* A document_fn: gathers what offices say. */
static void
gather(void *context, const struct document *document)
{
	struct panel *panel = context;

	if (panel->following != NULL)
		follow_document(panel->following, document);
	else
		census_document(panel->census, document);
}

/* Asks the census for groups by who a row is of, and for what they hold. */
static void
ask_census(struct panel *panel)
{
	struct census *census = panel->census;

	census->keys = 0;
	for (int i = IDENTITY_DOC + 1; i < IDENTITIES; i++)
		if (panel->key[i] != NULL)
			census_add_keys(census, slice_of(identity[i]));
	panel->sink = (struct report_sink){ enter_statement, write_office, panel };
	census->sink = &panel->sink;
}

void
panel_begin(struct panel *panel, struct census *census)
{
	struct column_choice choice = { &census->items, &census->columns,
	    &census->sources };

	panel->census = census;
	if (panel->following != NULL) {
		columns_of_series(&panel->columns, panel->following->crosswalk,
		    &choice, (int)panel->following->language);
	} else {
		panel->forms = forms_load();
		columns_of_forms(&panel->columns, panel->forms, &choice);
	}
	panel->cell = memory_resize(NULL, panel->columns.n + 1,
	    sizeof(*panel->cell));
	clear_row(panel);
	for (int i = 0; i < IDENTITIES; i++) {
		panel->key[i] = key_find(slice_of(identity[i]));
		if (panel->key[i]->origin == KEY_DOCUMENT &&
		    census->file == NULL)
			panel->key[i] = NULL;
	}
	if (panel->is_by_office)
		ask_census(panel);
}

static void
tell_rest(const struct panel *panel)
{
	writer_flush(&writer_stdout);
	if (panel->rowless > 0)
		remark("%zu reports tell nothing of these columns and have "
		    "no row", panel->rowless);
	if (panel->unplaced > 0)
		remark("%zu figures have no column: no form has their cell",
		    panel->unplaced);
	if (panel->disputed > 0)
		remark("%zu cells are told twice, otherwise, and left empty",
		    panel->disputed);
}

void
panel_write(struct panel *panel, char *const files[], int n)
{
	write_header(panel);
	documents_each(&fact_schema, files, n, panel->is_by_office ? gather :
	    write_report, panel);
	if (panel->is_by_office)
		census_settle(panel->census);
	tell_rest(panel);
}

void
panel_free(struct panel *panel)
{
	columns_free(&panel->columns);
	free(panel->cell);
	arena_free(&panel->arena);
	if (panel->forms != NULL)
		forms_free(panel->forms);
}
