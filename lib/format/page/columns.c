#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "char_class.h"

/* In ems: a gap this wide within a line makes it one in columns; where lines
 * are in columns a narrower one will do; columns are this far apart. */
static const float wide = 1.2f, narrow = 0.33f, corridor = 0.3f;

enum {
	ROWS_MIN = 3,		/* lines in columns that make a table */
	BETWEEN_MAX = 3,	/* lines in one piece between two of them */
	SHORT_CHARACTERS = 12,	/* text in a cell, mostly; else two columns of
				   running text */
	COLUMNS_MAX = 64,
};

struct line_piece {			/* of a line, between gaps */
	struct pdf_box          box;
	const struct pdf_glyph *glyph;
	size_t                  glyphs;
	struct slice            text;
	unsigned                row, col, cols;
};

struct line_row {			/* a line */
	struct pdf_line   *line;
	struct line_piece *piece;
	size_t             pieces;
};

/* Splits a line where its gaps are wider than GAP ems. */
static void
split_line(struct line_row *row, struct pdf_line *line, float gap,
    struct arena *arena)
{
	const struct pdf_glyph *glyph = line->glyph;
	struct line_piece      *piece = NULL;

	row->line = line;
	row->pieces = 0;
	row->piece = arena_alloc(arena, line->glyphs * sizeof(*row->piece));
	for (size_t i = 0; i < line->glyphs; i++) {
		if (pdf_is_space(glyph[i].code))
			continue;
		if (piece == NULL ||
		    glyph[i].box.left - piece->box.right > gap * line->size) {
			piece = &row->piece[row->pieces++];
			*piece = (struct line_piece){ .box = glyph[i].box,
				.glyph = &glyph[i] };
		}
		piece->glyphs = (size_t)(&glyph[i] - piece->glyph) + 1;
		if (glyph[i].box.right > piece->box.right)
			piece->box.right = glyph[i].box.right;
	}
}

static bool
is_in_columns(const struct line_row *row)
{
	return row->pieces >= 2 && row->line->course == PDF_ALONG;
}

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
		    row[i].line->course != PDF_ALONG)
			break;
		others = is_in_columns(&row[i]) ? 0 : others + 1;
		if (others == 0)
			end = i + 1;
	}
	return end;
}

/* The spaces between columns. */
struct columns {
	float    from[COLUMNS_MAX], to[COLUMNS_MAX];
	unsigned n;
};

struct edge {
	float x;
	int   step;	/* 1: a piece begins, -1: it ends */
};

static int
by_x(const void *a, const void *b)
{
	const struct edge *e = a, *f = b;

	if (e->x != f->x)
		return e->x < f->x ? -1 : 1;
	return f->step - e->step;
}

/* Finds where, of those of the N rows at ROW that are in columns, no more than
 * some have text: those with heads over several columns, or long labels. */
static void
find_columns(const struct line_row *row, size_t n, struct columns *columns,
    struct arena *arena)
{
	size_t       edges = 0;
	struct edge *edge;
	long         covered = 0, lines = 0, most;
	float        size = row[0].line->size, free_from = 0;
	bool         begun = false;

	for (size_t i = 0; i < n; i++)
		edges += 2 * row[i].pieces;
	edge = arena_alloc(arena, edges * sizeof(*edge));
	edges = 0;
	for (size_t i = 0; i < n; i++) {
		lines += is_in_columns(&row[i]);
		for (size_t j = 0; is_in_columns(&row[i]) &&
		    j < row[i].pieces; j++) {
			const struct pdf_box *box = &row[i].piece[j].box;

			edge[edges++] = (struct edge){ box->left, 1 };
			edge[edges++] = (struct edge){ box->right, -1 };
		}
	}
	most = lines / 5;
	qsort(edge, edges, sizeof(*edge), by_x);
	columns->n = 0;
	for (size_t i = 0; i < edges; i++) {
		bool was_free = covered <= most;

		covered += edge[i].step;
		if (covered <= most) {
			if (!was_free)
				free_from = edge[i].x;
			continue;
		}
		if (was_free && begun && columns->n < COLUMNS_MAX &&
		    edge[i].x - free_from >= corridor * size) {
			columns->from[columns->n] = free_from;
			columns->to[columns->n++] = edge[i].x;
		}
		begun = true;
	}
}

