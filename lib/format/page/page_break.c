#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "char_class.h"
#include "loose_break.h"
#include "text.h"

/* Edges of the same column stand this near on two pages, in points. */
static const float same_edge = 4, loose_edge = 15;

/* Pages bound like a book have their text further out on every other. */
static const float most_shift = 60;

/* A row this low holds no text: what a page break left of its padding. */
static const float sliver = 12;

/* No form has more rows in its head. */
enum { HEAD_ROWS_MAX = 6 };

static bool
has_edge(const struct page_table *table, float x)
{
	for (unsigned i = 0; i <= table->cols; i++)
		if (fabsf(table->x[i] - x) <= same_edge)
			return true;
	return false;
}

/* The same for tables without rules, whose edges are only somewhere between
 * their columns' texts. */
static bool
goes_on_loosely(const struct page_table *table, const struct page_table *next)
{
	if (!table->loose || !next->loose || table->cols != next->cols)
		return false;
	for (unsigned i = 1; i < table->cols; i++)
		if (fabsf(table->x[i] - next->x[i]) > loose_edge)
			return false;
	return true;
}

/* Whether most edges are the same though not the outer left one: some programs
 * draw nothing of a merged cell on the pages between its ends. */
static bool
goes_on_mostly(const struct page_table *table, const struct page_table *next)
{
	unsigned same = 0;

	for (unsigned i = 0; i <= next->cols; i++)
		same += has_edge(table, next->x[i]);
	return same >= 4 && same * 3 >= (next->cols + 1) * 2 &&
	    same * 3 >= (table->cols + 1) * 2 &&
	    fabsf(table->x[table->cols] - next->x[next->cols]) <= same_edge;
}

bool
page_table_goes_on(const struct page_table *table,
    const struct page_table *next)
{
	const struct page_table *fewer = next->cols < table->cols ? next :
	    table;
	const struct page_table *more = fewer == next ? table : next;
	float                   shift = more->x[0] - fewer->x[0];

	if (table->loose || next->loose)
		return page_loose_goes_on(table, next) ||
		    goes_on_loosely(table, next);
	if (goes_on_mostly(table, next))
		return true;
	if (fabsf(shift) > most_shift)
		return false;
	for (unsigned i = 0; i <= fewer->cols; i++)
		if (!has_edge(more, fewer->x[i] + shift))
			return false;
	return fabsf(more->x[more->cols] - fewer->x[fewer->cols] - shift) <=
	    same_edge;
}

static unsigned
edge_at(const struct page_table *table, float x)
{
	unsigned nearest = 0;

	for (unsigned i = 1; i <= table->cols; i++)
		if (fabsf(table->x[i] - x) < fabsf(table->x[nearest] - x))
			nearest = i;
	return nearest;
}

static void
recolumn(struct page_cell *cell, size_t n, const float *x, float shift,
    const struct page_table *table)
{
	for (size_t i = 0; i < n; i++) {
		unsigned right = cell[i].col + cell[i].cols;

		right = edge_at(table, x[right] + shift);
		cell[i].col = edge_at(table, x[cell[i].col] + shift);
		cell[i].cols = right > cell[i].col ? right - cell[i].col : 1;
	}
}

/* Gives TABLE the columns of both, and numbers the cells of both by them. */
static void
unite_columns(struct page_table *table, struct page_table *next,
    struct arena *arena)
{
	float    shift = goes_on_mostly(table, next)
	       ? 0
	       : table->x[0] - next->x[0];
	unsigned n = 0, kept = 0;
	float   *old = table->x;
	float   *x = arena_alloc(arena,
	      (table->cols + next->cols + 2) * sizeof(*x));

