#include "row_totals.h"

#include "alignment.h"
#include "column_sums.h"
#include "orphans.h"
#include "sums.h"

enum {
	ROWS_MIN = 3, PARTS_MIN = 2,
	/* Of a row by itself: its parts, and the least that no chance makes of
	 * them; the same of one among others. */
	ALONE_PARTS = 3, ALONE_TOTAL = 50, AMONG_TOTAL = 100,
};

/* The last figure of a row, and whether it is the sum of those before it. */
struct row_sum {
	const struct table_cell *total;	/* NULL: no whole numbers */
	long long                value;
	unsigned                 parts;	/* that are more than nothing */
	bool                     fits;
};

struct totals_search {
	const struct match *match;
	size_t              row[FORM_ITEMS_MAX];	/* the one with figures */
	struct row_sum      sum[FORM_ITEMS_MAX];	/* of that */
};

/* Whether every item of MATCH that prints figures has a total. */
static bool
have_totals(const struct match *match)
{
	for (size_t i = 0; i < match->items; i++)
		if (!match_item(match, i)->heading &&
		    !item_has_total(match_item(match, i)))
			return false;
	return match->items > 0;
}

/* Reads the figures of ROW as parts and their sum. */
static struct row_sum
read_sum(const struct table_rows *rows, const struct table_row *row)
{
	struct row_sum read = { .total = NULL };
	long long      sum = 0, last = 0;
	size_t         figures = 0;

	for (size_t i = row->first; i < row->end; i++) {
		const struct table_cell *cell = &rows->cells->cell[i];

		if (cell->kind == CELL_DIGITS)
			return (struct row_sum){ .total = NULL };
		if (cell->kind != CELL_FIGURE)
			continue;
		sum += last;
		read.parts += last > 0;
		last = sums_whole(cell);
		if (last == SUMS_NO_NUMBER)
			return (struct row_sum){ .total = NULL };
		read.total = cell;
		figures++;
	}
	read.value = last;
	read.fits = read.total != NULL && last == sum &&
	    read.total->figure.state == FIGURE_NUMBER &&
	    (figures > 1 || sum == 0);
	return read;
}

/* The one row of item number I that has figures; NO_ROW if none has, or several:
 * then *MANY is set. */
static size_t
figured_row(const struct match *match, size_t i, bool *many)
{
	size_t found = NO_ROW;

	for (size_t r = match->first[i]; r != NO_ROW; r = match->next[r]) {
		if (match->rows->row[r].figures == 0)
			continue;
		if (found != NO_ROW) {
			*many = true;
			return NO_ROW;
		}
		found = r;
	}
	return found;
}

/* Whether figures that no item claims stand among the rows of MATCH. */
static bool
has_orphans(const struct match *match)
{
	size_t first = NO_ROW, last = 0;

	for (size_t r = 0; r < match->rows->count; r++)
		if (match->item_of_row[r] != NO_ITEM) {
			first = first == NO_ROW ? r : first;
			last = r;
		}
	for (size_t r = first; first != NO_ROW && r <= last; r++)
		if (match->item_of_row[r] == NO_ITEM &&
		    match->rows->row[r].figures > 0)
			return true;
	return false;
}

/* Reads the row of every item.  Returns false where one has several. */
static bool
read_sums(struct totals_search *s)
{
	bool many = false;

	for (size_t i = 0; i < s->match->items; i++) {
		s->row[i] = figured_row(s->match, i, &many);
		s->sum[i] = s->row[i] == NO_ROW ?
		    (struct row_sum){ .fits = false } :
		    read_sum(s->match->rows, &s->match->rows->row[s->row[i]]);
	}
	return !many;
}

/* Whether all rows read as sums. */
static bool
all_fit(const struct totals_search *s)
{
	unsigned full = 0;

	for (size_t i = 0; i < s->match->items; i++) {
		if (s->row[i] == NO_ROW)
			continue;
		if (!s->sum[i].fits || match_item(s->match, i)->heading)
			return false;
		full += s->sum[i].parts >= PARTS_MIN;
	}
	return full >= ROWS_MIN;
}

/* Whether the totals of items before the sum's group and in it agree with it. */
static bool
add_up(const struct totals_search *s)
{
	struct column_sums sums;
	long long          parts = 0, flow = 0;

	if (!column_sums_find(s->match, &sums) ||
	    s->sum[match_summing_item(s->match)].total == NULL)
		return false;
	for (size_t i = 0; i < s->match->items; i++) {
		parts += role_amount(sums.parts[i], s->sum[i].value);
		flow += role_amount(sums.flow[i], s->sum[i].value);
	}
	return parts == 0 && flow == 0;
}

/* Whether several rows are sums of many parts, and none of several figures is
 * none. */
static bool
sums_are_usual(const struct totals_search *s)
{
	size_t usual = 0;

	for (size_t i = 0; i < s->match->items; i++) {
		if (s->row[i] == NO_ROW)
			continue;
		if (!s->sum[i].fits &&
		    s->match->rows->row[s->row[i]].figures > 1)
			return false;
		usual += s->sum[i].fits && s->sum[i].parts >= ALONE_PARTS;
	}
	return usual >= ROWS_MIN;
}

/* Whether row number R, item number I's, shows more cells than that has, blanks too:
 * they are those of a row that lost its label as well. */
static bool
shows_others(const struct match *match, size_t r, size_t i)
{
	const struct table_row *row = &match->rows->row[r];
	int                     cells = 0;

	for (size_t c = row->first; c < row->end; c++) {
		enum cell_kind kind = match->rows->cells->cell[c].kind;

		cells += kind == CELL_FIGURE || kind == CELL_BLANK;
	}
	return cells > match_item(match, i)->cols;
}

/* Whether item number I has its total for certain by its own row; USUAL: others are
 * like it. */
static bool
proves_itself(const struct totals_search *s, size_t i, bool usual)
{
	const struct row_sum *sum = &s->sum[i];

	return s->row[i] != NO_ROW && sum->fits &&
	    ((sum->parts >= ALONE_PARTS && sum->value >= ALONE_TOTAL) ||
	    (usual && sum->parts >= PARTS_MIN &&
	    sum->value >= AMONG_TOTAL)) &&
	    !orphans_beside(s->match, s->row[i]) &&
	    !shows_others(s->match, s->row[i], i) &&
	    !match_before_gap(s->match, i);
}

void
row_totals_find(const struct match *match, struct row_totals *totals)
{
	struct totals_search s;		/* large: not to be cleared each time */
	bool                 unique, all, usual;

	*totals = (struct row_totals){ { NULL } };
	if (!have_totals(match))
		return;
	s.match = match;
	unique = read_sums(&s);
	all = unique && !has_orphans(match) && all_fit(&s) && add_up(&s);
	usual = sums_are_usual(&s);
	for (size_t i = 0; i < match->items; i++)
		if (all || proves_itself(&s, i, usual))
			totals->total[i] = s.sum[i].total;
}
