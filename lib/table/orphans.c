#include "orphans.h"

#include "alignment.h"
#include "base/digits.h"
#include "columnar.h"
#include "form/label.h"
#include "sums.h"
#include "text/fold.h"

/* Whether ROW has cells but a unit. */
static bool
has_cells(const struct cells *cells, const struct table_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind > CELL_NONE &&
		    cells->cell[i].kind != CELL_UNIT)
			return true;
	return false;
}

/* Whether row number R has figures that no item takes. */
static bool
is_orphan(const struct match *match, size_t r)
{
	const struct table_row *row = &match->rows->row[r];

	return !row->merged && !row->taken && (row->name == NULL ||
	    match_row_named(match, row, 0) != NO_ITEM ||
	    !match_is_foreign(match, row->name)) &&
	    rows_have_figures(match->rows, row);
}

/* Whether numbers stand in row number R, a group's, which has none of its own. */
static bool
has_strange_numbers(const struct match *match, size_t r)
{
	const struct table_row  *row = &match->rows->row[r];
	const struct table_cell *cell = match->rows->cells->cell;

	if (match->item_of_row[r] == NO_ITEM ||
	    !match_item(match, match->item_of_row[r])->heading)
		return false;
	for (size_t i = row->first; i < row->end; i++)
		if ((cell[i].kind == CELL_FIGURE || cell[i].kind == CELL_TEXT) &&
		    has_digit(cell[i].text))
			return true;
	return false;
}

bool
orphans_beside(const struct match *match, size_t r)
{
	const struct table_rows *rows = match->rows;

	for (size_t i = r > 0 ? r - 1 : 0; i <= r + 1 && i < rows->count; i++)
		if ((is_orphan(match, i) ||
		    (i != r && has_strange_numbers(match, i))) &&
		    rows->row[i].stretch == rows->row[r].stretch)
			return true;
	return false;
}

/* Whether the row before row number R is a group's and R one of its parts: by the form,
 * or by a variant that parts an item of it. */
static bool
is_part_of_before(const struct match *match, size_t r)
{
	const struct form_item *group =
	    match_item(match, match->item_of_row[r - 1]);

	return group->heading || (match->item_of_row[r] != NO_ITEM &&
	    form_item_is_parted(group,
	    match_item(match, match->item_of_row[r])));
}

bool
orphans_below_label(const struct match *match, size_t r)
{
	const struct table_row *row = &match->rows->row[r];

	return r > 0 && row->flowing && row->figures > 0 &&
	    row[-1].stretch == row->stretch &&
	    match->item_of_row[r - 1] != NO_ITEM &&
	    !is_part_of_before(match, r) &&
	    rows_cells(match->rows->cells, &row[-1]) == 0;
}

bool
orphans_in_one_cell(const struct match *match, size_t r)
{
	const struct table_cell *label = rows_label(match->rows,
	    &match->rows->row[r]);

	return label != NULL && label->joined && orphans_below_label(match, r);
}

static bool
shows_blanks(const struct cells *cells, const struct table_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind == CELL_BLANK)
			return true;
	return false;
}

/* Whether the figures of ROW begin on its label's line. */
static bool
is_whole_line(const struct table_rows *rows, const struct table_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (rows->cells->cell[i].kind == CELL_FIGURE)
			return i < rows->cells->row[row->cell_row].end;
	return false;
}

/* Whether the figures of ROW stand below its line, where other rows of the table have
 * theirs on it. */
static bool
stands_apart(const struct match *match, const struct table_row *row)
{
	if (is_whole_line(match->rows, row))
		return false;
	for (size_t r = 0; r < match->rows->count; r++)
		if (match->item_of_row[r] != NO_ITEM &&
		    is_whole_line(match->rows, &match->rows->row[r]))
			return true;
	return false;
}

bool
orphans_may_follow(const struct match *match, const struct table_row *row,
    const struct form_item *item, const struct table_cell *const cell[])
{
	bool   in_run = match->rows->cells->row[row->cell_row].in_run;
	size_t i = match->item_of_row[row - match->rows->row];

	return row->flowing && (match->layouts.lossy || in_run ||
	    (match_before_missing(match, i) &&
	    (stands_apart(match, row) || (match->lossy &&
	    !shows_blanks(match->rows->cells, row))))) &&
	    !(item_has_total(item) && sums_prove(cell, (size_t)item->cols));
}

/* Whether the figures of a row are one row's by their sum: behind a 0 they are the next
 * one's just as well. */