	for (unsigned i = 0; i <= table->cols; i++)
		x[n++] = table->x[i];
	for (unsigned i = 0; i <= next->cols; i++)
		if (!has_edge(table, next->x[i] + shift))
			x[n++] = next->x[i] + shift;
	qsort(x, n, sizeof(*x), page_floats_in_order);
	for (unsigned i = 0; i < n; i++)
		if (kept == 0 || x[i] - x[kept - 1] > same_edge / 2)
			x[kept++] = x[i];
	table->x = x;
	table->cols = kept - 1;
	recolumn(table->cell, table->cells, old, 0, table);
	recolumn(next->cell, next->cells, next->x, shift, table);
}

static bool
is_all_figure(struct slice text)
{
	return is_digit(page_first(text)) && is_digit(page_last(text));
}

static bool
same_cell(const struct page_cell *a, const struct page_cell *b)
{
	return a->row == b->row && a->col == b->col && a->rows == b->rows &&
	    a->cols == b->cols && slice_eq(a->text, b->text);
}

/* How many cells of TABLE are in its first ROWS rows, or 0 if one reaches
 * beyond them. */
static size_t
cells_within(const struct page_table *table, unsigned rows)
{
	size_t n = 0;

	while (n < table->cells && table->cell[n].row < rows) {
		if (table->cell[n].row + table->cell[n].rows > rows)
			return 0;
		n++;
	}
	return n;
}

/* How many rows at the beginning of TABLE can be its head: up to the first
 * with a figure, or with a blank cell that is not its first.  A row that
 * numbers all its columns, 1 2 3, is no row of figures. */
static unsigned
head_rows(const struct page_table *table)
{
	unsigned           rows = 0;
	unsigned long long number = 0, figure;

	for (size_t i = 0; i < table->cells; i++) {
		const struct page_cell *cell = &table->cell[i];

		if (i > 0 && cell->row != cell[-1].row) {
			rows = cell->row;
			number = 0;
		}
		if (rows == HEAD_ROWS_MAX || (cell->text.n == 0 &&
		    cell->col > 0))
			return rows;
		if (is_all_figure(cell->text) &&
		    !(digits_read(cell->text, table->cols, &figure) &&
		    figure == ++number && figure == cell->col + 1))
			return rows;
	}
	return table->rows;
}

/* How many rows at the beginning of NEXT repeat TABLE's head.  Rows of data
 * may be the same on both pages: each counts. */
static unsigned
repeated_head(const struct page_table *table, const struct page_table *next)
{
	unsigned most = head_rows(table), also = head_rows(next);

	if (most > also)
		most = also;
	for (unsigned rows = most; rows > 0; rows--) {
		size_t n = cells_within(table, rows), i = 0;
		bool   text = false;

		if (n == 0 || n != cells_within(next, rows))
			continue;
		for (; i < n; i++) {
			if (!same_cell(&table->cell[i], &next->cell[i]))
				break;
			text = text || table->cell[i].text.n > 0;
		}
		if (i == n && text)
			return rows;
	}
	return 0;
}

/* What the two halves of a cell on both sides of a page's end tell. */
enum cut { CUT_OPEN, CUT_GOES_ON, CUT_ENDS };

struct cell_pair {
	struct page_cell *above, *below;	/* of the same columns */
	enum cut         cut;
};

/* Whether TEXT can be the rest of a label: not a figure, nor a mark for none,
 * that is, it has letters, and more than 无. */
static bool
is_words(struct slice text)
{
	if (is_all_figure(text) || slice_eq(text, SLICE("无")))
		return false;
	return page_is_wide(page_first(text)) || text.n > 3;
}

static enum cut
cut_of(const struct page_cell *above, const struct page_cell *below)
{
	if (above->text.n == 0 || below->text.n == 0)
		return CUT_OPEN;
	if (!page_was_full(above->room, above->size, below->head))
		return CUT_ENDS;
	/* Digits that had no room may be one figure, if the row is one. */
	if (is_all_figure(above->text) && is_all_figure(below->text))
		return CUT_OPEN;
	return is_words(below->text) && !page_begins_item(below->text)
	    ? CUT_GOES_ON
	    : CUT_ENDS;
}

/* Whether CELL may lack a partner across the break: the leftmost, merged over
 * rows and not drawn on the other side. */
