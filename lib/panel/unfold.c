#include "unfold.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "columns.h"
#include "record/line_input.h"
#include "record/schema.h"
#include "record/state.h"
#include "record/writer.h"
#include "series/value.h"

/* What a column of a wide table is. */
enum column_kind { COLUMN_FACT, COLUMN_OFFICE, COLUMN_CODE, COLUMN_OTHER,
    COLUMN_VALUE, COLUMN_STATE };

struct unfolded_column {
	enum column_kind kind;
	int              field;		/* of facts */
	size_t           cell;		/* its number in known */
};

struct unfolding {
	struct panel_columns  known;	/* all that there are */
	struct unfolded_column   *column;	/* of the file at hand */
	size_t                columns, column_room;
	struct slice         *field;	/* of the line at hand, by column */
	size_t                fields, field_room;
	bool                  has_states;
	struct slice          fact[FACT_FIELDS];
	size_t                empty;	/* cells of which no state is told */
};

/* Columns in front of the cells that are not fields of facts. */
static const struct {
	const char      *name;
	enum column_kind kind;
} others[] = {
	{ "office", COLUMN_OFFICE }, { "code", COLUMN_CODE },
	{ "level", COLUMN_OTHER }, { "url", COLUMN_OTHER },
	{ "sha256", COLUMN_OTHER },
};

/* The next field of LINE.  False behind the last. */
static bool
next_field(struct slice *line, struct slice *field)
{
	const char *tab;

	if (line->p == NULL)
		return false;
	tab = line->n > 0 ? memchr(line->p, '\t', line->n) : NULL;
	*field = (struct slice){ line->p, tab != NULL ?
	    (size_t)(tab - line->p) : line->n };
	*line = tab != NULL ? slice_from(*line, field->n + 1) :
	    (struct slice){ NULL, 0 };
	return true;
}

/* The number of the cell called NAME, item@col or a series. */
static size_t
find_cell(const struct unfolding *unfolding, struct slice name)
{
	const char  *at = memchr(name.p, '@', name.n);
	struct slice item = { name.p, at != NULL ? (size_t)(at - name.p) :
	    name.n };

	return columns_find(&unfolding->known, item, at != NULL ?
	    slice_from(name, item.n + 1) : SLICE("count"), NO_COLUMN);
}

/* What the column called NAME is.  False: of no wide table. */
static bool
read_name(struct unfolding *unfolding, struct slice name,
    struct unfolded_column *column)
{
	struct slice suffix = SLICE(STATE_SUFFIX);

	for (int i = FACT_DOC; i <= FACT_FORM; i++)
		if (slice_is(name, fact_schema.field[i])) {
			*column = (struct unfolded_column){ COLUMN_FACT, i, 0 };
			return true;
		}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (slice_is(name, others[i].name)) {
			*column = (struct unfolded_column){ others[i].kind, 0, 0 };
			return true;
		}
	column->kind = COLUMN_VALUE;
	if (slice_ends(name, suffix)) {
		column->kind = COLUMN_STATE;
		name.n -= suffix.n;
	} else if (slice_ends(name, SLICE(RELATION_SUFFIX))) {
		column->kind = COLUMN_OTHER;
		name.n -= sizeof(RELATION_SUFFIX) - 1;
	}
	column->cell = find_cell(unfolding, name);
	return column->cell != NO_COLUMN;
}

/* Reads the header LINE of INPUT. */
static bool
read_header(struct unfolding *unfolding, const struct line_input *input,
    struct slice line)
{
	struct slice name;

	unfolding->columns = 0;
	unfolding->has_states = false;
	while (next_field(&line, &name)) {
		struct unfolded_column column = { COLUMN_OTHER, 0, 0 };

		if (!read_name(unfolding, name, &column)) {
			warn_at_line(input->file, input->line,
			    "no column of a wide table: %.*s", (int)name.n,
			    name.p);
			return false;
		}
		/* A state goes with the value before it. */
		if (column.kind == COLUMN_STATE && (unfolding->columns == 0 ||
		    unfolding->column[unfolding->columns - 1].kind !=
		    COLUMN_VALUE || unfolding->column[unfolding->columns - 1].
		    cell != column.cell)) {
			warn_at_line(input->file, input->line,
			    "a state without its value: %.*s", (int)name.n,
			    name.p);
			return false;
		}
		unfolding->has_states |= column.kind == COLUMN_STATE;
		*MEMORY_APPEND(unfolding->column, unfolding->columns,
		    unfolding->column_room) = column;
	}
	return true;
}

static void
write_fact(struct unfolding *unfolding, struct slice item, struct slice col,
    struct slice value, struct slice unit, struct slice state,
    struct slice source)
{
	struct slice *fact = unfolding->fact;

	fact[FACT_ITEM] = item;
	fact[FACT_COL] = col;
	fact[FACT_VALUE] = value;
	fact[FACT_UNIT] = unit;
	fact[FACT_STATE] = state;
	fact[FACT_SOURCE] = source;
	writer_raws(&writer_stdout, fact, FACT_FIELDS);
	writer_end(&writer_stdout);
	fact[FACT_RAW] = (struct slice){ "", 0 };
}

