#include "header.h"

#include "base/left_out.h"
#include "form/label.h"

enum { COLUMNS_MAX = 1024 };

bool
header_is_name(const struct known_name *name)
{
	return !known_name_is(name, TERM_ITEM);
}

bool
header_is_row(const struct cells *cells, const struct cell_row *row)
{
	size_t columns = 0;
	bool   certain = false;

	for (size_t i = row->first; i < row->end; i++) {
		const struct table_cell *cell = &cells->cell[i];

		if (cell->kind == CELL_FIGURE)
			return false;
		if (cell->kind != CELL_NAME)
			continue;
		columns += known_name_is(cell->name, TERM_COLUMN);
		certain |= header_is_name(cell->name);
	}
	return certain || columns >= 2;
}

static bool
is_half_known(const struct header *header, const struct table_cell *cell)
{
	for (size_t i = 0; i < header->columns; i++)
		if (header->column[i].col == cell->col &&
		    header->column[i].code.n == 0)
			return true;
	return false;
}

bool
header_continues(const struct header *header, const struct cells *cells,
    size_t row)
{
	const struct cell_row *r = &cells->row[row];
	size_t                 halves = 0;

	if (header == NULL || header->width == 0 ||
	    header->last_row + 1 != row || r->after_prose)
		return false;
	for (size_t i = r->first; i < r->end; i++) {
		const struct table_cell *cell = &cells->cell[i];

		if (cell->kind == CELL_BLANK)
			continue;
		if (cell->kind != CELL_TEXT || !is_half_known(header, cell))
			return false;
		halves++;
	}
	return halves > 0;
}

static const struct form_label *
as_column(const struct table_cell *cell, const struct forms *forms)
{
	if (cell->kind != CELL_NAME)
		return NULL;
	for (size_t i = 0; i < cell->name->terms; i++)
		if (cell->name->term[i].kind == TERM_COLUMN)
			return &forms->column[cell->name->term[i].index];
	return NULL;
}

/* Makes room for one column more.  False: there is none. */
static bool
make_room(struct header *header, struct arena *arena)
{
	struct header_column *column;

	if (header->columns < header->room)
		return true;
	if (header->columns == COLUMNS_MAX) {
		left_out("a table with more columns in its head than are "
		    "read");
		return false;
	}
	header->room = header->room > 0 ? 2 * header->room : 16;
	column = arena_alloc(arena, header->room * sizeof(*column));
	if (header->columns > 0)
		memcpy(column, header->column,
		    header->columns * sizeof(*column));
	header->column = column;
	return true;
}

/* The column that stands where CELL does, from a row above; or a new one, in
 * its place; NULL when there is no room for it. */
static struct header_column *
column_at(struct header *header, struct arena *arena,
    const struct table_cell *cell, bool flowing)
{
	size_t at = header->columns;

	for (size_t i = 0; !flowing && i < header->columns; i++) {
		if (header->column[i].col == cell->col)
			return &header->column[i];
		if (header->column[i].col > cell->col && at > i)
			at = i;
	}
	if (!make_room(header, arena))
		return NULL;
	memmove(&header->column[at + 1], &header->column[at],
	    (header->columns - at) * sizeof(header->column[0]));
	header->columns++;
	header->column[at] = (struct header_column){
		.col = flowing ? 0 : cell->col, .cols = cell->cols,
	};
	return &header->column[at];
}

static bool
names_other_year(const struct table_cell *cell)
{
	return cell->kind == CELL_NAME && cell->name->other_year;
}

static void
add_cell(struct header *header, const struct cells *cells,
    const struct table_cell *cell, bool flowing)
{
	const struct form_label *known = as_column(cell, cells->forms);
	struct header_column    *column;
	struct table_cell        whole;

	header->unknown |= flowing && cell->kind == CELL_TEXT;
	header->other_year |= names_other_year(cell);
	/* Group names, the words over the labels, and whatever is above the
	 * labels themselves name no column of figures. */
	if (known == NULL && ((cell->kind != CELL_TEXT &&
	    !names_other_year(cell)) || flowing || cell->col < 2))
		return;
	column = column_at(header, cells->arena, cell, flowing);
	if (column == NULL || column->code.n > 0)
		return;
	if (known == NULL && column->text.n > 0) {
		/* 本年新 over 制作数量: a name cut over two rows. */
		whole = cells_classify(cells->dictionary,
		    arena_join(cells->arena, column->text, cell->text));
		known = as_column(&whole, cells->forms);
	}
	column->text = cell->text;
	if (known != NULL) {
		column->code = known->code;
		column->form = known->form;
		column->cols = cell->cols;
	}
}

/* Whether NEXT is the same column as COLUMN, a merged cell that a converter
 * repeated over its span. */
static bool
is_repeated(const struct header_column *column,
    const struct header_column *next)
{
	return column->code.n > 0 && column->col > 0 &&
	    slice_eq(column->code, next->code) &&
	    column->col + column->cols == next->col;
}

/* Makes each run of repeated columns one. */
static void
join_repeated(struct header *header)
{
	size_t n = 0;

	for (size_t i = 0; i < header->columns; i++)
		if (n > 0 && is_repeated(&header->column[n - 1],
		    &header->column[i]))
			header->column[n - 1].cols += header->column[i].cols;
		else
			header->column[n++] = header->column[i];
	header->columns = n;
}

struct header *
header_add(struct header *header, const struct cells *cells, size_t row)
{
	const struct cell_row *r = &cells->row[row];

	if (header == NULL || header->last_row + 1 < row || r->after_prose ||
	    (header->width == 0) != r->flowing) {
		header = arena_alloc(cells->arena, sizeof(*header));
		*header = (struct header){ .columns = 0 };
	}
	header->last_row = row;
	if (r->width > header->width)
		header->width = r->width;
	for (size_t i = r->first; i < r->end; i++)
		add_cell(header, cells, &cells->cell[i], r->flowing);
	join_repeated(header);
	return header;
}

const struct header_column *
header_find(const struct header *header, struct slice code)
{
	const struct header_column *found = NULL;

	for (size_t i = 0; i < header->columns; i++) {
		if (!slice_eq(header->column[i].code, code))
			continue;
		if (found != NULL)
			return NULL;
		found = &header->column[i];
	}
	return found;
}

/* The column of ITEM that is called CODE; that many as it has: none. */
static int
column_called(const struct form_item *item, struct slice code)
{
	int i = 0;

	while (i < item->cols && !slice_eq(item->col[i], code))
		i++;
	return i;
}

size_t
header_order(const struct header *header, const struct form_item *item,
    int order[FORM_COLS_MAX])
{
	if (header == NULL || header->width > 0)
		return 0;
	for (size_t i = 0; i < header->columns; i++) {
		int column = column_called(item, header->column[i].code);

		if (column == item->cols || i == (size_t)item->cols)
			return 0;
		for (size_t before = 0; before < i; before++)
			if (order[before] == column)
				return 0;
		order[i] = column;
	}
	return header->columns;
}
