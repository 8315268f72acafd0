#include "text_columns.h"

#include <stdlib.h>

#include "char_class.h"

/* In ems: a gap this wide within a line makes it one in columns; where lines
 * are in columns a narrower one will do; columns are this far apart. */
static const float wide = 1.2f, narrow = 0.33f, corridor = 0.3f;

enum {
	ROWS_MIN = 3,		/* lines in columns that make a table */
	SHORT_CHARACTERS = 12,	/* text in a cell, mostly; else two columns of
				   running text */
};

/* Splits a line where its gaps are wider than GAP ems. */
static void
split_line(struct line_row *row, struct page_line *line, float gap,
    struct arena *arena)
{
	const struct page_glyph *glyph = line->glyph;
	struct line_piece      *piece = NULL;

	row->line = line;
	row->pieces = 0;
	row->piece = arena_alloc(arena, line->glyphs * sizeof(*row->piece));
	for (size_t i = 0; i < line->glyphs; i++) {
		if (page_is_space(glyph[i].code))
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

bool
line_is_in_columns(const struct line_row *row)
{
	return row->pieces >= 2 && row->line->course == PAGE_ALONG;
}

struct line_row
line_row_of(struct page_line *line, struct arena *arena)
{
	struct line_row row;

	split_line(&row, line, wide, arena);
	return row;
}

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
find_columns(const struct line_row *row, size_t n, struct text_columns *columns,
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
		lines += line_is_in_columns(&row[i]);
		for (size_t j = 0; line_is_in_columns(&row[i]) &&
		    j < row[i].pieces; j++) {
			const struct page_box *box = &row[i].piece[j].box;

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
		if (was_free && begun && columns->n < TEXT_COLUMNS_MAX &&
		    edge[i].x - free_from >= corridor * size) {
			columns->from[columns->n] = free_from;
			columns->to[columns->n++] = edge[i].x;
		}
		begun = true;
	}
}

float
text_column_end(const struct text_columns *columns, unsigned i)
{
	return (columns->from[i] + columns->to[i]) / 2;
}

/* Which columns the pieces of ROW stand in: those they have a part of, up to
 * where the next piece begins. */
static void
place_pieces(struct line_row *row, const struct text_columns *columns)
{
	for (size_t i = row->pieces; i > 0; i--) {
		struct line_piece *piece = &row->piece[i - 1];
		unsigned           last;

		piece->col = 0;
		while (piece->col < columns->n &&
		    piece->box.left >= text_column_end(columns, piece->col))
			piece->col++;
		last = piece->col;
		while (last < columns->n &&
		    piece->box.right > text_column_end(columns, last))
			last++;
		if (i < row->pieces && last >= piece[1].col)
			last = piece[1].col > piece->col ? piece[1].col - 1
			                                 : piece->col;
		piece->cols = last - piece->col + 1;
	}
}

/* Leaves out the columns in which nothing begins: ends of long labels. */
static void
drop_unused(struct text_columns *columns, struct line_row *row, size_t n)
{
	bool     used[TEXT_COLUMNS_MAX + 1] = { false };
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
		lines += line_is_in_columns(&row[i]);
		for (size_t j = 1; j < row[i].pieces; j++) {
			pieces++;
			brief += row[i].piece[j].glyphs <= SHORT_CHARACTERS;
		}
	}
	return lines >= ROWS_MIN && brief * 3 >= pieces * 2;
}

bool
text_columns_find(struct text_columns *columns, struct line_row *row,
    size_t n, struct arena *arena)
{
	if (!reads_as_table(row, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		split_line(&row[i], row[i].line, narrow, arena);
		for (size_t j = 0; j < row[i].pieces; j++) {
			struct line_piece *piece = &row[i].piece[j];

			piece->text = page_line_text(piece->glyph,
			    piece->glyphs, arena);
		}
	}
	find_columns(row, n, columns, arena);
	drop_unused(columns, row, n);
	for (size_t i = 0; i < n; i++)
		place_pieces(&row[i], columns);
	return columns->n > 0;
}

