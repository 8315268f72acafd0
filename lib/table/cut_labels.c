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

/* Whether the labels of rows FIRST to LAST of a grid stand in different columns: at the
 * end of a page a row is torn from its group. */
static bool
are_torn(const struct cells *cells, const struct table_row *first,
    const struct table_row *last)
{
	for (const struct table_row *row = first + 1; row <= last; row++)
		if (row->label != NO_CELL && !row->flowing &&
		    !first->flowing && cells->cell[row->label].col !=
		    cells->cell[first->label].col)
			return true;
	return false;
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
	keeper->torn = are_torn(cells, first, last);
	if (keeper->label == NO_CELL)
		keeper->label = first->label;
	keeper->name = dictionary_find(cells->dictionary, text);
	keeper->text = text;
	return true;
}

/* Gives to the row FIRST, whose label goes down to LAST and has no figures, those of
 * the line right below, which have no label. */
static void
take_below(struct table_rows *rows, struct table_row *first,
    const struct table_row *last)
{
	struct table_row *below = (struct table_row *)last + 1;

	if (below >= rows->row + rows->count || below->merged ||
	    below->stretch != first->stretch || !is_figures_line(below) ||
	    rows_cells(rows->cells, first) > 0)
		return;
	below->label = first->label;
	below->name = first->name;
	below->text = first->text;
	below->apart = true;
	first->merged = true;
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

	if (last->label == NO_CELL || !is_item(cells, first, last, text) ||
	    (first->name != NULL && !is_whole(cells, first, last)))
		return;
	first->name = last->name = dictionary_find(cells->dictionary, text);
	first->text = last->text = text;
}

/* Whether the label of row number I goes on behind row number LAST, where it could end: with
 * unknown pieces that have nothing beside them it is an item's still. */
static bool
goes_on(const struct table_rows *rows, size_t i, size_t last)
{
	const struct table_row *first = &rows->row[i];

	while (++last < rows->count && last < i + PIECES_MAX) {
		const struct table_row *row = &rows->row[last];

		if (!is_piece(first, row) || row->label == NO_CELL ||
		    row->name != NULL || rows_cells(rows->cells, row) > 0)
			return false;
		if (is_item(rows->cells, first, row,
		    joined_label(rows->cells, first, row, false)))
			return true;
	}
	return false;
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
		if (figured == 0 && goes_on(rows, i, i + n))
			continue;
		if (last->label == NO_CELL || !(unknown || (n == 1 &&
		    is_whole(rows->cells, first, last))) ||
		    !join(rows->cells, first, last))
			continue;
		if (figured == 0)
			take_below(rows, first, last);
		return;
	}
}

/* Gives to labels that are whole, and have nothing beside them, the figures below,
 * where those of labels in pieces stand so. */
static void
take_all_below(struct table_rows *rows)
{
	enum { ENOUGH = 2 };
	size_t apart = 0;

	for (size_t i = 0; i < rows->count; i++)
		apart += rows->row[i].apart;
	for (size_t i = 0; apart >= ENOUGH && i + 1 < rows->count; i++)
		if (known_name_is(rows->row[i].name, TERM_ITEM) &&
		    rows->row[i].flowing && !rows->row[i].merged)
			take_below(rows, &rows->row[i], &rows->row[i]);
}

void
rows_join_cut_labels(struct table_rows *rows)
{
	for (size_t i = 0; i + 1 < rows->count; i++)
		if (rows->row[i].label != NO_CELL && !rows->row[i].merged)
			join_from(rows, i);
	take_all_below(rows);
}
