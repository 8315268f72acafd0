/* Lines of a user's own about names, in columns.tsv, spellings.tsv and
 * table-words.tsv, that can never apply: of what no form has, or that a line
 * before says already. */
#include "vet_names.h"

#include <stdio.h>

#include "base/arena.h"
#include "data/data.h"
#include "form.h"
#include "label.h"

/* A file of names under examination. */
struct label_file {
	const struct forms      *forms;
	enum data_file           file;
	const struct form_label *label;	/* of its lines */
	struct slice            *key;	/* of theirs */
	struct arena             arena;
};

/* Whether LABEL, of the file, is for ITEM. */
static bool
is_for(const struct label_file *v, const struct form_label *label,
    const struct form_item *item)
{
	return (label->form.n == 0 ||
	    forms_is_like(v->forms, item->form, label->form)) &&
	    (v->file == DATA_COLUMNS ? form_item_has(item, label->code) :
	    slice_eq(item->code, label->code));
}

/* Whether LABEL's code is a kind, or a column or an item that its form has. */
static bool
has_code(const struct label_file *v, const struct form_label *label)
{
	if (v->file == DATA_TABLE_WORDS)
		return slice_is(label->code, "head") ||
		    slice_is(label->code, "other-year") ||
		    slice_is(label->code, "unit");
	for (size_t i = 0; i < v->forms->items; i++)
		if (is_for(v, label, &v->forms->item[i]))
			return true;
	return false;
}

/* Whether line EARLIER says all that line I does: of a column's name the first
 * line counts, on whatever form. */
static bool
is_said_by(const struct label_file *v, size_t i, size_t earlier)
{
	const struct form_label *a = &v->label[earlier], *b = &v->label[i];

	return slice_eq(v->key[earlier], v->key[i]) &&
	    (v->file == DATA_COLUMNS || (slice_eq(a->code, b->code) &&
	    (a->form.n == 0 || slice_eq(a->form, b->form))));
}

/* Whether all items that the spelling LABEL, of the key KEY, is for are called
 * so by their forms. */
static bool
is_printed(struct label_file *v, const struct form_label *label,
    struct slice key)
{
	for (size_t i = 0; i < v->forms->items; i++) {
		const struct form_item *item = &v->forms->item[i];

		if (is_for(v, label, item) &&
		    !slice_eq(label_key(&v->arena, item->label), key))
			return false;
	}
	return true;
}

static void
vet_line(struct label_file *v, size_t i, const struct data_row *row)
{
	const struct form_label *label = &v->label[i];
	size_t                   earlier = 0;
	bool                     any = v->file == DATA_COLUMNS &&
	    slice_is(row->field[2], "any");
	char                     reason[64];

	if (v->key[i].n == 0)
		data_refuse(row, label->text, "there is no name here");
	if (label->form.n > 0 &&
	    form_number(v->forms, label->form) == NO_FORM)
		data_refuse(row, label->form, "no such form");
	if (!any && !has_code(v, label))
		data_refuse(row, label->code, v->file == DATA_COLUMNS ?
		    "the form has no such column" :
		    v->file == DATA_SPELLINGS ? "the form has no such item" :
		    "the kind is not head or unit");
	if (v->file == DATA_SPELLINGS && is_printed(v, label, v->key[i]))
		data_refuse(row, label->text, "the form calls it so itself");
	while (earlier < i && !is_said_by(v, i, earlier))
		earlier++;
	if (earlier == i)
		return;
	snprintf(reason, sizeof(reason), "it is %.*s already",
	    (int)v->label[earlier].code.n, v->label[earlier].code.p);
	data_refuse(row, label->text, reason);
}

static void
vet_file(const struct forms *forms, enum data_file file,
    const struct form_label *label)
{
	const struct data_table *table = data_table(file);
	struct label_file        v = { .forms = forms, .file = file,
		        .label = label };
	bool                     any = false;

	for (size_t i = 0; i < table->rows; i++)
		any |= table->row[i].own;
	if (!any)
		return;
	v.key = arena_alloc(&v.arena, table->rows * sizeof(*v.key));
	for (size_t i = 0; i < table->rows; i++)
		v.key[i] = label_key(&v.arena, label[i].text);
	for (size_t i = 0; i < table->rows; i++)
		if (table->row[i].own)
			vet_line(&v, i, &table->row[i]);
	arena_free(&v.arena);
}

void
vet_names(const struct forms *forms)
{
	vet_file(forms, DATA_COLUMNS, forms->column);
	vet_file(forms, DATA_SPELLINGS, forms->spelling);
	vet_file(forms, DATA_TABLE_WORDS, forms->word);
}
