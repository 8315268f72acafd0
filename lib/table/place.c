#include "place.h"

#include "base/utf8.h"
#include "sums.h"

/* Whether nine rows in ten down the page have a cell a column. */
static bool
mostly_exact(const struct row_layouts *layouts)
{
	return layouts->exact * 10 >= layouts->flowing * 9;
}

/* Whether as many cells follow the label as in the rows around it.  Lines of
 * text show no blanks, and so always do; and where all figures are there and
 * add up, cells that belong to no column do not matter. */
static bool
has_usual_slots(const struct alignment *a, const struct row_layouts *layouts)
{
	size_t cols = (size_t)a->item->cols;

	if (a->slots == a->figures || layouts->usual_slots == 0)
		return true;
	/* Either there are no cells but figures, or each row is filled up to
	 * the width of the table. */
	if (a->slots == (mostly_exact(layouts) ? cols : layouts->usual_slots))
		return true;
	return item_has_total(a->item) && a->figures == cols &&
	    sums_fit(a->figure, a->figures);
}

/* The cells of a row down the page in their order, for the columns in ORDER: as
 * many as these, blanks too if not all are figures. */
static void
place_in_order(struct alignment *a, const int order[FORM_COLS_MAX])
{
	size_t n = 0;

	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		if (cell->kind == CELL_FIGURE || cell->kind == CELL_DIGITS)
			a->placement->cell[order[n++]] = cell;
		else if (cell->kind == CELL_BLANK &&
		    a->figures < (size_t)a->item->cols)
			n++;
	}
	a->placement->state = PLACEMENT_DONE;
}

/* The order of the columns down the page: the form's, unless the header names all
 * of them in another.  A head of several rows, as over totals, names them in no
 * order. */
static void
find_order(const struct alignment *a, int order[FORM_COLS_MAX])
{
	if (!item_has_total(a->item) && header_order(a->row->header, a->item,
	    order) == (size_t)a->item->cols)
		return;
	for (int i = 0; i < a->item->cols; i++)
		order[i] = i;
}

/* A table down the page that prints fewer columns than the form, as its header
 * says and as all of its rows do: where a row has fewer cells, blanks vanish. */
static bool
place_fewer_flowing(struct alignment *a, const struct row_layouts *layouts)
{
	enum { ENOUGH = 5 };
	int    order[FORM_COLS_MAX];
	size_t cols = (size_t)a->item->cols, n;

	if (item_has_total(a->item) || a->slots != a->figures ||
	    a->figures == 0 || a->figures >= cols)
		return false;
	n = header_order(a->row->header, a->item, order);
	if (n != a->figures || a->row->header->unknown || layouts->rows_with[cols] < ENOUGH ||
	    layouts->having[cols][n] < layouts->rows_with[cols])
		return false;
	for (size_t i = 0; i < cols; i++)
		a->placement->missing[i] = true;
	for (size_t i = 0; i < n; i++)
		a->placement->missing[order[i]] = false;
	place_in_order(a, order);
	return true;
}

/* Whether the sum of all figures speaks against their number: where blanks have
 * vanished from more than a few rows, any sum that is not the total; else a total
 * less than a part. */
static bool
sum_is_absurd(const struct alignment *a, const struct row_layouts *layouts)
{
	return item_has_total(a->item) && !sums_fit(a->figure, a->figures) &&
	    ((layouts->lossy && !mostly_exact(layouts)) ||
	    sums_part_exceeds(a->figure, a->figures));
}

/* Whether the row has all its cells and blanks behind them, as where a table goes on on
 * the next page: the last figure stands where the total does, and is the sum. */
static bool
place_before_blanks(struct alignment *a)
{
	size_t cols = (size_t)a->item->cols, n = 0;

	if (!item_has_total(a->item) || a->slots <= cols)
		return false;
	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		if (cell->kind == CELL_FIGURE && n < cols)
			a->placement->cell[n] = cell;
		else if (cell->kind == CELL_FIGURE || cell->kind == CELL_DIGITS)
			break;
		n += cell->kind == CELL_FIGURE || cell->kind == CELL_BLANK;
	}
	if (n == a->slots && sums_prove(a->placement->cell, cols)) {
		a->placement->state = PLACEMENT_DONE;
		return true;
	}
	memset(a->placement->cell, 0, sizeof(a->placement->cell));
	return false;
}

/* Whether the row has a figure for each column, and only blanks behind these that are no
 * cells of it: on the line of the last, as where a cell is merged over the columns left,
 * or where its section ends, as empty lines before a heading. */
