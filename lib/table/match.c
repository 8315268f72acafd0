#include "match.h"

#include "base/digits.h"
#include "form/label.h"
#include "sums.h"
#include "text/fold.h"

#define TOO_MUCH ((unsigned)-1)

enum { FAR = 24 };	/* rows; a name further off says nothing */

/* Where a row stands among those whose items are known. */
struct gap {
	size_t before, behind;	/* the nearest of them; NO_ROW: none */
	size_t from, to;	/* the items they leave open: from .. to - 1 */
};

bool
match_is_foreign(const struct match *m, const struct known_name *name)
{
	const struct form_item *item = m->forms->item;

	for (size_t t = 0; t < name->terms; t++) {
		size_t i = name->term[t].index;

		if (name->term[t].kind == TERM_ITEM &&
		    item[i].of_form == item[m->table].of_form &&
		    item[i].first_of_table != m->table)
			return true;
	}
	return false;
}

/* Whether the label of ROW, which other tables have too, is another one's, head or
 * row: 总计 behind a name that is none of this table's. */
static bool
is_elsewhere(const struct match *m, const struct table_row *row)
{
	const struct cells *cells = m->rows->cells;
	size_t              first = row->cell_row, i = row->label;

	if (!match_is_foreign(m, row->name))
		return false;
	while (first > 0 &&
	    cells->row[first - 1].table == cells->row[first].table &&
	    !cells->row[first].after_prose && row->cell_row - first < FAR)
		first--;
	while (i > cells->row[first].first &&
	    cells->cell[i - 1].kind != CELL_NAME)
		i--;
	return i > cells->row[first].first &&
	    match_is_foreign(m, cells->cell[i - 1].name) &&
	    match_named(m, cells->cell[i - 1].name, 0) == NO_ITEM;
}

size_t
match_row_named(const struct match *m, const struct table_row *row,
    size_t after)
{
	size_t item = row->merged ? NO_ITEM : match_named(m, row->name, after);

	return item != NO_ITEM && !is_elsewhere(m, row) ? item : NO_ITEM;
}

/* Labels that name one item of this table. */
static void
match_names(struct match *m)
{
	for (size_t r = 0; r < m->rows->count; r++) {
		const struct table_row *row = &m->rows->row[r];
		size_t                  item = match_row_named(m, row, 0);

		if (item != NO_ITEM &&
		    match_named(m, row->name, item + 1) != NO_ITEM)
			item = NO_ITEM;
		m->item_of_row[r] = item;
	}
}

/* The group that cell number I names, a heading of this table; NO_ITEM: none. */
static size_t
group_named(const struct match *m, size_t i)
{
	const struct table_cell *cell = &m->rows->cells->cell[i];
	size_t                   item = NO_ITEM;

	if (cell->kind == CELL_NAME)
		item = match_named(m, cell->name, 0);
	return item != NO_ITEM && match_item(m, item)->heading ? item : NO_ITEM;
}

/* The item of GROUP that NAME may stand for; NO_ITEM: none, or several. */
static size_t
item_of_group(const struct match *m, const struct known_name *name,
    size_t group)
{
	size_t found = NO_ITEM;

	for (size_t i = match_named(m, name, 0); i != NO_ITEM;
	    i = match_named(m, name, i + 1)) {
		if (!slice_eq(match_item(m, i)->parent,
		    match_item(m, group)->code))
			continue;
		if (found != NO_ITEM)
			return NO_ITEM;
		found = i;
	}
	return found;
}

/* Labels that several groups have, in rows of a grid that name their group before
 * them, or in a cell above that reaches down: the table of reviews, written
 * downwards. */
static void
match_grouped(struct match *m)
{
	const struct cells *cells = m->rows->cells;

	for (size_t r = 0; r < m->rows->count; r++) {
		const struct table_row *row = &m->rows->row[r];
		unsigned                table = cells->row[row->cell_row].table;
		size_t                  group = NO_ITEM;

		if (m->item_of_row[r] != NO_ITEM || table == 0 ||
		    row->flowing || match_row_named(m, row, 0) == NO_ITEM)
			continue;
		for (size_t i = row->label, above = row->cell_row;
		    group == NO_ITEM && i > cells->row[above].first;) {
			group = group_named(m, --i);
			if (group == NO_ITEM && i == cells->row[above].first &&
			    above > 0 && cells->row[above - 1].table == table)
				above--;
		}
		if (group != NO_ITEM)
			m->item_of_row[r] = item_of_group(m, row->name, group);
	}
}

