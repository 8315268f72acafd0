#include "tables.h"

#include <stdlib.h>

#include "base/memory.h"
#include "columnar.h"
#include "detect_form.h"
#include "match.h"
#include "place.h"
#include "read_cells.h"
#include "row_totals.h"
#include "run_together.h"
#include "sums.h"

struct tables {
	const struct forms  *forms;
	struct arena         arena;
	struct cells         cells;
	struct table_rows    rows;
	bool                *named;	/* as detect_items */
	struct detected_form detected;
	/* While facts go out. */
	fact_fn             *emit;
	void                *context;
	struct table_counts  counts;
};

static const struct slice none = { "", 0 };

struct tables *
tables_new(const struct forms *forms)
{
	struct tables *t = memory_get(sizeof(*t));

	*t = (struct tables){ .forms = forms };
	t->cells = (struct cells){ .forms = forms, .arena = &t->arena,
		.dictionary = dictionary_new(forms) };
	t->named = memory_get(forms->items * sizeof(*t->named));
	return t;
}

void
tables_free(struct tables *t)
{
	dictionary_free(t->cells.dictionary);
	arena_free(&t->arena);
	cells_free(&t->cells);
	rows_free(&t->rows);
	free(t->named);
	free(t);
}

struct slice
tables_read(struct tables *t, const struct document *document,
    struct slice year)
{
	arena_reset(&t->arena);
	cells_read(&t->cells, document);
	rows_read(&t->rows, &t->cells);
	detect_items(t->named, &t->rows);
	t->detected = detect_form(&t->rows, t->named, year);
	if (t->detected.form != NO_FORM)
		detect_drop_other_meanings(t->named, &t->rows,
		    t->detected.variant);
	return t->detected.form != NO_FORM ?
	    t->forms->form[t->detected.form].name : none;
}

/* Hands out a fact on COLUMN of ITEM. */
static void
emit(struct tables *t, const struct form_item *item, int column,
    struct fact fact)
{
	fact.item = item->code;
	fact.col = item->col[column];
	if (fact.unit.n == 0)
		fact.unit = item->unit[column];
	fact.source = SLICE("table");
	t->emit(t->context, &fact);
}

/* Counts CELL, NULL for a blank, and says what it is. */
static struct fact
cell_fact(struct tables *t, const struct table_cell *cell)
{
	static const struct slice state[] = {
		[FIGURE_NUMBER] = { "number", 6 },
		[FIGURE_BLANK] = { "blank", 5 },
		[FIGURE_NA] = { "na", 2 },
		[FIGURE_APPROX] = { "approx", 6 },
		[FIGURE_UNREADABLE] = { "unreadable", 10 },
	};
	static const struct table_cell blank = {
		.text = { "", 0 }, .loc = { "", 0 },
		.figure = { .state = FIGURE_BLANK, .unit = { "", 0 } },
	};
	const struct figure *figure;

	if (cell == NULL)
		cell = &blank;
	figure = &cell->figure;
	t->counts.found++;
	t->counts.blank += figure->state == FIGURE_BLANK;
	t->counts.unreadable += figure->state == FIGURE_UNREADABLE;
	return (struct fact){
		.state = state[figure->state], .unit = figure->unit,
		.value = slice_of(figure->value),
		.loc = cell->loc, .raw = cell->text,
	};
}

static void
emit_absent(struct tables *t, const struct form_item *item, int column)
{
	emit(t, item, column, (struct fact){ .state = SLICE("absent"),
	    .value = none, .unit = none, .loc = none, .raw = none });
}

/* Hands out that none of ITEM's cells can be read; RAW is what there is. */
static void
emit_unreadable(struct tables *t, const struct form_item *item,
    struct slice loc, struct slice raw)
{
	for (int i = 0; i < item->cols; i++)
		emit(t, item, i, (struct fact){ .state = SLICE("unreadable"),
		    .value = none, .unit = none, .loc = loc, .raw = raw });
	t->counts.found += (unsigned)item->cols;
	t->counts.unreadable += (unsigned)item->cols;
}

static void
emit_placement(struct tables *t, const struct form_item *item,
    const struct placement *placement)
{
	for (int i = 0; i < item->cols; i++) {
		struct fact fact;

		if (placement->missing[i]) {
			emit_absent(t, item, i);
			continue;
		}
		fact = cell_fact(t, placement->cell[i]);
		if (placement->cell[i] == NULL)
			fact.loc = placement->loc;
		if (fact.unit.n == 0)
			fact.unit = placement->unit;
		emit(t, item, i, fact);
	}
}

static bool
same_figures(const struct placement *a, const struct placement *b, int cols)
{
	for (int i = 0; i < cols; i++)
		if (!slice_eq(a->cell[i] != NULL ? a->cell[i]->text : none,
		    b->cell[i] != NULL ? b->cell[i]->text : none))
			return false;
	return true;
}

