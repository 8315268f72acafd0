#include "tables.h"

#include <stdlib.h>

#include "base/memory.h"
#include "columnar.h"
#include "detect_form.h"
#include "first_blanks.h"
#include "item_reading.h"
#include "read_cells.h"
#include "row_totals.h"
#include "run_together.h"
#include "slots.h"
#include "sums.h"
#include "unclaimed.h"

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
	size_t               tables;	/* that the form has */
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

/* Hands out what stands in READING; a blank with the place of its cell, or that of the
 * row's label where the cell is not known. */
static void
emit_placement(struct tables *t, const struct form_item *item,
    const struct item_reading *reading)
{
	const struct placement  *placement = &reading->placement;
	const struct table_cell *slot[FORM_COLS_MAX];
	bool                     has_slots = slots_find(&t->cells,
	    reading->row->first, reading->row->end, placement->cell,
	    placement->missing, (size_t)item->cols, slot);

	for (int i = 0; i < item->cols; i++) {
		struct fact fact;

		if (placement->missing[i]) {
			emit_absent(t, item, i);
			continue;
		}
		fact = cell_fact(t, placement->cell[i]);
		if (placement->cell[i] == NULL)
			fact.loc = has_slots ? slot[i]->loc : placement->loc;
		if (fact.unit.n == 0)
			fact.unit = placement->unit;
		emit(t, item, i, fact);
	}
}

/* Hands out that COLUMN of ITEM holds CELL, as sums prove. */
static void
emit_proved(struct tables *t, const struct form_item *item, int column,
    const struct table_cell *cell)
{
	struct fact fact = cell_fact(t, cell);

	fact.loc = arena_join(&t->arena, cell->loc, SLICE("/sums"));
	emit(t, item, column, fact);
}

/* Hands out ITEM's total, which sums prove, and that its other cells cannot be
 * read; RAW is what there is. */
static void
emit_total(struct tables *t, const struct form_item *item,
    const struct table_cell *total, struct slice raw)
{
	struct form_item parts = *item;

	parts.cols--;
	emit_unreadable(t, &parts, total->loc, raw);
	emit_proved(t, item, item->cols - 1, total);
}

/* What is known of the rows of a table that only the table can tell. */
struct table_proofs {
	struct row_totals totals;
	struct splits     splits;
	struct orphans    orphans;
};

/* Takes the cells that the row of item number I is proved to be split into, where it
 * says nothing by itself. */
static void
take_split(struct item_reading *reading, const struct form_item *item, size_t i,
    const struct splits *splits)
{
	if (!splits->any || splits->cell[i] == NULL || reading->row == NULL ||
	    reading->placement.state == PLACEMENT_DONE)
		return;
	for (int c = 0; c < item->cols; c++)
		reading->placement.cell[c] = splits->cell[i][c];
	reading->placement.state = PLACEMENT_DONE;
}

/* The number of the row of cells where the item nearest to number I before it (STEP -1)
 * or behind it (STEP 1) has figures; NONE: there is none. */
static size_t
nearest_figures(const struct match *match, size_t i, int step, size_t none)
{
	while (step < 0 ? i > 0 : i + 1 < match->items) {
		size_t row = match->first[i = step < 0 ? i - 1 : i + 1];

		if (row != NO_ROW && match->rows->row[row].figures > 0)
			return match->rows->row[row].cell_row;
	}
	return none;
}

/* Where figures of the table of MATCH may stand that nobody takes. */
static struct unclaimed_place
unclaimed_place(const struct tables *t, const struct match *match)
{
	return (struct unclaimed_place){
		.section = t->tables == 1 ? none :
		    t->forms->item[match->table].table,
		.table = match->table, .begin = 0, .end = t->cells.rows,
	};
}

/* Those of item number I: between those of its neighbours, if rows keep their order and
 * its label stands nowhere. */
static struct unclaimed_place
unclaimed_place_of(const struct tables *t, const struct match *match, size_t i)
{
	struct unclaimed_place place = unclaimed_place(t, match);

	if (match->first[i] == NO_ROW && match_keeps_order(match)) {
		place.begin = nearest_figures(match, i, -1, 0);
		place.end = nearest_figures(match, i, 1, t->cells.rows);
	}
	return place;
}

/* Hands out that ITEM's cells are unreadable if figures in PLACE that nobody takes may be
 * its own.  Returns whether there are such. */
