#include "columnar.h"

#include "base/digits.h"
#include "base/left_out.h"
#include "digit_run.h"
#include "group_totals.h"
#include "slots.h"
#include "sums.h"

enum { GRID_COLS_MAX = 1024 };

/* What is known while the figures are sought. */
struct columnar_search {
	const struct match      *match;
	const struct cells      *cells;
	size_t                   leaf[FORM_ITEMS_MAX];	/* places in match */
	size_t                   leaves;
	size_t                   first_row, last_row;	/* of the header */
	size_t                   figures_at;	/* a cell of its last row that
					   figures follow from; 0: none */
	unsigned                 width;	/* of its rows; 0: flowing */
	bool                     damaged;	/* no leaf is named in it */
	/* The column of each leaf, where the header tells; else 0. */
	unsigned                 col[FORM_ITEMS_MAX];
	bool                     mapped;
	bool                     reordered;	/* it names all, otherwise */
	bool                     provable;	/* ... which sums would show */
	const struct table_cell *figure[FORM_ITEMS_MAX + 1];	/* found */
	size_t                   figures;
	size_t                   blanks;
	const struct table_cell *cell[FORM_ITEMS_MAX];	/* of each leaf */
};

bool
columnar_is(const struct match *match)
{
	bool groups = false;

	for (size_t i = 0; i < match->items; i++) {
		const struct form_item *item = match_item(match, i);

		groups |= item->heading;
		if (!item->heading &&
		    (item->cols != 1 || item->parent.n == 0))
			return false;
	}
	return groups;
}

static void
find_leaves(struct columnar_search *s)
{
	for (size_t i = 0; i < s->match->items; i++)
		if (!match_item(s->match, i)->heading)
			s->leaf[s->leaves++] = i;
}

/* What CELL has of a name that was cut to fit: 结果维…; empty if it is none. */
static struct slice
cut_name(const struct table_cell *cell)
{
	enum { LEAST = 6 };	/* two characters */
	struct slice dots = SLICE("\xE2\x80\xA6"), name = cell->text;

	if (cell->kind != CELL_TEXT || !slice_ends(name, dots))
		return slice_from(name, name.n);
	name.n -= dots.n;
	name = slice_trim(name);
	return name.n < LEAST ? slice_from(name, name.n) : name;
}

/* Whether CELL names the item at place I. */
static bool
is_named(const struct columnar_search *s, const struct table_cell *cell, size_t i)
{
	struct slice cut = cut_name(cell);

	return cut.n > 0 ? slice_starts(match_item(s->match, i)->label, cut) :
	    cell->kind == CELL_NAME && match_named(s->match, cell->name, i) == i;
}

/* Whether CELL is a cut name of any leaf; or, with GROUP set, of any group. */
static bool
is_cut_name_of(const struct columnar_search *s, const struct table_cell *cell,
    bool group)
{
	for (size_t i = 0; i < s->match->items; i++)
		if (match_item(s->match, i)->heading == group &&
		    is_named(s, cell, i))
			return true;
	return false;
}

/* Whether CELL names a leaf; or, with GROUP set, a group of leaves. */
static bool
is_name_of(const struct columnar_search *s, const struct table_cell *cell,
    bool group)
{
	size_t i;

	if (cut_name(cell).n > 0)
		return is_cut_name_of(s, cell, group);
	if (cell->kind != CELL_NAME)
		return false;
	i = match_named(s->match, cell->name, 0);
	while (i != NO_ITEM && match_item(s->match, i)->heading != group)
		i = match_named(s->match, cell->name, i + 1);
	return i != NO_ITEM;
}

static bool
is_figure(const struct table_cell *cell)
{
	return cell->kind == CELL_FIGURE || cell->kind == CELL_DIGITS;
}

static bool
has_figure(const struct cells *cells, const struct cell_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (is_figure(&cells->cell[i]))
			return true;
	return false;
}

/* How many cells of ROW name leaves; or, with GROUP set, groups. */
static size_t
names_in(const struct columnar_search *s, const struct cell_row *row,
    bool group)
{
	size_t n = 0;

	for (size_t i = row->first; i < row->end; i++)
		n += is_name_of(s, &s->cells->cell[i], group);
	return n;
}