static bool
has_figures(const struct placement *placement, int cols)
{
	for (int i = 0; i < cols; i++)
		if (placement->cell[i] != NULL)
			return true;
	return false;
}

/* Whether row number R has figures that no item claims. */
static bool
is_orphan(const struct match *match, size_t r)
{
	const struct table_row *row = &match->rows->row[r];

	return row->figures > 0 && row->name == NULL && !row->merged &&
	    match->item_of_row[r] == NO_ITEM;
}

/* Whether row number R stands beside an orphan, which may be its own figures, cut
 * off from it. */
static bool
beside_orphan(const struct match *match, size_t r)
{
	const struct table_rows *rows = match->rows;

	for (size_t i = r > 0 ? r - 1 : 0; i <= r + 1 && i < rows->count; i++)
		if (is_orphan(match, i) &&
		    rows->row[i].stretch == rows->row[r].stretch)
			return true;
	return false;
}

/* The first orphan behind row number FROM and before END, *COUNT how many there are:
 * not among lines of text, whose labels are cut into orphans. */
static size_t
orphans_between(const struct match *match, size_t from, size_t end,
    size_t *count)
{
	const struct table_rows *rows = match->rows;
	size_t                   first = NO_ROW;

	*count = 0;
	for (size_t r = from + 1; r < end; r++) {
		if (!is_orphan(match, r) || (rows->row[r].flowing &&
		    !rows->cells->row[rows->row[r].cell_row].in_run))
			continue;
		first = first == NO_ROW ? r : first;
		++*count;
	}
	return first;
}

/* The orphan that may be item number I, which has no row: one of those between the rows
 * of the items before and behind it, where no fewer stand than items are missing;
 * NO_ROW: none. */
static size_t
orphan_for(const struct match *match, size_t i)
{
	size_t before = i, behind = i + 1, missing = 1, count, orphan;

	for (; before > 0 && match->first[before - 1] == NO_ROW; before--)
		missing += !match_item(match, before - 1)->heading;
	for (; behind < match->items && match->first[behind] == NO_ROW; behind++)
		missing += !match_item(match, behind)->heading;
	if (before == 0 || behind == match->items)
		return NO_ROW;
	orphan = orphans_between(match, match->first[before - 1],
	    match->first[behind], &count);
	return count >= missing ? orphan : NO_ROW;
}

/* Whether the figures of ROW may be some of its own and some of the next
 * item's, whose label is lost: where blanks vanish, or rows have no ends, their
 * number proves nothing. */
static bool
may_hold_more(const struct match *match, const struct table_row *row,
    const struct form_item *item, const struct placement *placement)
{
	bool in_run = match->rows->cells->row[row->cell_row].in_run;

	return row->flowing && (match->layouts.lossy || in_run) &&
	    !(item_has_total(item) &&
	    sums_prove(placement->cell, (size_t)item->cols));
}

/* What the rows of an item say together. */
struct item_reading {
	struct placement        placement;
	const struct table_row *row;	/* NULL: none */
};

/* Adds what PLACEMENT of ROW says to READING.  A block printed twice agrees
 * with itself; two that differ are nobody's to choose from. */
static void
add_placement(struct item_reading *reading, const struct form_item *item,
    const struct placement *placement, const struct table_row *row)
{
	bool had = reading->placement.state == PLACEMENT_DONE;
	bool has = placement->state == PLACEMENT_DONE;

	if (reading->row == NULL || (!had && has) ||
	    (had && !has_figures(&reading->placement, item->cols)))
		*reading = (struct item_reading){ *placement, row };
	else if (has && has_figures(placement, item->cols) &&
	    !same_figures(&reading->placement, placement, item->cols))
		reading->placement.state = PLACEMENT_UNCLEAR;
}

/* Reads the rows of item number I of MATCH, which is ITEM. */
static struct item_reading
read_item(struct match *match, size_t i, const struct form_item *item)
{
	struct item_reading reading = { .row = NULL };
	size_t              orphan;

	for (size_t r = match->first[i]; r != NO_ROW; r = match->next[r]) {
		const struct table_row *row = &match->rows->row[r];
		struct placement        placement;

		place_row(&match->layouts, match->rows, row, item, &placement);
		if (placement.state == PLACEMENT_NONE)
			continue;
		if ((row->figures == 0 ||
		    may_hold_more(match, row, item, &placement)) &&
		    (beside_orphan(match, r) ||
		    (row->figures > 0 && match_before_gap(match, i))))
			placement.state = PLACEMENT_UNCLEAR;
		add_placement(&reading, item, &placement, row);
	}
	orphan = match->first[i] == NO_ROW && !item->heading ?
	    orphan_for(match, i) : NO_ROW;
	if (orphan != NO_ROW)
		reading = (struct item_reading){ .row =
			&match->rows->row[orphan],
			.placement.state = PLACEMENT_UNCLEAR };
	return reading;
}