static bool
emit_unclaimed(struct tables *t, const struct form_item *item,
    struct unclaimed_place place)
{
	enum { SEVERAL = 2 };	/* one may be a year or a page, but in a run of text */
	const struct cells    *cells = &t->cells;
	size_t                 figures;
	const struct cell_row *row = unclaimed_find(cells, &place, &figures);

	if (row == NULL || (figures < SEVERAL && !row->in_run))
		return false;
	emit_unreadable(t, item, cells->cell[row->first].loc,
	    cells_join(cells, &cells->cell[row->first],
	    &cells->cell[row->end], false));
	return true;
}

/* Whether figures of ROW, which has none, may stand elsewhere: words below it, its number
 * among the cells before it, or a figure that went to the label behind it say so. */
static bool
may_have_lost_figures(const struct table_rows *rows, const struct table_row *row)
{
	return row->robbed || rows_have_words_below(rows, row) ||
	    (row->label != NO_CELL && rows_lost_number(rows->cells, row->label));
}

/* Whether the label of item number I may have lost its figures, or stands among others of
 * its table, none of which has a figure: nobody knows whether they were left blank or lost
 * on the way.  One or two may be words of a sentence. */
static bool
is_bare(const struct match *match, size_t i)
{
	enum { ENOUGH = 3 };
	size_t labels = 0;

	if (match->first[i] == NO_ROW)
		return false;
	if (may_have_lost_figures(match->rows, &match->rows->row[match->first[i]]))
		return true;
	for (size_t k = 0; k < match->items; k++) {
		if (match->first[k] == NO_ROW)
			continue;
		if (match->rows->row[match->first[k]].figures > 0)
			return false;
		labels++;
	}
	return labels >= ENOUGH;
}

/* Hands out that item number I has no row: its cells are absent, or unreadable where
 * figures that nobody takes may be its own, or its label is all that
 * stands there. */
static void
emit_missing(struct tables *t, const struct match *match, size_t i,
    const struct form_item *item)
{
	if (emit_unclaimed(t, item, unclaimed_place_of(t, match, i)))
		return;
	if (is_bare(match, i))
		emit_unreadable(t, item, rows_label(match->rows,
		    &match->rows->row[match->first[i]])->loc, SLICE(""));
	else
		for (int c = 0; c < item->cols; c++)
			emit_absent(t, item, c);
}

static void
emit_item(struct tables *t, const struct match *match, size_t i,
    struct item_reading reading, const struct row_totals *totals)
{
	struct form_item        own;
	const struct form_item *item = match_item_here(match, i, &own);
	const struct cells     *cells = &t->cells;
	struct slice            raw;
	size_t                  cell;

	if (item->heading) {
		/* A group prints no figures; where a report gives it some all
		 * the same, they are to be held against its parts.  Unless
		 * they are the first part's, which lost its label. */
		if (reading.row != NULL &&
		    reading.placement.state == PLACEMENT_DONE &&
		    item_has_figures(&reading, item->cols) &&
		    match_before_part(match, i, reading.row))
			emit_placement(t, item, &reading);
		return;
	}
	t->counts.expected += (unsigned)item->cols;
	if (reading.row == NULL)
		emit_missing(t, match, i, item);
	else if (reading.placement.state == PLACEMENT_DONE)
		emit_placement(t, item, &reading);
	else {
		cell = reading.row->label != NO_CELL ? reading.row->label :
		    reading.row->first;
		/* What a label runs into stands in its own text. */
		raw = reading.row->first == reading.row->end ?
		    reading.row->text : cells_join(cells,
		    &cells->cell[reading.row->first],
		    &cells->cell[reading.row->end], false);
		if (totals->total[i] != NULL && reading.row->figures > 1)
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
			if (fact.loc.n == 0)
				fact.loc = columnar->slot[i] != NULL ?
				    columnar->slot[i]->loc : columnar->loc;
			emit(t, item, 0, fact);
		} else if (columnar->state == PLACEMENT_NONE) {
			if (!emit_unclaimed(t, item, unclaimed_place(t, match)))
				emit_absent(t, item, 0);
		} else if (columnar->proved[i] != NULL)
			emit_proved(t, item, 0, columnar->proved[i]);
		else
			emit_unreadable(t, item, columnar->loc,
			    columnar->raw);
	}
}

/* A table of the form as the document has it. */
struct form_table {
	struct match    match;
	struct columnar columnar;
	bool            by_columns;	/* COLUMNAR is it */
};

