/* What the forms' columns, items and other words are called. */
#include "labels.h"

#include "base/arena.h"
#include "base/memory.h"
#include "data/data.h"
#include "form.h"
#include "label.h"

enum { CODE, TEXT, OF_FORM };	/* fields of the three files */

static bool
is_of(const struct form_item *item, struct slice form)
{
	return form.n == 0 || slice_eq(item->form, form);
}

/* Why nothing can be called LABEL's code; NULL if something can. */
typedef const char *label_fault_fn(const struct forms *forms,
    const struct form_label *label);

static const char *
column_fault(const struct forms *forms, const struct form_label *label)
{
	for (size_t i = 0; i < forms->items; i++)
		for (int c = 0; c < forms->item[i].cols; c++)
			if (is_of(&forms->item[i], label->form) &&
			    slice_eq(forms->item[i].col[c], label->code))
				return NULL;
	return "the form has no such column";
}

static const char *
spelling_fault(const struct forms *forms, const struct form_label *label)
{
	for (size_t i = 0; i < forms->items; i++)
		if (is_of(&forms->item[i], label->form) &&
		    slice_eq(forms->item[i].code, label->code))
			return NULL;
	return "the form has no such item";
}

static const char *
word_fault(const struct forms *forms, const struct form_label *label)
{
	(void)forms;
	return slice_is(label->code, "head") || slice_is(label->code, "unit") ?
	    NULL : "the kind is not head or unit";
}

/* Whether nothing is left of TEXT without spaces and punctuation. */
static bool
is_empty(struct slice text)
{
	struct arena arena = { NULL, NULL };
	bool         empty = label_key(&arena, text).n == 0;

	arena_free(&arena);
	return empty;
}

/* Why the line of LABEL can never apply, by FAULT or else by what all such
 * lines have in common; *FIELD is the field to blame.  NULL if it can. */
static const char *
why_dead(const struct forms *forms, const struct form_label *label,
    label_fault_fn *fault, int *field)
{
	if (is_empty(label->text)) {
		*field = TEXT;
		return "there is no name here";
	}
	if (label->form.n > 0 && form_number(forms, label->form) == NO_FORM) {
		*field = OF_FORM;
		return "no such form";
	}
	*field = CODE;
	return fault(forms, label);
}

/* The names in FILE.  A column for tables of any form need not be on one. */
static struct form_label *
read_labels(const struct forms *forms, enum data_file file, size_t *labels,
    label_fault_fn *fault)
{
	const struct data_table *table = data_table(file);
	struct form_label       *label = memory_resize(NULL, table->rows,
	    sizeof(*label));

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		const char            *reason;
		int                    field;

		label[i] = (struct form_label){ row->field[CODE],
			row->field[TEXT], row->field[OF_FORM] };
		if (slice_is(label[i].form, "any") &&
		    file == DATA_COLUMNS) {
			label[i].form = (struct slice){ "", 0 };
			continue;
		}
		reason = why_dead(forms, &label[i], fault, &field);
		/* Lines built in may name what a user has taken away. */
		if (reason != NULL && row->own)
			data_refuse(row, row->field[field], reason);
	}
	*labels = table->rows;
	return label;
}

void
form_read_labels(struct forms *forms)
{
	forms->column = read_labels(forms, DATA_COLUMNS, &forms->columns,
	    column_fault);
	forms->spelling = read_labels(forms, DATA_SPELLINGS,
	    &forms->spellings, spelling_fault);
	forms->word = read_labels(forms, DATA_TABLE_WORDS, &forms->words,
	    word_fault);
}