/* The first figure of a line of text that names all leaves right before it; 0 if
 * ROW is none. */
static size_t
figures_in_line(const struct columnar_search *s, const struct cell_row *row)
{
	size_t names = 0;

	for (size_t i = row->first; row->flowing && i < row->end; i++) {
		const struct table_cell *cell = &s->cells->cell[i];

		if (is_figure(cell) && names == s->leaves)
			return i;
		names += is_name_of(s, cell, false);
		if (is_figure(cell))
			names = 0;
	}
	return 0;
}

/* Finds the rows of the header: those with several leaves.  Where there are
 * none (written downwards, they are no names) the row that names a group last,
 * and only a row that is just long enough will do below it. */
static bool
find_header(struct columnar_search *s)
{
	enum { SEVERAL = 3 };
	bool   found = false, grouped = false;
	size_t group = 0, flowing = 0, start = 0;	/* of the run that flows */

	for (size_t i = 0; i < s->cells->rows; i++) {
		const struct cell_row *row = &s->cells->row[i];
		bool                   figures = has_figure(s->cells, row);
		size_t                 n = figures ? 0 : names_in(s, row, false);

		s->figures_at = figures ? figures_in_line(s, row) : 0;
		if (s->figures_at > 0) {
			s->first_row = s->last_row = i;
			return true;
		}

		if (flowing == 0)
			start = i;
		flowing = row->flowing && !figures ? flowing + n : 0;
		if (n >= SEVERAL || (n > 0 && flowing >= SEVERAL)) {
			if (!found)
				s->first_row = n >= SEVERAL ? i : start;
			found = true;
			s->last_row = i;
			s->width = row->flowing ? 0 : row->width;
		}
		if (names_in(s, row, true) > 0) {
			grouped = true;
			group = i;
		}
	}
	s->damaged = !found;
	if (!found)
		s->first_row = s->last_row = group;
	return found || grouped;
}

/* The lowest cell in each column of the header that names no group. */
static void
find_lowest(const struct columnar_search *s,
    const struct table_cell *lowest[GRID_COLS_MAX + 1])
{
	size_t first = s->cells->row[s->first_row].first;
	size_t end = s->cells->row[s->last_row].end;

	for (size_t i = first; i < end; i++) {
		const struct table_cell *cell = &s->cells->cell[i];

		if (cell->kind > CELL_BLANK && cell->col > 0 &&
		    cell->col <= GRID_COLS_MAX && !is_name_of(s, cell, true))
			lowest[cell->col] = cell;
	}
}

/* Whether leaf number I is the last one of its group: its total. */
static bool
is_last_of_group(const struct columnar_search *s, size_t i)
{
	return i + 1 == s->leaves || !slice_eq(
	    match_item(s->match, s->leaf[i])->parent,
	    match_item(s->match, s->leaf[i + 1])->parent);
}

/* Whether the header names every leaf, but not in the form's order: then no
 * figure is a leaf's because of its number in the row alone.  Where a total is
 * elsewhere, sums tell whose order the figures have. */
static void
find_order(struct columnar_search *s, const struct table_cell *const lowest[])
{
	size_t n = 0;
	bool   differs = false, provable = true, group_differs = false;

	for (unsigned col = 1; col <= s->width; col++) {
		bool same;

		if (lowest[col] == NULL || !is_name_of(s, lowest[col], false))
			continue;
		if (n == s->leaves)
			return;
		same = is_named(s, lowest[col], s->leaf[n]);
		group_differs |= !same;
		differs |= !same;
		if (is_last_of_group(s, n++)) {
			provable &= !group_differs || !same;
			group_differs = false;
		}
	}
	s->reordered = n == s->leaves && differs;
	s->provable = provable;
}

/* Gives the columns of the header to the leaves, if there is one for each leaf
 * and no name that is known contradicts the form's order. */