static bool
has_all_before_fill(const struct alignment *a)
{
	const struct cell_row *row = a->cells->row + a->row->cell_row;
	const struct cell_row *end = a->cells->row + a->cells->rows;
	const struct cell_row *last;

	if (item_has_total(a->item) || a->figures != (size_t)a->item->cols)
		return false;
	for (size_t i = a->row->end - (a->slots - a->figures); i < a->row->end; i++)
		if (a->cells->cell[i].kind != CELL_BLANK)
			return false;
	for (last = row; last + 1 < end && last[1].first < a->row->end;)
		last++;
	return a->cells->cell[last->first].kind == CELL_FIGURE ||
	    last + 1 == end || !slice_eq(last[1].section, row->section);
}

/* Whether the row has a figure for each column and its sum proves it: a first one that
 * is nothing may be another column's. */
static bool
proves_itself(const struct alignment *a)
{
	return item_has_total(a->item) && a->figures == (size_t)a->item->cols &&
	    sums_prove(a->figure, a->figures) &&
	    (a->figure[0]->figure.state == FIGURE_NA ||
	    sums_whole(a->figure[0]) != 0);
}

/* Cells that follow one another down the page: their number is all there is to
 * go by. */
static void
place_flowing(struct alignment *a, const struct row_layouts *layouts)
{
	size_t cols = (size_t)a->item->cols;
	int    order[FORM_COLS_MAX];

	if (a->figures > 0 && row_layouts_have_more(layouts) &&
	    (layouts->other_year || !proves_itself(a)))
		return;
	if (align_is_digits(a))
		align_digits(a);
	else if (a->slots == 0)
		a->placement->state = a->row->empty ? PLACEMENT_DONE :
		    PLACEMENT_NONE;
	else if (place_fewer_flowing(a, layouts) || place_before_blanks(a) ||
	    (!has_usual_slots(a, layouts) && !has_all_before_fill(a)) ||
	    (a->figures == cols && sum_is_absurd(a, layouts)))
		return;
	else if (a->figures == 0 && a->slots >= cols)
		a->placement->state = PLACEMENT_DONE;
	else if (a->figures == cols || a->slots == cols) {
		find_order(a, order);
		place_in_order(a, order);
	}
}

/* Which columns of the item the header has.  Returns how many. */
static size_t
columns_in_header(const struct alignment *a, bool has[FORM_COLS_MAX])
{
	size_t n = 0;

	for (int i = 0; i < a->item->cols; i++) {
		has[i] = a->row->header != NULL &&
		    header_find(a->row->header, a->item->col[i]) != NULL;
		n += has[i];
	}
	return n;
}

/* Whether every column of HEADER has a name that we know. */
static bool
header_is_whole(const struct header *header)
{
	for (size_t i = 0; i < header->columns; i++)
		if (header->column[i].code.n == 0)
			return false;
	return header->columns > 0;
}

/* Whether the figures stand below the columns of the item that its header HAS,
 * one below each: rows laid onto each other have names above them too. */
static bool
stands_below(const struct alignment *a, const bool has[FORM_COLS_MAX])
{
	size_t next = 0;

	for (int i = 0; i < a->item->cols; i++)
		if (has[i] && header_find(a->row->header,
		    a->item->col[i])->col != a->figure[next++]->col)
			return false;
	return align_width(a) == a->row->header->width;
}

/* Whether the figures of a row with a total agree with the columns that the header HAS:
 * where it has none for the total none may be as much as the others, as it is where the
 * head lost that name. */
static bool
total_agrees(const struct alignment *a, const bool has[FORM_COLS_MAX])
{
	return !item_has_total(a->item) || (has[a->item->cols - 1] ?
	    sums_fit(a->figure, a->figures) :
	    !sums_reach(a->figure, a->figures));
}

/* A table that prints fewer columns than the form, as its header says. */
static bool
place_fewer(struct alignment *a)
{
	bool   has[FORM_COLS_MAX];
	size_t n = columns_in_header(a, has), next = 0;

	if (n == 0 || n == (size_t)a->item->cols || a->figures != n ||
	    a->slots != n || !header_is_whole(a->row->header) ||
	    !stands_below(a, has) ||
	    !total_agrees(a, has))
		return false;
	for (int i = 0; i < a->item->cols; i++) {
		a->placement->missing[i] = !has[i];
		if (has[i])
			a->placement->cell[i] = a->figure[next++];
	}
	a->placement->state = PLACEMENT_DONE;
	return true;
}

