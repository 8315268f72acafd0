/* A label whose brackets were cut over lines, since figures in them are set in
 * another type: （… 计 / 1 / 条）.  What they hold is no figure of the table. */
#include "read_cells.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "text/fold.h"

enum { LINES_MAX = 4 };		/* of one label */

/* How many brackets of TEXT more are opened than closed. */
static int
open_brackets(struct slice text)
{
	int open = 0;

	while (text.n > 0) {
		uint32_t c;

		text = slice_from(text, utf8_decode(text, &c));
		c = fold_character(c);
		open += (c == '(') - (c == ')');
	}
	return open;
}

static bool
is_one_cell(const struct cell_row *row)
{
	return row->flowing && row->end - row->first == 1;
}

/* Whether TEXT begins with a unit, as 条） does. */
static bool
begins_with_unit(const struct cells *cells, struct slice text)
{
	uint32_t c;

	text.n = utf8_decode(text, &c);
	return cells_classify(cells->dictionary, text).kind == CELL_UNIT;
}

/* Whether a figure of the table stands in row number I, one cell between brackets: by
 * itself, with no unit behind it in the next row; or behind a piece of the label. */
static bool
holds_figure(const struct cells *cells, size_t i)
{
	const struct table_cell *cell = &cells->cell[cells->row[i].first];
	size_t                   end = cell->text.n;

	if (cell->kind == CELL_FIGURE || cell->kind == CELL_DIGITS)
		return i + 1 == cells->rows || cells->row[i + 1].first ==
		    cells->row[i + 1].end || !begins_with_unit(cells,
		    cells->cell[cells->row[i + 1].first].text);
	while (end > 0 && is_digit((unsigned char)cell->text.p[end - 1]))
		end--;
	return end > 0 && end < cell->text.n && cell->text.p[end - 1] == ' ';
}

/* The row that closes the brackets that row number I opens; I if none of the
 * next ones does. */
static size_t
closing_row(const struct cells *cells, size_t i)
{
	int open = open_brackets(cells->cell[cells->row[i].first].text);

	for (size_t end = i + 1; open > 0 && end < cells->rows &&
	    end <= i + LINES_MAX && is_one_cell(&cells->row[end]) &&
	    !cells->row[end].after_prose && !holds_figure(cells, end); end++) {
		open += open_brackets(
		    cells->cell[cells->row[end].first].text);
		if (open == 0)
			return end;
	}
	return i;
}

bool
cells_in_brackets(const struct cells *cells)
{
	int open = 0;

	for (size_t n = 0, i = cells->rows; i-- > 0 && n < LINES_MAX &&
	    !cells->after_prose && is_one_cell(&cells->row[i]); n++) {
		open += open_brackets(
		    cells->cell[cells->row[i].first].text);
		if (open != 0)
			return open > 0;
		if (cells->row[i].after_prose)
			return false;
	}
	return false;
}

/* Makes the cells of rows FIRST to LAST one. */
static void
join_rows(struct cells *cells, size_t first, size_t last)
{
	struct table_cell *cell = &cells->cell[cells->row[first].first];
	struct table_cell  joined;
	struct slice       text = cell->text;

	for (size_t i = first + 1; i <= last; i++) {
		struct table_cell *piece = &cells->cell[cells->row[i].first];

		text = arena_join(cells->arena, text, piece->text);
		piece->kind = CELL_NONE;
	}
	joined = cells_classify(cells->dictionary, text);
	cell->text = text;
	cell->kind = joined.kind;
	cell->name = joined.name;
}

void
cells_close_brackets(struct cells *cells)
{
	for (size_t i = 0; i < cells->rows; i++) {
		const struct cell_row *row = &cells->row[i];
		size_t                 last = i;

		if (is_one_cell(row) &&
		    (cells->cell[row->first].kind == CELL_TEXT ||
		    cells->cell[row->first].kind == CELL_NAME))
			last = closing_row(cells, i);
		if (last > i)
			join_rows(cells, i, last);
	}
}
