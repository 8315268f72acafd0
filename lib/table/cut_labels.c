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

/* Whether rows FIRST to LAST may be pieces of one label: all have labels but for
 * a line of figures between them, one at least is unknown, and figures stand
 * beside one at most. */
static bool
may_join(const struct table_row *first, const struct table_row *last)
{
	bool   unknown = false;
	size_t figured = 0;

	if (first->label == NO_CELL || last->label == NO_CELL)
		return false;
	for (const struct table_row *row = first; row <= last; row++) {
		if ((row->label == NO_CELL && !is_figures_line(row)) ||
		    row->merged || row->stretch != first->stretch)
			return false;
		unknown |= row->label != NO_CELL && row->name == NULL;
		figured += row->figures > 0;
	}
	return unknown && figured <= 1;
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

/* Makes rows FIRST to LAST one, in the place of the one with figures. */
static bool
join(const struct cells *cells, struct table_row *first,
    struct table_row *last)
{
	struct slice      text;
	struct table_row *keeper = first;

	if (!may_join(first, last))
		return false;
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

void
rows_join_cut_labels(struct table_rows *rows)
{
	for (size_t i = 0; i + 1 < rows->count; i++)
		for (size_t last = i + 1; last < rows->count &&
		    last < i + PIECES_MAX; last++)
			if (join(rows->cells, &rows->row[i], &rows->row[last]))
				break;
}
