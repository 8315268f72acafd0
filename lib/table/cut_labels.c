/* Labels cut in two by a page break, by the end of a line or by a scraper:
 * the pieces stand in neighbouring rows, the figures beside one of them. */
#include "rows.h"

#include "form/label.h"
#include "text/fold.h"

enum { PIECES_MAX = 7 };

/* Whether ROW is a line of figures that lost its label, which may stand above and
 * below it. */
static bool
is_figures_line(const struct table_row *row)
{
	return row->label == NO_CELL && row->flowing && row->figures > 0;
}

/* Whether ROW may be a piece of a label that FIRST begins. */
static bool
is_piece(const struct table_row *first, const struct table_row *row)
{
	return (row->label != NO_CELL || is_figures_line(row)) &&
	    !row->merged && row->stretch == first->stretch;
}

/* Whether TEXT is the label of an item that NAME stands for to the letter, its
 * enumerator too. */
static bool
is_whole_label(const struct cells *cells, const struct known_name *name,
    struct slice text)
{
	struct slice folded = fold_text(cells->arena, text);

	for (size_t i = 0; i < name->terms; i++)
		if (name->term[i].kind == TERM_ITEM && slice_eq(folded,
		    fold_text(cells->arena, cells->forms->item[
		    name->term[i].index].label)))
			return true;
	return false;
}

/* Whether a piece by itself is NAME already: then what was joined to it is a
 * part of the same label only if it makes that whole. */
static bool
names_itself(const struct table_row *first, const struct table_row *last,
    const struct known_name *name)
{
	for (const struct table_row *row = first; row <= last; row++)
		if (row->name == name)
			return true;
	return false;
}

/* What TEXT has behind its last gap of two blanks or more: columns of text that
 * stand side by side, the group's label before the item's. */
static struct slice
last_column(struct slice text)
{
	for (size_t i = text.n; i > 1; i--)
		if (text.p[i - 1] == ' ' && text.p[i - 2] == ' ')
			return slice_from(text, i);
	return text;
}

/* The labels of rows FIRST to LAST in one; with COLUMN set, the last column of
 * each only. */
static struct slice
joined_label(const struct cells *cells, const struct table_row *first,
    const struct table_row *last, bool column)
{
	struct slice text = { "", 0 };

	for (const struct table_row *row = first; row <= last; row++)
		if (row->label != NO_CELL)
			text = arena_join(cells->arena, text,
			    column ? last_column(row->text) : row->text);
	return text;
}

/* Whether TEXT, the joined labels of rows FIRST to LAST, is an item's. */
static bool
is_item(const struct cells *cells, const struct table_row *first,
    const struct table_row *last, struct slice text)
{
	const struct known_name *name =
	    dictionary_find(cells->dictionary, text);

	return known_name_is(name, TERM_ITEM) &&
	    (!names_itself(first, last, name) ||
	    is_whole_label(cells, name, text));
}

/* Makes rows FIRST to LAST one, in the place of the one with figures, if together
 * they name an item. */
static bool
join(const struct cells *cells, struct table_row *first,
    struct table_row *last)
{
	struct slice      text;
	struct table_row *keeper = first;

	text = joined_label(cells, first, last, false);
	if (!is_item(cells, first, last, text)) {
		text = joined_label(cells, first, last, true);
		if (!is_item(cells, first, last, text))
			return false;
	}
	for (struct table_row *row = first; row <= last; row++) {
		row->merged = true;
		if (row->figures > 0)
			keeper = row;
	}
	keeper->merged = false;
	if (keeper->label == NO_CELL)
		keeper->label = first->label;
	keeper->name = dictionary_find(cells->dictionary, text);
	keeper->text = text;
	return true;
}

/* Whether the label of ROW is a mark that a label ends with, as ” is behind 三安全一
 * 稳定, and says nothing. */
static bool
is_end_mark(const struct cells *cells, const struct table_row *row)
{
	return row->label != NO_CELL && row->name == NULL &&
	    label_key(cells->arena, row->text).n == 0;
}

/* Whether rows FIRST to LAST, whose labels are known each by itself, are one whole label
 * all the same: 2.其他 and 法律行政法规禁止公开. */
static bool
is_whole(const struct cells *cells, const struct table_row *first,
    const struct table_row *last)
{
	struct slice             text = joined_label(cells, first, last, false);
	const struct known_name *name =
	    dictionary_find(cells->dictionary, text);

	return name != NULL && is_whole_label(cells, name, text);
}

/* Calls rows FIRST and LAST, pieces of a label that both have figures, what they are
 * together: whose these are nobody knows, since the item then has two rows. */
static void
name_both(const struct cells *cells, struct table_row *first,
    struct table_row *last)
{
	struct slice text = joined_label(cells, first, last, false);

	if (first->name != NULL || last->label == NO_CELL ||
	    !is_item(cells, first, last, text))
		return;
	first->name = last->name = dictionary_find(cells->dictionary, text);
	first->text = last->text = text;
}

/* Joins row number I with those behind it that are pieces of its label: one at
 * least is unknown, and figures and a unit stand beside one at most. */
static void
join_from(struct table_rows *rows, size_t i)
{
	struct table_row *first = &rows->row[i];
	bool              unknown = first->name == NULL;
	size_t            figured = first->figures > 0;
	size_t            units = rows_have_unit(rows->cells, first);

	for (size_t n = 1; n < PIECES_MAX && i + n < rows->count; n++) {
		struct table_row *last = first + n;

		figured += last->figures > 0;
		units += rows_have_unit(rows->cells, last);
		if (!is_piece(first, last))
			return;
		if (figured > 1 || units > 1) {
			if (n == 1 && figured > 1)
				name_both(rows->cells, first, last);
			return;
		}
		unknown |= last->label != NO_CELL && last->name == NULL;
		if (i + n + 1 < rows->count && is_piece(first, last + 1) &&
		    is_end_mark(rows->cells, last + 1))
			continue;
		if (last->label != NO_CELL && (unknown || (n == 1 &&
		    is_whole(rows->cells, first, last))) &&
		    join(rows->cells, first, last))
			return;
	}
}

void
rows_join_cut_labels(struct table_rows *rows)
{
	for (size_t i = 0; i + 1 < rows->count; i++)
		if (rows->row[i].label != NO_CELL && !rows->row[i].merged)
			join_from(rows, i);
}