/* The same for rows down the page: labels of groups stand in lines of their own, with
 * nothing behind them, right before the row's. */
static void
match_grouped_lines(struct match *m)
{
	for (size_t r = 1; r < m->rows->count; r++) {
		const struct table_row *row = &m->rows->row[r];
		const struct table_row *above = row - 1;
		size_t                  group;

		if (m->item_of_row[r] != NO_ITEM || !row->flowing ||
		    match_row_named(m, row, 0) == NO_ITEM ||
		    above->label == NO_CELL || above->first < above->end ||
		    above->stretch != row->stretch)
			continue;
		group = group_named(m, above->label);
		if (group != NO_ITEM)
			m->item_of_row[r] = item_of_group(m, row->name, group);
	}
}

/* The nearest row before (STEP -1) or behind (STEP 1) row number R that is
 * matched, in the same stretch of the document; NO_ROW: none. */
static size_t
neighbour(const struct match *m, size_t r, int step)
{
	unsigned stretch = m->rows->row[r].stretch;

	for (;;) {
		if (step < 0 ? r == 0 : r + 1 >= m->rows->count)
			return NO_ROW;
		r = step < 0 ? r - 1 : r + 1;
		if (m->rows->row[r].stretch != stretch)
			return NO_ROW;
		if (m->item_of_row[r] != NO_ITEM)
			return r;
	}
}

static struct gap
gap_around(const struct match *m, size_t r)
{
	size_t before = neighbour(m, r, -1), behind = neighbour(m, r, 1);

	return (struct gap){ before, behind,
		before == NO_ROW ? 0 : m->item_of_row[before] + 1,
		behind == NO_ROW ? m->items : m->item_of_row[behind] };
}

/* How many items of GAP NAME may stand for. */
static size_t
items_named(const struct match *m, const struct known_name *name,
    const struct gap *gap)
{
	size_t n = 0;

	for (size_t i = match_named(m, name, gap->from);
	    i < gap->to && i != NO_ITEM; i = match_named(m, name, i + 1))
		n++;
	return n;
}

bool
match_keeps_order(const struct match *m)
{
	size_t last = 0;

	for (size_t r = 0; r < m->rows->count; r++) {
		if (m->item_of_row[r] == NO_ITEM)
			continue;
		if (m->item_of_row[r] < last)
			return false;
		last = m->item_of_row[r];
	}
	return true;
}

/* Whether the items of GAP that NAME may stand for are of the group that the row before
 * it is, or is in. */
static bool
are_of_group(const struct match *m, const struct known_name *name,
    const struct gap *gap)
{
	const struct form_item *before = match_item(m, m->item_of_row[gap->before]);

	for (size_t i = match_named(m, name, gap->from);
	    i < gap->to && i != NO_ITEM; i = match_named(m, name, i + 1)) {
		struct slice parent = match_item(m, i)->parent;

		if (parent.n == 0 || (!slice_eq(parent, before->code) &&
		    !slice_eq(parent, before->parent)))
			return false;
	}
	return true;
}

/* The first row behind GAP, in its stretch. */
static size_t
gap_end(const struct match *m, const struct gap *gap)
{
	size_t end = gap->before + 1;

	while (end < m->rows->count && end != gap->behind &&
	    m->rows->row[end].stretch == m->rows->row[gap->before].stretch)
		end++;
	return end;
}

/* Whether rows from FIRST to END - 1 that have figures, but those called NAME, have
 * names of this table: what lost its label may be any. */
