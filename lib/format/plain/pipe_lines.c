#include "pipe_lines.h"

#include "text/fold.h"

enum { ROW_MARK_PIPES = 4 };	/* this many alone on a line end a row */

/* What a line is: pipes at its end, and what stands before them. */
struct piped_line {
	struct slice text;
	unsigned     pipes;
};

/* Splits TEXT; false when pipes stand elsewhere in it too. */
static bool
split_pipes(struct slice text, struct piped_line *piped)
{
	*piped = (struct piped_line){ text, 0 };
	while (piped->text.n > 0 &&
	    strchr("| ", piped->text.p[piped->text.n - 1]) != NULL) {
		piped->pipes += piped->text.p[piped->text.n - 1] == '|';
		piped->text.n--;
	}
	return memchr(piped->text.p, '|', piped->text.n) == NULL;
}

static void
wait_for_pipe(struct pipe_lines *l, unsigned long line, struct slice text)
{
	struct waiting_line *w = &l->waiting[l->nwaiting++];

	w->line = line;
	w->n = text.n;
	memcpy(w->text, text.p, text.n);
}

static bool
can_wait(const struct pipe_lines *l, struct slice text)
{
	return l->nwaiting < PIPE_LINES_WAITING_MAX &&
	    text.n <= PIPE_LINES_TEXT_MAX;
}

/* Writes the lines that wait as one cell, an empty one if none do. */
static void
write_waiting_cell(struct pipe_lines *l, struct text_table *t,
    unsigned long line)
{
	char   text[PIPE_LINES_WAITING_MAX * PIPE_LINES_TEXT_MAX];
	size_t n = 0;

	if (!l->row_open)
		text_row(t);
	l->row_open = true;
	for (unsigned i = 0; i < l->nwaiting; i++) {
		memcpy(text + n, l->waiting[i].text, l->waiting[i].n);
		n += l->waiting[i].n;
	}
	text_cell(t, l->nwaiting > 0 ? l->waiting[0].line : line,
	    (struct slice){ text, n });
	l->nwaiting = 0;
}

static void
end_row(struct pipe_lines *l)
{
	l->row_open = false;
	l->opening = l->leading;
}

void
pipe_lines_end(struct pipe_lines *l, struct text_table *t)
{
	unsigned next = 0;

	if (l->on && l->nwaiting > 0 && ((l->leading && !l->opening) ||
	    (l->breaks && l->row_open))) {
		unsigned all = l->nwaiting;

		l->nwaiting = 1;	/* the last has no pipe behind it */
		write_waiting_cell(l, t, 0);
		l->nwaiting = all;
		next = 1;
	}
	for (; next < l->nwaiting; next++)
		text_paragraph(t, l->waiting[next].line, (struct slice){
		    l->waiting[next].text, l->waiting[next].n });
	if (l->on)
		t->open = false;
	l->on = l->row_open = false;
	l->nwaiting = 0;
}

/* Whether W may be a heading above a table rather than its first cell. */
static bool
is_heading(const struct waiting_line *w)
{
	return fold_enumerator((struct slice){ w->text, w->n }).kind ==
	    ENUMERATOR_HAN;
}

static void
begin_table(struct pipe_lines *l, struct text_table *t,
    const struct piped_line *piped)
{
	if (l->nwaiting > 0 && !l->breaks &&
	    (piped->text.n > 0 || is_heading(l->waiting)))
		pipe_lines_end(l, t);
	l->on = true;
	l->leading = piped->text.n == 0 && l->nwaiting == 0 && !l->breaks;
	l->opening = l->leading;
	l->row_open = l->spaced = false;
	l->seen = 0;
	t->open = false;
}

static void
take_pipes(struct pipe_lines *l, struct text_table *t, unsigned long line,
    unsigned pipes)
{
	if (pipes >= ROW_MARK_PIPES) {
		if (l->nwaiting > 0)
			write_waiting_cell(l, t, line);
		end_row(l);
		return;
	}
	for (; pipes > 0; pipes--) {
		if (!l->opening || l->nwaiting > 0)
			write_waiting_cell(l, t, line);
		l->opening = false;
	}
}

/* Outside such a table every short line may be its first cell. */
static bool
wait_for_table(struct pipe_lines *l, struct text_table *t, unsigned long line,
    struct slice text)
{
	pipe_lines_end(l, t);
	if (t->open || text.n == 0 || !can_wait(l, text))
		return false;
	wait_for_pipe(l, line, text);
	return true;
}

/* Whether TEXT is a row of cells joined by pipes, of which the last is empty,
 * rather than a cell and its pipe. */
static bool
is_joined_row(const struct text_table *t, struct slice text)
{
	return t->joined && text.n > 1 && text.p[text.n - 1] == '|' &&
	    text.p[text.n - 2] != ' ';
}

/* Ends the row, of which the last cell waits, or is empty behind its pipe. */
static void
break_row(struct pipe_lines *l, struct text_table *t, unsigned long number)
{
	if (l->nwaiting > 0 || l->row_open)
		write_waiting_cell(l, t, number);
	end_row(l);
}

/* Takes a line without text.  One that is broken as the line before it is, which
 * ended with the row's last cell, ends the row. */
static bool
take_blank(struct pipe_lines *l, struct text_table *t, unsigned long number,
    bool broken)
{
	if (l->broken && broken) {
		l->breaks = true;
		l->leading = l->opening = false;
		if (l->on && (l->nwaiting > 0 || l->row_open))
			break_row(l, t, number);
	}
	l->broken = broken;
	l->spaced |= l->seen < 3;
	return l->on ? l->spaced : l->nwaiting > 0;
}

/* Where rows end with breaks, a text without a pipe behind it is no cell. */
static void
write_paragraph(struct pipe_lines *l, struct text_table *t)
{
	text_paragraph(t, l->waiting[0].line, (struct slice){
	    l->waiting[0].text, l->waiting[0].n });
	l->nwaiting = 0;
}

bool
pipe_lines_take(struct pipe_lines *l, struct text_table *t,
    unsigned long number, struct slice text, bool broken)
{
	struct piped_line piped;

	if (text.n == 0)
		return take_blank(l, t, number, broken);
	l->broken = broken;
	if (l->on && text_is_rule(text))
		return true;
	if (!split_pipes(text, &piped) ||
	    (!l->on && (t->open || piped.pipes > 1 || is_joined_row(t, text))))
		return false;
	if (piped.pipes == 0 && !l->on)
		return wait_for_table(l, t, number, text);
	if (!l->on)
		begin_table(l, t, &piped);
	l->seen += l->seen < 3;
	if (piped.text.n > 0 && l->breaks && !l->row_open && l->nwaiting == 1)
		write_paragraph(l, t);
	if (piped.text.n > 0 && !can_wait(l, piped.text))
		return false;
	if (piped.text.n > 0)
		wait_for_pipe(l, number, piped.text);
	take_pipes(l, t, number, piped.pipes);
	return true;
}
