/* Reading the forms from the suite's data: the items, of which a form that is
 * like another begins with those of that one; and what columns, items and other
 * words are called. */
#include "form.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "data/data.h"
#include "label.h"
#include "vet_names.h"

/* Fields of forms.tsv. */
enum { FORM, VARIANT, TABLE, ITEM, PARENT, LABEL, COLS, UNIT, TYPE, FIELDS };

struct loading {
	struct forms *forms;
	size_t        item_room, form_room;
	size_t        first;	/* item of the form at hand */
	size_t        behind;	/* where its next new item goes */
};

/* Cuts LIST at commas; parts may be empty.  Returns how many it has; only
 * FORM_COLS_MAX are kept. */
static int
cut_list(struct slice list, struct slice part[FORM_COLS_MAX])
{
	int n = 0;

	for (;;) {
		const char *comma = memchr(list.p, ',', list.n);
		size_t      length = comma != NULL ? (size_t)(comma - list.p)
		    : list.n;

		if (n < FORM_COLS_MAX)
			part[n] = (struct slice){ list.p, length };
		n++;
		if (comma == NULL)
			return n;
		list = slice_from(list, length + 1);
	}
}

/* Checks the type, or the types by column, of an item of COLS columns. */
static void
check_type(const struct data_row *row, int cols)
{
	struct slice part[FORM_COLS_MAX];
	int          parts = cut_list(row->field[TYPE], part);

	if (slice_is(row->field[TYPE], "heading"))
		return;
	if (cols == 0)
		data_refuse(row, row->field[COLS],
		    "figures need a column; or is the type heading?");
	if (parts > cols)
		data_refuse(row, row->field[TYPE], "more types than columns");
	for (int i = 0; i < parts; i++)
		if (!slice_is(part[i], "integer") &&
		    !slice_is(part[i], "decimal"))
			data_refuse(row, part[i],
			    "the type is not integer, decimal or heading");
}

/* Cuts the units of ROW's columns; one that is not named is the one before. */
static void
read_units(const struct data_row *row, struct form_item *item)
{
	int n = cut_list(row->field[UNIT], item->unit);

	if (n > (item->cols > 0 ? item->cols : 1))
		data_refuse(row, row->field[UNIT], "more units than columns");
	for (; n < FORM_COLS_MAX; n++)
		item->unit[n] = item->unit[n - 1];
}

static struct form_item
read_item(const struct data_row *row, size_t form)
{
	const struct slice *field = row->field;
	struct form_item    item = {
		.form = field[FORM], .variant = field[VARIANT],
		.table = field[TABLE], .code = field[ITEM],
		.parent = field[PARENT], .label = field[LABEL],
		.heading = slice_is(field[TYPE], "heading"), .of_form = form,
	};

	if (row->fields != FIELDS)
		data_refuse_line(row, "a line of this table has nine fields");
	if (!slice_is(field[COLS], "-"))
		item.cols = cut_list(field[COLS], item.col);
	if (item.cols > FORM_COLS_MAX)
		data_refuse(row, field[COLS], "more than eight columns");
	check_type(row, item.cols);
	read_units(row, &item);
	return item;
}

/* The item of the form at hand with the variant and the code given. */
static size_t
find_item(const struct loading *l, struct slice variant, struct slice code)
{
	size_t i = l->first;

	while (i < l->forms->items &&
	    (!slice_eq(l->forms->item[i].code, code) ||
	    !slice_eq(l->forms->item[i].variant, variant)))
		i++;
	return i;
}

/* Where a new item of TABLE goes: behind the item of the line before, or, where
 * that is of another table, behind the last one of its own. */
static size_t
place_of(const struct loading *l, struct slice table)
{
	const struct form_item *item = l->forms->item;
	size_t                  at = l->forms->items;

	if (l->behind > l->first &&
	    slice_eq(item[l->behind - 1].table, table))
		return l->behind;
	while (at > l->first && !slice_eq(item[at - 1].table, table))
		at--;
	return at > l->first ? at : l->forms->items;
}

static void
insert_item(struct loading *l, size_t at, const struct form_item *item)
{
	struct forms *forms = l->forms;

	forms->item = memory_room(forms->item, &l->item_room, forms->items,
	    sizeof(*forms->item));
	memmove(&forms->item[at + 1], &forms->item[at],
	    (forms->items - at) * sizeof(*forms->item));
	forms->item[at] = *item;
	forms->items++;
}

static void
remove_item(struct loading *l, const struct data_row *row)
{
	struct forms *forms = l->forms;
	size_t        at = find_item(l, row->field[1 + VARIANT],
	    row->field[1 + ITEM]);

	if (at == forms->items)
		data_refuse(row, row->field[1 + ITEM],
		    "`off', but there is no such line");
	forms->items--;
	memmove(&forms->item[at], &forms->item[at + 1],
	    (forms->items - at) * sizeof(*forms->item));
	l->behind = at;
}