static bool
are_known(const struct match *m, size_t first, size_t end,
    const struct known_name *name)
{
	const struct table_row *row = m->rows->row;

	for (size_t r = first; r < end; r++)
		if (row[r].name != name && !row[r].merged &&
		    rows_have_figures(m->rows, &row[r]) &&
		    match_row_named(m, &row[r], 0) == NO_ITEM)
			return false;
	return true;
}

/* Gives the rows of GAP that are called NAME to the items of that name there,
 * if there are as many of these as of those; R is the first.  The rows stand in the
 * form's order, or the group's own label or another of it before them; and either the
 * item before the first of them does, or no row stands behind that nobody knows. */
static void
match_run(struct match *m, const struct known_name *name,
    const struct gap *gap, size_t r)
{
	size_t first = gap->before + 1, n = 0, item = gap->from;
	size_t end = gap_end(m, gap);

	for (size_t i = first; i < end; i++)
		n += m->rows->row[i].name == name;
	/* One before R was given to none. */
	for (size_t i = first; i < r; i++)
		if (m->rows->row[i].name == name)
			return;
	if (n != items_named(m, name, gap) ||
	    (!match_keeps_order(m) && !are_of_group(m, name, gap)) ||
	    (match_named(m, name, item) != item &&
	    !are_known(m, r + 1, end, name)))
		return;
	for (; r < end; r++)
		if (m->rows->row[r].name == name) {
			m->item_of_row[r] = match_named(m, name, item);
			item = m->item_of_row[r] + 1;
		}
}

/* Labels such as 其他情形数 that several items have: those of the group whose
 * own label stands before them, if just as many stand there. */
static void
match_repeated(struct match *m)
{
	for (size_t r = 0; r < m->rows->count; r++) {
		const struct table_row *row = &m->rows->row[r];
		struct gap              gap;

		if (m->item_of_row[r] != NO_ITEM ||
		    match_row_named(m, row, 0) == NO_ITEM)
			continue;
		gap = gap_around(m, r);
		if (gap.before != NO_ROW)
			match_run(m, row->name, &gap, r);
	}
}

/* Whether item number I has figures and no row yet. */
static bool
is_open(const struct match *m, size_t i)
{
	if (match_item(m, i)->heading)
		return false;
	for (size_t r = 0; r < m->rows->count; r++)
		if (m->item_of_row[r] == i)
			return false;
	return true;
}

/* How unlike KEY is to the label of an item: 0 for a part of it cut off, else
 * the distance; TOO_MUCH for more than a third of the label: 规范 is not 规章. */
static unsigned
unlikeness(struct slice key, struct slice label)
{
	enum { PART_BYTES = 12, HAN_BYTES = 3 };	/* four characters */
	unsigned limit = label.n < 3 * HAN_BYTES ? 0 :
	    label.n < 6 * HAN_BYTES ? 1 : (unsigned)(label.n / HAN_BYTES / 3);
	unsigned distance;

	if (key.n >= PART_BYTES &&
	    (slice_starts(label, key) || slice_ends(label, key)))
		return 0;
	distance = label_distance(key, label, limit);
	return distance <= limit ? distance : TOO_MUCH;
}

/* Whether two labels carry the same number: 5. and 5. */
static bool
same_number(struct slice a, struct slice b)
{
	struct enumerator x = fold_enumerator(a), y = fold_enumerator(b);

	return x.kind != ENUMERATOR_NONE && x.kind == y.kind &&
	    x.number == y.number;
}

/* The only open item of GAP; NO_ITEM when there are more, or none. */
static size_t
only_open_item(const struct match *m, const struct gap *gap)
{
	size_t only = NO_ITEM;

	for (size_t i = gap->from; i < gap->to && i < m->items; i++) {
		if (!is_open(m, i))
			continue;
		if (only != NO_ITEM)
			return NO_ITEM;
		only = i;
	}
	return only;
}

/* Whether ROW is all that stands in GAP with figures, but for what has a name. */
static bool
is_alone(const struct match *m, const struct table_row *row,
    const struct gap *gap)
{
	size_t first = gap->before != NO_ROW ? gap->before + 1 : 0;
	size_t end = gap->behind != NO_ROW ? gap->behind : m->rows->count;

	for (size_t r = first; r < end; r++) {
		const struct table_row *other = &m->rows->row[r];

		if (other != row && other->stretch == row->stretch &&
		    !other->merged && other->name == NULL &&
		    rows_have_figures(m->rows, other))
			return false;
	}
	return true;
}

