#include "rows.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "text/fold.h"

void
rows_free(struct table_rows *rows)
{
	free(rows->row);
}

const struct table_cell *
rows_label(const struct table_rows *rows, const struct table_row *row)
{
	return row->label != NO_CELL ? &rows->cells->cell[row->label] : NULL;
}

bool
rows_have_same_cells(const struct cells *cells, const struct table_row *a,
    const struct table_row *b)
{
	if (a->end - a->first != b->end - b->first)
		return false;
	for (size_t i = 0; i < a->end - a->first; i++)
		if (!slice_eq(cells->cell[a->first + i].text,
		    cells->cell[b->first + i].text))
			return false;
	return true;
}

bool
rows_are_alike(const struct cells *cells, const struct table_row *a,
    const struct table_row *b)
{
	return slice_eq(a->text, b->text) && rows_have_same_cells(cells, a, b);
}

/* Whether TEXT ends in digits behind something else, or is more of them than the number
 * that an enumerator lost. */
static bool
ends_in_digits(struct slice text)
{
	enum { NUMBER_DIGITS = 2 };
	size_t end = text.n;

	while (end > 0 && is_digit((unsigned char)text.p[end - 1]))
		end--;
	return end > 0 ? end < text.n : text.n > NUMBER_DIGITS;
}

bool
rows_took_digits(struct slice text)
{
	for (size_t i = 1; i < text.n; i++)
		if (is_digit((unsigned char)text.p[i]) &&
		    text.p[i - 1] == ' ')
			return true;
	return false;
}

bool
rows_have_words_below(const struct table_rows *rows, const struct table_row *row)
{
	const struct table_row *below = row + 1;

	return row->first == row->end && below < rows->row + rows->count &&
	    below->stretch == row->stretch && below->label != NO_CELL &&
	    below->name == NULL && below->figures == 0 &&
	    fold_enumerator(below->text).kind == ENUMERATOR_NONE;
}

bool
rows_have_figures(const struct table_rows *rows, const struct table_row *row)
{
	if (row->figures > 0 ||
	    (row->name == NULL && ends_in_digits(row->text)) ||
	    (row->flowing && rows_took_digits(row->text)))
		return true;
	for (size_t i = row->first; i < row->end; i++)
		if (rows->cells->cell[i].kind == CELL_TEXT &&
		    has_digit(rows->cells->cell[i].text))
			return true;
	return false;
}

static bool
is_label(const struct table_cell *cell)
{
	return cell->kind == CELL_NAME || cell->kind == CELL_TEXT;
}

static bool
has_figure(const struct table_cell *cell)
{
	return cell->kind == CELL_FIGURE || cell->kind == CELL_DIGITS;
}

/* Whether CELL is a name of a header; IN_HEAD says that the one before it is: then a
 * column that is called like an item is one, as 其他 is, but not 3.其他. */
static bool
is_header_name(const struct table_cell *cell, bool in_head)
{
	return cell->kind == CELL_NAME && (header_is_name(cell->name) ||
	    (in_head && known_name_is(cell->name, TERM_COLUMN) &&
	    fold_enumerator(cell->text).kind == ENUMERATOR_NONE));
}

/* Opens a row in row number CELL_ROW of the cells, which begin at FIRST. */
static struct table_row *
open_row(struct table_rows *rows, size_t label, size_t first, size_t cell_row)
{
	struct table_row *row;

	rows->row = memory_room(rows->row, &rows->room, rows->count,
	    sizeof(*rows->row));
	row = &rows->row[rows->count++];
	*row = (struct table_row){
		.label = label, .first = first, .end = first,
		.cell_row = cell_row, .header = rows->header,
		.stretch = rows->stretch, .area = rows->area,
		.flowing = rows->cells->row[cell_row].flowing,
	};
	if (label != NO_CELL) {
		row->name = rows->cells->cell[label].name;
		row->text = rows->cells->cell[label].text;
	}
	return row;
}

/* Gives ROW the cells up to END. */
static void
take_cells(const struct cells *cells, struct table_row *row, size_t end)
{
	for (size_t i = row->end; i < end; i++)
		row->figures += has_figure(&cells->cell[i]);
	row->end = end;
}

