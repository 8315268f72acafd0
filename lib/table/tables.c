#include "tables.h"

#include <stdlib.h>

#include "base/memory.h"
#include "text/number.h"
#include "columnar.h"
#include "detect_form.h"
#include "sums.h"
#include "match.h"

struct laying {
	const struct forms *forms;
	struct vocabulary  *vocabulary;
	struct arena        arena;
	struct sheet        sheet;
	struct entries      entries;
	bool               *named;	/* as recognise_named */
	struct recognised   recognised;
	/* While facts go out. */
	fact_fn             *emit;
	void                *context;
	struct laying_counts counts;
};

struct laying *
laying_new(const struct forms *forms)
{
	struct laying *l = memory_get(sizeof(*l));

	*l = (struct laying){ .forms = forms };
	l->vocabulary = vocabulary_new(forms);
	l->named = memory_get(forms->items * sizeof(*l->named));
	return l;
}

void
laying_free(struct laying *l)
{
	vocabulary_free(l->vocabulary);
	arena_free(&l->arena);
	sheet_free(&l->sheet);
	entries_free(&l->entries);
	free(l->named);
	free(l);
}

struct slice
laying_read(struct laying *l, const struct document *document,
    struct slice year)
{
	arena_reset(&l->arena);
	sheet_read(&l->sheet, document, l->vocabulary, &l->arena);
	entries_read(&l->entries, &l->sheet, l->forms, l->vocabulary,
	    &l->arena);
	recognise_named(l->named, l->forms, &l->entries);
	l->recognised = recognise(l->forms, &l->sheet, &l->entries,
	    l->named, year);
	return l->recognised.form != NO_FORM ?
	    l->forms->form[l->recognised.form].name : (struct slice){ "", 0 };
}

static const struct slice state_name[] = {
	[FIGURE_NUMBER] = { "number", 6 },
	[FIGURE_BLANK] = { "blank", 5 },
	[FIGURE_NA] = { "na", 2 },
	[FIGURE_APPROX] = { "approx", 6 },
	[FIGURE_UNREADABLE] = { "unreadable", 10 },
};

/* Hands out the cell of ITEM in COLUMN; UNIT, if not empty, is the one printed
 * beside it. */
static void
emit_cell(struct laying *l, const struct form_item *item, int column,
    struct slice text, struct slice loc, struct slice unit)
{
	struct figure figure;
	struct fact   fact = {
		.item = item->code, .col = item->col[column],
		.unit = unit.n > 0 ? unit : item->unit[column],
		.source = SLICE("table"), .loc = loc, .raw = text,
	};

	figure_cell(text, &figure);
	fact.state = state_name[figure.state];
	fact.value = slice_of(figure.value);
	if (figure.unit.n > 0)
		fact.unit = figure.unit;
	l->counts.found++;
	l->counts.blank += figure.state == FIGURE_BLANK;
	l->counts.unreadable += figure.state == FIGURE_UNREADABLE;
	l->emit(l->context, &fact);
}

static void
emit_without(struct laying *l, const struct form_item *item, int column,
    struct slice state, struct slice loc, struct slice raw)
{
	struct fact fact = {
		.item = item->code, .col = item->col[column],
		.value = { "", 0 }, .unit = item->unit[column],
		.state = state, .source = SLICE("table"), .loc = loc,
		.raw = raw,
	};

	l->emit(l->context, &fact);
}

static void
emit_absent(struct laying *l, const struct form_item *item)
{
	for (int i = 0; i < item->cols; i++)
		emit_without(l, item, i, SLICE("absent"),
		    (struct slice){ "", 0 }, (struct slice){ "", 0 });
}

static void
emit_unreadable(struct laying *l, const struct form_item *item,
    struct slice loc, struct slice raw)
{
	for (int i = 0; i < item->cols; i++)
		emit_without(l, item, i, SLICE("unreadable"), loc, raw);
	l->counts.found += (unsigned)item->cols;
	l->counts.unreadable += (unsigned)item->cols;
}

static void
emit_placing(struct laying *l, const struct form_item *item,
    const struct placing *placing)
{
	for (int i = 0; i < item->cols; i++)
		if (placing->missing[i])
			emit_without(l, item, i, SLICE("absent"),
			    (struct slice){ "", 0 }, (struct slice){ "", 0 });
		else
			emit_cell(l, item, i, placing->text[i],
			    placing->loc[i], placing->unit);
}

/* All the cells of ENTRY, for the reader of an unreadable fact. */
static struct slice
entry_text(struct laying *l, const struct entry *entry)
{
	size_t n = 0, at = 0;
	char  *text;

	for (size_t i = entry->first; i < entry->end; i++)
		n += l->sheet.cell[i].text.n + 1;
	text = arena_alloc(&l->arena, n);
	for (size_t i = entry->first; i < entry->end; i++) {
		struct slice cell = l->sheet.cell[i].text;

		if (at > 0)
			text[at++] = '|';
		memcpy(text + at, cell.p, cell.n);
		at += cell.n;
	}
	return (struct slice){ text, at };
}

static bool
same_figures(const struct placing *a, const struct placing *b, int cols)
{
	for (int i = 0; i < cols; i++)
		if (!slice_eq(a->text[i], b->text[i]))
			return false;
	return true;
}

static bool
has_figures(const struct placing *placing, int cols)
{
	for (int i = 0; i < cols; i++)
		if (placing->text[i].n > 0)
			return true;
	return false;
}

/* Whether entry E stands beside figures that no item claims, which may be its
 * own, cut off from it. */
