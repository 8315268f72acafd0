/* The items of one table of a form, as a document has them. */
#include "match.h"

#include "alignment.h"

const struct form_item *
match_item(const struct match *match, size_t i)
{
	return &match->forms->item[match->item[i]];
}

/* Puts item number INDEX of the forms in place AT of the table. */
static void
insert_item(struct match *match, size_t at, size_t index)
{
	memmove(&match->item[at + 1], &match->item[at],
	    (match->items - at) * sizeof(match->item[0]));
	match->item[at] = index;
	match->items++;
	for (size_t i = at; i < match->items; i++)
		match->place[match_item(match, i)->same] = i;
}

/* Adds the items that a province or an office has beyond VARIANT, each behind
 * the one it stands behind in its own variant. */
static void
add_named(struct match *match, size_t variant, const bool named[])
{
	size_t at = 0;

	for (size_t i = match->table; i < match->forms->items; i++) {
		const struct form_item *item = &match->forms->item[i];

		if (item->first_of_table != match->table ||
		    item->first_of_variant == variant)
			continue;
		if (match->place[item->same] == NO_ITEM && named[i] &&
		    match->items < FORM_ITEMS_MAX)
			insert_item(match, at, i);
		if (match->place[item->same] != NO_ITEM)
			at = match->place[item->same] + 1;
	}
}

void
match_begin(struct match *match, const struct table_rows *rows, size_t table,
    size_t variant, const bool named[])
{
	const struct forms *forms = rows->cells->forms;

	match->rows = rows;
	match->forms = forms;
	match->table = table;
	match->items = 0;
	match->layouts = (struct row_layouts){ .count = 0 };
	match->lossy = false;
	match->cols = 0;
	match->place = arena_alloc(rows->cells->arena,
	    forms->items * sizeof(*match->place));
	for (size_t i = 0; i < forms->items; i++)
		match->place[i] = NO_ITEM;
	for (size_t i = table; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		if (item->first_of_table != table ||
		    item->first_of_variant != variant ||
		    match->items == FORM_ITEMS_MAX)
			continue;
		match->place[item->same] = match->items;
		match->item[match->items++] = i;
	}
	add_named(match, variant, named);
}

size_t
match_named(const struct match *match, const struct known_name *name,
    size_t after)
{
	size_t first = NO_ITEM;

	for (size_t t = 0; name != NULL && t < name->terms; t++) {
		size_t place;

		if (name->term[t].kind != TERM_ITEM)
			continue;
		place = match->place[match->forms->item[
		    name->term[t].index].same];
		if (place != NO_ITEM && place >= after && place < first)
			first = place;
	}
	return first;
}

const struct form_item *
match_item_here(const struct match *match, size_t i, struct form_item *own)
{
	const struct form_item *item = match_item(match, i);

	if (match->cols == 0 || item->cols != 1)
		return item;
	*own = *item;
	own->cols = match->cols;
	memcpy(own->col, match->col, sizeof(own->col));
	for (int c = 1; c < own->cols; c++)
		own->unit[c] = own->unit[0];
	return own;
}

/* Whether an item has the column CODE: one of this table, or, with ANYWHERE, of
 * the form. */
static bool
is_column(const struct match *match, struct slice code, bool anywhere)
{
	const struct form_item *item = match->forms->item;
	size_t                  form = item[match->table].of_form;

	for (size_t i = 0; !anywhere && i < match->items; i++)
		if (form_item_has(match_item(match, i), code))
			return true;
	for (size_t i = 0; anywhere && i < match->forms->items; i++)
		if (item[i].of_form == form && form_item_has(&item[i], code))
			return true;
	return false;
}

/* A table that divides the form's one column of figures into several says so
 * in its header, by names that this table of the form has not, and as many at least
 * that no table has as others: else it is the header of another table. */
void
match_divide(struct match *match, const struct header *header)
{
	int own = 0;

	if (header == NULL || match->cols > 0)
		return;
	for (size_t i = 0; i < header->columns; i++) {
		struct slice code = header->column[i].code;

		if (code.n == 0 || match->cols == FORM_COLS_MAX ||
		    is_column(match, code, false)) {
			match->cols = 0;
			return;
		}
		own += !is_column(match, code, true);
		match->col[match->cols++] = code;
	}
	if (match->cols < 2 || own == 0 || 2 * own < match->cols)
		match->cols = 0;
}

size_t
match_summing_item(const struct match *match)
{
	for (size_t i = match->items; i-- > 0;)
		if (!match_item(match, i)->heading &&
		    match_item(match, i)->parent.n > 0)
			return item_has_total(match_item(match, i)) ? i :
			    NO_ITEM;
	return NO_ITEM;
}