/* Whether CELL names an item that always has figures of its own. */
static bool
is_figured_item(const struct forms *forms, const struct table_cell *cell)
{
	for (size_t i = 0; i < cell->name->terms; i++)
		if (cell->name->term[i].kind == TERM_ITEM &&
		    forms->item[cell->name->term[i].index].heading)
			return false;
	return known_name_is(cell->name, TERM_ITEM);
}

/* The label of the figures that begin at cell FIGURE, sought back to FROM: the
 * nearest one, but a known item wins over a remark behind it. */
static size_t
label_before(const struct cells *cells, size_t from, size_t figure)
{
	size_t nearest = NO_CELL;

	for (size_t i = figure; i-- > from;) {
		const struct table_cell *cell = &cells->cell[i];

		if (cell->kind == CELL_NAME)
			return nearest == NO_CELL ||
			    is_figured_item(cells->forms, cell) ? i : nearest;
		if (cell->kind == CELL_TEXT && nearest == NO_CELL)
			nearest = i;
	}
	return nearest;
}

/* The first figure of a row from cell I on, END if none.  A number before the
 * first known item of a row only counts the rows. */
static size_t
first_figure(const struct cells *cells, size_t i, size_t end)
{
	size_t figure = end;

	for (; i < end; i++) {
		const struct table_cell *cell = &cells->cell[i];

		if (has_figure(cell) && figure == end)
			figure = i;
		else if (cell->kind == CELL_NAME && figure + 1 == i)
			figure = end;
		else if (figure != end)
			break;
	}
	return figure;
}

/* The next label of a row behind the figures at I. */
static size_t
next_label(const struct cells *cells, size_t i, size_t end)
{
	while (i < end && cells->cell[i].kind != CELL_NAME)
		i++;
	return i;
}

static void
read_grid_row(struct table_rows *rows, size_t cell_row)
{
	const struct cells    *cells = rows->cells;
	const struct cell_row *r = &cells->row[cell_row];
	size_t                 i = r->first;

	if (header_is_row(cells, r) ||
	    header_continues(rows->header, cells, cell_row)) {
		rows->header = header_add(rows->header, cells, cell_row);
		return;
	}
	while (i < r->end) {
		size_t figure = first_figure(cells, i, r->end);
		size_t label = label_before(cells, i, figure);

		if (label == NO_CELL && figure == r->end)
			return;
		if (label != NO_CELL)
			i = label + 1;
		take_cells(cells, open_row(rows, label, i, cell_row),
		    next_label(cells, figure, r->end));
		i = rows->row[rows->count - 1].end;
	}
}

/* Takes from ROW the number or the blank at its end: the unit of a row without a label
 * follows, of which it may be what is left. */
static void
drop_label_rest(const struct cells *cells, struct table_row *row)
{
	enum { NUMBER_DIGITS = 2 };
	const struct table_cell *last;

	while (row->end > row->first &&
	    cells->cell[row->end - 1].kind == CELL_NONE)
		row->end--;
	last = &cells->cell[row->end - 1];
	if (row->first == row->end || (last->kind != CELL_BLANK &&
	    (last->kind != CELL_FIGURE || last->text.n > NUMBER_DIGITS)))
		return;
	row->end--;
	row->figures -= last->kind == CELL_FIGURE;
	row->robbed = last->kind == CELL_FIGURE;
}

bool
rows_lost_number(const struct cells *cells, size_t i)
{
	enum { NEAR = 2, NUMBER_DIGITS = 2 };	/* cells: an indent between */

	if (!fold_lost_number(cells->cell[i].text))
		return false;
	for (size_t k = i; k > 0 && k + NEAR > i; k--) {
		const struct table_cell *cell = &cells->cell[k - 1];

		if ((cell->kind == CELL_NONE || cell->kind == CELL_TEXT) &&
		    cell->text.n <= NUMBER_DIGITS && has_digit(cell->text))
			return false;
	}
	return true;
}

