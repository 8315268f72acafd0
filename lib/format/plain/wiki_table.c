#include "wiki_table.h"

#include "base/utf8.h"

bool
wiki_begins(struct slice line)
{
	return slice_starts(slice_from(line, utf8_blanks(line)), SLICE("{|"));
}

/* The number of ATTRIBUTE (`colspan=') in TEXT; 1 without it. */
static unsigned
span(struct slice text, struct slice attribute)
{
	const char *at = slice_find(text, attribute);

	return at == NULL ? 1 : placed_span(slice_from(text,
	    (size_t)(at - text.p) + attribute.n));
}

/* Begins a cell with FIELD, attributes before its text. */
static void
begin_cell(struct placed_cells *cells, struct text_table *t,
    unsigned long number, struct slice field)
{
	const char  *pipe = field.n > 0 ? memchr(field.p, '|', field.n) : NULL;
	struct slice attributes = { field.p, 0 };

	if (pipe != NULL) {
		attributes.n = (size_t)(pipe - field.p);
		field = slice_from(field, attributes.n + 1);
	}
	placed_cell(cells, t, number, span(attributes, SLICE("rowspan=")),
	    span(attributes, SLICE("colspan=")));
	placed_text(cells, utf8_trim(field));
}

static void
take_cells(struct placed_cells *cells, struct text_table *t,
    unsigned long number, struct slice fields)
{
	struct slice mark = fields.p[0] == '!' ? SLICE("!!") : SLICE("||");
	const char  *at;

	fields = slice_from(fields, 1);
	while ((at = slice_find(fields, mark)) != NULL) {
		size_t n = (size_t)(at - fields.p);

		begin_cell(cells, t, number, (struct slice){ fields.p, n });
		fields = slice_from(fields, n + mark.n);
	}
	begin_cell(cells, t, number, fields);
}

void
wiki_take(struct placed_cells *cells, struct text_table *t,
    unsigned long number, struct slice line)
{
	struct slice text = utf8_trim(line);

	if (wiki_begins(line))
		placed_open(cells, t);
	else if (slice_starts(text, SLICE("|+")))
		return;
	else if (slice_starts(text, SLICE("|}")))
		placed_end(cells, t);
	else if (slice_starts(text, SLICE("|-")))
		placed_row(cells, t);
	else if (text.n > 0 && (text.p[0] == '|' || text.p[0] == '!'))
		take_cells(cells, t, number, text);
	else if (cells->in_cell)
		buffer_add(&cells->text, text);
}