/* Whether KEY ends with LABEL, with no more before it than its number, which a key
 * keeps there. */
static bool
is_numbered_label(struct slice key, struct slice label)
{
	enum { NUMBER_BYTES = 6 };	/* two characters */

	return label.n > 0 && slice_ends(key, label) &&
	    key.n - label.n <= NUMBER_BYTES;
}

/* Whether KEY is the labels of two items, one behind the other. */
static bool
is_two_labels(const struct match *m, struct slice key)
{
	const struct dictionary *d = m->rows->cells->dictionary;

	for (size_t i = 0; i < m->items; i++) {
		struct slice first = dictionary_item_key(d, m->item[i]);

		if (first.n == 0 || first.n >= key.n || !slice_starts(key, first))
			continue;
		for (size_t k = 0; k < m->items; k++)
			if (is_numbered_label(slice_from(key, first.n),
			    dictionary_item_key(d, m->item[k])))
				return true;
	}
	return false;
}

/* The one open item of GAP that the damaged label of ROW is most like.  A mere
 * beginning (属于) is enough where the number is the item's too; half of it where no
 * other item is open and no other row there. */
static size_t
most_like(const struct match *m, const struct table_row *row,
    const struct gap *gap)
{
	enum { BEGINNING_BYTES = 6 };	/* two characters */
	struct slice key = label_key(m->rows->cells->arena, row->text);
	size_t       best = NO_ITEM;
	unsigned     least = TOO_MUCH;
	bool         tie = false;

	if (is_two_labels(m, key))
		return NO_ITEM;
	for (size_t i = gap->from; i < gap->to && i < m->items; i++) {
		struct slice label = dictionary_item_key(
		    m->rows->cells->dictionary, m->item[i]);
		unsigned     unlike = unlikeness(key, label);

		if (!is_open(m, i))
			continue;
		if (unlike == TOO_MUCH && key.n >= BEGINNING_BYTES &&
		    slice_starts(label, key) &&
		    same_number(row->text, match_item(m, i)->label))
			unlike = 1;
		if (unlike == TOO_MUCH && slice_starts(label, key) &&
		    key.n * 2 >= label.n && only_open_item(m, gap) == i && is_alone(m, row, gap))
			unlike = 1;
		if (unlike == TOO_MUCH || unlike > least)
			continue;
		tie = unlike == least;
		least = unlike;
		best = i;
	}
	return tie ? NO_ITEM : best;
}

/* Damaged labels, each held against the items missing around it. */
static void
match_damaged(struct match *m)
{
	for (size_t r = 0; r < m->rows->count; r++) {
		const struct table_row *row = &m->rows->row[r];
		struct gap              gap;

		if (m->item_of_row[r] != NO_ITEM || row->merged ||
		    row->name != NULL || row->label == NO_CELL ||
		    row->end == row->first)
			continue;
		gap = gap_around(m, r);
		if (gap.before != NO_ROW || gap.behind != NO_ROW)
			m->item_of_row[r] = most_like(m, row, &gap);
	}
}

/* Whether a figure of ROW stands where its neighbour OTHER has its label. */
static bool
is_under_label(const struct match *m, const struct table_row *row,
    const struct table_row *other)
{
	const struct table_cell *label = rows_label(m->rows, other);

	for (size_t i = row->first; label != NULL && i < row->end; i++) {
		const struct table_cell *cell = &m->rows->cells->cell[i];

		if (cell->kind == CELL_FIGURE &&
		    cell->col < label->col + label->cols)
			return true;
	}
	return false;
}

/* Whether the only figure of ROW is the number that item number I has before its label:
 * what is left of that. */
