#include "loose_break.h"

#include <math.h>
#include <string.h>

#include "base/digits.h"
#include "cell_text.h"
#include "char_class.h"
#include "text_columns.h"

/* The share of the columns of the table with fewer that must be the same. */
static const float same_columns = 0.6f;

/* The part of a page's table that a column is, if it is one there. */
struct loose_column {
	float left, right;	/* of its texts */
	bool  of_table, of_next;
};

/* Where the columns of one table are among those of both. */
struct column_numbers {
	unsigned from[TEXT_COLUMNS_MAX + 1], end[TEXT_COLUMNS_MAX + 1];
};

/* The columns of two tables from left to right. */
struct loose_columns {
	struct loose_column   place[2 * TEXT_COLUMNS_MAX + 2];
	unsigned       n, shared;
	struct column_numbers of_table, of_next;
};

/* What the texts of column COL of TABLE reach from and to; false if it has none of
 * its own. */
static bool
extent_of(const struct page_table *table, unsigned col, struct loose_column *place)
{
	place->left = HUGE_VALF;
	place->right = -HUGE_VALF;
	for (size_t i = 0; i < table->cells; i++) {
		const struct page_cell *cell = &table->cell[i];

		if (cell->col != col || cell->cols != 1 || cell->text.n == 0)
			continue;
		place->left = fminf(place->left, cell->box.left);
		place->right = fmaxf(place->right, cell->box.right);
	}
	return place->left < place->right;
}

/* The columns of a table, from left to right, as they are put in their places. */
struct column_queue {
	struct loose_column   column[TEXT_COLUMNS_MAX];
	unsigned       n, i;
	struct column_numbers *numbers;
};

static bool
fill_queue(struct column_queue *queue, const struct page_table *table,
    struct column_numbers *numbers)
{
	queue->n = table->cols;
	queue->i = 0;
	queue->numbers = numbers;
	if (table->cols > TEXT_COLUMNS_MAX)
		return false;
	for (unsigned i = 0; i < table->cols; i++)
		if (!extent_of(table, i, &queue->column[i]) || (i > 0 &&
		    queue->column[i].left < queue->column[i - 1].right))
			return false;
	return true;
}

/* The column that is next in QUEUE, or one beyond all. */
static struct loose_column
first_in(const struct column_queue *queue)
{
	return queue->i < queue->n ? queue->column[queue->i] :
	    (struct loose_column){ .left = HUGE_VALF, .right = HUGE_VALF };
}

/* Gives the first column in QUEUE the places from FROM to END. */
static void
take(struct column_queue *queue, unsigned from, unsigned end)
{
	queue->numbers->from[queue->i] = from;
	queue->numbers->end[queue->i++] = end;
}

/* Puts the first columns in A and in B, which overlap, in their places; several of FINE
 * if COARSE is as wide.  Returns how many of FINE. */
static unsigned
take_both(struct column_queue *coarse, struct column_queue *fine,
    struct loose_columns *places)
{
	float    right = first_in(coarse).right;
	unsigned from = places->n;

	do {
		struct loose_column *place = &places->place[places->n];

		*place = first_in(fine);
		place->of_table = place->of_next = true;
		take(fine, places->n, places->n + 1);
		places->n++;
	} while (first_in(fine).left < right);
	take(coarse, from, places->n);
	places->place[from].left = fminf(places->place[from].left,
	    coarse->column[coarse->i - 1].left);
	places->place[places->n - 1].right =
	    fmaxf(places->place[places->n - 1].right, right);
	return places->n - from;
}

/* Puts the columns of both tables in order.  Returns whether each column of one is
 * at most one of the other, but for labels, which may be told apart in one only. */
static bool
find_places(const struct page_table *table, const struct page_table *next,
    struct loose_columns *places)
{
	struct column_queue a, b;

	places->n = places->shared = 0;
	if (!fill_queue(&a, table, &places->of_table) ||
	    !fill_queue(&b, next, &places->of_next))
		return false;
	while (a.i < a.n || b.i < b.n) {
		struct loose_column p = first_in(&a), q = first_in(&b);

		if (p.right <= q.left || q.right <= p.left) {
			bool of_table = p.right <= q.left;

			take(of_table ? &a : &b, places->n, places->n + 1);
			places->place[places->n++] = (struct loose_column){
				of_table ? p.left : q.left,
				of_table ? p.right : q.right, of_table,
				!of_table };
			continue;
		}
		if ((p.right > q.right ? take_both(&a, &b, places) :
		    take_both(&b, &a, places)) > 1 && places->shared > 0)
			return false;
		if (first_in(&a).left < places->place[places->n - 1].right ||
		    first_in(&b).left < places->place[places->n - 1].right)
			return false;
		places->shared++;
	}
	return places->n <= TEXT_COLUMNS_MAX;
}

bool
page_loose_goes_on(const struct page_table *table, const struct page_table *next)
{
	struct loose_columns places;
	unsigned      fewer = table->cols < next->cols ? table->cols : next->cols;

	return table->loose && next->loose &&
	    find_places(table, next, &places) && places.shared > 1 &&
	    (float)places.shared >= same_columns * (float)fewer;
}

/* Adds to CELL, behind N, the cells of one body row, which are the MANY at OLD, and
 * blank ones in the columns that are not its table's.  Returns how many there are. */
