#include "columnar.h"

#include "base/digits.h"

#include "sums.h"

enum { GRID_COLS_MAX = 64 };

/* What is known while the figures are sought. */
struct seeking {
	const struct view  *view;
	const struct sheet *sheet;
	size_t              leaf[FORM_ITEMS_MAX];	/* places in the view */
	size_t              leaves;
	size_t              first_row, last_row;	/* of the head */
	unsigned            width;	/* of the head's rows; 0: flowing */
	bool                damaged;	/* no leaf is named in it */
	/* The column of each leaf, where the head tells; else 0. */
	unsigned            col[FORM_ITEMS_MAX];
	bool                mapped;
	size_t              value[FORM_ITEMS_MAX + 1];	/* cells, found */
	size_t              values;
	size_t              blanks;
};

static void
find_leaves(struct seeking *s)
{
	for (size_t i = 0; i < s->view->items; i++)
		if (!view_item(s->view, i)->heading)
			s->leaf[s->leaves++] = i;
}

/* Whether CELL may be the name of item number I of the view. */
static bool
may_be(const struct seeking *s, const struct cell *cell, size_t i)
{
	return cell->kind == CELL_NAME &&
	    view_named(s->view, cell->name, i) == i;
}

/* Whether CELL names a leaf; or, with GROUP set, a group of leaves. */
static bool
names_one(const struct seeking *s, const struct cell *cell, bool group)
{
	size_t i;

	if (cell->kind != CELL_NAME)
		return false;
	i = view_named(s->view, cell->name, 0);
	while (i != NO_ITEM && view_item(s->view, i)->heading != group)
		i = view_named(s->view, cell->name, i + 1);
	return i != NO_ITEM;
}

static bool
is_leaf_name(const struct seeking *s, const struct cell *cell)
{
	return names_one(s, cell, false);
}

static bool
is_group_name(const struct seeking *s, const struct cell *cell)
{
	return names_one(s, cell, true);
}

static bool
has_value(const struct sheet *sheet, const struct row *r)
{
	for (size_t i = r->first; i < r->end; i++)
		if (sheet->cell[i].kind == CELL_VALUE)
			return true;
	return false;
}

/* How many cells of row R are names of leaves. */
static size_t
leaf_names(const struct seeking *s, const struct row *r)
{
	size_t n = 0;

	for (size_t i = r->first; i < r->end; i++)
		n += is_leaf_name(s, &s->sheet->cell[i]);
	return n;
}

static bool
has_group(const struct seeking *s, const struct row *r)
{
	for (size_t i = r->first; i < r->end; i++)
		if (is_group_name(s, &s->sheet->cell[i]))
			return true;
	return false;
}

/* Finds the rows of the head: those with several leaves.  Where there are none
 * (written downwards, they are no names) the row that names a group last, and
 * only a row that is just long enough will do below it. */
static bool
find_head(struct seeking *s)
{
	enum { SEVERAL = 3 };
	bool   found = false, grouped = false;
	size_t group = 0, flowing = 0;

	for (size_t i = 0; i < s->sheet->rows; i++) {
		const struct row *r = &s->sheet->row[i];
		bool              figures = has_value(s->sheet, r);
		size_t            n = figures ? 0 : leaf_names(s, r);

		flowing = r->flowing && !figures ? flowing + n : 0;
		if (n >= SEVERAL || flowing >= SEVERAL) {
			if (!found)
				s->first_row = i;
			found = true;
			s->last_row = i;
			s->width = r->flowing ? 0 : r->width;
		}
		if (has_group(s, r)) {
			grouped = true;
			group = i;
		}
	}
	s->damaged = !found;
	if (!found)
		s->first_row = s->last_row = group;
	return found || grouped;
}

/* The lowest name in each column of the head, if there is one for each leaf
 * and none that is known contradicts the form's order. */
