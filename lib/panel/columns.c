#include "columns.h"

#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"
#include "rule/label.h"

/* Fields of measures.tsv and decisions.tsv. */
enum { MEASURE, MEASURE_UNIT };
enum { DECISION_ITEM, DECISION_COL };

static unsigned long long
hash_of_cell(struct slice item, struct slice col)
{
	return hash_on(hash_of(item), col);
}

static bool
is_of(const struct panel_column *column, struct slice item, struct slice col)
{
	return slice_eq(column->item, item) && slice_eq(column->col, col);
}

bool
column_tells_of_another(struct slice name)
{
	return slice_ends(name, SLICE(STATE_SUFFIX)) ||
	    slice_ends(name, SLICE(RELATION_SUFFIX));
}

size_t
columns_find(const struct panel_columns *columns, struct slice item,
    struct slice col, size_t before)
{
	size_t guess = before + 1, probe = 0, i;

	if (guess < columns->n && is_of(&columns->column[guess], item, col))
		return guess;
	while ((i = map_next(&columns->map, hash_of_cell(item, col),
	    &probe)) != MAP_NONE)
		if (is_of(&columns->column[i], item, col))
			return i;
	return NO_COLUMN;
}

static void
add(struct panel_columns *columns, struct panel_column column)
{
	map_add(&columns->map, hash_of_cell(column.item, column.col),
	    columns->n);
	*MEMORY_APPEND(columns->column, columns->n, columns->room) = column;
}

static bool
is_chosen(const struct column_choice *choice, struct slice item,
    struct slice col)
{
	return choice_has(choice->items, item) && choice_has(choice->cols, col);
}

static struct slice
cell_name(struct panel_columns *columns, struct slice item, struct slice col)
{
	return arena_join(&columns->arena, arena_join(&columns->arena, item,
	    SLICE("@")), col);
}

/* What FORM calls a cell; no tab or end of a line is in the words of a form. */
static struct slice
cell_label(struct panel_columns *columns, const struct forms *forms,
    struct slice form, struct slice item, struct slice col)
{
	struct buffer words = { .n = 0 };
	struct slice  label;

	label_add(forms, form, item, col, &words);
	label = arena_copy(&columns->arena, buffer_slice(&words));
	buffer_free(&words);
	return label;
}

/* Adds COL of ITEM; a later form that has it too names it, and leaves it where it
 * stands. */
static void
add_cell(struct panel_columns *columns, const struct forms *forms,
    const struct form_item *item, int c)
{
	struct slice col = item->col[c];
	size_t       at = columns_find(columns, item->code, col, NO_COLUMN);
	struct slice label = cell_label(columns, forms, item->form,
	    item->code, col);

	if (at == NO_COLUMN) {
		add(columns, (struct panel_column){ item->code, col,
		    cell_name(columns, item->code, col), label,
		    item->unit[c] });
		return;
	}
	columns->column[at].label = label;
	if (!slice_eq(columns->column[at].unit, item->unit[c]))
		columns->column[at].unit = (struct slice){ "", 0 };
}

/* Adds the figure of sentences ITEM, whose unit is UNIT, with each of the columns
 * that decisions.tsv gives its like, LIKE. */
static void
add_measure(struct panel_columns *columns, const struct forms *forms,
    const struct column_choice *choice, struct slice like, struct slice item,
    struct slice unit)
{
	const struct data_table *table = data_table(DATA_DECISIONS);

	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;
		struct slice        col = field[DECISION_COL];

		if (slice_eq(field[DECISION_ITEM], like) &&
		    is_chosen(choice, item, col) &&
		    columns_find(columns, item, col, NO_COLUMN) == NO_COLUMN)
			add(columns, (struct panel_column){ item, col,
			    cell_name(columns, item, col), cell_label(columns,
			    forms, SLICE(""), item, col), unit });
	}
}

static void
add_measures(struct panel_columns *columns, const struct forms *forms,
    const struct column_choice *choice)
{
	const struct data_table *table = data_table(DATA_MEASURES);

	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		add_measure(columns, forms, choice, field[MEASURE],
		    field[MEASURE], field[MEASURE_UNIT]);
		add_measure(columns, forms, choice, field[MEASURE],
		    arena_join(&columns->arena, field[MEASURE],
		    SLICE(".cumulative")), field[MEASURE_UNIT]);
	}
}

/* Whether another column is called as number I is. */
static bool
has_namesake(const struct panel_columns *columns, size_t i)
{
	for (size_t k = 0; k < columns->n; k++)
		if (k != i && slice_eq(columns->column[k].label,
		    columns->column[i].label))
			return true;
	return false;
}

/* Gives those that are called alike their names too: a table has no two columns of
 * one name. */
static void
tell_apart(struct panel_columns *columns)
{
	struct arena *arena = &columns->arena;
	bool         *is_twin = memory_resize(NULL, columns->n + 1,
	    sizeof(*is_twin));

	for (size_t i = 0; i < columns->n; i++)
		is_twin[i] = has_namesake(columns, i);
	for (size_t i = 0; i < columns->n; i++) {
		struct panel_column *column = &columns->column[i];

		if (is_twin[i])
			column->label = arena_join(arena, arena_join(arena,
			    arena_join(arena, column->label, SLICE(" [")),
			    column->name), SLICE("]"));
	}
	free(is_twin);
}

void
columns_of_forms(struct panel_columns *columns, const struct forms *forms,
    const struct column_choice *choice)
{
	for (size_t i = 0; i < forms->items &&
	    choice_has(choice->sources, SLICE("table")); i++) {
		const struct form_item *item = &forms->item[i];

		for (int c = 0; c < item->cols && !item->heading; c++)
			if (is_chosen(choice, item->code, item->col[c]))
				add_cell(columns, forms, item, c);
	}
	if (choice_has(choice->sources, SLICE("prose")))
		add_measures(columns, forms, choice);
	tell_apart(columns);
}

void
columns_of_series(struct panel_columns *columns,
    const struct crosswalk *crosswalk, const struct column_choice *choice,
    int language)
{
	struct slice col = SLICE("count");

	for (size_t i = 0; i < crosswalk->n; i++) {
		const struct series_definition *series = &crosswalk->series[i];

		if (is_chosen(choice, series->key, col))
			add(columns, (struct panel_column){ series->key, col,
			    series->key, series->label[language],
			    series->unit.name });
	}
	tell_apart(columns);
}

void
columns_free(struct panel_columns *columns)
{
	free(columns->column);
	map_free(&columns->map);
	arena_free(&columns->arena);
}