static float
middle_of_column(const struct columns *columns, unsigned i)
{
	return (columns->from[i] + columns->to[i]) / 2;
}

/* Which columns the pieces of ROW stand in: those they have a part of, up to
 * where the next piece begins. */
static void
place_pieces(struct line_row *row, const struct columns *columns)
{
	for (size_t i = row->pieces; i > 0; i--) {
		struct line_piece *piece = &row->piece[i - 1];
		unsigned           last;

		piece->col = 0;
		while (piece->col < columns->n &&
		    piece->box.left >= middle_of_column(columns, piece->col))
			piece->col++;
		last = piece->col;
		while (last < columns->n &&
		    piece->box.right > middle_of_column(columns, last))
			last++;
		if (i < row->pieces && last >= piece[1].col)
			last = piece[1].col > piece->col ? piece[1].col - 1
			                                 : piece->col;
		piece->cols = last - piece->col + 1;
	}
}

/* Leaves out the columns in which nothing begins: ends of long labels. */
static void
drop_unused(struct columns *columns, struct line_row *row, size_t n)
{
	bool     used[COLUMNS_MAX + 1] = { false };
	unsigned kept = 0;

	for (size_t i = 0; i < n; i++) {
		place_pieces(&row[i], columns);
		for (size_t j = 0; j < row[i].pieces; j++)
			used[row[i].piece[j].col] = true;
	}
	for (unsigned i = 0; i < columns->n; i++) {
		if (!used[i + 1])
			continue;
		columns->from[kept] = columns->from[i];
		columns->to[kept++] = columns->to[i];
	}
	columns->n = kept;
}

static bool
reads_as_table(const struct line_row *row, size_t n)
{
	size_t lines = 0, pieces = 0, brief = 0;

	for (size_t i = 0; i < n; i++) {
		lines += is_in_columns(&row[i]);
		for (size_t j = 1; j < row[i].pieces; j++) {
			pieces++;
			brief += row[i].piece[j].glyphs <= SHORT_CHARACTERS;
		}
	}
	return lines >= ROWS_MIN && brief * 3 >= pieces * 2;
}

/* Whether TEXT is what stands where a figure would. */
static bool
may_be_value(struct slice text)
{
	uint32_t c = pdf_first(text);

	return !pdf_begins_item(text) &&
	    (is_digit(c) || !pdf_is_wide(c) || text.n <= 3);
}