/* Notes which rows TABLE takes. */
static void
mark_taken(struct tables *t, const struct form_table *table)
{
	const struct columnar *columnar = &table->columnar;
	struct table_rows     *rows = &t->rows;

	for (size_t r = 0; r < rows->count; r++) {
		struct table_row *row = &rows->row[r];

		row->taken |= table->by_columns ?
		    row->cell_row >= columnar->first_row &&
		    row->cell_row <= columnar->last_row :
		    table->match.item_of_row[r] != NO_ITEM;
		if (row->taken && !table->by_columns)
			unclaimed_take(&t->cells, row->cell_row, row->end);
	}
	if (table->by_columns)
		unclaimed_take(&t->cells, columnar->first_row,
		    t->cells.row[columnar->last_row].end);
}

/* Finds the rows of the table whose first item is number ITEM. */
static void
read_table(struct tables *t, size_t item, struct form_table *table)
{
	struct match *match = &table->match;

	match_begin(match, &t->rows, item, t->detected.variant, t->named);
	table->by_columns = columnar_is(match) &&
	    columnar_read(match, &table->columnar);
	if (!table->by_columns)
		match_rows(match);
	mark_taken(t, table);
}

/* Reads all items of MATCH, since what one says another may prove. */
static struct item_reading *
read_items(struct tables *t, struct match *match,
    const struct table_proofs *proofs)
{
	struct item_reading *reading = arena_alloc(&t->arena,
	    (match->items + 1) * sizeof(*reading));

	for (size_t i = 0; i < match->items; i++) {
		struct form_item        own;
		const struct form_item *item = match_item_here(match, i, &own);

		reading[i] = item_read(match, i, item, &proofs->orphans);
		take_split(&reading[i], item, i, &proofs->splits);
	}
	first_blanks_prove(match, reading);
	return reading;
}

/* Notes whether blanks vanish: where they do in one of the TABLES they do in all, unless
 * lines stand for them. */
static void
note_losses(const struct tables *t, struct form_table *table)
{
	bool lossy = false;

	for (size_t i = 0; !t->cells.blank_lines && i < t->tables; i++)
		lossy |= !table[i].by_columns && table[i].match.layouts.lossy;
	for (size_t i = 0; i < t->tables; i++)
		table[i].match.lossy = lossy;
}

/* Notes which rows are ORPHANS of MATCH. */
static void
note_orphans(struct tables *t, const struct match *match,
    const struct orphans *orphans)
{
	for (size_t i = 0; i < match->items; i++)
		if (orphans->of[i] != NO_ROW)
			unclaimed_note_orphan(&t->cells,
			    t->rows.row[orphans->of[i]].cell_row,
			    t->rows.row[orphans->of[i]].end, match->table);
}

static void
emit_table(struct tables *t, struct form_table *table)
{
	struct match        *match = &table->match;
	struct table_proofs  proofs;
	struct item_reading *reading;
	if (table->by_columns) {
		emit_columnar(t, match, &table->columnar);
		return;
	}
	row_totals_find(match, &proofs.totals);
	run_together_split(match, &proofs.splits);
	orphans_find(match, &proofs.orphans);
	note_orphans(t, match, &proofs.orphans);
	reading = read_items(t, match, &proofs);
	for (size_t i = 0; i < match->items; i++)
		emit_item(t, match, i, reading[i], &proofs.totals);
}

/* Whether item number I of the forms is the first of a table of the form. */
static bool
begins_table(const struct tables *t, size_t i)
{
	return t->forms->item[i].of_form == t->detected.form &&
	    t->forms->item[i].first_of_table == i;
}

struct table_counts
tables_facts(struct tables *t, fact_fn *emit_fact, void *context)
{
	struct form_table *table;
	size_t             n = 0;

	t->emit = emit_fact;
	t->context = context;
	t->counts = (struct table_counts){ 0 };
	t->tables = 0;
	for (size_t i = 0; i < t->forms->items; i++)
		t->tables += begins_table(t, i);
	table = arena_alloc(&t->arena, (t->tables + 1) * sizeof(*table));
	/* All are sought before any is told: what no table takes may be any's. */
	for (size_t i = 0; i < t->forms->items; i++)
		if (begins_table(t, i))
			read_table(t, i, &table[n++]);
	note_losses(t, table);
	for (size_t i = 0; i < t->tables; i++)
		emit_table(t, &table[i]);
	return t->counts;
}
