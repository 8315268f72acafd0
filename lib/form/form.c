#include "form.h"

#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"

/* Fields of forms.tsv. */
enum { FORM, VARIANT, TABLE, ITEM, PARENT, LABEL, COLS, UNIT, TYPE, FIELDS };

/* Cuts LIST at commas.  Returns how many parts it has; only FORM_COLS_MAX are
 * kept. */
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

/* A unit that is not named is the one before it. */
static void
cut_units(struct slice list, struct slice unit[FORM_COLS_MAX])
{
	for (int i = cut_list(list, unit); i < FORM_COLS_MAX; i++)
		unit[i] = unit[i - 1];
}

static void
add_item(struct forms *forms, size_t *room, const struct slice field[FIELDS])
{
	struct form_item *item;

	forms->item = memory_room(forms->item, room, forms->items,
	    sizeof(*forms->item));
	item = &forms->item[forms->items++];
	*item = (struct form_item){
		.form = field[FORM], .variant = field[VARIANT],
		.table = field[TABLE], .code = field[ITEM],
		.parent = field[PARENT], .label = field[LABEL],
		.heading = slice_is(field[TYPE], "heading"),
	};
	if (!slice_is(field[COLS], "-"))
		item->cols = cut_list(field[COLS], item->col);
	cut_units(field[UNIT], item->unit);
}

/* Fills in the numbers of ITEM, which is number I. */
static void
number_item(const struct forms *forms, struct form_item *item, size_t i)
{
	item->first_of_form = item->first_of_variant = item->first_of_table =
	    item->same = i;
	for (size_t k = forms->items; k-- > 0;) {
		const struct form_item *other = &forms->item[k];
		bool                    code = slice_eq(other->code, item->code);

		if (!slice_eq(other->form, item->form)) {
			item->shared |= code;
			continue;
		}
		item->first_of_form = k;
		if (slice_eq(other->variant, item->variant))
			item->first_of_variant = k;
		if (slice_eq(other->table, item->table))
			item->first_of_table = k;
		if (code)
			item->same = k;
	}
}

/* How many items the table of ITEM has, those of all variants. */
static size_t
table_items(const struct forms *forms, const struct form_item *item)
{
	size_t n = 0;

	for (size_t i = 0; i < forms->items; i++)
		n += slice_eq(forms->item[i].form, item->form) &&
		    slice_eq(forms->item[i].table, item->table);
	return n;
}

/* Why the item read last, of a row of N fields, will not do; NULL if it
 * will. */
static const char *
fault(const struct forms *forms, int n)
{
	const struct form_item *item = &forms->item[forms->items - 1];

	if (n != FIELDS)
		return "a line of this table has nine fields";
	if (item->cols > FORM_COLS_MAX)
		return "more than eight columns";
	if (table_items(forms, item) > FORM_ITEMS_MAX)
		return "more than 256 items in a table";
	return NULL;
}

static void
read_forms(struct forms *forms)
{
	const struct data_table *table = data_table(DATA_FORMS);
	size_t                   room = 0;

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		const char            *reason;

		add_item(forms, &room, row->field);
		reason = fault(forms, row->fields);
		if (reason != NULL)
			data_refuse_line(row, reason);
	}
}

static void
read_columns(struct forms *forms)
{
	const struct data_table *table = data_table(DATA_COLUMNS);

	forms->columns = table->rows;
	forms->column = memory_resize(NULL, table->rows,
	    sizeof(*forms->column));
	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		forms->column[i] = (struct form_column){ field[0], field[1],
		    field[2] };
	}
}

static void
read_spellings(struct forms *forms)
{
	const struct data_table *table = data_table(DATA_SPELLINGS);

	forms->spellings = table->rows;
	forms->spelling = memory_resize(NULL, table->rows,
	    sizeof(*forms->spelling));
	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		forms->spelling[i] = (struct form_spelling){ field[0],
		    field[1], field[2] };
	}
}

static void
read_words(struct forms *forms)
{
	const struct data_table *table = data_table(DATA_TABLE_WORDS);

	forms->words = table->rows;
	forms->word = memory_resize(NULL, table->rows, sizeof(*forms->word));
	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		forms->word[i] = (struct form_word){ field[0], field[1],
		    field[2] };
	}
}

struct forms *
forms_load(void)
{
	struct forms *forms = memory_get(sizeof(*forms));

	*forms = (struct forms){ .items = 0 };
	read_forms(forms);
	for (size_t i = 0; i < forms->items; i++)
		number_item(forms, &forms->item[i], i);
	read_columns(forms);
	read_spellings(forms);
	read_words(forms);
	return forms;
}

void
forms_free(struct forms *forms)
{
	free(forms->item);
	free(forms->column);
	free(forms->spelling);
	free(forms->word);
	free(forms);
}

const struct form_item *
form_item(const struct forms *forms, struct slice form, struct slice code)
{
	for (size_t i = 0; i < forms->items; i++)
		if (slice_eq(forms->item[i].code, code) &&
		    slice_eq(forms->item[i].form, form))
			return &forms->item[i];
	return NULL;
}

struct slice
form_column_label(const struct forms *forms, struct slice form,
    struct slice code)
{
	struct slice label = code;

	for (size_t i = forms->columns; i-- > 0;) {
		const struct form_column *c = &forms->column[i];

		if (slice_eq(c->code, code) &&
		    (c->form.n == 0 || slice_eq(c->form, form)))
			label = c->label;
	}
	return label;
}
