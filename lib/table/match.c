#include "match.h"

#include "form/label.h"
#include "text/fold.h"

/* What matching needs at hand. */
struct matching {
	struct view             *view;
	const struct sheet      *sheet;
	const struct entries    *entries;
	const struct vocabulary *vocabulary;
	struct arena            *arena;
};

const struct form_item *
view_item(const struct view *view, size_t i)
{
	return &view->forms->item[view->item[i]];
}

/* Puts item number INDEX of the forms in place AT of the view. */
static void
insert_item(struct view *view, size_t at, size_t index)
{
	memmove(&view->item[at + 1], &view->item[at],
	    (view->items - at) * sizeof(view->item[0]));
	view->item[at] = index;
	view->items++;
	for (size_t i = at; i < view->items; i++)
		view->place[view_item(view, i)->same] = i;
}

/* Adds the items that a province or an office has beyond VARIANT, each behind
 * the one it stands behind in its own variant. */
static void
add_named(struct view *view, size_t variant, const bool named[])
{
	size_t at = 0;

	for (size_t i = view->table; i < view->forms->items; i++) {
		const struct form_item *item = &view->forms->item[i];

		if (item->first_of_table != view->table ||
		    item->first_of_variant == variant)
			continue;
		if (view->place[item->same] == NO_ITEM && named[i] &&
		    view->items < FORM_ITEMS_MAX)
			insert_item(view, at, i);
		if (view->place[item->same] != NO_ITEM)
			at = view->place[item->same] + 1;
	}
}

void
view_items(struct view *view, const struct forms *forms, size_t table,
    size_t variant, const bool named[], struct arena *arena)
{
	view->forms = forms;
	view->table = table;
	view->items = 0;
	view->peers = (struct peers){ .count = 0 };
	view->cols = 0;
	view->place = arena_alloc(arena, forms->items * sizeof(*view->place));
	for (size_t i = 0; i < forms->items; i++)
		view->place[i] = NO_ITEM;
	for (size_t i = table; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		if (item->first_of_table != table ||
		    item->first_of_variant != variant ||
		    view->items == FORM_ITEMS_MAX)
			continue;
		view->place[item->same] = view->items;
		view->item[view->items++] = i;
	}
	add_named(view, variant, named);
}

size_t
view_named(const struct view *view, const struct name *name, size_t after)
{
	size_t first = NO_ITEM;

	for (size_t t = 0; name != NULL && t < name->terms; t++) {
		size_t place;

		if (name->term[t].kind != TERM_ITEM)
			continue;
		place = view->place[view->forms->item[
		    name->term[t].index].same];
		if (place != NO_ITEM && place >= after && place < first)
			first = place;
	}
	return first;
}

/* Labels that name one item of this table. */
static void
match_names(struct matching *m)
{
	for (size_t e = 0; e < m->entries->count; e++) {
		const struct entry *entry = &m->entries->entry[e];
		size_t              item = NO_ITEM;

		if (!entry->merged)
			item = view_named(m->view, entry->name, 0);
		if (item != NO_ITEM && view_named(m->view, entry->name,
		    item + 1) != NO_ITEM)
			item = NO_ITEM;
		m->view->of_entry[e] = item;
	}
}

/* The nearest entry before (STEP -1) or behind (STEP 1) entry E that is
 * matched, in the same stretch of the document; NO_CELL: none. */
static size_t
neighbour(const struct matching *m, size_t e, int step)
{
	unsigned cluster = m->entries->entry[e].cluster;

	for (;;) {
		if (step < 0 ? e == 0 : e + 1 >= m->entries->count)
			return NO_CELL;
		e = step < 0 ? e - 1 : e + 1;
		if (m->entries->entry[e].cluster != cluster)
			return NO_CELL;
		if (m->view->of_entry[e] != NO_ITEM)
			return e;
	}
}

/* The items that entry E's place leaves open: *FROM to *TO - 1. */
static void
gap(const struct matching *m, size_t e, size_t *from, size_t *to)
{
	size_t before = neighbour(m, e, -1), behind = neighbour(m, e, 1);

	*from = before == NO_CELL ? 0 : m->view->of_entry[before] + 1;
	*to = behind == NO_CELL ? m->view->items : m->view->of_entry[behind];
}

/* How many items between FROM and TO NAME may stand for. */
static size_t
named_between(const struct view *view, const struct name *name, size_t from,
    size_t to)
{
	size_t n = 0;

	for (size_t i = view_named(view, name, from); i < to && i != NO_ITEM;
	    i = view_named(view, name, i + 1))
		n++;
	return n;
}

/* Gives the entries from FIRST to END - 1 that are called NAME to the items of
 * that name between FROM and TO, if there are as many of these as of those. */
static void
match_run(struct matching *m, const struct name *name, size_t first,
    size_t end, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t e = first; e < end; e++)
		n += m->entries->entry[e].name == name;
	if (n != named_between(m->view, name, from, to))
		return;
	for (size_t e = first; e < end; e++)
		if (m->entries->entry[e].name == name) {
			m->view->of_entry[e] =
			    view_named(m->view, name, from);
			from = m->view->of_entry[e] + 1;
		}
}

