#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "char_class.h"
#include "text_columns.h"

enum { BETWEEN_MAX = 3 };	/* lines in one piece between two in columns */

/* A line as much larger than the first of a table is a heading below it. */
static const float heading_size = 1.12f;

/* How many of the N rows from ROW on may be one table: they begin and end with
 * lines in columns and have few others between. */
static size_t
stretch(const struct line_row *row, size_t n)
{
	size_t end = 1, others = 0;

	for (size_t i = 1; i < n && others <= BETWEEN_MAX; i++) {
		float apart = row[i].line->box.top -
		    row[i - 1].line->box.bottom;

		if (apart > 4 * row[i].line->size ||
		    row[i].line->course != PAGE_ALONG ||
		    row[i].line->size > heading_size * row[0].line->size)
			break;
		others = line_is_in_columns(&row[i]) ? 0 : others + 1;
		if (others == 0)
			end = i + 1;
	}
	return end;
}

/* Whether TEXT is what stands where a figure would. */
static bool
may_be_value(struct slice text)
{
	uint32_t c = page_first(text);

	return !page_begins_item(text) &&
	    (is_digit(c) || !page_is_wide(c) || text.n <= 3);
}

/* The first column that holds mostly figures, or marks for none. */
static unsigned
first_values(const struct line_row *row, size_t n, unsigned cols)
{
	size_t values[TEXT_COLUMNS_MAX + 1] = { 0 }, all[TEXT_COLUMNS_MAX + 1] = { 0 };

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_piece *piece = &row[i].piece[j];

			all[piece->col]++;
			values[piece->col] += may_be_value(piece->text);
		}
	for (unsigned col = 1; col < cols; col++)
		if (values[col] * 2 > all[col])
			return col;
	return 1;
}

static float
distance(const struct line_row *a, const struct line_row *b)
{
	return b->line->box.bottom - a->line->box.bottom;
}

/* The rows of the table as they are found from line to line. */
struct column_rows {
	unsigned  n;		/* so far */
	bool      open;		/* the last one has no figures yet */
	unsigned  values;	/* the first column of figures */
	unsigned *last;		/* of each column, the row of its last text */
};

/* In ems: lines of one label are no further apart. */
static const float same_label = 1.35f;

/* A line with figures: a row, or the figures of the label begun above. */
static void
take_values(struct column_rows *rows, struct line_row *row,
    const struct line_row *above)
{
	const struct line_piece *first = &row->piece[0];
	bool                     labelled = first->col < rows->values;

	if (!rows->open || distance(above, row) > 1.6f * row->line->size ||
	    (labelled && (page_begins_item(first->text) || (first->col == 0 &&
	    distance(above, row) > same_label * row->line->size))))
		rows->n++;
	rows->open = false;
	for (size_t i = 0; i < row->pieces; i++) {
		row->piece[i].row = rows->n - 1;
		rows->last[row->piece[i].col] = rows->n - 1;
	}
}

/* A line of labels only: each begins a row, or goes on with the label above
 * it.  BELOW is the next line, or NULL. */
static void
take_labels(struct column_rows *rows, struct line_row *row,
    const struct line_row *above, const struct line_row *below)
{
	bool nearer_below = below != NULL && above != NULL &&
	    distance(row, below) < 0.87f * distance(above, row);

	for (size_t i = 0; i < row->pieces; i++) {
		struct line_piece *piece = &row->piece[i];

		if (rows->n > 0 && !page_begins_item(piece->text) &&
		    !nearer_below) {
			piece->row = rows->last[piece->col];
			continue;
		}
		if (!rows->open || rows->last[piece->col] == rows->n - 1)
			rows->n++;
		rows->open = true;
		piece->row = rows->n - 1;
		rows->last[piece->col] = piece->row;
	}
}

/* Tells the table's rows: a figure or a label's enumerator begins one, other
 * text goes on with what is above it in its column, as in a label of several
 * lines with its figures beside the middle.  Returns how many rows. */
static unsigned
number_rows(struct line_row *row, size_t n, unsigned cols, struct arena *arena)
{
	struct column_rows rows = { .values = first_values(row, n, cols) };

	rows.last = arena_alloc(arena, (cols + 1) * sizeof(*rows.last));
	memset(rows.last, 0, (cols + 1) * sizeof(*rows.last));
	for (size_t i = 0; i < n; i++) {
		const struct line_piece *last =
		    &row[i].piece[row[i].pieces - 1];

		if (last->col >= rows.values)
			take_values(&rows, &row[i], &row[i > 0 ? i - 1 : 0]);
		else
			take_labels(&rows, &row[i], i > 0 ? &row[i - 1] : NULL,
			    i + 1 < n ? &row[i + 1] : NULL);
	}
	return rows.n;
}

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
join_cell_text(struct page_cell *cell, struct slice more, struct arena *arena)
{
	struct buffer text = { .n = 0 };

	page_join_text(&text, cell->text, false);
	page_join_text(&text, more, false);
	cell->text = arena_copy(arena, buffer_slice(&text));
	buffer_free(&text);
}