static bool
may_be_alone(const struct page_cell *cell)
{
	return cell->rows > 1 && cell->col == 0;
}

/* Whether the cells of two rows that have a partner are all that count: the
 * rows have the same columns. */
static bool
is_whole(const struct page_table *table, const struct page_table *next,
    const struct cell_pair *pair, size_t pairs)
{
	size_t above = 0, below = 0;

	for (size_t i = 0; i < table->cells; i++)
		above += table->cell[i].row + table->cell[i].rows ==
		    table->rows && !may_be_alone(&table->cell[i]);
	for (size_t i = 0; i < next->cells && next->cell[i].row == 0; i++)
		below += !may_be_alone(&next->cell[i]);
	for (size_t i = 0; i < pairs; i++) {
		above -= !may_be_alone(pair[i].above);
		below -= !may_be_alone(pair[i].below);
	}
	return above == 0 && below == 0;
}

/* Pairs the cells of TABLE's last row with those of NEXT's first that have the
 * same columns, from the left.  Returns how many pairs. */
static size_t
pair_up(const struct page_table *table, const struct page_table *next,
    struct cell_pair *pair)
{
	size_t n = 0;

	for (size_t i = 0; i < next->cells && next->cell[i].row == 0; i++) {
		struct page_cell *below = &next->cell[i], *above = NULL;

		for (size_t j = 0; j < table->cells; j++) {
			struct page_cell *cell = &table->cell[j];

			if (cell->row + cell->rows == table->rows &&
			    cell->col == below->col &&
			    cell->cols == below->cols)
				above = cell;
		}
		if (above == NULL)
			continue;
		pair[n++] = (struct cell_pair){ above, below,
			cut_of(above, below) };
	}
	return n;
}

static bool
is_group(const struct cell_pair *pair)
{
	return pair->above->rows > 1 || pair->below->rows > 1;
}

/* Whether all cells of one row, but for merged ones, are blank and low. */
static bool
is_sliver(const struct cell_pair *pair, size_t n, bool below)
{
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		const struct page_cell *cell =
		    below ? pair[i].below : pair[i].above;

		if (is_group(&pair[i]))
			continue;
		if (cell->text.n > 0 ||
		    cell->box.bottom - cell->box.top > sliver)
			return false;
		any = true;
	}
	return any;
}

/* Whether the page's end cut a row of N cells in two, rather than falling
 * between two rows. */
static bool
row_is_cut(const struct cell_pair *pair, size_t n)
{
	bool goes_on = false, any = false, label = false, late = false;
	bool figures = false;

	if (is_sliver(pair, n, true) || is_sliver(pair, n, false))
		return true;
	for (size_t i = 0; i < n; i++) {
		if (pair[i].cut == CUT_ENDS)
			return false;
		if (is_group(&pair[i]))
			continue;
		/* Its first cell has all its text on one side: values on the
		 * other that have no label of their own belong to it. */
		if (!any) {
			label = pair[i].above->text.n > 0 &&
			    pair[i].below->text.n == 0;
			late = pair[i].above->text.n == 0 &&
			    pair[i].below->text.n > 0;
		}
		any = true;
		figures = figures || is_all_figure(pair[i].above->text);
		goes_on = goes_on || pair[i].cut == CUT_GOES_ON;
	}
	return goes_on || label || (late && figures);
}

/* Whether NEXT's first row is the rest of the head that TABLE is: a row of
 * labels under labels, of which FIRST, the leftmost, does not begin below. */
static bool
head_is_cut(const struct page_table *table, const struct page_table *next,
    const struct cell_pair *first)
{
	size_t texts = 0;

	if (table->rows > HEAD_ROWS_MAX || first->below != next->cell ||
	    first->cut == CUT_ENDS)
		return false;
	for (size_t i = 0; i < table->cells; i++)
		if (is_all_figure(table->cell[i].text))
			return false;
	for (size_t i = 0; i < next->cells && next->cell[i].row == 0; i++) {
		struct slice text = next->cell[i].text;

		if (text.n > 0 && !is_words(text))
			return false;
		texts += text.n > 0;
	}
	return texts > 0;
}

