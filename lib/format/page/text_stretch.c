#include "text_stretch.h"

#include <math.h>

#include "char_class.h"
#include "rules.h"

enum {
	BETWEEN_MAX = 3,	/* lines in one piece between two in columns */
	LABELS_MAX = 8,		/* these being narrow, as labels are */
	HEAD_LINES_MAX = 12,	/* between two rules, without any in columns */
	LONG_LETTERS = 20,	/* in a piece of running text */
	RUNNING_LINES = 3,	/* of running text, which end a table */
};

/* A line as much larger than the first of a table is a heading below it. */
static const float heading_size = 1.12f;

/* In ems: a table has no wider space within, and no rule of one is shorter. */
static const float widest_space = 4, shortest_rule = 12;

/* Whether LINE is of text that runs on in columns of a page. */
static bool
is_running_text(const struct line_row *line)
{
	if (!line->in_columns || line->pieces > 3)
		return false;
	for (size_t i = 0; i < line->pieces; i++)
		if (line_piece_letters(&line->piece[i]) < LONG_LETTERS)
			return false;
	return true;
}

static bool
begin_and_end_alike(const struct page_rule *a, const struct page_rule *b)
{
	return fabsf(a->from - b->from) <= 2 * PAGE_SNAP &&
	    fabsf(a->to - b->to) <= 2 * PAGE_SNAP;
}

/* The rule right above row number I that is the first of several that begin and end
 * alike, or NULL. */
static const struct page_rule *
rule_above(const struct line_row *row, size_t i, const struct text_rules *rules)
{
	float from = i > 0 ? line_row_middle(&row[i - 1]) :
	    row[0].line->box.top - widest_space * row[0].line->size;
	const struct page_rule *above = NULL;

	for (size_t k = 0; k < rules->n; k++) {
		const struct page_rule *rule = &rules->rule[k];

		if (rule->at > from && rule->at < line_row_middle(&row[i]) &&
		    rule->to - rule->from > shortest_rule * row[i].line->size)
			above = rule;
	}
	return above;
}

/* The first rule below AT that begins and ends like RULE, or NULL. */
static const struct page_rule *
rule_below(const struct page_rule *rule, float at, const struct text_rules *rules)
{
	for (size_t k = 0; k < rules->n; k++)
		if (rules->rule[k].at > at &&
		    begin_and_end_alike(&rules->rule[k], rule))
			return &rules->rule[k];
	return NULL;
}

/* How many of the N rows at ROW are above AT; *IN_COLUMNS of them are in columns. */
static size_t
rows_above(const struct line_row *row, size_t n, float at, size_t *in_columns)
{
	size_t i = 0;

	*in_columns = 0;
	for (; i < n && line_row_middle(&row[i]) < at; i++)
		*in_columns += row[i].in_columns &&
		    !is_running_text(&row[i]);
	return i;
}

/* The same between rules that begin and end alike: the first of them right above
 * the first row, the last below the last row that stands in columns. */
static size_t
framed_stretch(const struct line_row *row, size_t n, size_t i,
    const struct text_rules *rules)
{
	const struct page_rule *first = rule_above(row, i, rules), *next;
	size_t                  end = i, lines, columns;

	if (first == NULL)
		return 1;
	for (float at = first->at; (next = rule_below(first, at, rules)) != NULL;
	    at = next->at) {
		lines = rows_above(row + end, n - end, next->at, &columns);
		if (end == i ? lines == 0 || lines > HEAD_LINES_MAX ||
		    columns * 3 < lines : columns * 2 < lines)
			break;
		end += lines;
	}
	return end > i ? end - i : 1;
}

/* Whether a table goes on from ROW to NEXT. */
static bool
goes_on(const struct line_row *first, const struct line_row *row,
    const struct line_row *next)
{
	return next->line->box.top - row->line->box.bottom <=
	    widest_space * next->line->size &&
	    next->line->course == PAGE_ALONG &&
	    next->line->size <= heading_size * first->line->size;
}

/* Whether the N rows from number I on begin with running text, as far as any end of a
 * table. */
static bool
runs_on(const struct line_row *row, size_t n, size_t i)
{
	for (size_t k = i; k < i + RUNNING_LINES; k++)
		if (k == n || !is_running_text(&row[k]))
			return false;
	return true;
}