static void
read_flowing_cell(struct table_rows *rows, size_t cell_row, size_t i)
{
	const struct table_cell *cell = &rows->cells->cell[i];

	if (cell->kind != CELL_NONE)
		rows->in_head = is_header_name(cell, rows->in_head);
	if (rows->in_head)
		rows->open = NULL;
	else if (is_label(cell)) {
		rows->open = open_row(rows, i, i + 1, cell_row);
		if (rows_lost_number(rows->cells, i))
			rows->open = NULL;
	}
	else if (cell->kind == CELL_UNIT && rows->open != NULL &&
	    rows_have_unit(rows->cells, rows->open)) {
		/* The unit of a row that lost its label. */
		drop_label_rest(rows->cells, rows->open);
		rows->open = open_row(rows, NO_CELL, i, cell_row);
	} else {
		if (rows->open == NULL && has_figure(cell))
			rows->open = open_row(rows, NO_CELL, i, cell_row);
		if (rows->open != NULL)
			take_cells(rows->cells, rows->open, i + 1);
	}
}

/* Whether ROW of the cells begins with a figure; or with the unit of one, where the
 * label that is open is unknown: a piece of one. */
static bool
lost_label(const struct table_rows *rows, const struct cell_row *row)
{
	const struct cells *cells = rows->cells;
	size_t              i = row->first;

	while (i < row->end && cells->cell[i].kind == CELL_UNIT)
		i++;
	return i < row->end && has_figure(&cells->cell[i]) &&
	    (i == row->first || rows->open == NULL ||
	    rows->open->name == NULL);
}

/* Whether row number I of the cells has words of a head, and no figures. */
static bool
is_head(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i];
	bool                   names = false;

	for (size_t c = row->first; c < row->end; c++) {
		if (has_figure(&cells->cell[c]))
			return false;
		names |= cells->cell[c].kind == CELL_NAME &&
		    header_is_name(cells->cell[c].name);
	}
	return names;
}

/* Whether another table may begin with row number I of the cells: behind prose, or
 * with a head. */
static bool
begins_area(const struct cells *cells, size_t i)
{
	return i == 0 || cells->row[i].after_prose ||
	    (is_head(cells, i) && !is_head(cells, i - 1));
}

/* Whether a line of text in the area that begins with row number I of the cells holds a
 * label and its figures. */
static bool
has_whole_lines(const struct cells *cells, size_t i)
{
	for (size_t first = i; i < cells->rows &&
	    (i == first || !begins_area(cells, i)); i++) {
		const struct cell_row *row = &cells->row[i];
		bool                   labels = false, figures = false;

		for (size_t c = row->first; row->flowing && c < row->end; c++) {
			labels |= is_label(&cells->cell[c]);
			/* What is run together may go on in the next line. */
			figures |= cells->cell[c].kind == CELL_FIGURE;
		}
		if (labels && figures)
			return true;
	}
	return false;
}

static void
read_flowing_row(struct table_rows *rows, size_t cell_row)
{
	const struct cells    *cells = rows->cells;
	const struct cell_row *r = &cells->row[cell_row];
	bool                   names = false, labels = false, figures = false;

	/* Where a line holds a label and its figures, a line of figures only is
	 * not the rest of the line before: its own label is lost, or stands above. */
	if (rows->whole_lines && lost_label(rows, r) &&
	    (rows->open == NULL || rows->open->label != NO_CELL))
		rows->open = NULL;
	for (size_t i = r->first; i < r->end; i++) {
		read_flowing_cell(rows, cell_row, i);
		names |= rows->in_head;
		labels |= is_label(&cells->cell[i]);
		figures |= cells->cell[i].kind == CELL_FIGURE;
	}
	if (names && !figures)
		rows->header = header_add(rows->header, cells, cell_row);
	if (labels && figures)
		rows->open = NULL;
}

void
rows_read(struct table_rows *rows, const struct cells *cells)
{
	*rows = (struct table_rows){
		.cells = cells, .row = rows->row, .room = rows->room,
	};
	for (size_t i = 0; i < cells->rows; i++) {
		if (cells->row[i].after_prose) {
			rows->stretch++;
			rows->open = NULL;
			rows->in_head = false;
		}
		if (begins_area(cells, i)) {
			rows->area++;
			rows->whole_lines = has_whole_lines(cells, i);
		}
		if (cells->row[i].flowing)
			read_flowing_row(rows, i);
		else {
			rows->open = NULL;
			rows->in_head = false;
			read_grid_row(rows, i);
		}
	}
	rows_join_cut_labels(rows);
	rows_mark_empty(rows);
}
