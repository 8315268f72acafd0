#include "detect_form.h"

/* A head that only one form has outweighs any items: rows are copied from
 * form to form, heads are what the forms changed. */
enum { FORMS_MAX = 16, HEAD_WEIGHT = 100, ITEM_WEIGHT = 2, SHARED_WEIGHT = 1 };

struct vote {
	struct slice form;
	unsigned     weight;
};

struct votes {
	struct vote vote[FORMS_MAX];
	size_t      count;
};

static void
vote_for(struct votes *votes, struct slice form, unsigned weight)
{
	for (size_t i = 0; i < votes->count; i++)
		if (slice_eq(votes->vote[i].form, form)) {
			votes->vote[i].weight += weight;
			return;
		}
	if (votes->count < FORMS_MAX && form.n > 0)
		votes->vote[votes->count++] = (struct vote){ form, weight };
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
vote_by_heads(struct votes *votes, const struct forms *forms,
    const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->cells; i++)
		if (sheet->cell[i].kind == CELL_NAME)
			vote_for(votes, form_of_head(forms,
			    sheet->cell[i].name), HEAD_WEIGHT);
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
			vote_for(votes, head->column[c].form, HEAD_WEIGHT);
	}
}

static void
vote_by_items(struct votes *votes, const struct forms *forms,
    const bool named[])
{
	for (size_t i = 0; i < forms->items; i++)
		if (named[i])
			vote_for(votes, forms->item[i].form,
			    forms->item[i].shared ? SHARED_WEIGHT :
			    ITEM_WEIGHT);
}

/* Whether YEAR lies in FORM's own years, which run up to the next form's. */
static bool
is_of_year(const struct votes *votes, struct slice form, struct slice year)
{
	if (year.n == 0 || slice_cmp(year, form) < 0)
		return false;
	for (size_t i = 0; i < votes->count; i++)
		if (slice_cmp(votes->vote[i].form, form) > 0 &&
		    slice_cmp(votes->vote[i].form, year) <= 0)
			return false;
	return true;
}

static const struct vote *
winner(const struct votes *votes, struct slice year)
{
	const struct vote *best = NULL;

	for (size_t i = 0; i < votes->count; i++) {
		const struct vote *vote = &votes->vote[i];

		if (best == NULL || vote->weight > best->weight ||
		    (vote->weight == best->weight &&
		    is_of_year(votes, vote->form, year)))
			best = vote;
	}
	return best;
}

/* The variant of FORM that has most of the items named. */
static size_t
best_variant(const struct forms *forms, const bool named[], size_t form)
{
	size_t best = form, most = 0;

	for (size_t i = form; i < forms->items; i++) {
		size_t n = 0;

		if (forms->item[i].first_of_form != form ||
		    forms->item[i].first_of_variant != i)
			continue;
		for (size_t k = i; k < forms->items; k++)
			n += named[k] && forms->item[k].first_of_variant == i;
		if (n > most) {
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
	struct votes       votes = { .count = 0 };
	const struct vote *best;

	vote_by_heads(&votes, forms, sheet);
	vote_by_columns(&votes, entries);
	vote_by_items(&votes, forms, named);
	best = winner(&votes, year);
	if (best == NULL)
		return (struct recognised){ .found = false };
	for (size_t i = 0; i < forms->items; i++)
		if (slice_eq(forms->item[i].form, best->form))
			return (struct recognised){ true, i,
			    best_variant(forms, named, i) };
	return (struct recognised){ .found = false };
}