/* Writes what the line says of the report itself. */
static void
write_report(struct unfolding *unfolding)
{
	struct slice *fact = unfolding->fact;

	for (int i = 0; i < FACT_FIELDS; i++)
		fact[i] = (struct slice){ "", 0 };
	for (size_t i = 0; i < unfolding->columns; i++)
		if (unfolding->column[i].kind == COLUMN_FACT)
			fact[unfolding->column[i].field] = unfolding->field[i];
	for (size_t i = 0; i < unfolding->columns; i++) {
		struct slice field = unfolding->field[i];

		fact[FACT_RAW] = field;
		if (field.n > 0 && unfolding->column[i].kind == COLUMN_OFFICE)
			write_fact(unfolding, SLICE("structure.office"),
			    SLICE("count"), SLICE("1"), SLICE(""),
			    SLICE("number"), SLICE("structure"));
		else if (field.n > 0 &&
		    unfolding->column[i].kind == COLUMN_CODE)
			write_fact(unfolding, SLICE("structure.place"),
			    SLICE("code"), field, SLICE(""), SLICE("number"),
			    SLICE("structure"));
	}
	fact[FACT_RAW] = (struct slice){ "", 0 };
}

/* The state of the value number I of the line; STATE_UNKNOWN: none is told. */
static enum fact_state
state_of(const struct unfolding *unfolding, size_t i)
{
	if (i + 1 < unfolding->columns &&
	    unfolding->column[i + 1].kind == COLUMN_STATE)
		return fact_state_of(unfolding->field[i + 1]);
	return unfolding->field[i].n > 0 ? STATE_NUMBER : STATE_UNKNOWN;
}

static void
write_cell(struct unfolding *unfolding, const struct line_input *input,
    size_t i)
{
	const struct panel_column *column =
	    &unfolding->known.column[unfolding->column[i].cell];
	struct slice               value = unfolding->field[i];
	enum fact_state            state = state_of(unfolding, i);

	if (state == STATE_UNKNOWN) {
		unfolding->empty++;
		return;
	}
	if (state_has_value(state) ? !value_is(value) : value.n > 0) {
		warn_at_line(input->file, input->line,
		    "%.*s: not a figure: left out", (int)column->name.n,
		    column->name.p);
		return;
	}
	write_fact(unfolding, column->item, column->col, value, column->unit,
	    state_name(state), slice_starts(column->item, SLICE("prose.")) ?
	    SLICE("prose") : SLICE("table"));
}

static void
unfold_line(struct unfolding *unfolding, const struct line_input *input,
    struct slice line)
{
	struct slice field;

	unfolding->fields = 0;
	while (next_field(&line, &field))
		*MEMORY_APPEND(unfolding->field, unfolding->fields,
		    unfolding->field_room) = field;
	if (unfolding->fields != unfolding->columns) {
		warn_at_line(input->file, input->line,
		    "%zu fields; the header has %zu", unfolding->fields,
		    unfolding->columns);
		return;
	}
	write_report(unfolding);
	for (size_t i = 0; i < unfolding->columns; i++)
		if (unfolding->column[i].kind == COLUMN_VALUE)
			write_cell(unfolding, input, i);
	writer_commit(&writer_stdout);
}

static void
unfold_file(struct unfolding *unfolding, const char *name)
{
	struct line_input input;
	struct slice      line;

	if (!line_input_open(&input, name))
		return;
	if (line_input_next(&input, &line) &&
	    read_header(unfolding, &input, line))
		while (line_input_next(&input, &line))
			unfold_line(unfolding, &input, line);
	line_input_close(&input);
}

/* All columns that a wide table can have. */
static void
know_columns(struct unfolding *unfolding, const struct forms *forms,
    struct crosswalk *crosswalk)
{
	struct choice              all = { .n = 0 };
	const struct column_choice choice = { &all, &all, &all };

	columns_of_forms(&unfolding->known, forms, &choice);
	columns_of_series(&unfolding->known, crosswalk, &choice, 0);
	choice_free(&all);
}

void
panel_unfold(char *const files[], int n)
{
	struct unfolding  unfolding = { .columns = 0 };
	struct forms     *forms = forms_load();
	struct crosswalk *crosswalk = crosswalk_load(forms);

	know_columns(&unfolding, forms, crosswalk);
	if (n == 0)
		unfold_file(&unfolding, "-");
	for (int i = 0; i < n; i++)
		unfold_file(&unfolding, files[i]);
	writer_flush(&writer_stdout);
	if (unfolding.empty > 0 && !unfolding.has_states)
		remark("%zu empty cells left out: only a table with --states "
		    "tells what they are", unfolding.empty);
	columns_free(&unfolding.known);
	free(unfolding.column);
	free(unfolding.field);
	crosswalk_free(crosswalk);
	forms_free(forms);
}