static bool
stands_under(const struct table_cell *cell,
    const struct header_column *column)
{
	return cell->col < column->col + column->cols &&
	    cell->col + cell->cols > column->col;
}

/* The figure that stands under COLUMN, or NULL.  A merged cell that a converter
 * repeated stands there several times with the same text; figures that differ
 * set *CLASH. */
static const struct table_cell *
figure_under(const struct alignment *a, const struct header_column *column,
    bool *clash)
{
	const struct table_cell *found = NULL;

	for (size_t i = 0; i < a->figures; i++) {
		const struct table_cell *cell = a->figure[i];

		if (!stands_under(cell, column))
			continue;
		*clash |= found != NULL && !slice_eq(found->text, cell->text);
		found = cell;
	}
	return found;
}

/* Text that stands where COLUMN should have a figure, or NULL. */
static const struct table_cell *
text_under(const struct alignment *a, const struct header_column *column)
{
	for (size_t i = a->row->first; i < a->row->end; i++)
		if (a->cells->cell[i].kind == CELL_TEXT &&
		    a->cells->cell[i].col == column->col)
			return &a->cells->cell[i];
	return NULL;
}

/* The first of the item's columns in the header; 0 unless that has all. */
static unsigned
first_in_header(const struct alignment *a)
{
	const struct header *header = a->row->header;
	unsigned             first = 0;

	if (header == NULL || header->width == 0)
		return 0;
	for (int i = 0; i < a->item->cols; i++) {
		const struct header_column *column =
		    header_find(header, a->item->col[i]);

		if (column == NULL || column->col == 0)
			return 0;
		if (first == 0 || column->col < first)
			first = column->col;
	}
	return first;
}

enum standing { STANDS_ELSEWHERE, STANDS_PERHAPS, STANDS_UNDER };

/* Whether the row stands so that the header's columns, from FIRST on, are its
 * own: its label ends right before them, or the figures of rows of its shape
 * begin there, or those of rows of all shapes. */
static enum standing
standing(const struct alignment *a, struct row_layouts *layouts,
    unsigned first)
{
	unsigned                 end = align_label_end(a);
	const struct row_layout *layout;

	if (end >= first || (align_width(a) != a->row->header->width &&
	    a->figures < (size_t)a->item->cols))
		return STANDS_ELSEWHERE;
	if (end + 1 == first)
		return STANDS_UNDER;
	layout = row_layouts_find(layouts, align_label_col(a), align_width(a));
	if (layout != NULL)
		return !layout->doubt && layout->start == first ?
		    STANDS_UNDER : STANDS_ELSEWHERE;
	/* A row of a shape of its own may have lost a cell: its total tells. */
	return a->placement->unit.n > 0 || ((a->figures == 0 ||
	    !item_has_total(a->item)) && row_layouts_agree(layouts, first)) ?
	    STANDS_UNDER : STANDS_PERHAPS;
}

/* Whether every figure of the row stands under one of COLUMN, as many as the item
 * has. */
static bool
all_under(const struct alignment *a,
    const struct header_column *const column[])
{
	for (size_t f = 0; f < a->figures; f++) {
		int i = 0;

		while (i < a->item->cols && !stands_under(a->figure[f], column[i]))
			i++;
		if (i == a->item->cols)
			return false;
	}
	return true;
}

/* Puts what stands under the header into each column.  Returns whether every
 * figure stands under one, and none under several. */
static bool
put_by_header(struct alignment *a)
{
	const struct header_column *column[FORM_COLS_MAX];
	size_t                      used = 0;
	bool                        clash = false;

	for (int i = 0; i < a->item->cols; i++) {
		const struct table_cell *cell;

		column[i] = header_find(a->row->header, a->item->col[i]);
		cell = figure_under(a, column[i], &clash);
		used += cell != NULL;
		a->placement->cell[i] = cell != NULL ? cell :
		    text_under(a, column[i]);
	}
	return !clash && used <= a->figures && all_under(a, column);
}

/* Whether the form's order of the figures adds up and the header's does not: a
 * name of it stands in the wrong place. */
static bool
header_is_displaced(const struct alignment *a)
{
	return a->figures == (size_t)a->item->cols &&
	    item_has_total(a->item) &&
	    !sums_fit(a->placement->cell, a->figures) &&
	    sums_prove(a->figure, a->figures);
}

