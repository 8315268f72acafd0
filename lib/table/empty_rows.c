/* Rows of text with nothing behind their label: empty where blanks vanish, unless
 * what they had stands elsewhere. */
#include "rows.h"

enum { ENOUGH = 3 };	/* rows that show how figures stand */

/* The rows of an area, and how figures stand in them. */
struct area {
	size_t begin, end;	/* its rows */
	size_t beside;		/* rows with figures on the line of their label, */
	size_t behind_unit;	/* or behind a unit, on other lines */
	size_t lost;		/* rows that show neither */
	bool   astray;		/* figures without a label */
};

/* Whether the cells of ROW stand on the line of its label. */
static bool
is_one_line(const struct table_rows *rows, const struct table_row *row)
{
	return row->label != NO_CELL &&
	    row->end <= rows->cells->row[row->cell_row].end;
}

/* Whether behind the label of ROW a unit stands and then one figure at most. */
static bool
has_unit_first(const struct cells *cells, const struct table_row *row)
{
	return row->first < row->end &&
	    cells->cell[row->first].kind == CELL_UNIT && row->figures <= 1;
}

static void
note_row(const struct table_rows *rows, const struct table_row *row,
    struct area *area)
{
	if (row->merged || row->figures == 0)
		return;
	if (row->label == NO_CELL || !row->flowing ||
	    rows->cells->row[row->cell_row].in_run)
		area->astray = true;
	else if (row->name == NULL)
		area->lost++;
	else if (is_one_line(rows, row) || row->apart)
		area->beside++;
	else if (has_unit_first(rows->cells, row))
		area->behind_unit++;
	else
		area->lost++;
}

/* The area that begins with row number BEGIN. */
static struct area
area_from(const struct table_rows *rows, size_t begin)
{
	struct area area = { .begin = begin, .end = begin };

	while (area.end < rows->count && rows->row[area.end].area ==
	    rows->row[begin].area)
		note_row(rows, &rows->row[area.end++], &area);
	return area;
}

/* Whether ROW has nothing but a label that is known, and a unit if WITH_UNIT is
 * set. */
static bool
is_bare(const struct table_rows *rows, const struct table_row *row,
    bool with_unit)
{
	bool unit = rows_have_unit(rows->cells, row);

	return !row->merged && row->flowing && row->figures == 0 &&
	    known_name_is(row->name, TERM_ITEM) && !rows_took_digits(row->text) &&
	    rows_cells(rows->cells, row) == unit && (unit || !with_unit);
}

/* Whether row number I may go on in the next row of AREA, which has a label that
 * is unknown; or, where no unit closes it, in the text behind. */
static bool
goes_on(const struct table_rows *rows, size_t i, const struct area *area)
{
	bool closed = rows_have_unit(rows->cells, &rows->row[i]);

	do
		i++;
	while (i < area->end && rows->row[i].merged);
	return i < area->end ? rows->row[i].name == NULL : !closed;
}

static void
mark(struct table_rows *rows, const struct area *area)
{
	bool lines = area->behind_unit == 0, figures = false;

	for (size_t i = area->begin; i < area->end; i++) {
		struct table_row *row = &rows->row[i];

		figures |= row->figures > 0;
		row->empty = figures && is_bare(rows, row, !lines) &&
		    !goes_on(rows, i, area);
	}
}

void
rows_mark_empty(struct table_rows *rows)
{
	struct area area;

	for (size_t i = 0; i < rows->count; i = area.end) {
		area = area_from(rows, i);
		if (!area.astray && area.lost == 0 &&
		    (area.beside == 0) != (area.behind_unit == 0) &&
		    area.beside + area.behind_unit >= ENOUGH)
			mark(rows, &area);
	}
}