static bool
is_its_number(const struct match *m, const struct table_row *row, size_t i)
{
	struct enumerator  e = fold_enumerator(match_item(m, i)->label);
	unsigned long long n;

	for (size_t c = row->first; c < row->end; c++)
		if (m->rows->cells->cell[c].kind == CELL_FIGURE)
			return match_item(m, i)->cols == 1 &&
			    digits_read(m->rows->cells->cell[c].text, 99, &n) &&
			    n == e.number;
	return false;
}

/* Whether ROW has a unit that is not item number I's. */
static bool
has_other_unit(const struct match *m, const struct table_row *row, size_t i)
{
	const struct form_item *item = match_item(m, i);

	for (size_t c = row->first; c < row->end; c++) {
		const struct table_cell *cell = &m->rows->cells->cell[c];

		if (cell->kind == CELL_UNIT && item->cols > 0 &&
		    item->unit[0].n > 0 &&
		    !slice_eq(cell->text, item->unit[0]))
			return true;
	}
	return false;
}

/* A row of a grid that lost its label, where just one item is missing. */
static void
match_unlabelled(struct match *m)
{
	for (size_t r = 0; r < m->rows->count; r++) {
		const struct table_row *row = &m->rows->row[r];
		struct gap              gap;
		size_t                  item;

		if (m->item_of_row[r] != NO_ITEM || row->label != NO_CELL ||
		    row->flowing)
			continue;
		gap = gap_around(m, r);
		if ((gap.before != NO_ROW && (gap.before + 1 != r ||
		    is_under_label(m, row, row - 1))) ||
		    gap.behind != r + 1 || is_under_label(m, row, row + 1))
			continue;
		item = only_open_item(m, &gap);
		if (item != NO_ITEM && !is_its_number(m, row, item) &&
		    !has_other_unit(m, row, item) &&
		    row->figures == (size_t)match_item(m, item)->cols)
			m->item_of_row[r] = item;
	}
}

/* Whether ROW has a figure for each of the names of columns in the head above it, and all
 * of these are known: two or more. */
static bool
fills_head(const struct table_row *row)
{
	enum { SEVERAL = 2 };
	const struct header *header = row->header;

	return header != NULL && header->columns >= SEVERAL &&
	    !header->unknown && row->figures == header->columns;
}

/* A line of text that happens to name an item is a row of the table only
 * among others, or below a head: prose speaks of 行政许可 too. */
static void
drop_strays(struct match *m)
{
	enum { FEW = 3 };
	const struct table_row *row = m->rows->row;
	size_t                  begin = 0;

	while (begin < m->rows->count) {
		size_t end = begin, items = 0;

		while (end < m->rows->count &&
		    row[end].stretch == row[begin].stretch)
			items += known_name_is(row[end].name, TERM_ITEM) +
			    fills_head(&row[end]), end++;
		for (size_t r = begin; items < FEW && r < end; r++)
			if (row[r].flowing)
				m->item_of_row[r] = NO_ITEM;
		begin = end;
	}
}

/* Chains the rows of each item, in their order. */
static void
chain(struct match *m)
{
	for (size_t i = 0; i < m->items; i++)
		m->first[i] = NO_ROW;
	for (size_t r = m->rows->count; r-- > 0;) {
		size_t i = m->item_of_row[r];

		if (i == NO_ITEM)
			continue;
		m->next[r] = m->first[i];
		m->first[i] = r;
	}
}

/* Learns from the rows matched which columns the table has, and how its rows
 * keep them. */
static void
learn(struct match *m)
{
	const struct header *header = NULL;

	for (size_t r = 0; r < m->rows->count; r++)
		if (m->item_of_row[r] != NO_ITEM &&
		    m->rows->row[r].header != header) {
			header = m->rows->row[r].header;
			match_divide(m, header);
		}
	for (size_t r = 0; r < m->rows->count; r++) {
		struct form_item own;

		if (m->item_of_row[r] != NO_ITEM)
			row_layouts_learn(&m->layouts, m->rows,
			    &m->rows->row[r], match_item_here(m,
			    m->item_of_row[r], &own));
	}
}