/* Whether TABLE ends with its head: every cell of its last row is a label. */
static bool
ends_with_head(const struct page_table *table)
{
	for (size_t i = 0; i < table->cells; i++)
		if (table->cell[i].row + table->cell[i].rows == table->rows &&
		    !is_words(table->cell[i].text))
			return false;
	return true;
}

/* Whether the two cells of PAIR are one merged cell on both sides of a break
 * that falls between rows. */
static bool
is_one_group(const struct cell_pair *pair, bool head)
{
	if (is_group(pair))
		return pair->cut != CUT_ENDS &&
		    !(is_all_figure(pair->above->text) &&
		    is_all_figure(pair->below->text));
	return head && pair->above->text.n > 0 && pair->below->text.n == 0 &&
	    !is_all_figure(pair->above->text);
}

/* Joins BELOW, which begins in row ROW of the whole table, to ABOVE. */
static void
unite_cells(struct page_cell *above, struct page_cell *below, unsigned row,
    struct arena *arena)
{
	struct buffer text = { .n = 0 };

	page_join_text(&text, above->text, false);
	page_join_text(&text, below->text, true);
	if (above->text.n == 0) {
		above->line = below->line;
		above->page = below->page;
		above->head = below->head;
	}
	if (below->text.n > 0) {
		above->room = below->room;
		above->size = below->size;
	}
	above->text = arena_copy(arena, buffer_slice(&text));
	above->rows = row + below->rows - above->row;
	below->rows = 0;	/* gone */
	buffer_free(&text);
}

static void
drop_rows(struct page_table *table, unsigned rows)
{
	size_t dropped = cells_within(table, rows);

	table->cell += dropped;
	table->cells -= dropped;
	table->rows -= rows;
	for (size_t i = 0; i < table->cells; i++)
		table->cell[i].row -= rows;
}

/* Appends the cells of NEXT that are not gone, behind row OFFSET. */
static void
append_cells(struct page_table *table, const struct page_table *next,
    unsigned offset, struct arena *arena)
{
	struct page_cell *cell = arena_alloc(arena,
	    (table->cells + next->cells) * sizeof(*cell));

	memcpy(cell, table->cell, table->cells * sizeof(*cell));
	table->cell = cell;
	for (size_t i = 0; i < next->cells; i++) {
		if (next->cell[i].rows == 0)
			continue;
		cell[table->cells] = next->cell[i];
		cell[table->cells++].row += offset;
	}
	table->rows = offset + next->rows;
	table->bottom = next->bottom;
}

void
page_table_append(struct page_table *table, const struct page_table *next,
    struct arena *arena)
{
	struct page_table  rest = *next;
	struct cell_pair *pair = arena_alloc(arena,
	        (next->cells + 1) * sizeof(*pair));
	size_t            pairs;
	unsigned          offset = table->rows;
	bool              cut, head, body;

	if (!table->loose)
		unite_columns(table, &rest, arena);
	else if (page_loose_goes_on(table, &rest))
		page_loose_unite(table, &rest, arena);
	drop_rows(&rest, repeated_head(table, &rest));
	if (table->loose && page_loose_is_cut(table, &rest))
		page_loose_join(table, &rest, arena);
	if (rest.cells == 0)
		return;
	pairs = table->loose ? 0 : pair_up(table, &rest, pair);
	cut = is_whole(table, &rest, pair, pairs) && row_is_cut(pair, pairs);
	head = !cut && pairs > 0 && head_is_cut(table, &rest, pair);
	body = !cut && !head && ends_with_head(table);
	offset -= cut;
	for (size_t i = 0; i < pairs; i++)
		if (cut || (!body && is_one_group(&pair[i], head)))
			unite_cells(pair[i].above, pair[i].below, offset,
			    arena);
	append_cells(table, &rest, offset, arena);
}
