#include "head_ranges.h"

#include <math.h>

#include "head_lines.h"

/* The first column whose middle is not before X. */
static unsigned
column_behind(const struct head_names *head, float x)
{
	unsigned col = 0;

	while (col < head->cols && (head->extent[col].left +
	    head->extent[col].right) / 2 < x)
		col++;
	return col;
}

/* Whether a text below line I, of N at ROW, stands over RULE. */
static bool
is_below_more(const struct page_rule *rule, const struct line_row *row, size_t n,
    size_t i)
{
	for (size_t k = i + 1; k < n && line_row_middle(&row[k]) < rule->at; k++)
		for (size_t j = 0; j < row[k].pieces; j++) {
			const struct page_box *box = &row[k].piece[j].box;

			if (box->right > rule->from && box->left < rule->to)
				return true;
		}
	return false;
}

/* The rule below PIECE, of line number I, and below nothing else but others of that
 * line, or NULL. */
static const struct page_rule *
find_rule_below(const struct head_names *head, const struct line_row *row,
    size_t n, size_t i, const struct line_piece *piece)
{
	float em = row[i].line->size;

	for (size_t k = 0; k < head->rules->n; k++) {
		const struct page_rule *rule = &head->rules->rule[k];

		if (rule->at >= line_row_middle(&row[i]) &&
		    rule->at <= row[i].line->box.bottom + em &&
		    rule->from <= piece->box.left + em &&
		    rule->to >= piece->box.right - em &&
		    !head_rule_is_over_all(rule, head->extent, head->cols, em) &&
		    !is_below_more(rule, row, n, i))
			return rule;
	}
	return NULL;
}

/* Whether something stands in column COL below row number I of the N at ROW. */
static bool
has_text_below(const struct line_row *row, size_t n, size_t i, unsigned col)
{
	for (size_t k = i + 1; k < n; k++)
		for (size_t j = 0; j < row[k].pieces; j++) {
			const struct line_piece *piece = &row[k].piece[j];

			if (col >= piece->col && col < piece->col + piece->cols)
				return true;
		}
	return false;
}

/* The name over several columns that column COL is below so far, or NULL; false if it
 * has a name of its own. */
static bool
find_parent(const struct head_names *head, unsigned col,
    const struct column_name **parent)
{
	*parent = NULL;
	for (size_t i = head->names; i > 0; i--) {
		const struct column_name *name = &head->name[i - 1];

		if (col < name->cell.col ||
		    col >= name->cell.col + name->cell.cols)
			continue;
		*parent = name;
		return name->cell.cols > 1;
	}
	return true;
}

/* The columns around COL that have names only below row number I, all below the same
 * name. */
static struct column_run
run_around(const struct head_names *head, const struct line_row *row, size_t n,
    size_t i, unsigned col)
{
	struct column_run         run = { col, col };
	const struct column_name *parent, *other;

	if (!find_parent(head, col, &parent) || !has_text_below(row, n, i, col))
		return run;
	while (run.from > 0 && find_parent(head, run.from - 1, &other) &&
	    other == parent && has_text_below(row, n, i, run.from - 1))
		run.from--;
	while (run.end < head->cols && find_parent(head, run.end, &other) &&
	    other == parent && has_text_below(row, n, i, run.end))
		run.end++;
	return run;
}

static float
column_middle(const struct head_names *head, unsigned col)
{
	return (head->extent[col].left + head->extent[col].right) / 2;
}

/* How far PIECE is from the middle of columns FROM to END: of what their texts reach
 * over, or of their own middles. */
static float
off_middle(const struct head_names *head, const struct line_piece *piece,
    unsigned from, unsigned end)
{
	float middle = (piece->box.left + piece->box.right) / 2;
	float reach = (head->extent[from].left + head->extent[end - 1].right) / 2;
	float mid = (column_middle(head, from) + column_middle(head, end - 1)) / 2;

	return fminf(fabsf(reach - middle), fabsf(mid - middle));
}