static bool
fits_alone(const struct alignment *a)
{
	return sums_fit(a->figure, a->figures) &&
	    (a->figures < 2 || a->figures == (size_t)a->item->cols ||
	    sums_whole(a->figure[0]) != 0);
}

/* Whether row number R, an item's, may hold figures of the items behind it: it is a
 * group's, which has none; or what flows behind it is more than its own, or may be
 * where blanks have vanished. */
static bool
holds_others(const struct match *match, size_t r)
{
	const struct table_row *row = &match->rows->row[r];
	const struct form_item *item = match_item(match, match->item_of_row[r]);
	struct form_item        own;
	struct placement        placement;
	struct alignment        a;

	if (item->heading)
		return rows_have_figures(match->rows, row);
	if (row->figures == 0 || !row->flowing)
		return false;
	item = match_item_here(match, match->item_of_row[r], &own);
	a = align_begin(match->rows, row, item, &placement);
	if (a.surplus || a.slots > (size_t)item->cols)
		return a.slots != match->layouts.usual_slots ||
		    (a.surplus && a.slots > a.figures);
	return !(item_has_total(item) && fits_alone(&a)) &&
	    orphans_may_follow(match, row, item, a.figure);
}

/* The nearest row before (STEP -1) or behind (STEP 1) row number R that is an
 * item's, in the same stretch of the document; NO_ROW: none.  With CELLS set, one
 * that has some: what stands by itself may be the label that R lacks. */
static size_t
neighbour(const struct match *match, size_t r, int step, bool cells)
{
	const struct table_rows *rows = match->rows;

	for (size_t i = r;;) {
		if (step < 0 ? i == 0 : i + 1 == rows->count)
			return NO_ROW;
		i = step < 0 ? i - 1 : i + 1;
		if (rows->row[i].stretch != rows->row[r].stretch)
			return NO_ROW;
		if (match->item_of_row[i] != NO_ITEM && (!cells ||
		    has_cells(rows->cells, &rows->row[i])))
			return i;
	}
}

static bool
has_digits(const struct cells *cells, const struct table_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind == CELL_DIGITS)
			return true;
	return false;
}

/* Whether row number R, an item's, may have more figures than are its own: a group has
 * none, digits that run together do not tell, nor do sums that do not fit, where
 * blanks have vanished. */
static bool
may_have_surplus(const struct match *match, size_t r)
{
	struct form_item        own;
	struct placement        placement;
	const struct table_row *row = &match->rows->row[r];
	const struct form_item *item =
	    match_item_here(match, match->item_of_row[r], &own);
	struct alignment        a;

	if (item->heading || row->figures > (size_t)item->cols ||
	    (item->cols > 1 && has_digits(match->rows->cells, row)))
		return true;
	if (!item_has_total(item) ||
	    !match->rows->cells->row[row->cell_row].in_run)
		return false;
	a = align_begin(match->rows, row, item, &placement);
	return !fits_alone(&a);
}

/* Whether row number R is its item's although that has another row right before it, with
 * other figures: one of them may be another item's. */
static bool
is_second(const struct match *match, size_t r)
{
	const struct table_rows *rows = match->rows;
	size_t                   before = neighbour(match, r, -1, true);

	return before != NO_ROW && rows->row[r].figures > 0 &&
	    rows->row[before].figures > 0 &&
	    match->item_of_row[before] == match->item_of_row[r] &&
	    !rows_are_alike(rows->cells, &rows->row[before], &rows->row[r]);
}

/* Notes that row number R may hold, beside its own figures, those of the labels that
 * have none right before it (STEP -1) or behind it (STEP 1): half a label, perhaps. */
static void
add_beside(const struct match *match, size_t r, int step,
    struct orphans *orphans)
{
	const struct table_rows *rows = match->rows;

	for (size_t i = r;;) {
		if (step < 0 ? i == 0 : i + 1 == rows->count)
			return;
		i = step < 0 ? i - 1 : i + 1;
		if (rows->row[i].merged ||
		    rows->row[i].stretch != rows->row[r].stretch ||
		    match->item_of_row[i] == NO_ITEM ||
		    rows_cells(rows->cells, &rows->row[i]) != 0)
			return;
		if (orphans->of[match->item_of_row[i]] == NO_ROW)
			orphans->of[match->item_of_row[i]] = r;
	}
}

/* Whether row number R has a figure for each item of a table whose items stand side by
 * side, or nearly, as some may have run together: the head above it was not understood. */
