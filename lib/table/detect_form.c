#include "detect_form.h"

/* A column name that only one form has outweighs any items: rows are copied
 * from form to form, headers are what the forms changed. */
enum { HEADER_WEIGHT = 100, ITEM_WEIGHT = 2, SHARED_WEIGHT = 1 };

struct votes {
	const struct forms *forms;
	unsigned            weight[FORMS_KNOWN_MAX];	/* by form's number */
};

/* A header speaks for FORM and for those that are like it. */
static void
vote_by_header(struct votes *votes, struct slice form)
{
	for (size_t i = 0; form.n > 0 && i < votes->forms->forms; i++)
		if (forms_is_like(votes->forms, votes->forms->form[i].name,
		    form))
			votes->weight[i] += HEADER_WEIGHT;
}

void
detect_items(bool named[], const struct table_rows *rows)
{
	memset(named, 0, rows->cells->forms->items * sizeof(*named));
	for (size_t i = 0; i < rows->count; i++) {
		const struct table_row *row = &rows->row[i];

		if (row->name == NULL || row->merged ||
		    row->first == row->end)
			continue;
		for (size_t t = 0; t < row->name->terms; t++)
			if (row->name->term[t].kind == TERM_ITEM)
				named[row->name->term[t].index] = true;
	}
}

/* Takes from NAMED what NAME stands for only elsewhere, where it stands for an
 * item that IS_OURS says the variant has. */
static void
drop_other_meanings(bool named[], const struct forms *forms,
    const struct known_name *name, const bool is_ours[])
{
	bool ours = false;

	for (size_t t = 0; t < name->terms; t++)
		ours |= name->term[t].kind == TERM_ITEM &&
		    is_ours[forms->item[name->term[t].index].same];
	for (size_t t = 0; ours && t < name->terms; t++) {
		size_t i = name->term[t].index;

		if (name->term[t].kind == TERM_ITEM)
			named[i] &= is_ours[forms->item[i].same];
	}
}

void
detect_drop_other_meanings(bool named[], const struct table_rows *rows,
    size_t variant)
{
	const struct forms *forms = rows->cells->forms;
	bool               *is_ours = arena_alloc(rows->cells->arena,
	    forms->items * sizeof(*is_ours));

	memset(is_ours, 0, forms->items * sizeof(*is_ours));
	for (size_t i = 0; i < forms->items; i++)
		if (forms->item[i].first_of_variant == variant)
			is_ours[forms->item[i].same] = true;
	for (size_t i = 0; i < rows->count; i++)
		if (rows->row[i].name != NULL)
			drop_other_meanings(named, forms, rows->row[i].name,
			    is_ours);
}

/* The one form that all terms of NAME which give a form away agree on. */
static struct slice
form_of_name(const struct forms *forms, const struct known_name *name)
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
vote_by_names(struct votes *votes, const struct cells *cells)
{
	for (size_t i = 0; i < cells->count; i++)
		if (cells->cell[i].kind == CELL_NAME)
			vote_by_header(votes, form_of_name(votes->forms,
			    cells->cell[i].name));
}

/* Names joined from halves are no cells. */
static void
vote_by_columns(struct votes *votes, const struct table_rows *rows)
{
	const struct header *header = NULL;

	for (size_t i = 0; i < rows->count; i++) {
		if (rows->row[i].header == header ||
		    rows->row[i].header == NULL)
			continue;
		header = rows->row[i].header;
		for (size_t c = 0; c < header->columns; c++)
			vote_by_header(votes, header->column[c].form);
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

/* Whether the variant whose first item is number VARIANT has a column CODE. */
static bool
has_column(const struct forms *forms, size_t variant, struct slice code)
{
	for (size_t i = variant; i < forms->items; i++)
		if (forms->item[i].first_of_variant == variant &&
		    form_item_has(&forms->item[i], code))
			return true;
	return false;
}

/* How many columns that the headers of ROWS name the variant has whose first item
 * is number VARIANT. */
static size_t
columns_named(const struct table_rows *rows, size_t variant)
{
	const struct header *header = NULL;
	size_t               n = 0;

	for (size_t i = 0; i < rows->count; i++) {
		if (rows->row[i].header == header ||
		    rows->row[i].header == NULL)
			continue;
		header = rows->row[i].header;
		for (size_t c = 0; c < header->columns; c++)
			n += header->column[c].code.n > 0 &&
			    has_column(rows->cells->forms, variant,
			    header->column[c].code);
	}
	return n;
}

/* The variant of form number FORM that has most of the items NAMED and of the
 * columns that ROWS have. */
static size_t
best_variant(const struct table_rows *rows, const bool named[], size_t form)
{
	const struct forms *forms = rows->cells->forms;
	size_t              best = NO_FORM, most = 0;

	for (size_t i = 0; i < forms->items; i++) {
		size_t n;

		if (forms->item[i].of_form != form ||
		    forms->item[i].first_of_variant != i)
			continue;
		n = columns_named(rows, i);
		for (size_t k = i; k < forms->items; k++)
			n += named[k] && forms->item[k].first_of_variant == i;
		if (n > most || best == NO_FORM) {
			best = i;
			most = n;
		}
	}
	return best;
}

struct detected_form
detect_form(const struct table_rows *rows, const bool named[],
    struct slice year)
{
	struct votes votes = { .forms = rows->cells->forms };
	size_t       form;

	vote_by_names(&votes, rows->cells);
	vote_by_columns(&votes, rows);
	vote_by_items(&votes, named);
	form = winner(&votes, year);
	return (struct detected_form){ form,
	    form != NO_FORM ? best_variant(rows, named, form) : 0 };
}