/* Labels such as 其他情形数 that several items have: those of the group whose
 * own label stands before them, if just as many stand there. */
static void
match_repeated(struct matching *m)
{
	size_t count = m->entries->count;

	for (size_t e = 0; e < count; e++) {
		const struct name *name = m->entries->entry[e].name;
		size_t             before = neighbour(m, e, -1);
		size_t             behind = neighbour(m, e, 1), from, to;

		if (m->view->of_entry[e] != NO_ITEM || before == NO_CELL ||
		    m->entries->entry[e].merged ||
		    view_named(m->view, name, 0) == NO_ITEM)
			continue;
		gap(m, e, &from, &to);
		match_run(m, name, before + 1,
		    behind != NO_CELL ? behind : count, from, to);
	}
}

static bool
is_matched(const struct view *view, const struct entries *entries, size_t item)
{
	for (size_t e = 0; e < entries->count; e++)
		if (view->of_entry[e] == item)
			return true;
	return false;
}

/* How unlike KEY is to the label of an item: 0 for a part of it cut off, else
 * the distance; more than a third of the label is too much. */
static unsigned
unlikeness(struct slice key, struct slice label)
{
	enum { PART_BYTES = 12, HAN_BYTES = 3 };	/* four characters */
	unsigned limit = label.n < 6 * HAN_BYTES ? 1 :
	    (unsigned)(label.n / HAN_BYTES / 3);
	unsigned distance;

	if (key.n >= PART_BYTES &&
	    (slice_starts(label, key) || slice_ends(label, key)))
		return 0;
	distance = label_distance(key, label, limit);
	return distance <= limit ? distance : (unsigned)-1;
}

/* Whether two labels carry the same number: 5. and 5. */
static bool
same_number(struct slice a, struct slice b)
{
	struct enumerator x = fold_enumerator(a), y = fold_enumerator(b);

	return x.kind != ENUMERATOR_NONE && x.kind == y.kind &&
	    x.number == y.number;
}

/* The one open item of the gap that the damaged label of ENTRY is most like.
 * A mere beginning (属于) is enough where the number is the item's too. */
static size_t
most_like(const struct matching *m, const struct entry *entry, size_t from,
    size_t to)
{
	enum { STUB_BYTES = 6 };	/* two characters */
	struct slice key = label_key(m->arena, entry->text);
	size_t       best = NO_ITEM;
	unsigned     least = (unsigned)-1;
	bool         tie = false;

	for (size_t i = from; i < to && i < m->view->items; i++) {
		struct slice label = vocabulary_item_key(m->vocabulary,
		    m->view->item[i]);
		unsigned     unlike = unlikeness(key, label);

		if (is_matched(m->view, m->entries, i) ||
		    view_item(m->view, i)->heading)
			continue;
		if (unlike == (unsigned)-1 && key.n >= STUB_BYTES &&
		    slice_starts(label, key) &&
		    same_number(entry->text, view_item(m->view, i)->label))
			unlike = 1;
		if (unlike == (unsigned)-1 || unlike > least)
			continue;
		tie = unlike == least;
		least = unlike;
		best = i;
	}
	return tie ? NO_ITEM : best;
}

/* Damaged labels, each held against the items missing around it. */
static void
match_damaged(struct matching *m)
{
	for (size_t e = 0; e < m->entries->count; e++) {
		const struct entry *entry = &m->entries->entry[e];
		size_t              from, to;

		if (m->view->of_entry[e] != NO_ITEM || entry->merged ||
		    entry->name != NULL || entry->label == NO_CELL ||
		    entry->end == entry->first)
			continue;
		gap(m, e, &from, &to);
		if (neighbour(m, e, -1) == NO_CELL &&
		    neighbour(m, e, 1) == NO_CELL)
			continue;
		m->view->of_entry[e] = most_like(m, entry, from, to);
	}
}

/* How many items with figures are open between FROM and TO; the last one. */
static size_t
open_items(const struct matching *m, size_t from, size_t to, size_t *last)
{
	size_t n = 0;

	for (size_t i = from; i < to && i < m->view->items; i++) {
		if (is_matched(m->view, m->entries, i) ||
		    view_item(m->view, i)->heading)
			continue;
		*last = i;
		n++;
	}
	return n;
}

/* Whether a figure of ENTRY stands where its neighbour OTHER has its label. */
static bool
is_under_label(const struct matching *m, const struct entry *entry,
    const struct entry *other)
{
	const struct cell *label;

	if (other->label == NO_CELL)
		return false;
	label = &m->sheet->cell[other->label];
	for (size_t i = entry->first; i < entry->end; i++)
		if (m->sheet->cell[i].kind == CELL_VALUE &&
		    m->sheet->cell[i].col < label->col + label->cols)
			return true;
	return false;
}