/* Hands out ITEM's total, which sums prove, and that its other cells cannot be
 * read; RAW is what there is. */
static void
emit_total(struct tables *t, const struct form_item *item,
    const struct table_cell *total, struct slice raw)
{
	struct form_item parts = *item;
	struct fact      fact = cell_fact(t, total);

	parts.cols--;
	emit_unreadable(t, &parts, total->loc, raw);
	fact.loc = arena_join(&t->arena, total->loc, SLICE("/sums"));
	emit(t, item, item->cols - 1, fact);
}

/* What is known of the rows of a table that only the table can tell. */
struct table_proofs {
	struct row_totals totals;
	struct splits     splits;
};

/* Takes the cells that the row of item number I is proved to be split into, where it
 * says nothing by itself. */
static void
take_split(struct item_reading *reading, const struct form_item *item, size_t i,
    const struct splits *splits)
{
	if (!splits->any || splits->cell[i] == NULL || reading->row == NULL ||
	    reading->placement.state != PLACEMENT_UNCLEAR)
		return;
	for (int c = 0; c < item->cols; c++)
		reading->placement.cell[c] = splits->cell[i][c];
	reading->placement.state = PLACEMENT_DONE;
}

static void
emit_item(struct tables *t, struct match *match, size_t i,
    const struct table_proofs *proofs)
{
	struct form_item        own;
	const struct form_item *item = match_item_here(match, i, &own);
	struct item_reading     reading = read_item(match, i, item);
	const struct cells     *cells = &t->cells;
	const struct row_totals *totals = &proofs->totals;
	struct slice            raw;
	size_t                  cell;

	take_split(&reading, item, i, &proofs->splits);
	if (item->heading) {
		/* A group prints no figures; where a report gives it some all
		 * the same, they are to be held against its parts.  Unless
		 * they are the first part's, which lost its label. */
		if (reading.row != NULL &&
		    reading.placement.state == PLACEMENT_DONE &&
		    has_figures(&reading.placement, item->cols) &&
		    match_before_part(match, i, reading.row))
			emit_placement(t, item, &reading.placement);
		return;
	}
	t->counts.expected += (unsigned)item->cols;
	if (reading.row == NULL)
		for (int c = 0; c < item->cols; c++)
			emit_absent(t, item, c);
	else if (reading.placement.state == PLACEMENT_DONE)
		emit_placement(t, item, &reading.placement);
	else {
		cell = reading.row->label != NO_CELL ? reading.row->label :
		    reading.row->first;
		raw = cells_join(cells, &cells->cell[reading.row->first],
		    &cells->cell[reading.row->end], false);
		if (totals->proved && totals->total[i] != NULL &&
		    reading.row->figures > 1)
			emit_total(t, item, totals->total[i], raw);
		else
			emit_unreadable(t, item, cells->cell[cell].loc, raw);
	}
}

static void
emit_columnar(struct tables *t, const struct match *match,
    const struct columnar *columnar)
{
	for (size_t i = 0; i < match->items; i++) {
		const struct form_item *item = match_item(match, i);
		struct fact             fact;

		if (item->heading)
			continue;
		t->counts.expected++;
		if (columnar->state == PLACEMENT_DONE) {
			fact = cell_fact(t, columnar->cell[i]);
			fact.loc = columnar->loc;
			emit(t, item, 0, fact);
		} else if (columnar->state == PLACEMENT_NONE)
			emit_absent(t, item, 0);
		else
			emit_unreadable(t, item, columnar->loc,
			    columnar->raw);
	}
}

static void
emit_table(struct tables *t, size_t table)
{
	struct match        match;
	struct columnar     columnar;
	struct table_proofs proofs;

	match_begin(&match, &t->rows, table, t->detected.variant, t->named);
	if (columnar_is(&match) && columnar_read(&match, &columnar)) {
		emit_columnar(t, &match, &columnar);
		return;
	}
	match_rows(&match);
	row_totals_find(&match, &proofs.totals);
	run_together_split(&match, &proofs.splits);
	for (size_t i = 0; i < match.items; i++)
		emit_item(t, &match, i, &proofs);
}

struct table_counts
tables_facts(struct tables *t, fact_fn *emit_fact, void *context)
{
	const struct form_item *item = t->forms->item;

	t->emit = emit_fact;
	t->context = context;
	t->counts = (struct table_counts){ 0 };
	for (size_t i = 0; i < t->forms->items; i++)
		if (item[i].of_form == t->detected.form &&
		    item[i].first_of_table == i)
			emit_table(t, i);
	return t->counts;
}
