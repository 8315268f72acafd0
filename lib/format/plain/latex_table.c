#include "latex_table.h"

#include "base/left_out.h"
#include "base/utf8.h"

/* The tables, and how many groups in braces stand behind their names. */
static const struct {
	struct slice name;
	unsigned     groups;
} tables[] = {
	{ { "tabular", 7 }, 1 }, { { "tabular*", 8 }, 2 }, { { "tabularx", 8 }, 2 },
	{ { "tabulary", 8 }, 2 }, { { "longtable", 9 }, 1 }, { { "longtabu", 8 }, 1 },
	{ { "tabu", 4 }, 1 }, { { "array", 5 }, 1 }, { { "supertabular", 12 }, 1 },
	{ { "xltabular", 9 }, 2 }, { { "tblr", 4 }, 1 }, { { "minipage", 8 }, 1 },
};

enum { MINIPAGE = sizeof(tables) / sizeof(tables[0]) - 1 };	/* is none */

/* Commands that say how the table looks, and how many groups in braces stand behind
 * them that are none of its text. */
static const struct {
	struct slice name;
	unsigned     groups;
} settings[] = {
	{ { "caption", 7 }, 1 }, { { "cellcolor", 9 }, 1 }, { { "cline", 5 }, 1 },
	{ { "cmidrule", 8 }, 1 }, { { "color", 5 }, 1 }, { { "fontsize", 8 }, 2 },
	{ { "hspace", 6 }, 1 }, { { "label", 5 }, 1 }, { { "noalign", 7 }, 1 },
	{ { "parbox", 6 }, 1 }, { { "rotatebox", 9 }, 1 }, { { "rowcolor", 8 }, 1 },
	{ { "rule", 4 }, 2 }, { { "setlength", 9 }, 2 }, { { "specialrule", 11 }, 3 },
	{ { "textcolor", 9 }, 1 }, { { "vspace", 6 }, 1 },
};

/* Moves *TEXT behind what stands in brackets at its beginning. */
static void
skip_options(struct slice *text)
{
	while (text->n > 0 && (text->p[0] == '[' || text->p[0] == '(')) {
		const char *end = memchr(text->p, text->p[0] == '[' ? ']' : ')',
		    text->n);

		if (end == NULL)
			return;
		*text = slice_from(*text, (size_t)(end + 1 - text->p));
	}
}

/* The text in the braces that *TEXT begins with, behind what stands in brackets; it
 * moves behind them.  Empty where there are none. */
static struct slice
take_group(struct slice *text)
{
	unsigned depth = 0;

	skip_options(text);
	for (size_t i = 0; i < text->n && (i == 0 || depth > 0); i++) {
		struct slice group = { text->p + 1, i - (i > 0) };

		depth += text->p[i] == '{';
		if (text->p[i] == '}' && depth > 0 && --depth == 0) {
			*text = slice_from(*text, i + 1);
			return group;
		}
	}
	return slice_from(*text, text->n);
}

/* Which of the tables NAME is; as many as there are for none. */
static size_t
table_named(struct slice name)
{
	size_t i = 0;

	while (i < sizeof(tables) / sizeof(tables[0]) &&
	    !slice_eq(name, tables[i].name))
		i++;
	return i;
}

bool
latex_begins(struct slice line)
{
	struct slice text = utf8_trim(line);
	const char  *at;

	if (!slice_starts(text, SLICE("\\")))
		return false;
	while ((at = slice_find(text, SLICE("\\begin"))) != NULL) {
		text = slice_from(text, (size_t)(at - text.p) + 6);
		if (table_named(take_group(&text)) < MINIPAGE)
			return true;
	}
	return false;
}

static bool
is_covered(const struct latex_table *l)
{
	return l->col < PLACED_COLUMNS_MAX && l->covered[l->col] >= l->row;
}

/* Writes the cell, unless it is the empty one below one of several rows, and moves on
 * to the next. */
static void
end_cell(struct latex_table *l, struct text_table *t)
{
	struct slice text = utf8_trim(buffer_slice(&l->text));

	if (text.n > 0 || !is_covered(l))
		text_grid_cell(t, (struct block){ .line = l->line, .row = l->row,
		    .col = l->col + 1, .rows = l->rows, .cols = l->cols,
		    .text = text });
	if (l->col + l->cols > PLACED_COLUMNS_MAX)
		left_out("a table of more columns than are read");
	for (unsigned i = 0; i < l->cols; i++, l->col++)
		if (l->col < PLACED_COLUMNS_MAX && text.n > 0)
			l->covered[l->col] = l->row + l->rows - 1;
	l->rows = l->cols = 1;
	l->text.n = 0;
}

static void
end_row(struct latex_table *l, struct text_table *t)
{
	if (l->in_row && !l->repeated) {
		end_cell(l, t);
		l->row++;
	}
	l->in_row = false;
	l->text.n = 0;
	l->col = 0;
	l->rows = l->cols = 1;
}

static void
add_text(struct latex_table *l, unsigned long number, struct slice text)
{
	if (!l->in_row && utf8_blanks(text) < text.n) {
		l->in_row = true;
		l->line = number;
	}
	if (l->in_row)
		buffer_add(&l->text, text);
}

