#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "char_class.h"
#include "loose_table.h"
#include "text_stretch.h"

/* What the lines of a table come to that do not agree about its columns: texts in none
 * or in the same, names and figures over several. */
static unsigned
disagreement(const struct line_row *row, size_t n)
{
	enum { SPANS = 1, SHARES = 2, MISPLACED = 3 };
	unsigned sum = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_piece *piece = &row[i].piece[j];

			if (text_is_misplaced(&row[i], j))
				sum += MISPLACED;
			else if (j > 0 && piece[-1].col == piece->col)
				sum += SHARES;
			else if (j > 0 && piece->cols > 1)
				sum += SPANS;
		}
	return sum;
}

/* The parts of a page while its lines are put into them. */
struct page_parts {
	const struct text_rules *rules;
	struct arena            *arena;
	struct page_part        *part;
	size_t                   n;
};

static void
add_lines(struct page_parts *parts, struct line_row *row, size_t n)
{
	for (size_t i = 0; i < n; i++)
		parts->part[parts->n++] = (struct page_part){
			.line = row[i].line };
}

/* What the N rows at ROW come to as a table of LEAST lines. */
static unsigned
disagreement_of(struct line_row *row, size_t n, size_t least,
    struct arena *arena)
{
	struct text_columns columns = { .n = 0 };

	return n > 0 && text_columns_find(&columns, row, n, least, arena) ?
	    disagreement(row, n) : 0;
}

/* Whether the first of N rows at ROW that is in columns has names only. */
static bool
begins_with_head(const struct line_row *row, size_t n)
{
	size_t i = 0;

	while (i < n && !row[i].in_columns)
		i++;
	for (size_t j = 0; i < n && j < row[i].pieces; j++)
		if (row[i].piece[j].figure)
			return false;
	return i < n;
}

/* The first column that figures stand in behind a text. */
static unsigned
first_figures(const struct line_row *row, size_t n)
{
	unsigned first = TEXT_COLUMNS_MAX;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 1; j < row[i].pieces; j++)
			if (row[i].piece[j].figure && row[i].piece[j].col < first)
				first = row[i].piece[j].col;
	return first;
}

/* Whether row number I of N may be the heading of another table: there is room above
 * or below it, where lines are LEADING apart. */
static bool
may_be_heading(const struct line_row *row, size_t n, size_t i, float leading)
{
	const float widest = 1.5f;	/* leading, in ems */
	float       above, below;

	if (!row[i].whole || i == 0 || i + 1 == n)
		return false;
	leading = fminf(leading, widest * row[i].line->size);
	above = line_row_distance(&row[i - 1], &row[i]);
	below = line_row_distance(&row[i], &row[i + 1]);
	return fminf(above, below) >= leading &&
	    fmaxf(above, below) > text_row_gap * leading;
}

/* The first line of the N at ROW that is the heading of another table: an item, in
 * one piece, figures above it and names of columns below.  N if there is none. */
static size_t
find_item_heading(const struct line_row *row, size_t n)
{
	unsigned values = first_figures(row, n);
	float    leading = text_leading(row, n);
	bool     figures = false;

	for (size_t i = 0; i < n; i++) {
		size_t head = i + 1;

		for (size_t j = 1; j < row[i].pieces; j++)
			figures = figures || row[i].piece[j].figure;
		if (!figures || !may_be_heading(row, n, i, leading) ||
		    !page_begins_item(row[i].line->text))
			continue;
		while (head < n && row[head].whole)
			head++;
		if (begins_with_head(row + head, n - head) &&
		    row[head].piece[row[head].pieces - 1].col >= values)
			return i;
	}
	return n;
}

/* What parts lines into two tables: a heading, or no line at all. */
struct table_parting {
	size_t at, lines;
};

/* How far most lines of the N at ROW are apart at most. */
static float
usual_distance(const struct line_row *row, size_t n, struct arena *arena)
{
	float *distance = arena_alloc(arena, n * sizeof(*distance));

	for (size_t i = 1; i < n; i++)
		distance[i - 1] = line_row_distance(&row[i - 1], &row[i]);
	qsort(distance, n - 1, sizeof(*distance), page_floats_in_order);
	return distance[(n - 1) * 3 / 4];
}

/* Finds what parts the N rows at ROW into two tables that agree
 * better, each with itself, than the SUM of both together: a line in one piece, or a
 * wide space.  Returns whether anything does. */