/* A row of a grid that lost its label, where just one item is missing. */
static void
match_unlabelled(struct matching *m)
{
	for (size_t e = 0; e < m->entries->count; e++) {
		const struct entry *entry = &m->entries->entry[e];
		size_t              from, to, item = NO_ITEM;
		size_t              before = neighbour(m, e, -1);

		if (m->view->of_entry[e] != NO_ITEM ||
		    entry->label != NO_CELL || entry->flowing ||
		    (before != NO_CELL && before + 1 != e) ||
		    neighbour(m, e, 1) != e + 1 ||
		    is_under_label(m, entry, entry + 1) ||
		    (before != NO_CELL && is_under_label(m, entry, entry - 1)))
			continue;
		gap(m, e, &from, &to);
		if (open_items(m, from, to, &item) == 1 &&
		    entry->values == (size_t)view_item(m->view, item)->cols)
			m->view->of_entry[e] = item;
	}
}

static bool
names_item(const struct name *name)
{
	for (size_t t = 0; name != NULL && t < name->terms; t++)
		if (name->term[t].kind == TERM_ITEM)
			return true;
	return false;
}

/* A line of text that happens to name an item is a row of the table only
 * among others: prose speaks of 行政许可 too. */
static void
drop_strays(struct matching *m)
{
	enum { FEW = 3 };
	size_t begin = 0;

	while (begin < m->entries->count) {
		unsigned cluster = m->entries->entry[begin].cluster;
		size_t   end = begin, items = 0;

		while (end < m->entries->count &&
		    m->entries->entry[end].cluster == cluster) {
			items += names_item(m->entries->entry[end].name);
			end++;
		}
		for (size_t e = begin; items < FEW && e < end; e++)
			if (m->entries->entry[e].flowing)
				m->view->of_entry[e] = NO_ITEM;
		begin = end;
	}
}

const struct form_item *
view_item_here(const struct view *view, size_t i, struct form_item *own)
{
	const struct form_item *item = view_item(view, i);

	if (view->cols == 0 || item->cols != 1)
		return item;
	*own = *item;
	own->cols = view->cols;
	memcpy(own->col, view->col, sizeof(own->col));
	for (int c = 1; c < own->cols; c++)
		own->unit[c] = own->unit[0];
	return own;
}

static bool
is_column_of_form(const struct view *view, struct slice code)
{
	for (size_t i = 0; i < view->items; i++)
		for (int c = 0; c < view_item(view, i)->cols; c++)
			if (slice_eq(view_item(view, i)->col[c], code))
				return true;
	return false;
}

/* A table that divides the form's one column of figures into several says so
 * in its head, by names that no item of the form has for its columns. */
static void
divide_columns(struct view *view, const struct head *head)
{
	if (head == NULL || view->cols > 0)
		return;
	for (size_t i = 0; i < head->columns; i++) {
		struct slice code = head->column[i].code;

		if (code.n == 0 || view->cols == FORM_COLS_MAX ||
		    is_column_of_form(view, code)) {
			view->cols = 0;
			return;
		}
		view->col[view->cols++] = code;
	}
	if (view->cols < 2)
		view->cols = 0;
}

static void
learn(struct matching *m)
{
	for (size_t e = 0; e < m->entries->count; e++)
		if (m->view->of_entry[e] != NO_ITEM)
			divide_columns(m->view, m->entries->entry[e].head);
	for (size_t e = 0; e < m->entries->count; e++) {
		struct form_item own;

		if (m->view->of_entry[e] != NO_ITEM)
			peers_learn(&m->view->peers, m->sheet,
			    &m->entries->entry[e], view_item_here(m->view,
			    m->view->of_entry[e], &own));
	}
}

/* Chains the entries of each item, in their order. */
static void
chain(struct matching *m)
{
	struct view *view = m->view;

	for (size_t i = 0; i < view->items; i++)
		view->first[i] = NO_ENTRY;
	for (size_t e = m->entries->count; e-- > 0;) {
		size_t i = view->of_entry[e];

		if (i == NO_ITEM)
			continue;
		view->next[e] = view->first[i];
		view->first[i] = e;
	}
}

bool
view_leads_gap(const struct view *view, const struct entries *entries, size_t i)
{
	while (++i < view->items)
		if (view_item(view, i)->cols > 0 && !view_item(view, i)->heading)
			break;
	if (i >= view->items)
		return false;
	for (size_t e = view->first[i]; e != NO_ENTRY; e = view->next[e])
		if (entries->entry[e].first < entries->entry[e].end)
			return false;
	return true;
}

void
view_match(struct view *view, const struct sheet *sheet,
    const struct entries *entries, const struct vocabulary *vocabulary,
    struct arena *arena)
{
	struct matching m = { view, sheet, entries, vocabulary, arena };

	view->of_entry = arena_alloc(arena,
	    (entries->count + 1) * sizeof(*view->of_entry));
	view->next = arena_alloc(arena,
	    (entries->count + 1) * sizeof(*view->next));
	match_names(&m);
	drop_strays(&m);
	match_repeated(&m);
	match_damaged(&m);
	match_unlabelled(&m);
	chain(&m);
	learn(&m);
}
