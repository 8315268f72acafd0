#include "loose_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cell_text.h"
#include "char_class.h"
#include "head_lines.h"
#include "text_head.h"

static struct page_cell *
find_cell(struct page_table *table, unsigned row, unsigned col)
{
	for (size_t i = table->cells; i > 0; i--) {
		struct page_cell *cell = &table->cell[i - 1];

		if (cell->row == row && cell->col == col)
			return cell;
	}
	return NULL;
}

static void
add_line_piece(struct page_table *table, const struct line_row *row,
    const struct line_piece *piece, struct arena *arena)
{
	struct page_cell *cell = find_cell(table, piece->row, piece->col);

	if (cell != NULL) {
		page_cell_join(cell, piece->text, piece->broken, arena);
		return;
	}
	table->cell[table->cells++] = (struct page_cell){
		.box = piece->box, .row = piece->row, .col = piece->col,
		.rows = 1, .cols = piece->cols, .text = piece->text,
		.page = row->line->page, .size = row->line->size,
		.middle = line_row_middle(row),
	};
}

static int
cells_in_order(const void *a, const void *b)
{
	const struct page_cell *c = a, *d = b;

	if (c->row != d->row)
		return c->row < d->row ? -1 : 1;
	return (c->col > d->col) - (c->col < d->col);
}

/* Whether TEXT begins as a figure does, and no item of a list. */
static bool
is_figure(struct slice text)
{
	return is_digit(page_first(text)) && !page_begins_item(text);
}

/* Whether TEXT is a figure, or a mark that stands for none. */
static bool
is_value(struct slice text)
{
	uint32_t c = page_first(text);

	return is_figure(text) || (text.n > 0 && text.n <= 3 &&
	    (c < 'A' || c >= 0x2010));
}

/* Marks in DOUBTFUL the rows of TABLE with a figure whose column cannot be right; all
 * of them, if a name's cannot, in one of HEAD_LINES or above all figures. */
static void
find_doubtful(const struct line_row *row, size_t n, size_t head_lines,
    const struct page_table *table, bool *doubtful)
{
	bool head = true;

	memset(doubtful, 0, table->rows + 1);
	for (size_t i = 0; i < n; i++) {
		bool misplaced = false, figures = false;

		head = head || i < head_lines;

		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_piece *piece = &row[i].piece[j];

			figures = figures || is_figure(piece->text);
			misplaced = misplaced ||
			    (text_is_misplaced(&row[i], j) && (head ||
			    piece->figure || (j > 0 && piece[-1].figure)));
		}
		head = head && (!figures || i < head_lines);
		if (misplaced && head)
			memset(doubtful, true, table->rows);
		else if (misplaced && figures)
			doubtful[row[i].piece[0].row] = true;
	}
}

/* Makes one cell of CELL, the first figure of a doubtful row, and the N - 1 of
 * its row behind it, up to the last of COLS columns: what stands where is not
 * said.  Returns how many they are. */
static size_t
join_doubtful(struct page_cell *cell, size_t n, unsigned cols,
    struct arena *arena)
{
	struct buffer text = { .n = 0 };
	size_t        i = 0;

	for (; i < n && cell[i].row == cell[0].row; i++)
		page_join_text(&text, cell[i].text, false);
	cell->text = arena_copy(arena, buffer_slice(&text));
	cell->cols = cols - cell->col;
	buffer_free(&text);
	return i;
}

/* Adds to TABLE a row of which the N cells at WITH have text, and blank ones between
 * these, but in the head: what has no name may be of one beside it.  What stands from
 * the first figure of a DOUBTFUL row on is one cell. */
static void
add_row(struct page_table *table, struct page_cell *with, size_t n,
    bool doubtful, struct arena *arena)
{
	const struct page_cell blank = { .row = with[0].row, .rows = 1,
		.cols = 1, .middle = with[0].middle, .page = with[0].page };
	unsigned               col = 0;

	for (size_t i = 0; col < table->cols; ) {
		struct page_cell cell = blank;

		cell.col = col;
		if (i < n && with[i].col == col) {
			size_t joined = doubtful && is_value(with[i].text) ?
			    join_doubtful(&with[i], n - i, table->cols, arena) :
			    1;

			cell = with[i];
			i += joined;
		}
		/* A label ends where the next text of its row begins, though
		 * one of its lines reaches further. */
		if (i < n && with[i].col < col + cell.cols)
			cell.cols = with[i].col - col;
		if (cell.text.n > 0 || cell.row >= table->head)
			table->cell[table->cells++] = cell;
		col += cell.cols;
	}
}

/* Puts the cells of TABLE in order, with blank ones between them. */
static void
fill_blanks_in(struct page_table *table, const bool *doubtful,
    struct arena *arena)
{
	size_t           n = table->cells;
	struct page_cell *with = table->cell;

	qsort(with, n, sizeof(*with), cells_in_order);
	table->cell = arena_alloc(arena,
	    (n + (size_t)table->rows * table->cols) * sizeof(*with));
	table->cells = 0;
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && with[end].row == with[i].row; end++)
			continue;
		add_row(table, &with[i], end - i, doubtful[with[i].row], arena);
	}
}

/* The columns of TABLE, of N lines at ROW. */
static void
set_columns(struct page_table *table, const struct line_row *row, size_t n,
    const struct text_columns *columns, struct arena *arena)
{
	table->cols = columns->n + 1;
	table->x = arena_alloc(arena, (columns->n + 2) * sizeof(float));
	table->x[0] = row[0].line->box.left;
	table->x[columns->n + 1] = row[0].line->box.right;
	for (unsigned i = 0; i < columns->n; i++)
		table->x[i + 1] = text_column_end(columns, i);
	for (size_t i = 0; i < n; i++) {
		table->x[0] = fminf(table->x[0], row[i].line->box.left);
		table->x[table->cols] = fmaxf(table->x[table->cols],
		    row[i].line->box.right);
	}
}

struct page_table *
page_loose_table(struct line_row *row, size_t n, const struct text_columns *columns,
    const struct text_rules *rules, struct arena *arena)
{
	struct page_table  *table = arena_alloc(arena, sizeof(*table));
	struct text_extent *extent;
	size_t              pieces = 0, head;
	bool               *doubtful;

	*table = (struct page_table){ .top = row[0].line->box.top,
		.bottom = row[n - 1].line->box.bottom, .loose = true };
	set_columns(table, row, n, columns, arena);
	for (size_t i = 0; i < n; i++)
		pieces += row[i].pieces;
	table->cell = arena_alloc(arena, pieces * sizeof(*table->cell));
	extent = text_extents(row, n, table->cols, arena);
	head = head_lines(row, n, table->cols, extent, rules);
	if (head > 0)
		table->head = text_head_add(table, row, head, extent, rules,
		    arena);
	table->rows = table->head + text_rows_number(row + head, n - head,
	    table->cols, extent, rules, arena);
	for (size_t i = head; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			row[i].piece[j].row += table->head;
			add_line_piece(table, &row[i], &row[i].piece[j], arena);
		}
	doubtful = arena_alloc(arena, table->rows + 1);
	find_doubtful(row, n, head, table, doubtful);
	fill_blanks_in(table, doubtful, arena);
	return table;
}