static void
map_columns(struct columnar_search *s)
{
	const struct table_cell *lowest[GRID_COLS_MAX + 1] = { NULL };
	size_t                   n = 0, known = 0;

	if (s->width == 0)
		return;
	if (s->width > GRID_COLS_MAX) {
		left_out("a table of more columns than are read");
		return;
	}
	find_lowest(s, lowest);
	find_order(s, lowest);
	for (unsigned col = 1; col <= s->width; col++) {
		if (lowest[col] == NULL)
			continue;
		if (n == s->leaves)
			return;
		if (is_name_of(s, lowest[col], false)) {
			if (!is_named(s, lowest[col], s->leaf[n]))
				return;
			known++;
		}
		s->col[n++] = col;
	}
	s->mapped = n == s->leaves && known * 2 > n;
}

/* Gathers the figures of ROW from cell FROM on, FOUND being the last row before it
 * that has some.  Returns whether they may go on behind it; *FOUND is kept up. */
static bool
gather_row(struct columnar_search *s, const struct cell_row *row, size_t from,
    const struct cell_row **found)
{
	for (size_t i = from; i < row->end; i++) {
		const struct table_cell *cell = &s->cells->cell[i];

		if (cell->kind == CELL_NAME && row->flowing &&
		    (s->figures > 0 || !is_name_of(s, cell, true)))
			return false;
		s->blanks += cell->kind == CELL_BLANK;
		if (!is_figure(cell))
			continue;
		*found = row;
		if (s->figures > s->leaves)
			return false;
		s->figure[s->figures++] = cell;
	}
	return true;
}

/* Whether CELL is a figure, or text that begins as one and was broken: 44 and what was
 * lost behind it. */
static bool
may_be_figure(const struct table_cell *cell)
{
	return is_figure(cell) || (cell->kind == CELL_TEXT &&
	    is_digit(cell->text.p[0]));
}

/* Whether ROW has anything but blanks and what may be figures: a note. */
static bool
has_words(const struct cells *cells, const struct cell_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind > CELL_BLANK &&
		    !may_be_figure(&cells->cell[i]))
			return true;
	return false;
}

/* Gathers figures behind the header: a row of a grid that has any, or all that
 * flow until the next name.  Returns the row they stand in. */
static const struct cell_row *
gather(struct columnar_search *s)
{
	const struct cell_row *found = NULL;

	if (s->figures_at > 0 && !gather_row(s, &s->cells->row[s->last_row],
	    s->figures_at, &found))
		return found;
	for (size_t i = s->last_row + 1; i < s->cells->rows; i++) {
		const struct cell_row *row = &s->cells->row[i];

		if (row->after_prose || (found != NULL && !found->flowing) ||
		    !gather_row(s, row, row->first, &found))
			break;
		if (s->figures > 0)
			continue;
		if (!row->flowing && row->end - row->first >= s->leaves &&
		    !has_words(s->cells, row))
			return row;	/* all blank, or broken */
		s->blanks = 0;
	}
	return found;
}

/* By the columns of the header, when the row has its shape.  Words and broken
 * figures are put where they stand too: they are not blank. */
static bool
read_mapped(struct columnar_search *s, const struct cell_row *row)
{
	size_t placed = 0;

	if (!s->mapped || row->flowing || row->width != s->width)
		return false;
	for (size_t c = row->first; c < row->end; c++) {
		const struct table_cell *cell = &s->cells->cell[c];

		for (size_t i = 0; i < s->leaves; i++)
			if (cell->col == s->col[i] && (is_figure(cell) ||
			    cell->kind == CELL_TEXT)) {
				s->cell[i] = cell;
				placed += is_figure(cell);
			}
	}
	if (placed != s->figures)
		memset(s->cell, 0, sizeof(s->cell));
	return placed == s->figures;
}

/* All figures are there. */
static bool
read_all(struct columnar_search *s)
{
	for (size_t i = 0; s->figures == s->leaves && i < s->leaves; i++)
		s->cell[i] = s->figure[i];
	return s->figures == s->leaves;
}

/* Whether the header names as many leaves as there are, on rows that were not
 * spread over its groups. */
static bool
names_all(const struct columnar_search *s)
{
	size_t n = 0;

	for (size_t i = s->first_row; i <= s->last_row; i++)
		n += names_in(s, &s->cells->row[i], false);
	return n == s->leaves;
}

