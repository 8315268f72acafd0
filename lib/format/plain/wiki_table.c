#include "wiki_table.h"

#include "base/digits.h"
#include "base/left_out.h"
#include "base/utf8.h"

bool
wiki_begins(struct slice line)
{
	return slice_starts(slice_from(line, utf8_blanks(line)), SLICE("{|"));
}

static void
write_cell(struct wiki_table *w, struct text_table *t)
{
	if (!w->in_cell)
		return;
	w->cell.text = buffer_slice(&w->text);
	text_grid_cell(t, w->cell);
	w->in_cell = false;
}

/* The number of ATTRIBUTE (`colspan=') in TEXT; 1 without it. */
static unsigned
span(struct slice text, struct slice attribute)
{
	const char        *at = slice_find(text, attribute);
	unsigned long long number = 0;

	if (at == NULL)
		return 1;
	text = slice_from(text, (size_t)(at - text.p) + attribute.n);
	while (text.n > 0 && strchr(" \"'", text.p[0]) != NULL)
		text = slice_from(text, 1);
	digits_at(text, &number);
	if (number > WIKI_COLUMNS_MAX)
		left_out("a table of more columns than are read");
	return number > 0 && number <= WIKI_COLUMNS_MAX ? (unsigned)number : 1;
}

/* Takes the places of the cell from those that are free in its row. */
static void
place(struct wiki_table *w)
{
	while (w->col < WIKI_COLUMNS_MAX && w->covered[w->col] >= w->row)
		w->col++;
	w->cell.row = w->row;
	w->cell.col = w->col + 1;
	if (w->col + w->cell.cols > WIKI_COLUMNS_MAX)
		left_out("a table of more columns than are read");
	for (unsigned i = 0; i < w->cell.cols; i++, w->col++)
		if (w->col < WIKI_COLUMNS_MAX)
			w->covered[w->col] = w->row + w->cell.rows - 1;
}

/* Begins a cell with FIELD, attributes before its text. */
static void
begin_cell(struct wiki_table *w, struct text_table *t, unsigned long number,
    struct slice field)
{
	const char  *pipe = field.n > 0 ? memchr(field.p, '|', field.n) : NULL;
	struct slice attributes = { field.p, 0 };

	if (pipe != NULL) {
		attributes.n = (size_t)(pipe - field.p);
		field = slice_from(field, attributes.n + 1);
	}
	write_cell(w, t);
	w->cell = (struct block){
		.line = number,
		.cols = span(attributes, SLICE("colspan=")),
		.rows = span(attributes, SLICE("rowspan=")),
	};
	place(w);
	w->text.n = 0;
	buffer_add(&w->text, utf8_trim(field));
	w->in_cell = true;
}

static void
take_cells(struct wiki_table *w, struct text_table *t, unsigned long number,
    struct slice fields)
{
	struct slice mark = fields.p[0] == '!' ? SLICE("!!") : SLICE("||");
	const char  *at;

	fields = slice_from(fields, 1);
	while ((at = slice_find(fields, mark)) != NULL) {
		size_t n = (size_t)(at - fields.p);

		begin_cell(w, t, number, (struct slice){ fields.p, n });
		fields = slice_from(fields, n + mark.n);
	}
	begin_cell(w, t, number, fields);
}

static void
begin_row(struct wiki_table *w, struct text_table *t)
{
	write_cell(w, t);
	w->row++;
	w->col = 0;
}

static void
open_table(struct wiki_table *w, struct text_table *t)
{
	wiki_end(w, t);
	memset(w->covered, 0, sizeof(w->covered));
	text_grid(t);
	w->open = true;
	w->row = 1;
	w->col = 0;
}

bool
wiki_take(struct wiki_table *w, struct text_table *t, unsigned long number,
    struct slice line)
{
	struct slice text = utf8_trim(line);

	if (wiki_begins(line)) {
		open_table(w, t);
		return true;
	}
	if (!w->open || slice_starts(text, SLICE("|+")))
		return w->open;
	if (slice_starts(text, SLICE("|}")))
		wiki_end(w, t);
	else if (slice_starts(text, SLICE("|-")))
		begin_row(w, t);
	else if (text.n > 0 && (text.p[0] == '|' || text.p[0] == '!'))
		take_cells(w, t, number, text);
	else if (w->in_cell)
		buffer_add(&w->text, text);
	return true;
}

void
wiki_end(struct wiki_table *w, struct text_table *t)
{
	write_cell(w, t);
	w->open = false;
}

void
wiki_free(struct wiki_table *w)
{
	buffer_free(&w->text);
}