static bool
is_whole_table(const struct match *match, size_t r)
{
	enum { SIDE_BY_SIDE = 10 };
	size_t items = 0;

	for (size_t i = 0; i < match->items; i++)
		items += match_item(match, i)->cols == 1;
	return items >= SIDE_BY_SIDE && match->rows->row[r].figures <= items &&
	    match->rows->row[r].figures * 3 >= items * 2;
}

/* Notes that the figures of row number R are those of one of the items that its label
 * names, wherever these stand. */
static void
add_named(const struct match *match, size_t r, struct orphans *orphans)
{
	const struct table_row *row = &match->rows->row[r];

	for (size_t i = match_row_named(match, row, 0); i != NO_ITEM;
	    i = match_row_named(match, row, i + 1))
		if (orphans->of[i] == NO_ROW)
			orphans->of[i] = r;
}

/* Whether row number R has the number that item number I has before its label. */
static bool
has_its_number(const struct match *match, size_t r, size_t i)
{
	struct enumerator row = fold_enumerator(match->rows->row[r].text);
	struct enumerator item = fold_enumerator(match_item(match, i)->label);

	return row.kind == item.kind && row.number == item.number;
}

/* Whether row number R only seems to be its item's, which has another row: 2.其他 where
 * that is 3.其他 is what is left of another label. */
static bool
is_misnamed(const struct match *match, size_t r)
{
	size_t i = match->item_of_row[r];

	if (match->first[i] == r && match->next[r] == NO_ROW)
		return false;
	if (match->rows->row[r].figures == 0 || has_its_number(match, r, i) ||
	    fold_enumerator(match->rows->row[r].text).kind == ENUMERATOR_NONE)
		return false;
	for (size_t k = match->first[i]; k != NO_ROW; k = match->next[k])
		if (match->rows->row[k].figures > 0 &&
		    has_its_number(match, k, i))
			return true;
	return false;
}

/* Whether an item from FROM to TO - 1 that prints figures has no row. */
static bool
leaves_open(const struct match *match, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!match_item(match, i)->heading && match->first[i] == NO_ROW)
			return true;
	return false;
}

/* How many figures TEXT is that were doubted, as ? 3732 is one, and so no label; 0 where
 * it is anything else. */
static size_t
doubted_figures(struct slice text)
{
	size_t figures = 0;

	if (!slice_starts(text, SLICE("?")))
		return 0;
	for (size_t i = 1; i < text.n; i++) {
		if (is_digit(text.p[i]))
			figures += !is_digit(text.p[i - 1]);
		else if (text.p[i] != ' ' && text.p[i] != '?')
			return 0;
	}
	return figures;
}

/* Whether the label of row number R may be what is left of item number I's: a piece of
 * it, or more than it. */
static bool
may_be_called(const struct match *match, size_t r, size_t i)
{
	const struct cells *cells = match->rows->cells;
	struct slice        label, key;
	size_t              doubted = doubted_figures(match->rows->row[r].text);

	if (match->rows->row[r].figures + doubted > (size_t)match_item(match, i)->cols)
		return false;
	if (match->rows->row[r].label == NO_CELL || doubted > 0)
		return true;
	key = label_key(cells->arena, match->rows->row[r].text);
	while (key.n > 1 && is_digit(key.p[key.n - 1]))
		key.n--;	/* 行政 5027 on a line of its own */
	label = dictionary_item_key(cells->dictionary, match->item[i]);
	return key.n == 0 || slice_find(label, key) != NULL ||
	    slice_find(key, label) != NULL;
}

/* Notes that the figures of row number R, whose neighbours leave none open between them,
 * may be those of any item without a row that it may be called like: rows stand in one
 * another's place. */
static void
add_displaced(const struct match *match, size_t r, struct orphans *orphans)
{
	for (size_t i = 0; i < match->items; i++)
		if (match->first[i] == NO_ROW && orphans->of[i] == NO_ROW &&
		    !match_item(match, i)->heading && may_be_called(match, r, i))
			orphans->of[i] = r;
}

/* Whether row number R, an item's, may have the figures of another row behind its own: as
 * many as two rows have, or several, not one a column, that no sum holds together. */
static bool
may_have_two_rows(const struct match *match, size_t r)
{
	size_t                  figures = match->rows->row[r].figures;
	struct form_item        own;
	const struct form_item *item =
	    match_item_here(match, match->item_of_row[r], &own);
	size_t                  cols = (size_t)item->cols;

	return !item->heading && figures > 1 && (figures >= 2 * cols ||
	    (figures != cols && !item_has_total(item)));
}