static void
map_columns(struct seeking *s)
{
	const struct cell *lowest[GRID_COLS_MAX + 1] = { NULL };
	size_t             n = 0, known = 0;

	if (s->width == 0 || s->width > GRID_COLS_MAX)
		return;
	for (size_t i = s->first_row; i <= s->last_row; i++) {
		const struct row *r = &s->sheet->row[i];

		for (size_t c = r->first; c < r->end; c++) {
			const struct cell *cell = &s->sheet->cell[c];

			if (cell->kind > CELL_BLANK && cell->col > 0 &&
			    cell->col <= GRID_COLS_MAX &&
			    !is_group_name(s, cell))
				lowest[cell->col] = cell;
		}
	}
	for (unsigned col = 1; col <= s->width; col++) {
		if (lowest[col] == NULL)
			continue;
		if (n == s->leaves)
			return;
		if (is_leaf_name(s, lowest[col])) {
			if (!may_be(s, lowest[col], s->leaf[n]))
				return;
			known++;
		}
		s->col[n++] = col;
	}
	s->mapped = n == s->leaves && known * 2 > n;
}

static bool
add_value(struct seeking *s, size_t cell)
{
	if (s->values > s->leaves)
		return false;
	s->value[s->values++] = cell;
	return true;
}

/* Gathers figures behind the head: a row of a grid that has any, or all that
 * flow until the next name.  Returns the row they stand in. */
static const struct row *
gather(struct seeking *s)
{
	const struct row *found = NULL;

	for (size_t i = s->last_row + 1; i < s->sheet->rows; i++) {
		const struct row *r = &s->sheet->row[i];

		if (r->apart || (found != NULL && !found->flowing))
			break;
		for (size_t c = r->first; c < r->end; c++) {
			const struct cell *cell = &s->sheet->cell[c];

			if (cell->kind == CELL_NAME && r->flowing)
				return found;
			if (cell->kind == CELL_BLANK)
				s->blanks++;
			if (cell->kind != CELL_VALUE)
				continue;
			if (!add_value(s, c))
				return r;
			found = r;
		}
		if (s->values == 0 && !r->flowing &&
		    r->end - r->first >= s->leaves)
			return r;	/* all blank */
		if (s->values == 0)
			s->blanks = 0;
	}
	return found;
}

static void
put(const struct seeking *s, struct leaves *leaves, size_t leaf, size_t cell)
{
	leaves->text[s->leaf[leaf]] = s->sheet->cell[cell].text;
}

/* By the columns of the head, when the row has its shape. */
static bool
place_mapped(const struct seeking *s, const struct row *r,
    struct leaves *leaves)
{
	size_t placed = 0;

	if (!s->mapped || r->flowing || r->width != s->width)
		return false;
	for (size_t v = 0; v < s->values; v++)
		for (size_t i = 0; i < s->leaves; i++)
			if (s->sheet->cell[s->value[v]].col == s->col[i])
				placed++;
	if (placed != s->values)
		return false;
	for (size_t v = 0; v < s->values; v++)
		for (size_t i = 0; i < s->leaves; i++)
			if (s->sheet->cell[s->value[v]].col == s->col[i])
				put(s, leaves, i, s->value[v]);
	return true;
}

/* By the count of cells, blanks and all, of a row or of what flows. */
static bool
place_counted(const struct seeking *s, const struct row *r,
    struct leaves *leaves)
{
	size_t next = 0;

	if (s->values == s->leaves) {
		for (size_t i = 0; i < s->leaves; i++)
			put(s, leaves, i, s->value[i]);
		return true;
	}
	if (r->flowing || s->values + s->blanks != s->leaves ||
	    r->width != s->leaves || (s->width != 0 && s->width != r->width))
		return false;
	for (size_t c = r->first; c < r->end; c++) {
		if (next < s->values && s->value[next] == c)
			put(s, leaves, s->sheet->cell[c].col - 1,
			    s->value[next++]);
	}
	return true;
}

/* In how many groups of TEXT, by leaf, the last figure is not the sum of the
 * others. */
static size_t
groups_unfit(const struct seeking *s, const struct slice text[])
{
	size_t first = 0, unfit = 0;

	for (size_t i = 0; i < s->leaves; i++) {
		if (i + 1 < s->leaves && slice_eq(
		    view_item(s->view, s->leaf[i])->parent,
		    view_item(s->view, s->leaf[i + 1])->parent))
			continue;
		unfit += !sums_fit(text + first, i + 1 - first);
		first = i + 1;
	}
	return unfit;
}

