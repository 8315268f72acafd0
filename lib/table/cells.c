#include "cells.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/fold.h"

/* Texts of more bytes are no figures at all, or none without a digit (十二,
 * 不适用); a row of dashes is as long as it likes. */
enum { FIGURE_BYTES = 60, WORD_BYTES = 12 };

void
cells_free(struct cells *cells)
{
	free(cells->cell);
	free(cells->row);
	free(cells->spare_cell);
	free(cells->spare_row);
}

struct cell_row *
cells_add_row(struct cells *cells, unsigned table)
{
	struct cell_row *row;

	cells->row = memory_room(cells->row, &cells->row_room, cells->rows,
	    sizeof(*cells->row));
	row = &cells->row[cells->rows++];
	*row = (struct cell_row){
		.first = cells->count, .end = cells->count, .table = table,
		.after_prose = cells->after_prose, .section = cells->section,
		.note = cells->note,
	};
	cells->after_prose = false;
	cells->note.n = 0;
	return row;
}

void
cells_add(struct cells *cells, struct table_cell cell)
{
	cells->cell = memory_room(cells->cell, &cells->cell_room, cells->count,
	    sizeof(*cells->cell));
	cells->cell[cells->count++] = cell;
	cells->row[cells->rows - 1].end = cells->count;
}

void
cells_copy_row(struct cells *cells, const struct cells *from, size_t row)
{
	const struct cell_row *original = &from->row[row];
	struct cell_row       *copy = cells_add_row(cells, original->table);

	copy->width = original->width;
	copy->flowing = original->flowing;
	copy->after_prose = original->after_prose;
	copy->note = original->note;
	copy->covered = original->covered;
	copy->in_run = original->in_run;
	for (size_t i = original->first; i < original->end; i++)
		cells_add(cells, from->cell[i]);
}

struct slice
cells_join(const struct cells *cells, const struct table_cell *first,
    const struct table_cell *end, bool figures)
{
	size_t n = 0;
	char  *text;

	for (const struct table_cell *cell = first; cell < end; cell++)
		n += cell->text.n + 1;
	text = arena_alloc(cells->arena, n);
	n = 0;
	for (const struct table_cell *cell = first; cell < end; cell++) {
		if (figures && cell->kind != CELL_FIGURE &&
		    cell->kind != CELL_DIGITS)
			continue;
		if (n > 0)
			text[n++] = '|';
		memcpy(text + n, cell->text.p, cell->text.n);
		n += cell->text.n;
	}
	return (struct slice){ text, n };
}

void
cells_rewrite(struct cells *cells, cells_copy_fn *copy, const void *context)
{
	struct cells rewritten = {
		.forms = cells->forms, .dictionary = cells->dictionary,
		.arena = cells->arena, .blank_lines = cells->blank_lines,
		.cell = cells->spare_cell, .cell_room = cells->spare_cell_room,
		.row = cells->spare_row, .row_room = cells->spare_row_room,
		.spare_cell = cells->cell, .spare_cell_room = cells->cell_room,
		.spare_row = cells->row, .spare_row_room = cells->row_room,
	};

	for (size_t i = 0; i < cells->rows; i++) {
		rewritten.section = cells->row[i].section;
		copy(&rewritten, cells, i, context);
	}
	*cells = rewritten;
}

static bool
may_be_figure(struct slice text)
{
	if (text.n <= WORD_BYTES || text.p[0] == '-' || text.p[0] == '\xE2')
		return true;
	for (size_t i = 0; text.n <= FIGURE_BYTES && i < text.n; i++)
		if (is_digit(text.p[i]) ||
		    text.p[i] == '\xEF')	/* full-width digits */
			return true;
	return false;
}

/* Reads the figure of CELL.  Returns whether it has one, or a mark for none. */
static bool
read_figure(struct table_cell *cell)
{
	struct figure *figure = &cell->figure;

	if (!may_be_figure(cell->text))
		return false;
	figure_cell(cell->text, figure);
	return figure->state != FIGURE_BLANK &&
	    figure->state != FIGURE_UNREADABLE && figure->kind != UNIT_TIME;
}

/* The bytes of what keeps the digits before TEXT apart from others: blanks, or one of
 * the marks ' ` · ’. */
static size_t
parting_at(struct slice text)
{
	static const char *const marks[] = { "'", "`", "\xC2\xB7",
		"\xE2\x80\x99" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (slice_starts(text, slice_of(marks[i])))
			return strlen(marks[i]);
	return utf8_blanks(text);
}

/* Whether TEXT is digits in several groups: 1 024 is no year, and whether it is one
 * figure nobody can tell.  Nor is ? 1024 one, a figure whose place is doubtful. */
static bool
is_parted(struct slice text)
{
	size_t n, parts = 1;

	if (slice_starts(text, SLICE("? "))) {
		text = slice_from(text, 2);
		parts++;
	}
	while (text.n > 0 && is_digit(text.p[0])) {
		text = slice_from(text, 1);
		n = parting_at(text);
		parts += n > 0 && n < text.n;
		text = slice_from(text, n);
	}
	return text.n == 0 && parts > 1;
}

/* Whether TEXT is digits and at least one character that was lost on the way (U+FFFD):
 * 4435? may be any figure, and is no year. */
static bool
is_broken(struct slice text)
{
	struct slice lost = SLICE("\xEF\xBF\xBD");
	bool         broken = false;

	while (text.n > 0) {
		bool gap = slice_starts(text, lost);

		if (!gap && !is_digit(text.p[0]))
			return false;
		broken |= gap;
		text = slice_from(text, gap ? lost.n : 1);
	}
	return broken;
}

/* Whether TEXT is what is left of a label or a name: 二、上年, or 上一年 and U+FFFD. */
static bool
is_half(struct slice text)
{
	return fold_enumerator(text).kind != ENUMERATOR_NONE ||
	    slice_find(text, SLICE("\xEF\xBF\xBD")) != NULL;
}

/* Whether TEXT is digits and marks, but no word: ”7095 is no year. */
static bool
is_marked(struct slice text)
{
	size_t   digits = 0, marks = 0;
	uint32_t c;

	while (text.n > 0) {
		text = slice_from(text, utf8_decode(text, &c));
		if (utf8_is_han(c))
			return false;
		digits += c < 0x80 && is_digit((unsigned char)c);
		marks += c >= 0x80 || !is_digit((unsigned char)c);
	}
	return digits > 0 && marks > 0;
}

struct table_cell
cells_classify(struct dictionary *dictionary, struct slice text)
{
	struct table_cell cell = {
		.text = text, .kind = CELL_FIGURE,
		.figure.state = text.n > 0 ? FIGURE_UNREADABLE : FIGURE_BLANK,
	};

	/* 1,827 is no 0000, which stands for the year in headers. */
	if (text.n > 0 && is_digit(text.p[0]) && read_figure(&cell))
		return cell;
	if (!is_parted(text) && !is_broken(text) && !is_marked(text))
		cell.name = dictionary_find(dictionary, text);
	if (cell.name != NULL && cell.name->other_year && is_half(text))
		cell.name = NULL;
	if (cell.name != NULL)
		cell.kind = cell.name->unit ? CELL_UNIT : CELL_NAME;
	else if (text.n == 0 || !read_figure(&cell))
		cell.kind = cell.figure.state == FIGURE_BLANK ? CELL_BLANK :
		    CELL_TEXT;
	return cell;
}