/* The first column that holds mostly figures, or marks for none. */
static unsigned
first_values(const struct line_row *row, size_t n, unsigned cols)
{
	size_t values[COLUMNS_MAX + 1] = { 0 }, all[COLUMNS_MAX + 1] = { 0 };

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

/* A line with figures: a row, or the figures of the label begun above. */
static void
take_values(struct column_rows *rows, struct line_row *row,
    const struct line_row *above)
{
	const struct line_piece *first = &row->piece[0];
	bool                     labelled = first->col < rows->values;

	if (!rows->open || distance(above, row) > 1.6f * row->line->size ||
	    (labelled && (first->col == 0 || pdf_begins_item(first->text))))
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

		if (rows->n > 0 && !pdf_begins_item(piece->text) &&
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

static struct pdf_cell *
find_cell(struct pdf_table *table, unsigned row, unsigned col)
{
	for (size_t i = table->cells; i > 0; i--) {
		struct pdf_cell *cell = &table->cell[i - 1];

		if (cell->row == row && cell->col == col)
			return cell;
	}
	return NULL;
}

static void
join_cell_text(struct pdf_cell *cell, struct slice more, struct arena *arena)
{
	struct buffer text = { .n = 0 };

	pdf_join_text(&text, cell->text, false);
	pdf_join_text(&text, more, false);
	cell->text = arena_copy(arena, buffer_slice(&text));
	buffer_free(&text);
}

static void
add_line_piece(struct pdf_table *table, const struct line_row *row,
    const struct line_piece *piece, struct arena *arena)
{
	struct pdf_cell *cell = find_cell(table, piece->row, piece->col);

	if (cell != NULL) {
		join_cell_text(cell, piece->text, arena);
		return;
	}
	table->cell[table->cells++] = (struct pdf_cell){
		.box = piece->box, .row = piece->row, .col = piece->col,
		.rows = 1, .cols = piece->cols, .text = piece->text,
		.page = row->line->page, .size = row->line->size,
		.middle = (row->line->box.top + row->line->box.bottom) / 2,
	};
}

static int
cells_in_order(const void *a, const void *b)
{
	const struct pdf_cell *c = a, *d = b;

	if (c->row != d->row)
		return c->row < d->row ? -1 : 1;
	return (c->col > d->col) - (c->col < d->col);
}

/* Adds the blank cells between those with text. */
static void
fill_blanks_in(struct pdf_table *table, struct arena *arena)
{
	size_t           n = table->cells;
	struct pdf_cell *with = table->cell;

	qsort(with, n, sizeof(*with), cells_in_order);
	table->cell = arena_alloc(arena,
	    (n + (size_t)table->rows * table->cols) * sizeof(*with));
	table->cells = 0;
	for (size_t i = 0; i < n; ) {
		unsigned row = with[i].row, col = 0;
		float    middle = with[i].middle;
		unsigned page = with[i].page;

		while (col < table->cols) {
			struct pdf_cell cell = { .row = row, .col = col,
				.rows = 1, .cols = 1, .middle = middle,
				.page = page };

			if (i < n && with[i].row == row && with[i].col <= col)
				cell = with[i++];
			if (cell.col < col)	/* runs into the one before */
				cell.cols = 1;
			cell.col = col;
			table->cell[table->cells++] = cell;
			col += cell.cols;
		}
		while (i < n && with[i].row == row)
			i++;
	}
}

static struct pdf_table *
table_of_rows(struct line_row *row, size_t n, const struct columns *columns,
    struct arena *arena)
{
	struct pdf_table *table = arena_alloc(arena, sizeof(*table));
	size_t            pieces = 0;

	*table = (struct pdf_table){ .top = row[0].line->box.top,
		.bottom = row[n - 1].line->box.bottom,
		.cols = columns->n + 1, .loose = true };
	table->x = arena_alloc(arena, (columns->n + 2) * sizeof(float));
	table->x[0] = row[0].line->box.left;
	table->x[columns->n + 1] = row[0].line->box.right;
	for (unsigned i = 0; i < columns->n; i++)
		table->x[i + 1] = (columns->from[i] + columns->to[i]) / 2;
	for (size_t i = 0; i < n; i++) {
		pieces += row[i].pieces;
		place_pieces(&row[i], columns);
	}
	table->rows = number_rows(row, n, table->cols, arena);
	table->cell = arena_alloc(arena, pieces * sizeof(*table->cell));
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++)
			add_line_piece(table, &row[i], &row[i].piece[j], arena);
	fill_blanks_in(table, arena);
	return table;
}

/* Finds the columns that the N rows at ROW stand in, splitting them anew.
 * Returns whether they are a table. */
static bool
find_line_columns(struct line_row *row, size_t n, struct columns *columns,
    struct arena *arena)
{
	if (!is_in_columns(&row[0]) || !reads_as_table(row, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		split_line(&row[i], row[i].line, narrow, arena);
		for (size_t j = 0; j < row[i].pieces; j++) {
			struct line_piece *piece = &row[i].piece[j];

			piece->text = pdf_line_text(piece->glyph,
			    piece->glyphs, arena);
		}
	}
	find_columns(row, n, columns, arena);
	drop_unused(columns, row, n);
	return columns->n > 0;
}

size_t
pdf_columns(struct pdf_line *line, size_t n, struct arena *arena,
    struct pdf_part *part)
{
	struct line_row *row = arena_alloc(arena, n * sizeof(*row));
	size_t           parts = 0;

	for (size_t i = 0; i < n; i++)
		split_line(&row[i], &line[i], wide, arena);
	for (size_t i = 0, end; i < n; i = end) {
		struct columns columns = { .n = 0 };

		end = i + (is_in_columns(&row[i]) ? stretch(&row[i], n - i)
		                                  : 1);
		if (find_line_columns(&row[i], end - i, &columns, arena)) {
			part[parts++] = (struct pdf_part){ .table =
			    table_of_rows(&row[i], end - i, &columns, arena) };
			continue;
		}
		for (size_t j = i; j < end; j++)
			part[parts++] = (struct pdf_part){ .line = &line[j] };
	}
	return parts;
}
