#include "placed_cells.h"

#include "base/digits.h"
#include "base/left_out.h"

static void
write_cell(struct placed_cells *p, struct text_table *t)
{
	if (!p->in_cell)
		return;
	p->cell.text = buffer_slice(&p->text);
	text_grid_cell(t, p->cell);
	p->in_cell = false;
}

void
placed_open(struct placed_cells *p, struct text_table *t)
{
	placed_end(p, t);
	memset(p->covered, 0, sizeof(p->covered));
	text_grid(t);
	p->open = true;
	p->row = 1;
	p->col = 0;
}

void
placed_row(struct placed_cells *p, struct text_table *t)
{
	write_cell(p, t);
	p->row++;
	p->col = 0;
}

/* The first free column of the row from the present one on. */
static unsigned
free_column(const struct placed_cells *p)
{
	unsigned col = p->col;

	while (col < PLACED_COLUMNS_MAX && p->covered[col] >= p->row)
		col++;
	return col;
}

bool
placed_is_full(const struct placed_cells *p, unsigned columns)
{
	return free_column(p) >= columns;
}

void
placed_cell(struct placed_cells *p, struct text_table *t, unsigned long number,
    unsigned rows, unsigned cols)
{
	write_cell(p, t);
	p->col = free_column(p);
	p->cell = (struct block){
		.line = number, .row = p->row, .col = p->col + 1,
		.rows = rows, .cols = cols,
	};
	if (p->col + cols > PLACED_COLUMNS_MAX)
		left_out("a table of more columns than are read");
	for (unsigned i = 0; i < cols; i++, p->col++)
		if (p->col < PLACED_COLUMNS_MAX)
			p->covered[p->col] = p->row + rows - 1;
	p->text.n = 0;
	p->in_cell = true;
}

void
placed_text(struct placed_cells *p, struct slice text)
{
	if (p->text.n > 0 && text.n > 0 &&
	    (unsigned char)p->text.p[p->text.n - 1] < 0x80 &&
	    (unsigned char)text.p[0] < 0x80)
		buffer_add(&p->text, SLICE(" "));
	buffer_add(&p->text, text);
}

void
placed_end(struct placed_cells *p, struct text_table *t)
{
	write_cell(p, t);
	p->open = false;
}

void
placed_free(struct placed_cells *p)
{
	buffer_free(&p->text);
}

unsigned
placed_span(struct slice text)
{
	unsigned long long number = 0;

	while (text.n > 0 && strchr(" \"'", text.p[0]) != NULL)
		text = slice_from(text, 1);
	digits_at(text, &number);
	if (number > PLACED_COLUMNS_MAX)
		left_out("a table of more columns than are read");
	return number > 0 && number <= PLACED_COLUMNS_MAX ?
	    (unsigned)number : 1;
}