static bool
find_parting(struct line_row *row, size_t n, unsigned sum, struct arena *arena,
    struct table_parting *parting)
{
	enum { TRIALS_MAX = 24, LEAST = 2, GAIN = 3, LINES_MAX = 200 };
	const float wide = 1.6f;
	size_t      trials = 0;
	unsigned    least = sum;
	float       usual = usual_distance(row, n, arena);
	float       leading = text_leading(row, n);
	bool       *heading = arena_alloc(arena, n);

	for (size_t i = 1; i < n; i++)
		heading[i] = may_be_heading(row, n, i, leading);
	for (size_t i = 1; i < n && n <= LINES_MAX && trials < TRIALS_MAX; i++) {
		size_t   next = i + heading[i];
		unsigned parted, gain;

		if (!heading[i] && line_row_distance(&row[i - 1], &row[i]) <
		    wide * usual)
			continue;
		gain = begins_with_head(row + next, n - next) ? 1 : GAIN;
		if (!heading[i] && gain > 1)
			continue;
		trials++;
		parted = disagreement_of(row, i, LEAST, arena) +
		    disagreement_of(row + next, n - next, LEAST, arena);
		if (parted < least && parted + gain <= sum) {
			least = parted;
			*parting = (struct table_parting){ i, next - i };
		}
	}
	return least < sum;
}

/* Adds the N rows at ROW as a table, if they are one of LEAST lines, or as several,
 * with lines between them. */
static void
add_stretch(struct page_parts *parts, struct line_row *row, size_t n, size_t least)
{
	struct text_columns columns = { .n = 0 };
	struct table_parting      parting;
	unsigned            sum;
	size_t              next;

	if (n == 0 || !text_columns_find(&columns, row, n, least, parts->arena)) {
		add_lines(parts, row, n);
		return;
	}
	sum = disagreement(row, n);
	parting = (struct table_parting){ find_item_heading(row, n), 1 };
	if (parting.at < n || (sum > 0 &&
	    find_parting(row, n, sum, parts->arena, &parting))) {
		next = parting.at + parting.lines;
		add_stretch(parts, row, parting.at, 2);
		add_lines(parts, row + parting.at, parting.lines);
		add_stretch(parts, row + next, n - next, 2);
		return;
	}
	if (sum > 0)
		text_columns_find(&columns, row, n, least, parts->arena);
	parts->part[parts->n++] = (struct page_part){ .table = page_loose_table(row,
	    n, &columns, parts->rules, parts->arena) };
}

/* Makes the N lines behind part number FIRST, the first or last ones in columns of the
 * page, a table that they are if it goes on with one of another page. */
static void
offer_as_part(struct page_parts *parts, size_t first, struct line_row *row, size_t n)
{
	struct text_columns columns = { .n = 0 };
	struct page_table  *table;

	if (parts->n - first != n || !text_columns_find(&columns, row, n, 1,
	    parts->arena) || disagreement(row, n) > 0)
		return;
	for (size_t i = first; i < parts->n; i++)
		if (parts->part[i].table != NULL)
			return;
	table = page_loose_table(row, n, &columns, parts->rules, parts->arena);
	table->line = arena_alloc(parts->arena, n * sizeof(*table->line));
	for (size_t i = 0; i < n; i++)
		table->line[i] = *row[i].line;
	table->lines = n;
	parts->part[first] = (struct page_part){ .table = table };
	parts->n = first + 1;
}

size_t
page_columns(struct page_line *line, size_t n, const struct text_rules *rules,
    struct arena *arena, struct page_part *part)
{
	struct line_row *row = arena_alloc(arena, n * sizeof(*row));
	struct page_parts     parts = { rules, arena, part, 0 };

	for (size_t i = 0; i < n; i++)
		row[i] = line_row_of(&line[i], arena);
	for (size_t i = 0, lines; i < n; i += lines) {
		size_t first = parts.n;

		lines = text_stretch(row, n, i, rules);
		if (lines > 1)
			add_stretch(&parts, row + i, lines, TEXT_ROWS_MIN);
		else
			add_lines(&parts, row + i, lines);
		if (row[i].in_columns && (first == 0 || i + lines == n))
			offer_as_part(&parts, first, row + i, lines);
	}
	return parts.n;
}