/* Notes that some of the figures of row number R may be those of any item without a row. */
static void
add_anywhere(const struct match *match, size_t r, struct orphans *orphans)
{
	for (size_t i = 0; i < match->items; i++)
		if (match->first[i] == NO_ROW && orphans->of[i] == NO_ROW &&
		    !match_item(match, i)->heading)
			orphans->of[i] = r;
}

/* Notes that the figures of row number R, its OWN item's besides, may be those of any
 * item that it leaves open between its neighbours; ORDERED says that these tell.
 * Without any, its own label must be one of the table's, or it must have a figure
 * for nearly each item.  Returns whether they leave nothing open, although it may have
 * another row's figures behind its own. */
static bool
add_orphan(const struct match *match, size_t r, bool own, bool ordered,
    struct orphans *orphans)
{
	size_t before = own ? r : neighbour(match, r, -1, true);
	size_t behind = neighbour(match, r, 1, !own);
	size_t from = 0, to = match->items;

	/* Labels that have nothing show whose table it is, not where it stands in it. */
	if (before == NO_ROW && behind == NO_ROW &&
	    neighbour(match, r, -1, false) == NO_ROW &&
	    neighbour(match, r, 1, false) == NO_ROW &&
	    match_row_named(match, &match->rows->row[r], 0) == NO_ITEM &&
	    !is_whole_table(match, r))
		return false;
	orphans->astray |= !own && !ordered;
	ordered &= !columnar_is(match);	/* its rows are names of columns */
	if (ordered && before != NO_ROW)
		from = match->item_of_row[before] + 1;
	if (ordered && behind != NO_ROW)
		to = match->item_of_row[behind];
	for (size_t i = from; i < to; i++)
		if (orphans->of[i] == NO_ROW)
			orphans->of[i] = r;
	if (leaves_open(match, from, to))
		return false;
	if (!own)
		add_displaced(match, r, orphans);
	return own && may_have_two_rows(match, r);
}

/* Whether the figures of row number R are its item's by their sum. */
static bool
proves_itself(const struct match *match, size_t r)
{
	struct form_item        own;
	struct placement        placement;
	const struct form_item *item =
	    match_item_here(match, match->item_of_row[r], &own);
	struct alignment        a = align_begin(match->rows,
	    &match->rows->row[r], item, &placement);

	return item_has_total(item) && a.figures == (size_t)item->cols &&
	    sums_prove(a.figure, a.figures);
}

/* Notes that the labels above each other that figures follow may have these, where they
 * stand in one cell, or others beside them, or, if they prove nothing, anywhere that nobody takes. */
static void
add_stacked(const struct match *match, struct orphans *orphans)
{
	for (size_t r = 0; r < match->rows->count; r++)
		if (match->item_of_row[r] != NO_ITEM &&
		    orphans_below_label(match, r) &&
		    (orphans_in_one_cell(match, r) ||
		    orphans_beside(match, r) ||
		    (orphans->any && !proves_itself(match, r))))
			add_beside(match, r, -1, orphans);
}

void
orphans_find(const struct match *match, struct orphans *orphans)
{
	bool   ordered = match_keeps_order(match);
	size_t crowded = NO_ROW;

	orphans->any = orphans->astray = false;
	orphans->strewn = match_is_strewn(match);
	for (size_t i = 0; i < match->items; i++)
		orphans->of[i] = NO_ROW;
	for (size_t r = 0; r < match->rows->count; r++) {
		bool own = match->item_of_row[r] != NO_ITEM &&
		    !is_misnamed(match, r) && !(ordered && is_second(match, r));

		if (!(own ? holds_others(match, r) :
		    match->item_of_row[r] != NO_ITEM || is_orphan(match, r)))
			continue;
		orphans->any |= match->item_of_row[r] == NO_ITEM;
		if (add_orphan(match, r, own, ordered, orphans))
			crowded = r;
		if (match->item_of_row[r] == NO_ITEM)
			add_named(match, r, orphans);
		if (!own || !may_have_surplus(match, r))
			continue;
		add_beside(match, r, -1, orphans);
		add_beside(match, r, 1, orphans);
	}
	add_stacked(match, orphans);
	if (crowded != NO_ROW)
		add_anywhere(match, crowded, orphans);
}