/* Takes each column's figure from under its header, if the row stands there, or
 * if it may and its own sum says so. */
static bool
place_by_header(struct alignment *a, struct row_layouts *layouts)
{
	unsigned      first = first_in_header(a);
	enum standing stands = first > 0 ? standing(a, layouts, first) :
	    STANDS_ELSEWHERE;

	if (stands == STANDS_ELSEWHERE)
		return false;
	if (put_by_header(a) && (stands == STANDS_UNDER ||
	    (item_has_total(a->item) && sums_prove(a->placement->cell,
	    (size_t)a->item->cols)))) {
		a->placement->state = PLACEMENT_DONE;
		if (header_is_displaced(a))
			align_all(a);
		return true;
	}
	memset(a->placement->cell, 0, sizeof(a->placement->cell));
	return false;
}

/* Puts words and broken figures where they stand too, in the item's columns, of which
 * the first is column START of the row: they are not blank. */
static void
place_texts(struct alignment *a, unsigned start)
{
	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		if (cell->kind == CELL_TEXT && cell->col >= start &&
		    cell->col - start < (unsigned)a->item->cols)
			a->placement->cell[cell->col - start] = cell;
	}
}

/* Gives the figures to the item's columns, of which the first stands in column
 * START of the row, if all stand there. */
static bool
place_from(struct alignment *a, unsigned start)
{
	for (size_t i = 0; i < a->figures; i++)
		if (a->figure[i]->col - start >= (unsigned)a->item->cols)
			return false;
	for (size_t i = 0; i < a->figures; i++)
		a->placement->cell[a->figure[i]->col - start] = a->figure[i];
	place_texts(a, start);
	a->placement->state = PLACEMENT_DONE;
	return true;
}

/* Whether the header has the item's columns, but not from START on. */
static bool
header_differs(const struct alignment *a, unsigned start)
{
	unsigned first = first_in_header(a);

	return first > 0 && first != start;
}

/* Takes the columns that rows of the same shape take: of a shape that has room
 * for them; what items of one column show says nothing about others.  Against its
 * header no row bears witness for itself. */
static bool
place_by_layout(struct alignment *a, struct row_layouts *layouts)
{
	const struct row_layout *layout = row_layouts_find(layouts,
	    align_label_col(a), align_width(a));

	return layout != NULL && !layout->doubt &&
	    (header_differs(a, layout->start) ? row_layout_others(layout, a) :
	    layout->count) >= 2 &&
	    align_width(a) + 1 >= layout->start + (unsigned)a->item->cols &&
	    place_from(a, layout->start);
}

/* Whether the header says that the row lost a cell: it names columns, and the row's
 * label does not reach below them, as labels of the lowest depth do where merged
 * cells were kept as empty ones. */
static bool
header_objects(const struct alignment *a)
{
	bool     has[FORM_COLS_MAX];
	unsigned first = first_in_header(a);

	return columns_in_header(a, has) > 0 &&
	    (first == 0 || align_label_end(a) < first);
}

/* A row that ends right behind the item's columns: there is one way only,
 * unless other rows are wider, or a header says otherwise: it lost a cell. */
static void
place_by_width(struct alignment *a, const struct row_layouts *layouts)
{
	unsigned end = align_label_end(a);

	if (a->placement->unit.n > 0 || end == 0 || header_objects(a) ||
	    align_width(a) != end + (unsigned)a->item->cols ||
	    a->slots != (size_t)a->item->cols)
		return;
	for (size_t i = 0; i < layouts->count; i++)
		if (layouts->layout[i].width != align_width(a) &&
		    layouts->layout[i].label_col == align_label_col(a))
			return;
	place_from(a, end + 1);
}

/* Whether the row has no total, or one that is the sum of what stands before it. */
static bool
sum_agrees(const struct alignment *a)
{
	size_t                   cols = (size_t)a->item->cols;
	const struct table_cell *total = a->placement->cell[cols - 1];

	return !item_has_total(a->item) || total == NULL ||
	    sums_prove(a->placement->cell, cols) || (sums_whole(total) == 0 &&
	    !sums_part_exceeds(a->placement->cell, cols));
}

/* Whether other rows of the same shape leave no doubt that their figures begin in
 * column START.  One is enough where this one has its sum, and it lost no cell: rows are
 * as wide as the header, or of those with totals it has all figures, or no header says
 * where these stand. */