static void
open_table(struct latex_table *l, struct text_table *t)
{
	if (l->open) {
		l->nested++;
		return;
	}
	memset(l->covered, 0, sizeof(l->covered));
	text_grid(t);
	l->open = true;
	l->in_row = l->repeated = false;
	l->row = l->rows = l->cols = 1;
	l->nested = l->col = 0;
	l->text.n = 0;
}

static void
close_table(struct latex_table *l, struct text_table *t)
{
	if (l->nested > 0)
		l->nested--;
	else
		latex_end(l, t);
}

/* Takes what is begun, or ended, with \begin or \end before *TEXT. */
static void
take_environment(struct latex_table *l, struct text_table *t, bool begins,
    struct slice *text)
{
	size_t which = table_named(take_group(text));

	if (which > MINIPAGE)
		return;
	for (unsigned i = 0; begins && i < tables[which].groups; i++)
		take_group(text);
	if (which == MINIPAGE)
		return;
	if (begins)
		open_table(l, t);
	else
		close_table(l, t);
}

/* Takes the number of a span, and what is said of its place. */
static unsigned
take_span(struct slice *text)
{
	unsigned span = placed_span(take_group(text));

	take_group(text);
	return span;
}

/* Takes the command NAME, which stands before *TEXT. */
static void
take_command(struct latex_table *l, struct text_table *t, struct slice name,
    struct slice *text)
{
	bool begins = slice_is(name, "begin");

	if (begins || slice_is(name, "end"))
		take_environment(l, t, begins, text);
	else if (slice_is(name, "multicolumn"))
		l->cols = take_span(text);
	else if (slice_is(name, "multirow"))
		l->rows = take_span(text);
	else if (slice_is(name, "tabularnewline"))
		end_row(l, t);
	else if (slice_is(name, "endfirsthead"))
		l->repeated = true;
	else if (slice_is(name, "endhead") || slice_is(name, "endfoot") ||
	    slice_is(name, "endlastfoot"))
		l->repeated = false;
	else if (slice_is(name, "addlinespace") || slice_is(name, "makecell"))
		skip_options(text);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		for (unsigned k = 0; slice_eq(name, settings[i].name) &&
		    k < settings[i].groups; k++)
			take_group(text);
}

/* Takes what begins with a backslash at *TEXT. */
static void
take_escape(struct latex_table *l, struct text_table *t, unsigned long number,
    struct slice *text)
{
	size_t       n = 1;
	struct slice name;

	while (n < text->n && ((text->p[n] >= 'a' && text->p[n] <= 'z') ||
	    (text->p[n] >= 'A' && text->p[n] <= 'Z')))
		n++;
	name = (struct slice){ text->p + 1, n - 1 };
	if (n > 1) {
		*text = slice_from(*text, n);
		take_command(l, t, name, text);
	} else if (slice_starts(*text, SLICE("\\\\"))) {
		*text = slice_from(*text, 2);
		if (l->nested == 0)
			end_row(l, t);
		skip_options(text);
	} else {
		if (text->n > 1 && strchr("&%_#${}", text->p[1]) != NULL)
			add_text(l, number, (struct slice){ text->p + 1, 1 });
		/* A character of several bytes is left. */
		*text = slice_from(*text, text->n > 1 &&
		    (unsigned char)text->p[1] < 0x80 ? 2 : 1);
	}
}

/* What stands for something else, but for a backslash. */
static const struct {
	struct slice mark, text;
} marks[] = {
	{ { "``", 2 }, { "\xE2\x80\x9C", 3 } }, { { "''", 2 }, { "\xE2\x80\x9D", 3 } },
	{ { "~", 1 }, { " ", 1 } }, { { "{", 1 }, { "", 0 } },
	{ { "}", 1 }, { "", 0 } }, { { "$", 1 }, { "", 0 } },
};

/* Takes the characters at *TEXT that are no command. */
static void
take_characters(struct latex_table *l, struct text_table *t,
    unsigned long number, struct slice *text)
{
	size_t n = sizeof(marks) / sizeof(marks[0]);

	if (text->p[0] == '&' && l->nested == 0) {
		add_text(l, number, SLICE("&"));	/* begins the row */
		l->text.n--;
		if (!l->repeated)
			end_cell(l, t);
		l->text.n = 0;
		l->line = number;
		*text = slice_from(*text, 1);
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (slice_starts(*text, marks[i].mark)) {
			add_text(l, number, marks[i].text);
			*text = slice_from(*text, marks[i].mark.n);
			return;
		}
	add_text(l, number, (struct slice){ text->p, 1 });
	*text = slice_from(*text, 1);
}

void
latex_take(struct latex_table *l, struct text_table *t,
    unsigned long number, struct slice line)
{
	struct slice text = utf8_trim(line);

	if (l->text.n > 0 && (unsigned char)l->text.p[l->text.n - 1] < 0x80)
		buffer_add(&l->text, SLICE(" "));
	while (text.n > 0 && text.p[0] != '%') {
		bool open = l->open;

		if (text.p[0] == '\\')
			take_escape(l, t, number, &text);
		else if (open)
			take_characters(l, t, number, &text);
		else
			text = slice_from(text, 1);
		if (open && !l->open && utf8_trim(text).n > 0) {
			text_paragraph(t, number, utf8_trim(text));
			return;
		}
	}
}

void
latex_end(struct latex_table *l, struct text_table *t)
{
	if (l->open)
		end_row(l, t);
	l->open = false;
}

void
latex_free(struct latex_table *l)
{
	buffer_free(&l->text);
}
