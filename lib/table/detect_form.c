#include "detect_form.h"

/* A head that only one form has outweighs any items: rows are copied from
 * form to form, heads are what the forms changed. */
enum { HEAD_WEIGHT = 100, ITEM_WEIGHT = 2, SHARED_WEIGHT = 1 };

struct votes {
	const struct forms *forms;
	unsigned            weight[FORMS_KNOWN_MAX];	/* by number of the form */
};

/* A head speaks for FORM and for those that are like it. */
static void
vote_by_head(struct votes *votes, struct slice form)
{
	for (size_t i = 0; form.n > 0 && i < votes->forms->forms; i++)
		if (forms_is_like(votes->forms, votes->forms->form[i].name,
		    form))
			votes->weight[i] += HEAD_WEIGHT;
}

void
recognise_named(bool named[], const struct forms *forms,
    const struct entries *entries)
{
	memset(named, 0, forms->items * sizeof(*named));
	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->entry[i];

		if (entry->name == NULL || entry->merged ||
		    entry->first == entry->end)
			continue;
		for (size_t t = 0; t < entry->name->terms; t++)
			if (entry->name->term[t].kind == TERM_ITEM)
				named[entry->name->term[t].index] = true;
	}
}

/* The one form that all terms of NAME which give a form away agree on. */
static struct slice
form_of_head(const struct forms *forms, const struct name *name)
{
	struct slice form = { "", 0 };

	for (size_t t = 0; t < name->terms; t++) {
		const struct term *term = &name->term[t];

		if (term->kind == TERM_ITEM)
			return (struct slice){ "", 0 };
		form = term->kind == TERM_COLUMN ?
		    forms->column[term->index].form :
		    forms->word[term->index].form;
	}
	return form;
}

static void
vote_by_heads(struct votes *votes, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->cells; i++)
		if (sheet->cell[i].kind == CELL_NAME)
			vote_by_head(votes, form_of_head(votes->forms,
			    sheet->cell[i].name));
}

/* Heads joined from halves are no cells of the sheet. */
static void
vote_by_columns(struct votes *votes, const struct entries *entries)
{
	const struct head *head = NULL;

	for (size_t i = 0; i < entries->count; i++) {
		if (entries->entry[i].head == head ||
		    entries->entry[i].head == NULL)
			continue;
		head = entries->entry[i].head;
		for (size_t c = 0; c < head->columns; c++)
			vote_by_head(votes, head->column[c].form);
	}
}

static void
vote_by_items(struct votes *votes, const bool named[])
{
	for (size_t i = 0; i < votes->forms->items; i++) {
		const struct form_item *item = &votes->forms->item[i];

		if (named[i])
			votes->weight[item->of_form] += item->shared ?
			    SHARED_WEIGHT : ITEM_WEIGHT;
	}
}

/* Whether YEAR lies in the own years of form number FORM, which run up to the
 * next form's that has votes. */
static bool
is_of_year(const struct votes *votes, size_t form, struct slice year)
{
	struct slice begin = votes->forms->form[form].name;

	if (year.n == 0 || slice_cmp(year, begin) < 0)
		return false;
	for (size_t i = 0; i < votes->forms->forms; i++) {
		struct slice other = votes->forms->form[i].name;

		if (votes->weight[i] > 0 && slice_cmp(other, begin) > 0 &&
		    slice_cmp(other, year) <= 0)
			return false;
	}
	return true;
}

/* The form with most votes, of two the one of YEAR; NO_FORM: none has any. */
static size_t
winner(const struct votes *votes, struct slice year)
{
	size_t best = NO_FORM;

	for (size_t i = 0; i < votes->forms->forms; i++)
		if (votes->weight[i] > 0 && (best == NO_FORM ||
		    votes->weight[i] > votes->weight[best] ||
		    (votes->weight[i] == votes->weight[best] &&
		    is_of_year(votes, i, year))))
			best = i;
	return best;
}

/* The variant of form number FORM that has most of the items named. */
static size_t
best_variant(const struct forms *forms, const bool named[], size_t form)
{
	size_t best = NO_FORM, most = 0;

	for (size_t i = 0; i < forms->items; i++) {
		size_t n = 0;

		if (forms->item[i].of_form != form ||
		    forms->item[i].first_of_variant != i)
			continue;
		for (size_t k = i; k < forms->items; k++)
			n += named[k] && forms->item[k].first_of_variant == i;
		if (n > most || best == NO_FORM) {
			best = i;
			most = n;
		}
	}
	return best;
}

struct recognised
recognise(const struct forms *forms, const struct sheet *sheet,
    const struct entries *entries, const bool named[], struct slice year)
{
	struct votes votes = { .forms = forms };
	size_t       form;

	vote_by_heads(&votes, sheet);
	vote_by_columns(&votes, entries);
	vote_by_items(&votes, named);
	form = winner(&votes, year);
	return (struct recognised){ form,
	    form != NO_FORM ? best_variant(forms, named, form) : 0 };
}