/* How many items TABLE of the form at hand has, those of all variants; or, where
 * the form has no more than a table may, those of the form. */
static size_t
table_items(const struct loading *l, struct slice table)
{
	size_t n = 0;

	if (l->forms->items - l->first <= FORM_ITEMS_MAX)
		return l->forms->items - l->first;
	for (size_t i = l->first; i < l->forms->items; i++)
		n += slice_eq(l->forms->item[i].table, table);
	return n;
}

/* Puts the item of ROW in the place of the one it replaces, which is one that the
 * form has of another: its own lines are each about something else.  Or adds it. */
static void
put_item(struct loading *l, const struct data_row *row, size_t form)
{
	struct form_item item = read_item(row, form);
	size_t           at = l->forms->form[form].like == NO_FORM ?
	    l->forms->items : find_item(l, item.variant, item.code);

	if (at < l->forms->items)
		l->forms->item[at] = item;
	else
		insert_item(l, at = place_of(l, item.table), &item);
	l->behind = at + 1;
	if (table_items(l, item.table) > FORM_ITEMS_MAX)
		data_refuse_line(row, "more than 256 items in a table");
}

static bool
is_off(const struct data_row *row)
{
	return slice_is(row->field[FORM], "off");
}

static struct slice
form_of(const struct data_row *row)
{
	return row->field[is_off(row) ? 1 + FORM : FORM];
}

/* The ancestor that ROW names, if it is `2026 like 2021'; else empty. */
static struct slice
ancestor_of(const struct data_row *row)
{
	struct slice like = SLICE("like "), variant = row->field[VARIANT];

	return slice_starts(variant, like) ? slice_from(variant, like.n) :
	    (struct slice){ "", 0 };
}

static void
derive(const struct forms *forms, const struct data_row *row,
    struct form *form)
{
	struct slice ancestor = ancestor_of(row);

	if (row->fields > VARIANT + 1)
		data_refuse(row, row->field[VARIANT + 1],
		    "a field too many behind `like'");
	if (form->like != NO_FORM)
		data_refuse(row, ancestor, "the form is like another already");
	form->like = form_number(forms, ancestor);
	if (form->like == NO_FORM || &forms->form[form->like] >= form)
		data_refuse(row, ancestor, "no form above has this name");
}

/* Notes the form that ROW speaks of. */
static void
read_form(struct loading *l, const struct data_row *row)
{
	struct forms *forms = l->forms;
	size_t        i = form_number(forms, form_of(row));

	if (i == NO_FORM) {
		if (is_off(row))
			data_refuse(row, form_of(row),
			    "`off', but there is no such line");
		if (row->own && (slice_is(form_of(row), "any") ||
		    slice_is(form_of(row), "not-report")))
			data_refuse(row, form_of(row),
			    "rules mean something else by this");
		if (forms->forms == FORMS_KNOWN_MAX)
			data_refuse_line(row, "more than 64 forms");
		forms->form = memory_room(forms->form, &l->form_room,
		    forms->forms, sizeof(*forms->form));
		i = forms->forms++;
		forms->form[i] = (struct form){ form_of(row), NO_FORM };
	}
	if (ancestor_of(row).n > 0)
		derive(forms, row, &forms->form[i]);
}

/* Begins form number FORM with the items of the one it is like. */
static void
copy_items(struct loading *l, size_t form)
{
	const struct form *derived = &l->forms->form[form];
	size_t             end = l->forms->items;

	l->first = l->behind = end;
	for (size_t i = 0; derived->like != NO_FORM && i < end; i++) {
		struct form_item item = l->forms->item[i];

		if (item.of_form != derived->like)
			continue;
		item.form = derived->name;
		item.of_form = form;
		insert_item(l, l->forms->items, &item);
	}
}

/* The first item of the form of item number I, whose items stand together, that is
 * of its variant, or its table. */
static size_t
first_alike(const struct forms *forms, size_t first, size_t i, bool of_variant)
{
	const struct form_item *item = forms->item;

	while (!slice_eq(of_variant ? item[first].variant : item[first].table,
	    of_variant ? item[i].variant : item[i].table))
		first++;
	return first;
}

/* Fills in the numbers of item number I, whose form begins with number FIRST; NAMED
 * has the items by their codes. */
