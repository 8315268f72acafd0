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

/* Whether ROW may be an item's: it has a name, and figures. */
static bool
is_named(const struct table_row *row)
{
	return row->name != NULL && !row->merged && row->first < row->end;
}

void
detect_items(bool named[], const struct table_rows *rows)
{
	memset(named, 0, rows->cells->forms->items * sizeof(*named));
	for (size_t i = 0; i < rows->count; i++) {
		const struct table_row *row = &rows->row[i];

		if (!is_named(row))
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

/* Marks in HEARD the forms that NAME, which is outside the rows, is met on. */
static void
hear_name(const struct forms *forms, const struct known_name *name,
    bool heard[FORMS_KNOWN_MAX])
{
	for (size_t t = 0; t < name->terms; t++) {
		const struct term *term = &name->term[t];
		struct slice       form;

		if (term->kind == TERM_ITEM)
			return;
		form = term->kind == TERM_COLUMN ?
		    forms->column[term->index].form :
		    forms->word[term->index].form;
		for (size_t i = 0; form.n > 0 && i < forms->forms; i++)
			heard[i] |= forms_is_like(forms, forms->form[i].name,
			    form);
	}
}

/* Whether the forms HEARD are like the first of them. */
static bool
is_of_one_form(const struct forms *forms, const bool heard[])
{
	size_t first = NO_FORM;

	for (size_t i = 0; i < forms->forms; i++) {
		if (!heard[i])
			continue;
		if (first != NO_FORM && !forms_is_like(forms,
		    forms->form[i].name, forms->form[first].name))
			return false;
		first = first == NO_FORM ? i : first;
	}
	return true;
}

/* A name that several forms have, 第二十条第(一)项, tells of which forms rows may be;
 * by itself it is no table yet. */
static void
vote_by_names(struct votes *votes, const struct cells *cells, bool has_rows)
{
	for (size_t i = 0; i < cells->count; i++) {
		bool heard[FORMS_KNOWN_MAX] = { false };

		if (cells->cell[i].kind != CELL_NAME)
			continue;
		hear_name(votes->forms, cells->cell[i].name, heard);
		if (!has_rows && !is_of_one_form(votes->forms, heard))
			continue;
		for (size_t f = 0; f < votes->forms->forms; f++)
			votes->weight[f] += heard[f] ? HEADER_WEIGHT : 0;
	}
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

/* An item that NAME may be speaks for its form. */
static void
vote_by_name(struct votes *votes, const struct known_name *name)
{
	for (size_t i = 0; i < name->terms; i++)
		if (name->term[i].kind == TERM_ITEM)
			votes->weight[votes->forms->item[
			    name->term[i].index].of_form] += SHARED_WEIGHT;
}

/* How many figures the row has that has most of them and no text or name. */
static size_t
most_figures(const struct cells *cells)
{
	size_t most = 0;

	for (size_t i = 0; i < cells->rows; i++) {
		size_t c = cells->row[i].first;

		while (c < cells->row[i].end &&
		    cells->cell[c].kind == CELL_FIGURE)
			c++;
		if (c == cells->row[i].end && c - cells->row[i].first > most)
			most = c - cells->row[i].first;
	}
	return most;
}

/* Of a table that has names above its figures only, as that of reviews, no row names
 * an item: there all names of its head speak; a few, where the others were cut in halves
 * and a row has as many figures as such a table. */
static void
vote_by_heads(struct votes *votes, const struct cells *cells)
{
	enum { ENOUGH = 10, FEW = 3, WIDE = 10 };
	size_t names = 0, figures = 0;

	for (size_t i = 0; i < cells->count; i++) {
		names += cells->cell[i].kind == CELL_NAME &&
		    known_name_is(cells->cell[i].name, TERM_ITEM);
		figures += cells->cell[i].kind == CELL_FIGURE;
	}
	if (names < ENOUGH ? names < FEW || most_figures(cells) < WIDE :
	    figures == 0)
		return;
	for (size_t i = 0; i < cells->count; i++)
		if (cells->cell[i].kind == CELL_NAME)
			vote_by_name(votes, cells->cell[i].name);
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

/* Whether NAME is that of an item which prints figures. */
static bool
names_figures(const struct forms *forms, const struct known_name *name)
{
	for (size_t t = 0; t < name->terms; t++)
		if (name->term[t].kind == TERM_ITEM &&
		    !forms->item[name->term[t].index].heading)
			return true;
	return false;
}

/* Whether a row of ROWS is an item's that prints figures, and has some. */
static bool
has_item(const struct table_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (is_named(&rows->row[i]) &&
		    names_figures(rows->cells->forms, rows->row[i].name))
			return true;
	return false;
}

/* Whether all that is named in ROWS are headings above YEAR: 二、主动公开情况 where the
 * next line begins with 2011 is none of a table. */
static bool
are_headings(const struct table_rows *rows, struct slice year)
{
	bool any = false;

	if (year.n == 0)
		return false;
	for (size_t i = 0; i < rows->count; i++) {
		const struct table_row *row = &rows->row[i];

		if (row->name != NULL && (!is_named(row) ||
		    names_figures(rows->cells->forms, row->name) ||
		    !slice_eq(rows->cells->cell[row->first].text, year)))
			return false;
		any |= row->name != NULL;
	}
	return any;
}

/* Takes the votes of forms hardly any of whose items are NAMED, where many of another's
 * are: what spoke for them is a name of a head that a damaged label looks like. */
static void
drop_strangers(struct votes *votes, const bool named[])
{
	enum { MANY = 8, FEW = 4 };	/* one in FEW of the most */
	const struct forms *forms = votes->forms;
	size_t              items[FORMS_KNOWN_MAX] = { 0 }, most = 0;

	for (size_t i = 0; i < forms->items; i++)
		if (named[i] && ++items[forms->item[i].of_form] > most)
			most = items[forms->item[i].of_form];
	for (size_t f = 0; f < forms->forms && most >= MANY; f++)
		if (items[f] * FEW < most)
			votes->weight[f] = 0;
}

struct detected_form
detect_form(const struct table_rows *rows, const bool named[],
    struct slice year)
{
	struct votes votes = { .forms = rows->cells->forms };
	size_t       form;

	vote_by_names(&votes, rows->cells, has_item(rows));
	vote_by_columns(&votes, rows);
	if (!are_headings(rows, year))
		vote_by_items(&votes, named);
	drop_strangers(&votes, named);
	form = winner(&votes, year);
	if (form == NO_FORM) {
		vote_by_heads(&votes, rows->cells);
		form = winner(&votes, year);
	}
	return (struct detected_form){ form,
	    form != NO_FORM ? best_variant(rows, named, form) : 0 };
}