/* Lays the N names at PIECE, from left to right, over the columns of RUN so that each
 * is in the middle of its own and none is left.  The columns of each go to RANGE.
 * Returns whether that can be. */
static bool
tile(const struct head_names *head, const struct line_piece *piece, size_t n,
    struct column_run run, struct column_run *range)
{
	const float most = 1;		/* em off the middle */
	unsigned    from = run.from;

	for (size_t j = 0; j < n; j++) {
		float    least = HUGE_VALF;
		unsigned first = piece[j].col + piece[j].cols;
		unsigned limit = j + 1 < n ? piece[j + 1].col : run.end;

		if (piece[j].col < from)
			return false;
		range[j] = (struct column_run){ from, from };
		for (unsigned end = first; end <= limit; end++) {
			float off = off_middle(head, &piece[j], from, end);

			if (off < least) {
				least = off;
				range[j].end = end;
			}
		}
		if (least > most * piece[j].word[0].glyph->size)
			return false;
		from = range[j].end;
	}
	return from == run.end;
}

/* The same for the columns of RUN from any on that is not behind the first name: those
 * before it have none. */
static bool
tile_from_any(const struct head_names *head, const struct line_piece *piece, size_t n,
    struct column_run run, struct column_run *range)
{
	for (; run.from <= piece[0].col; run.from++)
		if (tile(head, piece, n, run, range))
			return true;
	return false;
}

/* Whether PIECE of row number I may be over more columns than it has part of: it has
 * of several, or is apart from what is below. */
static bool
may_be_over(const struct head_names *head, const struct line_row *row, size_t n,
    size_t i, const struct line_piece *piece)
{
	return piece->cols > 1 || (i + 1 < n && line_row_distance(&row[i],
	    &row[i + 1]) > text_row_gap * head->leading);
}

/* The columns that RULE is below. */
static struct column_run
run_over(const struct head_names *head, const struct page_rule *rule)
{
	return (struct column_run){ column_behind(head, rule->from),
		column_behind(head, rule->to) };
}

/* How many pieces of row number I, from number J on, begin in RUN and have the same
 * RULE below them as the first. */
static size_t
pieces_in(const struct head_names *head, const struct line_row *row, size_t n,
    size_t i, size_t j, struct column_run run, const struct page_rule *rule)
{
	size_t in = 1;

	while (j + in < row[i].pieces && row[i].piece[j + in].col < run.end &&
	    find_rule_below(head, row, n, i, &row[i].piece[j + in]) == rule)
		in++;
	return in;
}

/* Finds in RANGE the columns that the MANY pieces of row number I from number J on are
 * over, which have RULE, if any, below them. */
static void
find_ranges_of(const struct head_names *head, const struct line_row *row,
    size_t n, size_t i, size_t j, size_t many, struct column_run run,
    const struct page_rule *rule, struct column_run *range)
{
	const struct line_piece *piece = &row[i].piece[j];
	bool                     over = true;

	if (j + many < row[i].pieces && piece[many].col < run.end)
		run.end = piece[many].col;
	for (size_t k = 0; k < many && rule == NULL; k++)
		over = over && may_be_over(head, row, n, i, &piece[k]);
	if (rule != NULL && many == 1 && run.from < run.end)
		range[0] = run;
	else if (!over || run.from >= run.end ||
	    !tile_from_any(head, piece, many, run, range))
		for (size_t k = 0; k < many; k++)
			range[k] = (struct column_run){ piece[k].col,
				piece[k].col + piece[k].cols };
}

void
head_find_ranges(const struct head_names *head, const struct line_row *row,
    size_t n, size_t i, struct column_run *range)
{
	for (size_t j = 0, many; j < row[i].pieces; j += many) {
		const struct line_piece *piece = &row[i].piece[j];
		const struct page_rule  *rule = find_rule_below(head, row, n, i,
		     piece);
		struct column_run        run = rule != NULL ?
		           run_over(head, rule) :
		           run_around(head, row, n, i, piece->col);

		many = pieces_in(head, row, n, i, j, run, rule);
		find_ranges_of(head, row, n, i, j, many, run, rule, &range[j]);
	}
}
