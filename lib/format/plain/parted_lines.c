#include "parted_lines.h"

#include "base/utf8.h"

enum { CELL_BYTES_MAX = 240 };

static bool
is_tab(struct slice line)
{
	size_t tabs = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] != '\t' && line.p[i] != ' ')
			return false;
		tabs += line.p[i] == '\t';
	}
	return tabs == 1;
}

/* Whether LINE parts two cells: what may be one is behind it. */
static bool
parts(const struct parted_lines *p, struct slice line)
{
	return is_tab(line) && p->gap &&
	    (p->held.count > 0 || p->behind_tab);
}

bool
parted_lets_go(const struct parted_lines *p, struct slice line)
{
	return p->held.count > 0 && !p->in_row && !parts(p, line) &&
	    (utf8_blanks(line) < line.n || is_tab(line));
}

/* Writes what is held as the next cell of the row, an empty one if nothing is. */
static void
write_cell(struct parted_lines *p, struct text_table *t,
    unsigned long number)
{
	if (!p->row_open)
		text_row(t);
	p->row_open = true;
	if (p->held.count > 0)
		text_cell(t, p->held.line[0].number, held_text(&p->held, 0));
	else
		text_cell(t, number, SLICE(""));
	held_clear(&p->held);
}

void
parted_end(struct parted_lines *p, struct text_table *t)
{
	if (p->in_row || p->behind_tab)
		write_cell(p, t, 0);
	p->in_row = p->behind_tab = p->row_open = p->gap = false;
}

/* Holds LINE if it may be a cell: one that begins with a TAB is another kind's. */
static bool
hold(struct parted_lines *p, unsigned long number, struct slice line)
{
	p->gap = false;
	return line.n <= CELL_BYTES_MAX &&
	    memchr(line.p, '\t', line.n) == NULL &&
	    held_add(&p->held, number, line);
}

bool
parted_take(struct parted_lines *p, struct text_table *t,
    unsigned long number, struct slice line)
{
	if (parts(p, line)) {
		write_cell(p, t, number);
		p->in_row = p->gap = false;
		p->behind_tab = true;
		return true;
	}
	/* A line of blanks by itself behind a row is the next one's first cell. */
	if (line.n == 0 || (utf8_blanks(line) == line.n && !p->behind_tab &&
	    !(p->in_row && p->gap && p->held.count > 0))) {
		p->gap = true;
		return p->in_row || p->behind_tab || (p->held.count > 0 &&
		    held_add(&p->held, number, line));
	}
	if (p->behind_tab && hold(p, number, line)) {
		p->behind_tab = false;
		p->in_row = true;
		return true;
	}
	parted_end(p, t);
	return hold(p, number, line);
}

void
parted_free(struct parted_lines *p)
{
	held_free(&p->held);
}