static bool
has_its_like(const struct alignment *a, struct row_layouts *layouts,
    unsigned start)
{
	enum { SEVERAL = 2 };
	const struct row_layout *layout = row_layouts_find(layouts,
	    align_label_col(a), align_width(a));
	bool     lost_none;
	unsigned others;

	if (layout == NULL || layout->doubt || layout->start != start)
		return false;
	others = row_layout_others(layout, a);
	lost_none = (a->row->header != NULL &&
	    align_width(a) == a->row->header->width) ||
	    (item_has_total(a->item) &&
	    (layout->whole || first_in_header(a) == 0));
	return others >= SEVERAL || (others > 0 && lost_none && sum_agrees(a) &&
	    !rows_are_alike(a->cells, layout->row, a->row));
}

static bool
sum_objects(const struct alignment *a)
{
	return item_has_total(a->item) &&
	    !sums_fit(a->placement->cell, (size_t)a->item->cols);
}

/* A row with a cell for each column behind its label, as all rows have that leave
 * no doubt, at whatever depth their labels are.  One that a header objects to may
 * have lost a cell, unless its like or its total says otherwise; and where no header
 * is, a blank behind the label may be the label's own. */
static bool
place_compact(struct alignment *a, struct row_layouts *layouts)
{
	enum { ENOUGH = 3 };
	unsigned end = align_label_end(a);
	bool     adjacent, like, has[FORM_COLS_MAX];

	if (end == 0 || layouts->compact < ENOUGH || layouts->loose > 0 ||
	    a->slots != (size_t)a->item->cols ||
	    align_width(a) != end + (unsigned)a->item->cols ||
	    !place_from(a, end + 1))
		return false;
	adjacent = a->figure[0]->col == end + 1;
	like = has_its_like(a, layouts, end + 1);
	if (header_objects(a) ? (like && !sum_objects(a)) || (adjacent &&
	    item_has_total(a->item) && sums_prove(a->placement->cell,
	    (size_t)a->item->cols)) :
	    columns_in_header(a, has) > 0 || adjacent || like)
		return true;
	memset(a->placement->cell, 0, sizeof(a->placement->cell));
	a->placement->state = PLACEMENT_UNCLEAR;
	return false;
}

/* Whether a row without figures has cells, but fewer than its item, of whose columns the
 * header may have some only: it lost some, and what stood in them nobody knows.  A row
 * that lost its empty end has none. */
static bool
lost_cells(const struct alignment *a)
{
	bool   has[FORM_COLS_MAX];
	size_t wanted = columns_in_header(a, has), columns = 0;

	if (wanted == 0 || !header_is_whole(a->row->header))
		wanted = (size_t)a->item->cols;
	for (size_t i = a->row->first; i < a->row->end; i++)
		if (a->cells->cell[i].kind == CELL_BLANK)
			columns += a->cells->cell[i].cols;
	return columns > 0 && columns < wanted;
}

/* Whether nothing but blanks stands before the label of the row, and nothing behind it: it
 * may be any cell of a table that has a line for each, indented by TABs. */
static bool
is_indented_label(const struct alignment *a)
{
	enum { INDENT_MIN = 3 };

	const struct cell_row *row = &a->cells->row[a->row->cell_row];

	if (a->slots > 0 || a->row->label == NO_CELL ||
	    a->row->label < row->first + INDENT_MIN || a->row->label + 1 != row->end)
		return false;
	for (size_t i = row->first; i < a->row->label; i++) {
		if (a->cells->cell[i].kind != CELL_BLANK)
			return false;
	}
	return true;
}

/* A row without figures, in the columns of the item that its header has. */
static void
place_blanks(struct alignment *a)
{
	bool   has[FORM_COLS_MAX];
	size_t n = columns_in_header(a, has);

	for (int i = 0; i < a->item->cols && n > 0 && a->slots == n &&
	    header_is_whole(a->row->header); i++)
		a->placement->missing[i] = !has[i];
	a->placement->state = PLACEMENT_DONE;
}

/* Cells of a row of a grid: headers and rows of the same shape say whose columns
 * they stand in. */
static void
place_grid(struct alignment *a, struct row_layouts *layouts)
{
	if (a->cut || (a->pictures && a->figures == 0) || (a->row->torn &&
	    a->figures > 0 && a->figures < (size_t)a->item->cols))
		return;
	if (a->figures == 0) {
		/* A row that figures from above cover is not blank. */
		if (!lost_cells(a) && !is_indented_label(a) && (a->slots > 0 ||
		    !a->cells->row[a->row->cell_row].covered))
			place_blanks(a);
	} else if (place_by_header(a, layouts) || row_layouts_have_more(layouts))
		return;
	else if (a->figures == (size_t)a->item->cols)
		align_all(a);
	else if (!place_fewer(a) && !place_by_layout(a, layouts) &&
	    !place_compact(a, layouts))
		place_by_width(a, layouts);
}

