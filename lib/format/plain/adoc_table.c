#include "adoc_table.h"

#include "base/digits.h"
#include "base/utf8.h"

static bool
is_delimiter(struct slice text)
{
	enum { LEAST = 4 };

	if (text.n < LEAST || text.p[0] != '|')
		return false;
	for (size_t i = 1; i < text.n; i++)
		if (text.p[i] != '=')
			return false;
	return true;
}

/* The columns that LINE, [cols="1,2*^,..."], says the next table has; 0 if it says
 * nothing of them. */
static unsigned
told_columns(struct slice line)
{
	const char  *at = slice_find(line, SLICE("cols=\""));
	const char  *end;
	struct slice specs, spec;
	unsigned     columns = 0;

	if (at == NULL || !slice_starts(line, SLICE("[")))
		return 0;
	specs = slice_from(line, (size_t)(at - line.p) + 6);
	end = memchr(specs.p, '"', specs.n);
	if (end == NULL)
		return 0;
	specs.n = (size_t)(end - specs.p);
	while (slice_cut(&specs, ',', &spec))
		columns += spec.n > 0 && memchr(spec.p, '*', spec.n) != NULL ?
		    placed_span(spec) : 1;
	return columns;
}

bool
adoc_begins(struct adoc_table *a, struct slice line)
{
	struct slice text = utf8_trim(line);
	unsigned     columns = told_columns(text);

	if (columns > 0)
		a->columns = columns;
	return columns > 0 || is_delimiter(text);
}

/* How many bytes at the end of TEXT say how the cell behind it is set: 2.3+^.^e,
 * behind a blank or nothing. */
static size_t
setting(struct slice text)
{
	size_t n = 0;
	bool   number = false, factor = false;

	while (n < text.n && text.p[text.n - n - 1] != ' ') {
		char c = text.p[text.n - ++n];

		if (strchr("+*.<>^adehlmsv", c) == NULL && !is_digit(c))
			return 0;
		number |= is_digit(c);
		factor |= c == '+' || c == '*';
	}
	return number && !factor ? 0 : n;
}

/* The columns, rows that SPEC says a cell has. */
static unsigned
spec_cols(struct slice spec)
{
	return slice_find(spec, SLICE("+")) != NULL ? placed_span(spec) : 1;
}

static unsigned
spec_rows(struct slice spec)
{
	const char *plus = slice_find(spec, SLICE("+"));
	const char *dot = slice_find(spec, SLICE("."));

	return plus != NULL && dot != NULL && dot < plus ?
	    placed_span(slice_from(spec, (size_t)(dot + 1 - spec.p))) : 1;
}

static void
begin_cell(struct adoc_table *a, struct placed_cells *cells,
    struct text_table *t, unsigned long number, struct slice spec)
{
	if (a->columns > 0 && placed_is_full(cells, a->columns))
		placed_row(cells, t);
	placed_cell(cells, t, number, spec_rows(spec), spec_cols(spec));
}

/* Takes the cells of TEXT; what stands before its first pipe goes on the last cell.
 * Returns how many columns begin on it. */
static unsigned
take_cells(struct adoc_table *a, struct placed_cells *cells,
    struct text_table *t, unsigned long number, struct slice text)
{
	unsigned    columns = 0;
	const char *pipe;

	while (text.n > 0 && (pipe = memchr(text.p, '|', text.n)) != NULL) {
		struct slice before = { text.p, (size_t)(pipe - text.p) };
		size_t       n = setting(before);
		struct slice spec = slice_from(before, before.n - n);

		before.n -= n;
		placed_text(cells, utf8_trim(before));
		begin_cell(a, cells, t, number, spec);
		columns += spec_cols(spec);
		text = slice_from(text, (size_t)(pipe - text.p) + 1);
	}
	placed_text(cells, utf8_trim(text));
	return columns;
}

void
adoc_take(struct adoc_table *a, struct placed_cells *cells,
    struct text_table *t, unsigned long number, struct slice line)
{
	struct slice text = utf8_trim(line);
	unsigned     columns;

	if (is_delimiter(text) && cells->open) {
		placed_end(cells, t);
		a->columns = 0;
	} else if (is_delimiter(text))
		placed_open(cells, t);
	else if (cells->open && text.n > 0) {
		columns = take_cells(a, cells, t, number, text);
		if (a->columns == 0)
			a->columns = columns;
	}
}
