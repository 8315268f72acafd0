/* Tables of one cell a line, parted by pipes: `x |', or `x' and `|' on lines
 * of their own, as some scrapers leave them. */
#include <string.h>

#include "text.h"

enum { ROW_MARK_PIPES = 4 };	/* this many alone on a line end a row */

/* What a line is: pipes at its end, and what stands before them. */
struct rung {
	struct slice text;
	unsigned     pipes;
};

/* Splits TEXT; false when pipes stand elsewhere in it too. */
static bool
split(struct slice text, struct rung *rung)
{
	*rung = (struct rung){ text, 0 };
	while (rung->text.n > 0 &&
	    strchr("| ", rung->text.p[rung->text.n - 1]) != NULL) {
		rung->pipes += rung->text.p[rung->text.n - 1] == '|';
		rung->text.n--;
	}
	return memchr(rung->text.p, '|', rung->text.n) == NULL;
}

static void
wait_for_pipe(struct ladder *l, unsigned long line, struct slice text)
{
	struct ladder_text *w = &l->waiting[l->nwaiting++];

	w->line = line;
	w->n = text.n;
	memcpy(w->text, text.p, text.n);
}

static bool
can_wait(const struct ladder *l, struct slice text)
{
	return l->nwaiting < LADDER_WAITING_MAX && text.n <= LADDER_TEXT_MAX;
}

/* Writes the lines that wait as one cell, an empty one if none do. */
static void
write_cell(struct ladder *l, struct text_table *t, unsigned long line)
{
	char   text[LADDER_WAITING_MAX * LADDER_TEXT_MAX];
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
end_row(struct ladder *l)
{
	l->row_open = false;
	l->opening = l->leading;
}

void
ladder_end(struct ladder *l, struct text_table *t)
{
	unsigned next = 0;

	if (l->on && l->leading && !l->opening && l->nwaiting > 0) {
		unsigned all = l->nwaiting;

		l->nwaiting = 1;	/* the last cell has no pipe behind it */
		write_cell(l, t, 0);
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

/* Whether TEXT may be a heading above a table rather than its first cell. */
static bool
is_heading(const struct ladder_text *w)
{
	static const char *const numbers[] = { "一", "二", "三", "四", "五",
		"六", "七", "八", "九", "十" };
	struct slice             text = { w->text, w->n };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (slice_starts(text, slice_of(numbers[i])))
			return slice_find(text, SLICE("、")) != NULL;
	return false;
}

static void
begin(struct ladder *l, struct text_table *t, const struct rung *rung)
{
	if (l->nwaiting > 0 && (rung->text.n > 0 || is_heading(l->waiting)))
		ladder_end(l, t);
	l->on = true;
	l->leading = rung->text.n == 0 && l->nwaiting == 0;
	l->opening = l->leading;
	l->row_open = l->spaced = false;
	l->seen = 0;
	t->open = false;
}

static void
take_pipes(struct ladder *l, struct text_table *t, unsigned long line,
    unsigned pipes)
{
	if (pipes >= ROW_MARK_PIPES) {
		if (l->nwaiting > 0)
			write_cell(l, t, line);
		end_row(l);
		return;
	}
	for (; pipes > 0; pipes--) {
		if (!l->opening || l->nwaiting > 0)
			write_cell(l, t, line);
		l->opening = false;
	}
}

/* Outside such a table every short line may be its first cell. */
static bool
wait_for_table(struct ladder *l, struct text_table *t, unsigned long line,
    struct slice text)
{
	ladder_end(l, t);
	if (t->open || text.n == 0 || !can_wait(l, text))
		return false;
	wait_for_pipe(l, line, text);
	return true;
}

bool
ladder_take(struct ladder *l, struct text_table *t, unsigned long line,
    struct slice text)
{
	struct rung rung;

	if (text.n == 0) {
		l->spaced |= l->seen < 3;
		return l->on && l->spaced;
	}
	if (!split(text, &rung) || (!l->on && (t->open || rung.pipes > 1)))
		return false;
	if (rung.pipes == 0 && !l->on)
		return wait_for_table(l, t, line, text);
	if (!l->on)
		begin(l, t, &rung);
	l->seen += l->seen < 3;
	if (rung.text.n > 0 && !can_wait(l, rung.text))
		return false;
	if (rung.text.n > 0)
		wait_for_pipe(l, line, rung.text);
	take_pipes(l, t, line, rung.pipes);
	return true;
}
