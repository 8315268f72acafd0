#include "header.h"

static bool
has_term(const struct name *name, enum term_kind kind)
{
	for (size_t i = 0; i < name->terms; i++)
		if (name->term[i].kind == kind)
			return true;
	return false;
}

bool
head_name(const struct name *name)
{
	return !has_term(name, TERM_ITEM);
}

bool
head_row(const struct sheet *sheet, const struct row *row)
{
	size_t columns = 0;
	bool   word = false, column = false;

	for (size_t i = row->first; i < row->end; i++) {
		const struct cell *cell = &sheet->cell[i];

		if (cell->kind == CELL_VALUE || cell->kind == CELL_RUN)
			return false;
		if (cell->kind != CELL_NAME)
			continue;
		columns += has_term(cell->name, TERM_COLUMN);
		column |= head_name(cell->name) &&
		    has_term(cell->name, TERM_COLUMN);
		word |= head_name(cell->name) &&
		    has_term(cell->name, TERM_WORD);
	}
	return word || column || columns >= 2;
}

static bool
is_half_known(const struct head *head, const struct cell *cell)
{
	for (size_t i = 0; i < head->columns; i++)
		if (head->column[i].col == cell->col &&
		    head->column[i].code.n == 0)
			return true;
	return false;
}

bool
head_continues(const struct head *head, const struct sheet *sheet, size_t row)
{
	const struct row *r = &sheet->row[row];
	size_t            halves = 0;

	if (head == NULL || head->width == 0 || head->last_row + 1 != row ||
	    r->apart)
		return false;
	for (size_t i = r->first; i < r->end; i++) {
		const struct cell *cell = &sheet->cell[i];

		if (cell->kind == CELL_BLANK)
			continue;
		if (cell->kind != CELL_TEXT || !is_half_known(head, cell))
			return false;
		halves++;
	}
	return halves > 0;
}

static const struct form_label *
as_column(const struct cell *cell, const struct forms *forms)
{
	if (cell->kind != CELL_NAME)
		return NULL;
	for (size_t i = 0; i < cell->name->terms; i++)
		if (cell->name->term[i].kind == TERM_COLUMN)
			return &forms->column[cell->name->term[i].index];
	return NULL;
}

static struct slice
join(struct arena *arena, struct slice a, struct slice b)
{
	char *p = arena_alloc(arena, a.n + b.n);

	memcpy(p, a.p, a.n);
	memcpy(p + a.n, b.p, b.n);
	return (struct slice){ p, a.n + b.n };
}

/* The column that stands where CELL does, from a row above; or a new one, in
 * its place; NULL when there is no room for it. */
static struct head_column *
column_at(struct head *head, const struct cell *cell, bool flowing)
{
	size_t at = head->columns;

	for (size_t i = 0; !flowing && i < head->columns; i++) {
		if (head->column[i].col == cell->col)
			return &head->column[i];
		if (head->column[i].col > cell->col && at > i)
			at = i;
	}
	if (head->columns == HEAD_COLS_MAX)
		return NULL;
	memmove(&head->column[at + 1], &head->column[at],
	    (head->columns - at) * sizeof(head->column[0]));
	head->columns++;
	head->column[at] = (struct head_column){
		.col = flowing ? 0 : cell->col, .cols = cell->cols,
	};
	return &head->column[at];
}

static void
add_cell(struct head *head, const struct cell *cell, bool flowing,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena)
{
	const struct form_label *known = as_column(cell, forms);
	struct head_column       *column;
	struct cell               whole;

	/* Group names, the words over the labels, and whatever is above the
	 * labels themselves name no column of figures. */
	if (known == NULL && (cell->kind != CELL_TEXT || flowing ||
	    cell->col < 2))
		return;
	column = column_at(head, cell, flowing);
	if (column == NULL || column->code.n > 0)
		return;
	if (known == NULL && column->text.n > 0) {
		/* 本年新 over 制作数量: a name cut over two rows. */
		whole = sheet_classify(vocabulary,
		    join(arena, column->text, cell->text));
		known = as_column(&whole, forms);
	}
	column->text = cell->text;
	if (known != NULL) {
		column->code = known->code;
		column->form = known->form;
		column->cols = cell->cols;
	}
}

struct head *
head_add(struct head *head, const struct sheet *sheet, size_t row,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena)
{
	const struct row *r = &sheet->row[row];
	bool              flowing = r->flowing;

	if (head == NULL || head->last_row + 1 < row || r->apart ||
	    (head->width == 0) != flowing) {
		head = arena_alloc(arena, sizeof(*head));
		head->columns = 0;
		head->width = 0;
	}
	head->last_row = row;
	if (r->width > head->width)
		head->width = r->width;
	for (size_t i = r->first; i < r->end; i++)
		add_cell(head, &sheet->cell[i], flowing, forms, vocabulary,
		    arena);
	return head;
}

const struct head_column *
head_find(const struct head *head, struct slice code)
{
	const struct head_column *found = NULL;

	for (size_t i = 0; i < head->columns; i++) {
		if (!slice_eq(head->column[i].code, code))
			continue;
		if (found != NULL)
			return NULL;
		found = &head->column[i];
	}
	return found;
}