/* Whether A and B, of which B follows, are of one row: a label of several lines with
 * its figures beside the middle. */
static bool
are_beside(const struct line_row *a, const struct line_row *b)
{
	return line_rows_overlap(a, b) && a->line->course == PAGE_ALONG &&
	    b->line->course == PAGE_ALONG;
}

static bool
is_narrow(const struct line_row *row, const struct line_row *wide)
{
	return row->line->box.right - row->line->box.left <
	    (wide->line->box.right - wide->line->box.left) / 2;
}

/* Whether LINE is of text, not of the table whose COLUMNS lines end at RIGHT. */
static bool
runs_beyond(const struct line_row *line, size_t columns, float right)
{
	const float most = 2;		/* ems */

	return columns >= RUNNING_LINES && !line->in_columns &&
	    line->line->box.right > right + most * line->line->size;
}

static size_t
open_stretch(const struct line_row *row, size_t n, size_t i, size_t from,
    const struct text_rules *rules)
{
	size_t end = from, others = 0, labels = 0, columns = 0;
	float  right = -HUGE_VALF;

	for (size_t k = from; k < n && others <= BETWEEN_MAX &&
	    others + labels <= LABELS_MAX; k++) {
		if ((k > i && !goes_on(&row[i], &row[k - 1], &row[k])) ||
		    (k > from && !row[k - 1].in_columns &&
		    (k < from + 2 || !are_beside(&row[k - 2], &row[k - 1])) &&
		    framed_stretch(row, n, k, rules) > 1) ||
		    runs_on(row, n, k) || runs_beyond(&row[k], columns, right))
			break;
		if (row[k].in_columns) {
			columns++;
			right = fmaxf(right, row[k].line->box.right);
			others = labels = 0;
			end = k + 1;
		} else if (is_narrow(&row[k], &row[end > i ? end - 1 : i])) {
			labels++;
		} else {
			others++;
		}
	}
	return end > i ? end - i : 1;
}

/* Whether LINE, right below ABOVE, is no more than the last digits of a figure that its
 * column was too narrow for. */
static bool
is_rest_of_figure(const struct line_row *above, const struct line_row *line)
{
	enum { DIGITS_MAX = 2 };
	const float next = 1.4f;	/* ems */

	return line->pieces == 1 && line->piece[0].figure &&
	    line_piece_letters(&line->piece[0]) <= DIGITS_MAX &&
	    line_row_distance(above, line) < next * line->line->size;
}

/* Whether LINE, right above BELOW, which is in columns, is a name over some of them: it
 * begins behind the first text and is no remark in brackets. */
static bool
is_name_over(const struct line_row *line, const struct line_row *below)
{
	const float next = 1.4f, alike = 0.05f;		/* ems */
	float       em = below->line->size;

	return line->pieces == 1 && line->line->course == PAGE_ALONG &&
	    line->line->box.left > below->piece[0].box.right &&
	    line->line->box.right <= below->line->box.right + em &&
	    line_row_distance(line, below) < next * em &&
	    fabsf(line->line->size - em) < alike * em &&
	    !page_is(page_last(line->line->text), PAGE_CLOSING | PAGE_BRACKET_END);
}

size_t
text_stretch(const struct line_row *row, size_t n, size_t i,
    const struct text_rules *rules)
{
	size_t framed = framed_stretch(row, n, i, rules), columns = 0, lines;

	if (framed > 1)
		rows_above(row + i, framed, HUGE_VALF, &columns);
	if (framed > 1 && columns > 0)
		return open_stretch(row, n, i, i + framed, rules);
	if (!row[i].in_columns && (i + 1 == n || !row[i + 1].in_columns ||
	    !(are_beside(&row[i], &row[i + 1]) ||
	    is_name_over(&row[i], &row[i + 1]))))
		return 1;
	lines = open_stretch(row, n, i, i, rules);
	if (i + lines < n && (are_beside(&row[i + lines - 1], &row[i + lines]) ||
	    is_rest_of_figure(&row[i + lines - 1], &row[i + lines])))
		lines++;
	return lines;
}