/* By the count of cells, blanks and all, of a row of a grid. */
static bool
read_counted(struct columnar_search *s, const struct cell_row *row)
{
	if (row->flowing || s->figures + s->blanks != s->leaves ||
	    row->width != s->leaves ||
	    (s->width != 0 && s->width != row->width && !names_all(s)))
		return false;
	for (size_t f = 0; f < s->figures; f++) {
		if (s->figure[f]->col - 1 >= s->leaves)
			return false;
		s->cell[s->figure[f]->col - 1] = s->figure[f];
	}
	return true;
}

/* Takes the next cell that flows behind the header into place *N of the leaves.
 * Returns whether what flows goes on. */
static bool
take_slot(struct columnar_search *s, const struct table_cell *cell, size_t *n)
{
	if (cell->kind == CELL_NONE)
		return true;
	if ((cell->kind != CELL_FIGURE && cell->kind != CELL_BLANK) ||
	    *n > s->leaves)
		return false;
	if (*n < s->leaves)
		s->cell[*n] = cell->kind == CELL_FIGURE ? cell : NULL;
	++*n;
	return true;
}

/* By the count of cells, blanks and all, that flow behind a header that names all
 * leaves. */
static bool
read_flowing(struct columnar_search *s, const struct cell_row *row)
{
	size_t n = 0;
	bool   goes_on = row->flowing && names_all(s);

	for (size_t i = s->last_row + 1; goes_on && i < s->cells->rows; i++) {
		const struct cell_row *next = &s->cells->row[i];

		if (!next->flowing || next->after_prose)
			break;
		for (size_t c = next->first; goes_on && c < next->end; c++)
			goes_on = take_slot(s, &s->cells->cell[c], &n);
	}
	if (n == s->leaves)
		return true;
	memset(s->cell, 0, sizeof(s->cell));
	return false;
}

/* In how many groups of leaves the last cell is not the sum of the others. */
static size_t
groups_unfit(const struct columnar_search *s,
    const struct table_cell *const cell[])
{
	size_t first = 0, unfit = 0;

	for (size_t i = 0; i < s->leaves; i++) {
		if (!is_last_of_group(s, i))
			continue;
		unfit += !sums_fit(cell + first, i + 1 - first);
		first = i + 1;
	}
	return unfit;
}

/* Whether a figure is many times the total of its group: it is two that ran together.
 * A slip of an office is less. */
static bool
has_joined(const struct columnar_search *s)
{
	enum { MANY_TIMES = 10 };
	long long most = 0;

	for (size_t i = 0; i < s->leaves; i++) {
		long long n = sums_whole(s->cell[i]);

		if (is_last_of_group(s, i)) {
			if (n > 0 && most > n * MANY_TIMES)
				return true;
			n = 0;
			most = 0;
		}
		most = n > most ? n : most;
	}
	return false;
}

/* Whether the row looks pushed along: a blank at one end and a group that does
 * not add up, or a few blanks and several such groups, or two figures in one. */
static bool
is_shifted(const struct columnar_search *s)
{
	enum { FEW_BLANKS = 4 };
	size_t blanks = 0, unfit = groups_unfit(s, s->cell);

	for (size_t i = 0; i < s->leaves; i++)
		blanks += s->cell[i] == NULL;
	if (blanks == 1 &&
	    (s->cell[0] == NULL || s->cell[s->leaves - 1] == NULL))
		return unfit > 0;
	return blanks > 0 && ((blanks <= FEW_BLANKS && unfit > 1) ||
	    has_joined(s));
}

static bool
same_texts(const struct table_cell *const a[],
    const struct table_cell *const b[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!slice_eq(a[i]->text, b[i]->text))
			return false;
	return true;
}

/* One figure too many: read without the one whose loss makes every group add
 * up, if whichever it is the rest is the same. */
