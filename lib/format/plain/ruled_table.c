#include "ruled_table.h"

#include "base/utf8.h"

/* Reads LINE as runs of dashes with blanks between them, into COLUMN.  Returns
 * how many there are; 0 if it is anything else. */
static size_t
read_rule(struct slice line, struct ruled_column column[RULED_COLUMNS_MAX])
{
	enum { DASHES_MIN = 2 };
	size_t n = 0;
	char   dash = '\0';
	bool   open = false;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == ' ' || line.p[i] == '\r') {
			open = false;
			continue;
		}
		if (dash == '\0' && (line.p[i] == '-' || line.p[i] == '='))
			dash = line.p[i];
		if (line.p[i] != dash || (!open && n == RULED_COLUMNS_MAX))
			return 0;
		if (!open)
			column[n++].from = (unsigned)i;
		column[n - 1].to = (unsigned)i + 1;
		open = true;
	}
	for (size_t k = 0; k < n; k++)
		if (column[k].to - column[k].from < DASHES_MIN)
			return 0;
	return n;
}

static bool
is_rule(struct slice line)
{
	struct ruled_column column[RULED_COLUMNS_MAX];

	return read_rule(line, column) > 0;
}

/* The column of R that display column AT belongs to: up to the next one. */
static size_t
column_at(const struct ruled_table *r, unsigned at)
{
	size_t k = r->columns - 1;

	while (k > 0 && r->column[k].from > at)
		k--;
	return k;
}

/* Cuts LINE at the columns of R, measured by RULE, into TEXT.  Returns false
 * when a character stands between two columns. */
static bool
cut(const struct ruled_table *r, struct slice line, enum display_rule rule,
    struct slice text[RULED_COLUMNS_MAX])
{
	unsigned at = 0;
	bool     fits = true;

	memset(text, 0, r->columns * sizeof(*text));
	while (line.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(line, &c);
		size_t   k = column_at(r, at);
		bool     blank = utf8_blanks(line) > 0;

		if (text[k].n == 0)
			text[k].p = line.p;
		if (!blank) {
			text[k].n = (size_t)(line.p + n - text[k].p);
			fits &= at >= r->column[k].from &&
			    (at < r->column[k].to || k + 1 == r->columns);
		}
		at += display_columns(c, rule);
		line = slice_from(line, n);
	}
	return fits;
}

/* The measure by which all lines fit. */
static enum display_rule
measure(const struct ruled_table *r)
{
	struct slice text[RULED_COLUMNS_MAX];

	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++) {
		bool fits = true;

		for (size_t i = 0; fits && i < r->held.count; i++)
			fits = is_rule(held_text(&r->held, i)) || cut(r,
			    held_text(&r->held, i), (enum display_rule)rule,
			    text);
		if (fits)
			return (enum display_rule)rule;
	}
	return DISPLAY_NARROW;
}

static bool
is_blank(const struct ruled_table *r, size_t i)
{
	return utf8_trim(held_text(&r->held, i)).n == 0;
}

/* Whether empty lines part the rows: there is one before the last line. */
static bool
has_blanks(const struct ruled_table *r)
{
	for (size_t i = r->head + 1; i + 1 < r->held.count; i++)
		if (is_blank(r, i))
			return true;
	return false;
}

/* The text of column K of lines FIRST to END - 1, which are one row. */
static struct slice
join(struct ruled_table *r, enum display_rule rule, size_t first, size_t end,
    size_t k)
{
	struct slice text[RULED_COLUMNS_MAX];

	r->cell.n = 0;
	for (size_t i = first; i < end; i++) {
		cut(r, held_text(&r->held, i), rule, text);
		text[k] = utf8_trim(text[k]);
		if (r->cell.n > 0 && text[k].n > 0 &&
		    (unsigned char)r->cell.p[r->cell.n - 1] < 0x80 &&
		    (unsigned char)text[k].p[0] < 0x80)
			buffer_add(&r->cell, SLICE(" "));
		if (text[k].n > 0)
			buffer_add(&r->cell, text[k]);
	}
	return buffer_slice(&r->cell);
}

/* Writes lines FIRST to END - 1 as one row; a line that does not fit as one cell,
 * so that nothing of it is taken for a figure. */
static void
write_row(struct ruled_table *r, struct text_table *t,
    enum display_rule rule, size_t first, size_t end)
{
	struct slice text[RULED_COLUMNS_MAX];
	bool         fits = true;

	for (size_t i = first; i < end; i++)
		fits &= cut(r, held_text(&r->held, i), rule, text);
	text_row(t);
	if (!fits) {
		text_cell(t, r->held.line[first].number,
		    held_text(&r->held, first));
		return;
	}
	for (size_t k = 0; k < r->columns; k++)
		text_cell(t, r->held.line[first].number,
		    join(r, rule, first, end, k));
}

static void
write_table(struct ruled_table *r, struct text_table *t)
{
	enum display_rule rule = measure(r);
	bool              parted = has_blanks(r);
	size_t            first = r->head + 1;

	t->open = false;
	if (r->head > 0)
		write_row(r, t, rule, 0, r->head);
	for (size_t i = first; i <= r->held.count; i++) {
		bool between = i == r->held.count || is_blank(r, i) ||
		    is_rule(held_text(&r->held, i));

		if (!between && parted)
			continue;
		if (!between) {
			write_row(r, t, rule, i, i + 1);
			continue;
		}
		if (parted && i > first)
			write_row(r, t, rule, first, i);
		first = i + 1;
	}
	t->open = false;
	held_clear(&r->held);
}

/* Opens a table at LINE if that measures several columns; the lines held are its
 * head. */
static bool
begin(struct ruled_table *r, unsigned long number, struct slice line)
{
	size_t columns = read_rule(line, r->column);

	if (columns < 2 || !held_add(&r->held, number, line))
		return false;
	r->columns = columns;
	r->head = r->held.count - 1;
	r->to_blank = r->head > 0 && !r->boxed;
	r->open = true;
	r->closed = r->boxed = false;
	return true;
}

/* Holds LINE if it may be of a head. */
static bool
hold_head(struct ruled_table *r, unsigned long number, struct slice line)
{
	enum { LINES = 4, BYTES = 1000 };

	if (is_rule(line) || utf8_blanks(line) == line.n) {
		r->boxed = is_rule(line);
		r->passing = false;
		return false;
	}
	r->passing |= r->held.count == LINES || line.n > BYTES;
	return !r->passing && held_add(&r->held, number, line);
}

void
ruled_end(struct ruled_table *r, struct text_table *t)
{
	if (r->open && (r->closed || r->to_blank))
		write_table(r, t);
	r->open = false;
}

enum ruled_answer
ruled_take(struct ruled_table *r, struct text_table *t,
    unsigned long number, struct slice line)
{
	bool blank = utf8_blanks(line) == line.n;

	if (!r->open)
		return begin(r, number, line) || hold_head(r, number, line) ?
		    RULED_TAKEN : RULED_NOT;
	if (blank && (r->closed || r->to_blank)) {
		ruled_end(r, t);
		return RULED_NOT;
	}
	r->closed = is_rule(line) && r->held.count > r->head + 1;
	if (held_add(&r->held, number, line))
		return RULED_TAKEN;
	r->open = false;
	return RULED_NOT;
}

void
ruled_free(struct ruled_table *r)
{
	held_free(&r->held);
	buffer_free(&r->cell);
}
