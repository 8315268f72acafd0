#include "form.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"

enum { FORMS, COLUMNS, SPELLINGS, WORDS, FILES };

extern const struct slice data_forms, data_columns,
    data_spellings, data_table_words;

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
	struct tsv   tsv = tsv_open(forms->text[FORMS]);
	struct slice field[FIELDS];
	size_t       room = 0;
	int          n;

	while ((n = tsv_next(&tsv, field, FIELDS)) > 0) {
		const char *reason;

		add_item(forms, &room, field);
		reason = fault(forms, n);
		if (reason == NULL)
			continue;
		warn_at_line("forms.tsv", tsv.line, "%s", reason);
		exit(CLI_TROUBLE);
	}
}

static void
read_columns(struct forms *forms)
{
	struct tsv   tsv = tsv_open(forms->text[COLUMNS]);
	struct slice field[3];
	size_t       room = 0;

	while (tsv_next(&tsv, field, 3) > 0) {
		forms->column = memory_room(forms->column, &room,
		    forms->columns, sizeof(*forms->column));
		forms->column[forms->columns++] =
		    (struct form_column){ field[0], field[1], field[2] };
	}
}

static void
read_spellings(struct forms *forms)
{
	struct tsv   tsv = tsv_open(forms->text[SPELLINGS]);
	struct slice field[3];
	size_t       room = 0;

	while (tsv_next(&tsv, field, 3) > 0) {
		forms->spelling = memory_room(forms->spelling, &room,
		    forms->spellings, sizeof(*forms->spelling));
		forms->spelling[forms->spellings++] =
		    (struct form_spelling){ field[0], field[1], field[2] };
	}
}

static void
read_words(struct forms *forms)
{
	struct tsv   tsv = tsv_open(forms->text[WORDS]);
	struct slice field[3];
	size_t       room = 0;

	while (tsv_next(&tsv, field, 3) > 0) {
		forms->word = memory_room(forms->word, &room, forms->words,
		    sizeof(*forms->word));
		forms->word[forms->words++] =
		    (struct form_word){ field[0], field[1], field[2] };
	}
}

struct forms *
forms_load(const char *directory)
{
	const struct {
		const char         *name;
		const struct slice *built_in;
	} files[FILES] = {
		[FORMS] = { "forms.tsv", &data_forms },
		[COLUMNS] = { "columns.tsv", &data_columns },
		[SPELLINGS] = { "spellings.tsv", &data_spellings },
		[WORDS] = { "table-words.tsv", &data_table_words },
	};
	struct forms *forms = memory_get(sizeof(*forms));

	*forms = (struct forms){ .items = 0 };
	for (int i = 0; i < FILES; i++)
		forms->text[i] = tsv_text(directory, files[i].name,
		    *files[i].built_in, &forms->owned[i]);
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
	for (int i = 0; i < FILES; i++)
		if (forms->owned[i])
			free((char *)forms->text[i].p);
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