static bool
beside_orphan(const struct laying *l, const struct view *view, size_t e)
{
	for (size_t i = e > 0 ? e - 1 : 0; i <= e + 1 && i < l->entries.count;
	    i++) {
		const struct entry *entry = &l->entries.entry[i];

		if (entry->values > 0 && entry->name == NULL &&
		    !entry->merged && view->of_entry[i] == NO_ITEM &&
		    entry->cluster == l->entries.entry[e].cluster)
			return true;
	}
	return false;
}

/* Whether the figures of ENTRY may be some of its own and some of the next
 * item's, whose label is lost: where blanks vanish, their number proves
 * nothing. */
static bool
may_hold_more(const struct view *view, const struct entry *entry,
    const struct form_item *item, const struct placing *placing)
{
	return entry->flowing && view->peers.lossy &&
	    !(item_has_total(item) &&
	    sums_prove(placing->text, (size_t)item->cols));
}

/* What the entries of item number I of VIEW say together.  A block printed
 * twice agrees with itself; two that differ are nobody's to choose from. */
struct said {
	struct placing      placing;
	const struct entry *entry;	/* NULL: none */
};

static struct said
gather(struct laying *l, struct view *view, size_t i)
{
	struct form_item        own;
	const struct form_item *item = view_item_here(view, i, &own);
	struct said             said = { .entry = NULL };

	for (size_t e = view->first[i]; e != NO_ENTRY; e = view->next[e]) {
		const struct entry *entry = &l->entries.entry[e];
		struct placing      placing;

		columns_place(&view->peers, &l->sheet, entry, item, &placing);
		if (placing.state == READ_NOTHING)
			continue;
		if ((entry->values == 0 ||
		    may_hold_more(view, entry, item, &placing)) &&
		    (beside_orphan(l, view, e) || (entry->values > 0 &&
		    view_leads_gap(view, &l->entries, i))))
			placing.state = READ_UNCLEAR;
		if (said.entry == NULL || (said.placing.state != READ_PLACED &&
		    placing.state == READ_PLACED) ||
		    (said.placing.state == READ_PLACED &&
		    !has_figures(&said.placing, item->cols)))
			said = (struct said){ placing, entry };
		else if (placing.state == READ_PLACED &&
		    has_figures(&placing, item->cols) &&
		    !same_figures(&said.placing, &placing, item->cols))
			said.placing.state = READ_UNCLEAR;
	}
	return said;
}

static struct slice
loc_of(const struct laying *l, const struct entry *entry)
{
	size_t cell = entry->label != NO_CELL ? entry->label : entry->first;

	return l->sheet.cell[cell].loc;
}

static void
emit_item(struct laying *l, struct view *view, size_t i)
{
	struct form_item        own;
	const struct form_item *item = view_item_here(view, i, &own);
	struct said             said;

	said = gather(l, view, i);
	if (item->heading) {
		/* A group prints no figures; where a report gives it some all
		 * the same, they are to be held against its parts.  Unless
		 * they are the first part's, which lost its label. */
		if (said.entry != NULL && said.placing.state == READ_PLACED &&
		    has_figures(&said.placing, item->cols) &&
		    !view_leads_gap(view, &l->entries, i))
			emit_placing(l, item, &said.placing);
		return;
	}
	l->counts.expected += (unsigned)item->cols;
	if (said.entry == NULL)
		emit_absent(l, item);
	else if (said.placing.state == READ_PLACED)
		emit_placing(l, item, &said.placing);
	else
		emit_unreadable(l, item, loc_of(l, said.entry),
		    entry_text(l, said.entry));
}

/* Whether TABLE is one whose head runs over the columns, each item a leaf
 * under groups that have no figures: that of reviews. */
static bool
is_leafy(const struct view *view)
{
	bool groups = false;

	for (size_t i = 0; i < view->items; i++) {
		groups |= view_item(view, i)->heading;
		if (!view_item(view, i)->heading &&
		    (view_item(view, i)->cols != 1 ||
		    view_item(view, i)->parent.n == 0))
			return false;
	}
	return groups;
}

static void
emit_leaves(struct laying *l, const struct view *view,
    const struct leaves *leaves)
{
	for (size_t i = 0; i < view->items; i++) {
		const struct form_item *item = view_item(view, i);

		if (item->heading)
			continue;
		l->counts.expected++;
		if (leaves->state == READ_PLACED)
			emit_cell(l, item, 0, leaves->text[i], leaves->loc,
			    (struct slice){ "", 0 });
		else if (leaves->state == READ_NOTHING)
			emit_absent(l, item);
		else
			emit_unreadable(l, item, leaves->loc, leaves->raw);
	}
}

static void
emit_table(struct laying *l, size_t table)
{
	struct view   view;
	struct leaves leaves;

	view_items(&view, l->forms, table, l->recognised.variant, l->named,
	    &l->arena);
	if (is_leafy(&view) &&
	    leaves_read(&view, &l->sheet, &l->arena, &leaves)) {
		emit_leaves(l, &view, &leaves);
		return;
	}
	view_match(&view, &l->sheet, &l->entries, l->vocabulary, &l->arena);
	for (size_t i = 0; i < view.items; i++)
		emit_item(l, &view, i);
}

struct laying_counts
laying_facts(struct laying *l, fact_fn *emit, void *context)
{
	const struct form_item *item = l->forms->item;

	l->emit = emit;
	l->context = context;
	l->counts = (struct laying_counts){ 0 };
	for (size_t i = 0; i < l->forms->items; i++)
		if (item[i].of_form == l->recognised.form &&
		    item[i].first_of_table == i)
			emit_table(l, i);
	return l->counts;
}
