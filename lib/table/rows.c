#include "rows.h"

#include <stdlib.h>

#include "base/memory.h"

/* What reading a sheet needs at hand. */
struct reading {
	struct entries     *entries;
	const struct sheet *sheet;
	const struct forms *forms;
	struct vocabulary  *vocabulary;
	struct arena       *arena;
};

void
entries_free(struct entries *entries)
{
	free(entries->entry);
	*entries = (struct entries){ .count = 0 };
}

static bool
is_label(const struct cell *cell)
{
	return cell->kind == CELL_NAME || cell->kind == CELL_TEXT;
}

static bool
is_value(const struct cell *cell)
{
	return cell->kind == CELL_VALUE || cell->kind == CELL_RUN;
}

/* Opens an entry in row number ROW; its cells begin at FIRST. */
static struct entry *
open_entry(struct reading *r, size_t label, size_t first, size_t row)
{
	struct entries *entries = r->entries;
	struct entry   *entry;

	entries->entry = memory_room(entries->entry, &entries->room,
	    entries->count, sizeof(*entries->entry));
	entry = &entries->entry[entries->count++];
	*entry = (struct entry){
		.label = label, .first = first, .end = first, .row = row,
		.head = entries->head, .cluster = entries->cluster,
		.flowing = r->sheet->row[row].flowing,
	};
	if (label != NO_CELL) {
		entry->name = r->sheet->cell[label].name;
		entry->text = r->sheet->cell[label].text;
	}
	return entry;
}

/* Gives ENTRY the cells up to END. */
static void
take_cells(struct reading *r, struct entry *entry, size_t end)
{
	for (size_t i = entry->end; i < end; i++)
		entry->values += is_value(&r->sheet->cell[i]);
	entry->end = end;
}

/* Whether NAME is an item that always has figures of its own. */
static bool
is_figured_item(const struct reading *r, const struct cell *cell)
{
	bool item = false;

	if (cell->kind != CELL_NAME)
		return false;
	for (size_t i = 0; i < cell->name->terms; i++) {
		const struct term *term = &cell->name->term[i];

		if (term->kind != TERM_ITEM)
			continue;
		item = true;
		if (r->forms->item[term->index].heading)
			return false;
	}
	return item;
}

/* The label of the figures that begin at cell VALUE, sought back to FROM: the
 * nearest one, but a known item wins over a remark behind it. */
static size_t
label_before(const struct reading *r, size_t from, size_t value)
{
	size_t nearest = NO_CELL;

	for (size_t i = value; i-- > from;) {
		const struct cell *cell = &r->sheet->cell[i];

		if (cell->kind == CELL_NAME)
			return nearest == NO_CELL ||
			    is_figured_item(r, cell) ? i : nearest;
		if (cell->kind == CELL_TEXT && nearest == NO_CELL)
			nearest = i;
	}
	return nearest;
}

/* The first figure of a row from cell I on, END if none.  A number before the
 * first known item of a row only counts the rows. */
static size_t
first_value(const struct reading *r, size_t i, size_t end)
{
	size_t value = end;

	for (; i < end; i++) {
		const struct cell *cell = &r->sheet->cell[i];

		if (is_value(cell) && value == end)
			value = i;
		else if (cell->kind == CELL_NAME && value + 1 == i)
			value = end;
		else if (value != end)
			break;
	}
	return value;
}

/* The next label of a row behind the figures at I. */
static size_t
next_label(const struct reading *r, size_t i, size_t end)
{
	while (i < end && r->sheet->cell[i].kind != CELL_NAME)
		i++;
	return i;
}

static void
read_grid_row(struct reading *r, size_t row)
{
	size_t i = r->sheet->row[row].first, end = r->sheet->row[row].end;

	if (head_row(r->sheet, &r->sheet->row[row]) ||
	    head_continues(r->entries->head, r->sheet, row)) {
		r->entries->head = head_add(r->entries->head, r->sheet, row,
		    r->forms, r->vocabulary, r->arena);
		return;
	}
	while (i < end) {
		size_t        value = first_value(r, i, end);
		size_t        label = label_before(r, i, value);
		size_t        stop = next_label(r, value, end);
		struct entry *entry;

		if (label == NO_CELL && value == end)
			return;
		entry = open_entry(r, label,
		    label == NO_CELL ? i : label + 1, row);
		take_cells(r, entry, stop);
		i = stop;
	}
}

static bool
has_unit(const struct reading *r, const struct entry *entry)
{
	for (size_t i = entry != NULL ? entry->first : 0;
	    entry != NULL && i < entry->end; i++)
		if (r->sheet->cell[i].kind == CELL_UNIT)
			return true;
	return false;
}

static void
read_flowing_cell(struct reading *r, size_t row, size_t i)
{
	const struct cell *cell = &r->sheet->cell[i];
	struct entries    *entries = r->entries;

	if (is_label(cell)) {
		if (cell->kind == CELL_NAME && head_name(cell->name))
			entries->open = NULL;
		else
			entries->open = open_entry(r, i, i + 1, row);
	} else if (cell->kind == CELL_UNIT && has_unit(r, entries->open))
		/* The unit of a row that lost its label. */
		entries->open = open_entry(r, NO_CELL, i, row);
	else if (entries->open != NULL)
		take_cells(r, entries->open, i + 1);
	else if (is_value(cell)) {
		entries->open = open_entry(r, NO_CELL, i, row);
		take_cells(r, entries->open, i + 1);
	}
}

static void
read_flowing_row(struct reading *r, size_t row)
{
	const struct row *line = &r->sheet->row[row];
	bool              names = false, labels = false, values = false;

	/* Where a line holds a label and its figures, a line of figures only is
	 * not the rest of the line before: its own label is lost. */
	if (r->entries->spaced && line->first < line->end &&
	    is_value(&r->sheet->cell[line->first]))
		r->entries->open = NULL;
	for (size_t i = line->first; i < line->end; i++) {
		const struct cell *cell = &r->sheet->cell[i];

		read_flowing_cell(r, row, i);
		names |= cell->kind == CELL_NAME && head_name(cell->name);
		labels |= is_label(cell);
		/* What is run together may go on in the next line. */
		values |= cell->kind == CELL_VALUE;
	}
	if (names && !values)
		r->entries->head = head_add(r->entries->head, r->sheet, row,
		    r->forms, r->vocabulary, r->arena);
	if (labels && values) {
		r->entries->open = NULL;
		r->entries->spaced = true;
	}
}

void
entries_read(struct entries *entries, const struct sheet *sheet,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena)
{
	struct reading r = { entries, sheet, forms, vocabulary, arena };

	entries->count = 0;
	entries->cluster = 0;
	entries->head = NULL;
	entries->open = NULL;
	entries->spaced = false;
	for (size_t row = 0; row < sheet->rows; row++) {
		if (sheet->row[row].apart) {
			entries->cluster++;
			entries->open = NULL;
			entries->spaced = false;
		}
		if (sheet->row[row].flowing)
			read_flowing_row(&r, row);
		else {
			entries->open = NULL;
			read_grid_row(&r, row);
		}
	}
	entries_join(entries, forms, vocabulary, arena);
}
