#include "text_columns.h"

#include <stdlib.h>

#include "column_cut.h"
#include "found_columns.h"

enum {
	ENTRIES_MAX = 3000,	/* pieces of a table that is looked at */
};

/* In ems: most texts of cells are no wider; else they are columns of running text. */
static const float widest_brief = 12;

/* In ems: texts of a line so far apart are in columns of their own. */
static const float apart_min = 1.2f;

/* How the words of the N rows at ROW are drawn. */
static struct page_manner
manner_of_lines(const struct line_row *row, size_t n)
{
	struct page_habits habits = { 0 };

	for (size_t i = 0; i < n; i++)
		page_note_habits(&habits, row[i].line->glyph,
		    row[i].line->glyphs);
	return page_manner_of(&habits);
}

static bool
reads_as_table(const struct line_row *row, size_t n, size_t least)
{
	size_t lines = 0, pieces = 0, brief = 0;

	for (size_t i = 0; i < n; i++) {
		lines += row[i].in_columns;
		for (size_t j = 1; j < row[i].pieces; j++) {
			pieces++;
			brief += row[i].piece[j].box.right -
			    row[i].piece[j].box.left <=
			    widest_brief * row[i].line->size;
		}
	}
	return lines >= least && brief * 3 >= pieces * 2;
}

/* Whether the N rows at ROW, those in columns, have text in enough of COLS columns:
 * the numbers of a diagram's axes do not. */
static bool
fill_columns(const struct line_row *row, size_t n, unsigned cols)
{
	enum { LEAST = 4 };		/* one in so many */
	size_t lines = 0, pieces = 0;

	for (size_t i = 0; i < n; i++) {
		lines += row[i].in_columns;
		pieces += row[i].in_columns ? row[i].pieces : 0;
	}
	return pieces * LEAST >= lines * cols;
}

static int
by_left(const void *a, const void *b)
{
	const struct column_entry *e = a, *f = b;

	if (e->left != f->left)
		return e->left < f->left ? -1 : 1;
	return (e->line > f->line) - (e->line < f->line);
}

/* Takes the N entries at ENTRY, which overlap, for a column; or for several where
 * lines have several of them and few go through between. */
static void
take_column(struct found_columns *found, struct column_entry *entry, size_t n,
    const struct column_sight *sight)
{
	float  x = 0;
	size_t before;

	if (n == 0)
		return;
	if (found->n > TEXT_COLUMNS_MAX || !column_cut_find(entry, n, sight, &x)) {
		found_columns_add(found, entry, n);
		return;
	}
	before = column_cut_at(entry, n, x, &n, sight);
	take_column(found, entry, before, sight);
	take_column(found, entry + before, n - before, sight);
}

/* Takes entries that overlap, directly or through others, as columns. */
static void
find_columns(struct found_columns *found, struct column_entries *all,
    const struct column_sight *sight)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++)
		all->entry[i].spans = column_entry_spans(all, &all->entry[i]);
	for (size_t i = 0; i < all->n; i++)
		if (!all->entry[i].spans)
			all->entry[kept++] = all->entry[i];
	qsort(all->entry, kept, sizeof(*all->entry), by_left);
	for (size_t i = 0, end; i < kept; i = end) {
		float right = all->entry[i].right;

		for (end = i + 1; end < kept && all->entry[end].left <
		    right - column_overlap * all->em; end++)
			if (all->entry[end].right > right)
				right = all->entry[end].right;
		take_column(found, &all->entry[i], end - i, sight);
	}
}

/* The first of the N rows at ROW with a figure behind a text, or else with nothing but
 * figures: before it is the head. */
static size_t
first_of_body(const struct line_row *row, size_t n)
{
	size_t first = 0;

	for (size_t i = 0; i < n; i++) {
		size_t figures = 0;

		for (size_t j = 0; j < row[i].pieces; j++)
			figures += row[i].piece[j].figure;
		if (figures > 0 && !row[i].piece[0].figure)
			return i;
		if (first == 0 && figures > 1 && figures == row[i].pieces)
			first = i;
	}
	return first;
}

bool
text_columns_find(struct text_columns *columns, struct line_row *row,
    size_t n, size_t least, struct arena *arena)
{
	struct found_columns  found = { .n = 0 };
	struct column_entries all;
	struct column_sight   sight;
	struct page_manner    manner;

	if (!reads_as_table(row, n, least))
		return false;
	manner = manner_of_lines(row, n);
	for (size_t i = 0; i < n; i++)
		line_row_split(&row[i], &manner, arena);
	found.body = first_of_body(row, n);
	all = column_entries_of(row, n, found.body, arena);
	if (all.n == 0 || all.n > ENTRIES_MAX)
		return false;
	sight = (struct column_sight){ all.em, arena_alloc(arena, n), n, all.body,
		arena_alloc(arena, all.n * sizeof(*sight.spare)) };
	find_columns(&found, &all, &sight);
	if (found.n < 2 || found.n > TEXT_COLUMNS_MAX)
		return false;
	found_columns_drop_names(&found, row, n);
	columns->n = found.n - 1;
	for (unsigned i = 0; i < columns->n; i++) {
		columns->from[i] = found.column[i].right;
		columns->to[i] = found.column[i + 1].left;
	}
	for (size_t i = 0; i < n; i++)
		text_place(&row[i], columns, arena);
	return columns->n > 0 && fill_columns(row, n, columns->n + 1);
}

bool
text_is_misplaced(const struct line_row *row, size_t j)
{
	const struct line_piece *piece = &row->piece[j];

	return (piece->figure && piece->word[0].figure && piece->cols > 1) ||
	    (j > 0 &&
	    piece[-1].col == piece->col && piece->box.left -
	    piece[-1].box.right > apart_min * row->line->size);
}