static bool
read_surplus(struct columnar_search *s)
{
	const struct table_cell *cell[FORM_ITEMS_MAX];
	size_t                   size = s->leaves * sizeof(cell[0]);
	bool                     found = false;

	if (s->figures != s->leaves + 1)
		return false;
	for (size_t skip = 0; skip < s->figures; skip++) {
		for (size_t i = 0; i < s->leaves; i++)
			cell[i] = s->figure[i < skip ? i : i + 1];
		if (groups_unfit(s, cell) > 0)
			continue;
		if (found && !same_texts(cell, s->cell, s->leaves))
			return false;
		memcpy(s->cell, cell, size);
		found = true;
	}
	return found;
}

/* How many leaves each group has; 0 unless all have as many. */
static size_t
group_size(const struct columnar_search *s)
{
	size_t size = 0, first = 0;

	for (size_t i = 0; i < s->leaves; i++) {
		if (!is_last_of_group(s, i))
			continue;
		if (first > 0 && i + 1 - first != size)
			return 0;
		size = i + 1 - first;
		first = i + 1;
	}
	return size;
}

/* Whether nearly all of the figures found can only be single digits. */
static bool
are_single_digits(const struct columnar_search *s)
{
	enum { NEARLY = 5 };
	size_t digits = 0;

	for (size_t i = 0; i < s->figures; i++)
		digits += s->figure[i]->text.n;
	return digits <= s->leaves + s->leaves / NEARLY;
}

/* Digits that run together, where one way only splits them into groups that add
 * up.  Where nothing parts them and figures are longer than a digit, one way may fit by
 * chance although a figure is lost: cells have to part half of them. */
static bool
read_digits(struct columnar_search *s)
{
	struct digit_run run;
	struct split     split[SPLIT_MAX];
	size_t           size = group_size(s);

	if (s->figures == 0 || size < 2 ||
	    (s->figures * 2 < s->leaves && !are_single_digits(s)) || size > SPLIT_MAX ||
	    s->leaves / size > SPLIT_MAX || !digit_run_read(&run,
	    s->figure[0], s->figure[s->figures - 1] + 1) ||
	    !digit_run_split_groups(&run, size, split, s->leaves / size))
		return false;
	for (size_t i = 0; i < s->leaves; i++)
		s->cell[i] = digit_run_cell(s->cells, &run, &split[i / size],
		    i % size);
	return true;
}

/* The figures that are known although blanks have vanished: the totals of the groups,
 * and all of a group that has all of its figures. */
static void
prove_totals(const struct columnar_search *s, struct columnar *columnar)
{
	size_t size = group_size(s), end[GROUPS_MAX], from = 0;

	if (size < 2 || s->reordered || s->figures >= s->leaves ||
	    !group_totals_find(s->figure, s->figures, size,
	    s->leaves / size, end))
		return;
	for (size_t g = 0; g < s->leaves / size; from = end[g++]) {
		size_t last = s->leaf[(g + 1) * size - 1];

		columnar->proved[last] = s->figure[end[g] - 1];
		for (size_t i = 0; end[g] - from == size && i < size; i++)
			columnar->proved[s->leaf[g * size + i]] =
			    s->figure[from + i];
	}
}

/* Whether no group adds up: then figures that flow are others than they seem. */
static bool
no_group_fits(const struct columnar_search *s)
{
	size_t size = group_size(s);

	return size > 0 && groups_unfit(s, s->cell) == s->leaves / size;
}

/* Whether ROW has text that is no figure, though its figures are sought: 5 with
 * something unread behind. */
static bool
has_text(const struct cells *cells, const struct cell_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind == CELL_TEXT)
			return true;
	return false;
}

static enum placement_state
place(struct columnar_search *s, const struct cell_row *row)
{
	if (row == NULL)
		return PLACEMENT_NONE;
	if (s->figures == 0)
		return has_text(s->cells, row) ? PLACEMENT_UNCLEAR :
		    PLACEMENT_DONE;
	return (read_mapped(s, row) ||
	    (read_all(s) && !(row->flowing && no_group_fits(s))) ||
	    read_counted(s, row) ||
	    (read_flowing(s, row) && groups_unfit(s, s->cell) == 0) ||
	    read_surplus(s) || read_digits(s)) && !is_shifted(s) &&
	    (!s->reordered || (s->provable && groups_unfit(s, s->cell) == 0)) ?
	    PLACEMENT_DONE : PLACEMENT_UNCLEAR;
}

