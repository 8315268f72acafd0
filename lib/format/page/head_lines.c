#include "head_lines.h"

enum { HEAD_LINES_MAX = 12 };

/* Whether LINE has a figure behind a label, which stands before column VALUES. */
static bool
has_labelled_figure(const struct line_row *line, unsigned values)
{
	bool label = false;

	for (size_t j = 0; j < line->pieces; j++) {
		const struct line_piece *piece = &line->piece[j];

		if (label && piece->figure)
			return true;
		label = label || (piece->figure ? piece->col == 0 :
		    piece->col < values);
	}
	return false;
}

/* Whether LINE has a figure behind its first column. */
static bool
has_figures(const struct line_row *line)
{
	for (size_t j = 0; j < line->pieces; j++)
		if (line->piece[j].figure && line->piece[j].col > 0)
			return true;
	return false;
}

/* Whether LINE has a label, or part of one, that stands left of FIGURES. */
static bool
is_label_of(const struct line_row *line, const struct line_row *figures)
{
	const struct line_piece *piece = line->piece;

	for (size_t j = 0; j < line->pieces; j++)
		if (!piece[j].figure && piece[j].col >= figures->piece[0].col)
			return false;
	return !piece[0].figure;
}

/* The first of N lines at ROW that is of the first row with a label and figures: its
 * label may stand around the figures' line. */
static size_t
first_row(const struct line_row *row, size_t n, unsigned cols)
{
	unsigned values = text_first_values(row, n, cols);
	size_t figures = n;

	for (size_t i = 0; i < n; i++) {
		bool above = i > 0 && is_label_of(&row[i - 1], &row[i]) &&
		    line_rows_overlap(&row[i - 1], &row[i]);

		if (!has_figures(&row[i]))
			continue;
		if (figures == n && i > 0)
			figures = i;
		if (has_labelled_figure(&row[i], values) || above ||
		    (i + 1 < n && is_label_of(&row[i + 1], &row[i]) &&
		    line_rows_overlap(&row[i], &row[i + 1])))
			return i - above;
	}
	return figures;
}

bool
head_rule_is_over_all(const struct page_rule *rule,
    const struct text_extent *extent, unsigned cols, float em)
{
	return rule->from <= extent[0].left + em &&
	    rule->to >= extent[cols - 1].right - em;
}

/* Whether a rule over all columns is between the lines A and B. */
static bool
is_ruled_off(const struct text_rules *rules, const struct line_row *a,
    const struct line_row *b, const struct text_extent *extent, unsigned cols)
{
	for (size_t k = 0; k < rules->n; k++)
		if (rules->rule[k].at > line_row_middle(a) &&
		    rules->rule[k].at < line_row_middle(b) &&
		    head_rule_is_over_all(&rules->rule[k], extent, cols,
		    b->line->size))
			return true;
	return false;
}

size_t
head_lines(const struct line_row *row, size_t n, unsigned cols,
    const struct text_extent *extent, const struct text_rules *rules)
{
	size_t first = first_row(row, n, cols);

	for (size_t i = 0; i + 1 < n && i <= first && i < HEAD_LINES_MAX; i++)
		if (is_ruled_off(rules, &row[i], &row[i + 1], extent, cols))
			return i + 1;
	return first < n && first <= HEAD_LINES_MAX ? first : 0;
}