void
match_rows(struct match *m)
{
	struct arena *arena = m->rows->cells->arena;
	size_t        size = (m->rows->count + 1) * sizeof(size_t);

	m->item_of_row = arena_alloc(arena, size);
	m->next = arena_alloc(arena, size);
	match_names(m);
	match_grouped(m);
	match_grouped_lines(m);
	drop_strays(m);
	match_repeated(m);
	match_damaged(m);
	match_unlabelled(m);
	chain(m);
	learn(m);
}

/* The first item behind number I that may have figures; as many as there are:
 * none. */
static size_t
next_figured(const struct match *match, size_t i)
{
	do
		i++;
	while (i < match->items && (match_item(match, i)->cols == 0 ||
	    match_item(match, i)->heading));
	return i;
}

/* Whether ROW has a figure that is more than nothing. */
static bool
has_any(const struct cells *cells, const struct table_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind == CELL_FIGURE &&
		    sums_whole(&cells->cell[i]) != 0)
			return true;
	return false;
}

/* Whether ROW, a group's, has the figures of its first part, item number FIRST in row
 * number R, though it has others: that part's, which lost its label, printed twice. */
static bool
repeats_part(const struct match *match, const struct table_row *row, size_t first,
    size_t r)
{
	const struct table_row *part = match->rows->row;
	const struct cells     *cells = match->rows->cells;

	if (!rows_have_same_cells(cells, row, &part[r]))
		return false;
	for (size_t i = first + 1; i < match->items; i++)
		if (match->first[i] != NO_ROW &&
		    slice_eq(match_item(match, i)->parent,
		    match_item(match, first)->parent) &&
		    has_any(cells, &part[match->first[i]]))
			return true;
	return false;
}

bool
match_before_part(const struct match *match, size_t i,
    const struct table_row *row)
{
	size_t next = next_figured(match, i);
	size_t r = (size_t)(row - match->rows->row) + 1;

	while (r < match->rows->count && match->rows->row[r].merged)
		r++;
	return next < match->items && r < match->rows->count &&
	    match->item_of_row[r] == next && match->rows->row[r].figures > 0 &&
	    !repeats_part(match, row, next, r);
}

/* Whether headers A and B name the same columns. */
static bool
are_alike(const struct header *a, const struct header *b)
{
	if (a == b || a == NULL || b == NULL)
		return true;
	for (size_t i = 0; i < a->columns && i < b->columns; i++)
		if (!slice_eq(a->column[i].code, b->column[i].code))
			return false;
	return a->columns == b->columns;
}

/* Whether row number R, the next item's, stands below such a header as item number I
 * does, as two of one group do. */
static bool
stands_together(const struct match *match, size_t i, size_t r)
{
	const struct table_row *row = match->rows->row;

	return match->first[i] == NO_ROW ||
	    are_alike(row[match->first[i]].header, row[r].header) ||
	    !slice_eq(match_item(match, i)->parent,
	    match_item(match, match->item_of_row[r])->parent);
}

bool
match_before_missing(const struct match *match, size_t i)
{
	size_t next = next_figured(match, i);

	return next < match->items && (match->first[next] == NO_ROW ||
	    !stands_together(match, i, match->first[next]));
}

bool
match_before_gap(const struct match *match, size_t i)
{
	size_t next = next_figured(match, i);

	if (next == match->items)
		return false;
	for (size_t r = match->first[next]; r != NO_ROW; r = match->next[r])
		if (match->rows->row[r].first < match->rows->row[r].end &&
		    stands_together(match, i, r))
			return false;
	return true;
}

/* Whether a row is called like item number I. */
static bool
is_named(const struct match *match, size_t i)
{
	for (size_t r = 0; r < match->rows->count; r++)
		if (match_row_named(match, &match->rows->row[r], i) == i)
			return true;
	return false;
}

bool
match_is_strewn(const struct match *match)
{
	size_t missing = 0;	/* several: the report has another form */

	if (match_keeps_order(match))
		return false;
	for (size_t i = 0; i < match->items; i++)
		missing += !match_item(match, i)->heading &&
		    match_item(match, i)->cols > 0 &&
		    match->first[i] == NO_ROW && !is_named(match, i);
	return missing == 1;
}
