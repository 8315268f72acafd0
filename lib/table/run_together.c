#include "run_together.h"

#include "alignment.h"
#include "column_sums.h"
#include "digit_run.h"

enum {
	COMBINATIONS_MAX = 50000,
	ENOUGH = 8,		/* rows that show that no cell is blank */
	NO_WAY = WAYS_MAX,
};

/* The row of an item, and how it may be split. */
struct run_row {
	struct digit_run  run;
	struct split_ways ways;		/* with all cells; then with a blank */
	size_t            whole;	/* ways with all cells */
	size_t            chosen;	/* while combinations are tried */
	size_t            proved;	/* the way; NO_WAY: none */
	bool              there;	/* figures, in one row, all digits */
	bool              may_blank;	/* fewer figures would do as well */
};

struct table_split {
	const struct match *match;
	struct run_row     *row;	/* of each item of MATCH */
	bool                lossy;	/* cells are blank for certain */
};

/* Whether RUN may be split into fewer figures than COLS, blanks between them. */
static bool
may_have_blanks(const struct digit_run *run, size_t cols, bool sum)
{
	struct split_ways ways;

	for (size_t n = sum ? 2 : 1; n < cols; n++) {
		digit_run_split(run, n, sum, &ways);
		if (ways.count > 0 || ways.more)
			return true;
	}
	return false;
}

/* The only row of item number I that has figures; NO_ROW if there is none, or
 * more. */
static size_t
figured_row(const struct match *match, size_t i)
{
	size_t found = NO_ROW;

	for (size_t r = match->first[i]; r != NO_ROW; r = match->next[r]) {
		if (match->rows->row[r].figures == 0)
			continue;
		if (found != NO_ROW)
			return NO_ROW;
		found = r;
	}
	return found;
}

/* Adds the ways in which the one figure that RUN may be stands in one of two columns,
 * the other blank. */
static void
add_blanks(struct run_row *row)
{
	struct split_ways one;

	digit_run_split(&row->run, 1, false, &one);
	for (size_t c = 0; one.count > 0 && c < 2; c++) {
		struct split *way = &row->ways.way[row->ways.count];

		if (row->ways.count == WAYS_MAX) {
			row->ways.more = true;
			return;
		}
		way->value[c] = one.way[0].value[0];
		way->value[1 - c] = 0;
		row->ways.count++;
	}
}

static void
read_row(const struct match *match, size_t i, struct run_row *row)
{
	const struct form_item  *item = match_item(match, i);
	const struct table_cell *cell = match->rows->cells->cell;
	size_t                   cols = (size_t)item->cols, r;
	bool                     sum = item_has_total(item);

	row->there = false;
	row->proved = NO_WAY;
	if (item->heading || cols < 2)
		return;
	r = figured_row(match, i);
	if (r == NO_ROW || !digit_run_read(&row->run,
	    cell + match->rows->row[r].first, cell + match->rows->row[r].end))
		return;
	row->there = true;
	digit_run_split(&row->run, cols, sum, &row->ways);
	row->whole = row->ways.count;
	row->may_blank = may_have_blanks(&row->run, cols, sum);
	if (!sum && cols == 2)
		add_blanks(row);
}

/* Adds or takes the figures of row number I, split as chosen, to those of SUM. */
static void
add_figures(const struct table_split *t, size_t i, enum role role,
    long long sum[FORM_COLS_MAX])
{
	const struct run_row *row = &t->row[i];
	const long long      *value = row->ways.way[row->chosen].value;

	for (int c = 0; c < match_item(t->match, i)->cols; c++)
		sum[c] += role_amount(role, value[c]);
}

/* Goes on to the next combination of ways of the items that have a ROLE.  Returns
 * false behind the last one. */
static bool
next_combination(struct table_split *t, const enum role role[])
{
	for (size_t i = 0; i < t->match->items; i++) {
		struct run_row *row = &t->row[i];

		if (role[i] == ROLE_NONE || row->proved != NO_WAY)
			continue;
		if (++row->chosen < row->ways.count)
			return true;
		row->chosen = 0;
	}
	return false;
}