/* Whether ROW names what the table does not have. */
static bool
is_foreign(const struct columnar_search *s, const struct cell_row *row)
{
	for (size_t i = row->first; i < row->end; i++) {
		const struct table_cell *cell = &s->cells->cell[i];

		if (cell->kind == CELL_NAME &&
		    match_named(s->match, cell->name, 0) == NO_ITEM)
			return true;
	}
	return false;
}

/* How many figures ROW has; digits that run together are as many as any. */
static size_t
figures_in(const struct cells *cells, const struct cell_row *row)
{
	size_t n = 0;

	for (size_t i = row->first; i < row->end; i++)
		n += cells->cell[i].kind == CELL_DIGITS ? FORM_ITEMS_MAX :
		    cells->cell[i].kind == CELL_FIGURE;
	return n;
}

/* The row with figures that stands from the header on where none could be gathered,
 * names between them; or a note, where they are as many as a group has; NULL: none. */
static const struct cell_row *
find_unread(const struct columnar_search *s)
{
	const struct cell_row *first = &s->cells->row[s->first_row];
	bool                   apart = false;

	for (size_t i = s->first_row; i < s->cells->rows; i++) {
		const struct cell_row *row = &s->cells->row[i];

		apart |= row != first && (row->after_prose ||
		    row->table != first->table);
		if (row != first && is_foreign(s, row))
			return NULL;
		if (has_figure(s->cells, row) && (!apart ||
		    figures_in(s->cells, row) >= group_size(s)))
			return row;
	}
	return NULL;
}

/* What COLUMNAR says of ROW, which is unread. */
static void
note_unread(const struct columnar_search *s, const struct cell_row *row,
    struct columnar *columnar)
{
	columnar->state = PLACEMENT_UNCLEAR;
	columnar->last_row = (size_t)(row - s->cells->row);
	columnar->loc = s->cells->cell[row->first].loc;
	columnar->raw = cells_join(s->cells, &s->cells->cell[row->first],
	    &s->cells->cell[row->end], true);
}

/* Finds where the cells of the leaves stand in ROW, if each has one. */
static void
find_slots(const struct columnar_search *s, const struct cell_row *row,
    struct columnar *columnar)
{
	const struct table_cell *slot[FORM_ITEMS_MAX];

	if (slots_find(s->cells, row->first, row->end, s->cell, NULL, s->leaves,
	    slot))
		for (size_t i = 0; i < s->leaves; i++)
			columnar->slot[s->leaf[i]] = slot[i];
}

bool
columnar_read(const struct match *match, struct columnar *columnar)
{
	struct columnar_search s = {
		.match = match, .cells = match->rows->cells,
	};
	const struct cell_row *row;

	find_leaves(&s);
	if (!find_header(&s))
		return false;
	map_columns(&s);
	row = gather(&s);
	if (s.damaged && (row == NULL || s.figures != s.leaves))
		return false;
	*columnar = (struct columnar){ .state = place(&s, row),
		.first_row = s.first_row, .last_row = row == NULL ||
		row < &s.cells->row[s.last_row] ? s.last_row :
		(size_t)(row - s.cells->row) };
	if (row != NULL)
		columnar->loc = s.figures > 0 ? s.figure[0]->loc :
		    s.cells->cell[row->first].loc;
	if (columnar->state == PLACEMENT_DONE)
		find_slots(&s, row, columnar);
	if (columnar->state == PLACEMENT_UNCLEAR)
		prove_totals(&s, columnar);
	if (columnar->state == PLACEMENT_UNCLEAR)
		columnar->raw = s.figures > 0 ? cells_join(s.cells, s.figure[0],
		    s.figure[s.figures - 1] + 1, true) :
		    cells_join(s.cells, &s.cells->cell[row->first],
		    &s.cells->cell[row->end], true);
	if (row == NULL && (row = find_unread(&s)) != NULL)
		note_unread(&s, row, columnar);
	for (size_t i = 0; i < s.leaves; i++)
		columnar->cell[s.leaf[i]] = s.cell[i];
	return true;
}