/* Whether the row looks pushed along: a blank at one end and a group that does
 * not add up, or a few blanks and several such groups. */
static bool
is_shifted(const struct seeking *s, const struct leaves *leaves)
{
	enum { FEW_BLANKS = 4 };
	struct slice text[FORM_ITEMS_MAX];
	size_t       blanks = 0, unfit;

	for (size_t i = 0; i < s->leaves; i++) {
		text[i] = leaves->text[s->leaf[i]];
		blanks += text[i].n == 0;
	}
	unfit = groups_unfit(s, text);
	if (blanks == 1 && (text[0].n == 0 || text[s->leaves - 1].n == 0))
		return unfit > 0;
	return blanks > 0 && blanks <= FEW_BLANKS && unfit > 1;
}

/* The figures but for number SKIP, by leaf. */
static void
without(const struct seeking *s, size_t skip, struct slice text[])
{
	for (size_t i = 0; i < s->leaves; i++)
		text[i] = s->sheet->cell[s->value[i < skip ? i : i + 1]].text;
}

/* One figure too many: read without the one whose loss makes every group add
 * up, if whichever it is the rest is the same. */
static bool
place_surplus(const struct seeking *s, struct leaves *leaves)
{
	struct slice text[FORM_ITEMS_MAX];
	bool         found = false;

	if (s->values != s->leaves + 1)
		return false;
	for (size_t skip = 0; skip < s->values; skip++) {
		without(s, skip, text);
		if (groups_unfit(s, text) > 0)
			continue;
		for (size_t i = 0; i < s->leaves; i++) {
			if (found && !slice_eq(text[i],
			    leaves->text[s->leaf[i]]))
				return false;
			leaves->text[s->leaf[i]] = text[i];
		}
		found = true;
	}
	return found;
}

/* Fifteen digits in one word: a row run together. */
static bool
place_run(const struct seeking *s, struct leaves *leaves)
{
	struct slice run;

	if (s->values != 1)
		return false;
	run = s->sheet->cell[s->value[0]].text;
	if (run.n != s->leaves)
		return false;
	for (size_t i = 0; i < run.n; i++) {
		if (!is_digit(run.p[i]))
			return false;
		leaves->text[s->leaf[i]] = (struct slice){ run.p + i, 1 };
	}
	return true;
}

static struct slice
raw_text(const struct seeking *s, struct arena *arena)
{
	size_t n = 0, at = 0;
	char  *text;

	for (size_t v = 0; v < s->values; v++)
		n += s->sheet->cell[s->value[v]].text.n + 1;
	text = arena_alloc(arena, n);
	for (size_t v = 0; v < s->values; v++) {
		struct slice cell = s->sheet->cell[s->value[v]].text;

		if (at > 0)
			text[at++] = '|';
		memcpy(text + at, cell.p, cell.n);
		at += cell.n;
	}
	return (struct slice){ text, at };
}

bool
leaves_read(const struct view *view, const struct sheet *sheet,
    struct arena *arena, struct leaves *leaves)
{
	struct seeking    s = { .view = view, .sheet = sheet };
	const struct row *row;

	find_leaves(&s);
	if (!find_head(&s))
		return false;
	map_columns(&s);
	row = gather(&s);
	if (s.damaged && (row == NULL || s.values != s.leaves))
		return false;
	memset(leaves, 0, sizeof(*leaves));
	leaves->state = READ_NOTHING;
	if (row == NULL)
		return true;
	leaves->loc = sheet->cell[s.values > 0 ? s.value[0] : row->first].loc;
	leaves->state = READ_PLACED;
	if (s.values > 0 && ((!place_mapped(&s, row, leaves) &&
	    !place_counted(&s, row, leaves) && !place_surplus(&s, leaves) &&
	    !place_run(&s, leaves)) || is_shifted(&s, leaves))) {
		memset(leaves->text, 0, sizeof(leaves->text));
		leaves->state = READ_UNCLEAR;
		leaves->raw = raw_text(&s, arena);
	}
	return true;
}