static size_t
fill_row(struct page_cell *cell, size_t n, const struct page_cell *old,
    size_t many, bool (*is_its)(const struct loose_column *),
    const struct loose_columns *places)
{
	size_t i = 0;

	for (unsigned col = 0; col < places->n; ) {
		if (i < many && old[i].col == col) {
			cell[n++] = old[i];
			col += old[i++].cols;
			continue;
		}
		if (!is_its(&places->place[col])) {
			cell[n] = old[0];
			cell[n].col = col;
			cell[n].cols = 1;
			cell[n++].text = SLICE("");
		}
		col++;
	}
	return n;
}

/* Renumbers the cells of TABLE by NUMBERS, and adds blank cells below its head for the
 * columns that it has not. */
static void
renumber(struct page_table *table, const struct column_numbers *numbers,
    bool (*is_its)(const struct loose_column *), const struct loose_columns *places,
    struct arena *arena)
{
	struct page_cell *cell = arena_alloc(arena, (table->cells +
	    (size_t)places->n * table->rows) * sizeof(*cell));
	size_t            n = 0;

	for (size_t i = 0; i < table->cells; i++) {
		struct page_cell *old = &table->cell[i];
		unsigned          end = numbers->end[old->col + old->cols - 1];

		old->col = numbers->from[old->col];
		old->cols = end - old->col;
	}
	for (size_t i = 0, end; i < table->cells; i = end) {
		unsigned row = table->cell[i].row;

		for (end = i; end < table->cells &&
		    table->cell[end].row == row; end++)
			continue;
		if (row >= table->head) {
			n = fill_row(cell, n, &table->cell[i], end - i, is_its,
			    places);
			continue;
		}
		memcpy(cell + n, &table->cell[i], (end - i) * sizeof(*cell));
		n += end - i;
	}
	table->cell = cell;
	table->cells = n;
	table->cols = places->n;
}

static bool
is_of_table(const struct loose_column *place)
{
	return place->of_table;
}

static bool
is_of_next(const struct loose_column *place)
{
	return place->of_next;
}

void
page_loose_unite(struct page_table *table, struct page_table *next,
    struct arena *arena)
{
	struct loose_columns places;

	find_places(table, next, &places);
	renumber(table, &places.of_table, is_of_table, &places, arena);
	renumber(next, &places.of_next, is_of_next, &places, arena);
	table->x = arena_alloc(arena, (places.n + 1) * sizeof(*table->x));
	table->x[0] = places.place[0].left;
	for (unsigned i = 1; i < places.n; i++)
		table->x[i] = (places.place[i - 1].right +
		    places.place[i].left) / 2;
	table->x[places.n] = places.place[places.n - 1].right;
}

/* The cell of TABLE's row number ROW that begins in column COL, or NULL. */
static struct page_cell *
find_cell(const struct page_table *table, unsigned row, unsigned col)
{
	for (size_t i = table->cells; i > 0; i--)
		if (table->cell[i - 1].row == row &&
		    table->cell[i - 1].col == col)
			return &table->cell[i - 1];
	return NULL;
}

/* Digits that a column has room for that is too narrow for more. */
enum { FIGURE_MIN = 3 };

static bool
is_last_digits(struct slice text)
{
	enum { MOST = 2 };

	for (size_t i = 0; i < text.n; i++)
		if (!is_digit((unsigned char)text.p[i]))
			return false;
	return text.n > 0 && text.n <= MOST;
}

bool
page_loose_is_cut(const struct page_table *table, const struct page_table *next)
{
	bool any = false;

	if (next->head > 0)
		return false;
	for (size_t i = 0; i < next->cells && next->cell[i].row == 0; i++) {
		const struct page_cell *below = &next->cell[i];
		const struct page_cell *above = find_cell(table,
		    table->rows - 1, below->col);

		if (below->text.n == 0 || !has_digit(below->text)) {
			if (page_begins_item(below->text))
				return false;
			continue;
		}
		if (!is_last_digits(below->text) || above == NULL ||
		    above->text.n < FIGURE_MIN ||
		    !is_digit(page_last(above->text)))
			return false;
		any = true;
	}
	return any;
}

void
page_loose_join(struct page_table *table, struct page_table *next,
    struct arena *arena)
{
	size_t n = 0;

	for (; n < next->cells && next->cell[n].row == 0; n++) {
		struct page_cell *above = find_cell(table, table->rows - 1,
		    next->cell[n].col);

		if (above != NULL && next->cell[n].text.n > 0)
			page_cell_join(above, next->cell[n].text, false, arena);
	}
	next->cell += n;
	next->cells -= n;
	next->rows--;
	for (size_t i = 0; i < next->cells; i++)
		next->cell[i].row--;
}

bool
page_loose_take_digits(struct page_table *table, const struct page_line *line,
    struct arena *arena)
{
	if (!table->loose || line->furniture || !is_last_digits(line->text))
		return false;
	for (size_t i = table->cells; i > 0; i--) {
		struct page_cell *cell = &table->cell[i - 1];

		if (cell->row + 1 < table->rows)
			return false;
		if (cell->text.n >= FIGURE_MIN &&
		    is_digit(page_last(cell->text)) &&
		    cell->box.left < line->box.right &&
		    cell->box.right > line->box.left) {
			page_cell_join(cell, line->text, false, arena);
			return true;
		}
	}
	return false;
}