/* More figures than columns: only a merged cell that was repeated over its span
 * can be read. */
static void
place_repeated(struct alignment *a)
{
	const struct table_cell *first = NULL;

	if (a->item->cols != 1 || a->row->flowing)
		return;
	for (size_t i = a->row->first; i < a->row->end; i++) {
		const struct table_cell *cell = &a->cells->cell[i];

		if (cell->kind != CELL_FIGURE)
			continue;
		if (first != NULL && !slice_eq(first->text, cell->text))
			return;
		first = cell;
	}
	a->placement->cell[0] = first;
	a->placement->state = PLACEMENT_DONE;
}

/* Whether a figure is counted in what its column is not: an amount of money
 * among projects. */
static bool
units_contradict(const struct placement *placement,
    const struct form_item *item)
{
	for (int i = 0; i < item->cols; i++) {
		const struct table_cell *cell = placement->cell[i];
		struct unit              unit = { .kind = UNIT_NONE };

		if (cell == NULL || cell->figure.kind == UNIT_NONE ||
		    item->unit[i].n == 0)
			continue;
		unit_at(item->unit[i], &unit);
		if ((unit.kind == UNIT_MONEY) !=
		    (cell->figure.kind == UNIT_MONEY))
			return true;
	}
	return false;
}

/* Whether TEXT may be the half of a unit, 万 of 万元: a single Han character. */
static bool
may_be_half_unit(struct slice text)
{
	enum { HAN_FIRST = 0x4E00, HAN_LAST = 0x9FFF };
	uint32_t c = 0;

	return utf8_decode(text, &c) == text.n && c >= HAN_FIRST && c <= HAN_LAST;
}

/* Whether words or digits stand where the row's figures should: 件15, 尚未, O. */
static bool
holds_text(const struct alignment *a)
{
	for (size_t i = a->row->first; i < a->row->end; i++)
		if (a->cells->cell[i].kind == CELL_TEXT &&
		    !may_be_half_unit(a->cells->cell[i].text))
			return true;
	return false;
}

/* Whether the row's first cell may be blank, as the total leaves something for it. */
static bool
may_have_blank_first(const struct placement *placement,
    const struct form_item *item)
{
	return !placement->missing[0] &&
	    sums_left_for_first(placement->cell, (size_t)item->cols) > 0;
}

/* Whether a figure stands below a name that nobody knows, in a grid whose header names its
 * item's column elsewhere: last year's, beside it.  Sums tell as well. */
static bool
stands_below_unknown(const struct alignment *a)
{
	const struct header *header = a->row->header;

	if (header == NULL || header->width == 0 || a->row->flowing ||
	    (item_has_total(a->item) && sums_prove(a->placement->cell,
	    (size_t)a->item->cols)))
		return false;
	for (int i = 0; i < a->item->cols; i++) {
		const struct table_cell *cell = a->placement->cell[i];

		for (size_t c = 0; cell != NULL && c < header->columns; c++)
			if (header->column[c].col == cell->col &&
			    header->column[c].code.n == 0 &&
			    header->column[c].text.n > 0 &&
			    header_find(header, a->item->col[i]) != NULL)
				return true;
	}
	return false;
}

void
place_row(struct row_layouts *layouts, const struct table_rows *rows,
    const struct table_row *row, const struct form_item *item,
    struct placement *placement)
{
	struct alignment a = align_begin(rows, row, item, placement);

	if (a.surplus)
		place_repeated(&a);
	else if (a.figures == 0 && holds_text(&a))
		return;
	else if (row->flowing)
		place_flowing(&a, layouts);
	else
		place_grid(&a, layouts);
	if (placement->state != PLACEMENT_DONE)
		return;
	if (units_contradict(placement, item) || stands_below_unknown(&a))
		placement->state = PLACEMENT_UNCLEAR;
	else if (item_has_total(item) &&
	    sums_show_shift(placement->cell, (size_t)item->cols))
		placement->state = may_have_blank_first(placement, item) ?
		    PLACEMENT_DOUBTFUL : PLACEMENT_UNCLEAR;
}