/* Whether all items with a ROLE have rows whose ways can all be tried. */
static bool
can_combine(const struct table_split *t, const enum role role[])
{
	size_t n = 1, rows = 0;

	for (size_t i = 0; i < t->match->items; i++) {
		const struct run_row *row = &t->row[i];

		if (role[i] == ROLE_NONE)
			continue;
		if (!row->there || row->ways.count == 0 || row->ways.more)
			return false;
		n *= row->proved == NO_WAY ? row->ways.count : 1;
		if (n > COMBINATIONS_MAX)
			return false;
		rows++;
	}
	return rows > 1;
}

static bool
adds_up(const struct table_split *t, const enum role role[])
{
	long long sum[FORM_COLS_MAX] = { 0 };

	for (size_t i = 0; i < t->match->items; i++)
		if (role[i] != ROLE_NONE)
			add_figures(t, i, role[i], sum);
	for (size_t c = 0; c < FORM_COLS_MAX; c++)
		if (sum[c] != 0)
			return false;
	return true;
}

/* Whether each figure of ITEM's row, split in WAY, adds to the sum of its column: that
 * proves nothing of a 0, as the row's own would, so that 6290 may be one figure. */
static bool
adds_to_all(const struct form_item *item, const struct split *way)
{
	for (int c = 0; c < item->cols && !item_has_total(item); c++)
		if (way->value[c] == 0)
			return false;
	return true;
}

/* Proves the rows of the items with a ROLE that are split alike in all combinations
 * in which their columns add up to nothing; those proved before are as proved. */
static void
prove_by_columns(struct table_split *t, const enum role role[])
{
	size_t way[FORM_ITEMS_MAX];
	bool   any = false;

	if (!can_combine(t, role))
		return;
	for (size_t i = 0; i < t->match->items; i++)
		t->row[i].chosen = t->row[i].proved == NO_WAY ? 0 :
		    t->row[i].proved;
	do {
		if (!adds_up(t, role))
			continue;
		for (size_t i = 0; i < t->match->items; i++)
			way[i] = !any || way[i] == t->row[i].chosen ?
			    t->row[i].chosen : NO_WAY;
		any = true;
	} while (next_combination(t, role));
	for (size_t i = 0; any && i < t->match->items; i++)
		if (role[i] != ROLE_NONE && way[i] < t->row[i].whole &&
		    adds_to_all(match_item(t->match, i),
		    &t->row[i].ways.way[way[i]]))
			t->row[i].proved = way[i];
}

/* The parts of the sum's group are together what the sum is; and what comes in is
 * what is done and what is left. */
static void
prove_by_flow(struct table_split *t)
{
	struct column_sums sums;

	if (!column_sums_find(t->match, &sums))
		return;
	prove_by_columns(t, sums.parts);
	prove_by_columns(t, sums.flow);
	prove_by_columns(t, sums.parts);
}

/* The parts of each group are together what its own row says. */
static void
prove_by_groups(struct table_split *t)
{
	const struct match *match = t->match;

	for (size_t g = 0; g < match->items; g++) {
		enum role role[FORM_ITEMS_MAX] = { ROLE_NONE };

		if (!item_is_met(match, g))
			continue;
		role[g] = ROLE_MINUS;
		for (size_t i = g + 1; i < match->items; i++)
			if (item_is_met(match, i) && slice_eq(
			    match_item(match, i)->parent,
			    match_item(match, g)->code))
				role[i] = ROLE_PLUS;
		prove_by_columns(t, role);
	}
}

/* Whether ROW has one way only, with all cells and without. */
static bool
is_certain(const struct run_row *row)
{
	return row->there && row->whole == 1 && !row->ways.more &&
	    !row->may_blank;
}

/* Notes whether cells are blank for certain.  Returns how many rows can only be
 * whole. */