static void
number_item(const struct forms *forms, const struct map *named, size_t first,
    size_t i)
{
	struct form_item  *item = &forms->item[i];
	unsigned long long hash = hash_cheap(item->code);
	size_t             probe = 0, k;

	item->first_of_variant = first_alike(forms, first, i, true);
	item->first_of_table = first_alike(forms, first, i, false);
	item->same = i;
	while ((k = map_next(named, hash, &probe)) != MAP_NONE) {
		const struct form_item *other = &forms->item[k];

		if (!slice_eq(other->code, item->code))
			continue;
		if (other->of_form == item->of_form)
			item->same = k < item->same ? k : item->same;
		else
			item->shared |=
			    !forms_is_like(forms, other->form, item->form) &&
			    !forms_is_like(forms, item->form, other->form);
	}
}

static void
number_items(const struct forms *forms)
{
	struct map named = { NULL, 0, 0, 0 };
	size_t     first = 0;

	for (size_t i = 0; i < forms->items; i++)
		map_add(&named, hash_cheap(forms->item[i].code), i);
	for (size_t i = 0; i < forms->items; i++) {
		if (forms->item[i].of_form != forms->item[first].of_form)
			first = i;
		number_item(forms, &named, first, i);
	}
	map_free(&named);
}

static void
read_items(struct forms *forms)
{
	const struct data_table *table = data_table(DATA_FORMS);
	struct loading           l = { .forms = forms };

	for (size_t i = 0; i < table->rows; i++)
		read_form(&l, &table->row[i]);
	for (size_t form = 0; form < forms->forms; form++) {
		copy_items(&l, form);
		for (size_t i = 0; i < table->rows; i++) {
			const struct data_row *row = &table->row[i];

			if (!slice_eq(form_of(row), forms->form[form].name) ||
			    ancestor_of(row).n > 0)
				continue;
			if (is_off(row))
				remove_item(&l, row);
			else
				put_item(&l, row, form);
		}
	}
	number_items(forms);
	for (size_t i = 0; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		if (form_item(forms, item->form, item->code) == NULL)
			map_add(&forms->by_code, hash_on(hash_of(item->form),
			    item->code), i);
	}
}

static bool
has_name(struct slice col)
{
	const struct data_table *columns = data_table(DATA_COLUMNS);
	size_t                   i = 0;

	while (i < columns->rows && !slice_eq(columns->row[i].field[0], col))
		i++;
	return i < columns->rows;
}

/* Refuses ROW if no name of one of its columns is known, or it has one twice. */
static void
check_columns(const struct data_row *row)
{
	struct slice col[FORM_COLS_MAX];
	int          cols = cut_list(row->field[COLS], col);

	for (int i = 0; i < cols; i++) {
		if (!has_name(col[i]))
			data_refuse(row, col[i],
			    "columns.tsv has no name of the column");
		for (int k = 0; k < i; k++)
			if (slice_eq(col[k], col[i]))
				data_refuse(row, col[i], "a column twice");
	}
}

/* Refuses ROW, an item, if it can never be found in a table. */
static void
check_item(const struct data_row *row)
{
	struct arena arena = { NULL, NULL };

	if (row->field[TABLE].n == 0 || row->field[ITEM].n == 0)
		data_refuse(row, row->field[row->field[TABLE].n == 0 ? TABLE :
		    ITEM], "a table and an item need a name");
	if (label_key(&arena, row->field[LABEL]).n == 0)
		data_refuse(row, row->field[LABEL], "there is no name here");
	arena_free(&arena);
	if (!slice_is(row->field[COLS], "-"))
		check_columns(row);
}

static void
check_items(void)
{
	const struct data_table *table = data_table(DATA_FORMS);

	for (size_t i = 0; i < table->rows; i++)
		if (table->row[i].own && !is_off(&table->row[i]) &&
		    ancestor_of(&table->row[i]).n == 0)
			check_item(&table->row[i]);
}

/* The names in FILE. */
static struct form_label *
read_labels(enum data_file file, size_t *labels)
{
	const struct data_table *table = data_table(file);
	struct form_label       *label = memory_resize(NULL, table->rows,
	    sizeof(*label));

	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		label[i] = (struct form_label){ field[0], field[1], field[2] };
		/* One for tables of any form need not be on one. */
		if (file == DATA_COLUMNS && slice_is(label[i].form, "any"))
			label[i].form = (struct slice){ "", 0 };
	}
	*labels = table->rows;
	return label;
}

struct forms *
forms_load(void)
{
	struct forms *forms = memory_get(sizeof(*forms));

	*forms = (struct forms){ .items = 0 };
	read_items(forms);
	forms->column = read_labels(DATA_COLUMNS, &forms->columns);
	forms->spelling = read_labels(DATA_SPELLINGS, &forms->spellings);
	forms->word = read_labels(DATA_TABLE_WORDS, &forms->words);
	check_items();
	vet_names(forms);
	return forms;
}

void
forms_free(struct forms *forms)
{
	free(forms->form);
	free(forms->item);
	free(forms->column);
	free(forms->spelling);
	free(forms->word);
	map_free(&forms->by_code);
	free(forms);
}