static void
add_line_piece(struct page_table *table, const struct line_row *row,
    const struct line_piece *piece, struct arena *arena)
{
	struct page_cell *cell = find_cell(table, piece->row, piece->col);

	if (cell != NULL) {
		join_cell_text(cell, piece->text, arena);
		return;
	}
	table->cell[table->cells++] = (struct page_cell){
		.box = piece->box, .row = piece->row, .col = piece->col,
		.rows = 1, .cols = piece->cols, .text = piece->text,
		.page = row->line->page, .size = row->line->size,
		.middle = (row->line->box.top + row->line->box.bottom) / 2,
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

/* In ems: texts of a line so far apart are in columns of their own. */
static const float apart_min = 1.2f;

/* Whether the columns that piece J of ROW stands in cannot be right: two texts of
 * the line are in one, or a figure is in two. */
static bool
is_misplaced(const struct line_row *row, size_t j)
{
	const struct line_piece *piece = &row->piece[j];

	return (is_figure(piece->text) && piece->cols > 1) || (j > 0 &&
	    piece[-1].col == piece->col && piece->box.left -
	    piece[-1].box.right > apart_min * row->line->size);
}

/* Marks in DOUBTFUL the rows with such a piece; all of them, if the line is of the
 * head, above all figures. */
static void
find_doubtful(const struct line_row *row, size_t n, unsigned rows,
    bool *doubtful)
{
	bool head = true;

	for (size_t i = 0; i < n; i++) {
		bool misplaced = false, figures = false;

		for (size_t j = 0; j < row[i].pieces; j++) {
			misplaced = misplaced || is_misplaced(&row[i], j);
			figures = figures || is_figure(row[i].piece[j].text);
		}
		if (misplaced && figures)
			doubtful[row[i].piece[0].row] = true;
		else if (misplaced && head)
			memset(doubtful, true, rows);
		head = head && !figures;
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

/* Whether the row that begins the N cells at CELL is of a head: several texts, no
 * figure.  Where it has none the head's next line may have text: no blank. */
static bool
is_head_row(const struct page_cell *cell, size_t n)
{
	size_t i = 0;

	for (; i < n && cell[i].row == cell[0].row; i++)
		if (is_figure(cell[i].text))
			return false;
	return i > 1;
}

/* Adds the blank cells between those with text; what
 * stands from the first figure of a DOUBTFUL row on is one cell. */
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
	for (size_t i = 0; i < n; ) {
		unsigned row = with[i].row, col = 0;
		float    middle = with[i].middle;
		unsigned page = with[i].page;
		bool     head = is_head_row(&with[i], n - i);

		while (col < table->cols) {
			struct page_cell cell = { .row = row, .col = col,
				.rows = 1, .cols = 1, .middle = middle,
				.page = page };

			if (i < n && with[i].row == row && with[i].col == col) {
				size_t joined = doubtful[row] &&
				    is_figure(with[i].text) ?
				    join_doubtful(&with[i], n - i, table->cols,
				    arena) : 1;

				cell = with[i];
				i += joined;
			}
			/* A label ends where the next text of its row begins,
			 * though one of its lines reaches further. */
			if (i < n && with[i].row == row &&
			    with[i].col < col + cell.cols)
				cell.cols = with[i].col - col;
			if (cell.text.n > 0 || !head)
				table->cell[table->cells++] = cell;
			col += cell.cols;
		}
		while (i < n && with[i].row == row)
			i++;
	}
}

static struct page_table *
table_of_rows(struct line_row *row, size_t n, const struct text_columns *columns,
    struct arena *arena)
{
	struct page_table *table = arena_alloc(arena, sizeof(*table));
	size_t            pieces = 0;
	bool             *doubtful;

	*table = (struct page_table){ .top = row[0].line->box.top,
		.bottom = row[n - 1].line->box.bottom,
		.cols = columns->n + 1, .loose = true };
	table->x = arena_alloc(arena, (columns->n + 2) * sizeof(float));
	table->x[0] = row[0].line->box.left;
	table->x[columns->n + 1] = row[0].line->box.right;
	for (unsigned i = 0; i < columns->n; i++)
		table->x[i + 1] = text_column_end(columns, i);
	for (size_t i = 0; i < n; i++)
		pieces += row[i].pieces;
	table->rows = number_rows(row, n, table->cols, arena);
	table->cell = arena_alloc(arena, pieces * sizeof(*table->cell));
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++)
			add_line_piece(table, &row[i], &row[i].piece[j], arena);
	doubtful = arena_alloc(arena, table->rows + 1);
	memset(doubtful, 0, table->rows + 1);
	find_doubtful(row, n, table->rows, doubtful);
	fill_blanks_in(table, doubtful, arena);
	return table;
}

size_t
page_columns(struct page_line *line, size_t n, struct arena *arena,
    struct page_part *part)
{
	struct line_row *row = arena_alloc(arena, n * sizeof(*row));
	size_t           parts = 0;

	for (size_t i = 0; i < n; i++)
		row[i] = line_row_of(&line[i], arena);
	for (size_t i = 0, end; i < n; i = end) {
		struct text_columns columns = { .n = 0 };

		end = i + (line_is_in_columns(&row[i]) ? stretch(&row[i], n - i)
		                                  : 1);
		if (line_is_in_columns(&row[i]) &&
		    text_columns_find(&columns, &row[i], end - i, arena)) {
			part[parts++] = (struct page_part){ .table =
			    table_of_rows(&row[i], end - i, &columns, arena) };
			continue;
		}
		for (size_t j = i; j < end; j++)
			part[parts++] = (struct page_part){ .line = &line[j] };
	}
	return parts;
}