static size_t
find_blanks(struct table_split *t)
{
	size_t certain = 0;

	for (size_t i = 0; i < t->match->items; i++) {
		const struct run_row *row = &t->row[i];

		if (!row->there)
			continue;
		t->lossy |= row->run.n <
		    (size_t)match_item(t->match, i)->cols ||
		    (row->whole == 0 && row->may_blank);
		certain += is_certain(row);
	}
	return certain;
}

/* Whether ROW is nothing but zeros that run together. */
static bool
is_zeros(const struct run_row *row)
{
	if (!row->there)
		return false;
	for (size_t i = 0; i < row->run.n; i++)
		if (*row->run.at[i] != '0' || (i > 0 && row->run.cut[i]))
			return false;
	return true;
}

/* Whether a digit is a figure in row number I, as the zeros of another row of as many
 * columns show. */
static bool
has_digits_like(const struct table_split *t, size_t i)
{
	size_t cols = (size_t)match_item(t->match, i)->cols;

	if (cols < 3 || t->lossy || t->row[i].run.n != cols ||
	    item_has_total(match_item(t->match, i)))
		return false;
	for (size_t k = 0; k < t->match->items; k++)
		if (is_zeros(&t->row[k]) && t->row[k].run.n == cols &&
		    (size_t)match_item(t->match, k)->cols == cols)
			return true;
	return false;
}

/* Whether row number I, of which other rows prove nothing, is split in one way by
 * itself, CERTAIN rows of the table being so too.  Without a sum the figures of the
 * next row may be among its own. */
static bool
stands_alone(const struct table_split *t, size_t i, size_t certain)
{
	const struct run_row   *row = &t->row[i];
	const struct form_item *item = match_item(t->match, i);

	if (!item_has_total(item))
		return !match_before_gap(t->match, i) && (is_certain(row) ||
		    (row->whole == 1 && has_digits_like(t, i)));
	return is_certain(row) && (row->run.n == (size_t)item->cols ||
	    (!t->lossy && certain >= ENOUGH));
}

static void
prove_alone(struct table_split *t)
{
	size_t certain = find_blanks(t);

	for (size_t i = 0; i < t->match->items; i++)
		if (t->row[i].there && t->row[i].proved == NO_WAY &&
		    stands_alone(t, i, certain))
			t->row[i].proved = 0;
}

static const struct table_cell *const *
split_cells(const struct match *match, size_t i, const struct run_row *row)
{
	const struct cells       *cells = match->rows->cells;
	size_t                    cols = (size_t)match_item(match, i)->cols;
	const struct table_cell **cell = arena_alloc(cells->arena,
	    cols * sizeof(*cell));

	for (size_t c = 0; c < cols; c++)
		cell[c] = digit_run_cell(cells, &row->run,
		    &row->ways.way[row->proved], c);
	return cell;
}

/* Whether figures run together in a row of MATCH. */
static bool
has_runs(const struct match *match)
{
	for (size_t i = 0; i < match->items; i++)
		for (size_t r = match->first[i]; r != NO_ROW;
		    r = match->next[r])
			for (size_t c = match->rows->row[r].first;
			    c < match->rows->row[r].end; c++)
				if (match->rows->cells->cell[c].kind ==
				    CELL_DIGITS)
					return true;
	return false;
}

void
run_together_split(const struct match *match, struct splits *splits)
{
	struct table_split t = { .match = match };

	splits->any = has_runs(match);
	if (!splits->any)
		return;
	t.row = arena_alloc(match->rows->cells->arena,
	    match->items * sizeof(*t.row));
	for (size_t i = 0; i < match->items; i++)
		read_row(match, i, &t.row[i]);
	prove_by_flow(&t);
	prove_by_groups(&t);
	prove_alone(&t);
	for (size_t i = 0; i < match->items; i++)
		splits->cell[i] = t.row[i].proved != NO_WAY ?
		    split_cells(match, i, &t.row[i]) : NULL;
}
