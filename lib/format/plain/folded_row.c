#include "folded_row.h"

#include "base/utf8.h"

enum {
	BARS_MIN = 10, BARS_OF_FIRST = 3,
	CELLS_MAX = 1024, ROWS_MIN = 3, COLUMNS_MIN = 5,
};

/* The bars of a line, and how cells stand beside them. */
struct bars {
	size_t n, close;	/* right before a text */
	bool   apart;		/* each behind a blank, or at the beginning */
};

static struct bars
count_bars(struct slice line)
{
	struct bars bars = { .apart = true };

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] != '|')
			continue;
		bars.n++;
		bars.close += i + 1 < line.n && line.p[i + 1] != ' ' &&
		    line.p[i + 1] != '|';
		bars.apart &= i == 0 || line.p[i - 1] == ' ';
	}
	return bars;
}

/* Whether the table may begin with LINE: neither a row by itself, which begins with a
 * bar, nor one of Markdown, which has blanks on both sides of them. */
static bool
may_begin(struct slice line)
{
	struct slice text = utf8_trim(line);
	struct bars  bars = count_bars(text);

	return text.n > 0 && text.p[0] != '|' && bars.apart &&
	    bars.close >= BARS_OF_FIRST;
}

bool
folded_row_take(struct folded_row *row, unsigned long number, struct slice line)
{
	if (utf8_blanks(line) == line.n || memchr(line.p, '\t', line.n) != NULL ||
	    (row->held.count == 0 && !may_begin(line)))
		return false;
	return held_add(&row->held, number, line);
}

/* Whether lines end amid rows: some begin with a bar and some end without one, and they
 * have not all as many. */
static bool
is_folded(const struct held_lines *held)
{
	size_t first = count_bars(held_text(held, 0)).n;
	bool   begins = false, ends = false, others = false;

	for (size_t i = 0; i < held->count; i++) {
		struct slice text = utf8_trim(held_text(held, i));

		begins |= i > 0 && text.p[0] == '|';
		ends |= i + 1 < held->count && text.p[text.n - 1] != '|';
		others |= count_bars(text).n != first;
	}
	return begins && ends && others;
}

struct slice
folded_row_whole(struct folded_row *row)
{
	const struct slice none = { NULL, 0 };
	struct bars        bars;

	row->whole.n = 0;
	for (size_t i = 0; i < row->held.count; i++) {
		if (i > 0)
			buffer_add(&row->whole, SLICE(" "));
		buffer_add(&row->whole, utf8_trim(held_text(&row->held, i)));
	}
	bars = count_bars(buffer_slice(&row->whole));
	return bars.apart && bars.n >= BARS_MIN && is_folded(&row->held) ?
	    buffer_slice(&row->whole) : none;
}

/* What stands between two bars. */
struct folded_cell {
	struct slice text;
	bool         ends_row;	/* nothing: the row ends, or a cell is covered */
};

/* Cuts WHOLE into CELL; *TAIL is what stands behind the last bar.  Returns how many, 0
 * for too many. */
static size_t
cut_cells(struct slice whole, struct folded_cell cell[CELLS_MAX],
    struct slice *tail)
{
	size_t n = 0;

	for (const char *bar; (bar = memchr(whole.p, '|', whole.n)) != NULL; n++) {
		struct slice text = { whole.p, (size_t)(bar - whole.p) };

		if (n == CELLS_MAX)
			return 0;
		cell[n] = (struct folded_cell){ utf8_trim(text),
		    slice_is(text, " ") };
		whole = slice_from(whole, text.n + 1);
	}
	*tail = utf8_trim(whole);
	return n;
}

/* The cells of the row that begins with CELL number I of N: a row ends once, and what is
 * covered stands at the beginning of the next. */
static size_t
cells_of_row(const struct folded_cell *cell, size_t i, size_t n)
{
	size_t end = i;

	while (end < n && cell[end].ends_row)
		end++;
	while (end < n && !cell[end].ends_row)
		end++;
	return end - i;
}

/* Whether the rows of the N cells are those of a grid: all behind the first, which may
 * name several columns at once, have as many cells.  A row that was folded at an empty
 * cell has not. */
static bool
is_grid(const struct folded_cell *cell, size_t n)
{
	size_t rows = 0, width = 0;

	for (size_t i = 0, cells; i < n; i += cells + 1) {
		cells = cells_of_row(cell, i, n);
		if (rows == 1)
			width = cells;
		if (rows > 0 && cells != width)
			return false;
		rows++;
	}
	return rows >= ROWS_MIN && width >= COLUMNS_MIN;
}

bool
folded_row_write(struct folded_row *row, struct text_table *t)
{
	struct folded_cell cell[CELLS_MAX];
	struct slice       whole = folded_row_whole(row), tail;
	unsigned long      number = row->held.line[0].number;
	size_t             n = whole.p != NULL ?
	    cut_cells(whole, cell, &tail) : 0;

	if (!is_grid(cell, n))
		return false;
	for (size_t i = 0, cells; i < n; i += cells + 1) {
		cells = cells_of_row(cell, i, n);
		text_row(t);
		for (size_t c = 0; c < cells; c++)
			text_cell(t, number, cell[i + c].text);
	}
	t->open = false;
	if (tail.n > 0)
		text_paragraph(t, row->held.line[row->held.count - 1].number,
		    tail);
	return true;
}

void
folded_row_free(struct folded_row *row)
{
	held_free(&row->held);
	buffer_free(&row->whole);
}
