#include "text_table.h"

#include "base/digits.h"
#include "base/utf8.h"

enum { SENTENCE_BYTES = 180 };	/* no label is that long: 60 hanzi */

static void
write_line(struct text_table *t, enum block_kind kind, unsigned long line,
    struct slice text)
{
	struct block block = { .kind = kind, .line = line, .text = text };

	t->open = false;
	if (text.n > 0)
		t->sink->block(t->sink, &block);
}

void
text_paragraph(struct text_table *t, unsigned long line, struct slice text)
{
	write_line(t, BLOCK_IS_TEXT, line, text);
}

void
text_heading(struct text_table *t, unsigned long line, struct slice text)
{
	write_line(t, BLOCK_IS_HEAD, line, utf8_trim(text));
}

void
text_row(struct text_table *t)
{
	if (!t->open) {
		t->open = true;
		t->table++;
		t->row = 0;
	}
	t->row++;
	t->col = 0;
}

void
text_cell(struct text_table *t, unsigned long line, struct slice text)
{
	struct block block = {
		.kind = BLOCK_IS_CELL, .line = line, .table = t->table,
		.row = t->row, .col = ++t->col, .rows = 1, .cols = 1,
		.text = utf8_trim(text),
	};

	t->sink->block(t->sink, &block);
}

void
text_grid(struct text_table *t)
{
	t->open = false;
	t->table++;
}

void
text_grid_cell(struct text_table *t, struct block cell)
{
	cell.kind = BLOCK_IS_CELL;
	cell.table = t->table;
	cell.text = utf8_trim(cell.text);
	t->sink->block(t->sink, &cell);
}

/* A paragraph with TABs only around it; behind it they may as well be empty
 * cells, so that what could be a label needs to end like a sentence. */
static bool
is_indented_sentence(struct slice line)
{
	static const char *const ends[] = { "。", "；", "：", "！", "？" };
	struct slice text = utf8_trim(line);
	size_t       n = sizeof(ends) / sizeof(ends[0]);

	if (text.n == 0 || memchr(text.p, '\t', text.n) != NULL)
		return false;
	if (text.n > SENTENCE_BYTES)
		return true;
	if (line.p[line.n - 1] == '\t')
		n = 1;
	for (size_t i = 0; i < n; i++)
		if (slice_ends(text, slice_of(ends[i])))
			return true;
	return false;
}

/* A line between rows, as Markdown and grid tables have it: nothing but
 * dashes, three or more somewhere or a colon beside one; one or two are how
 * a report says "not applicable". */
bool
text_is_rule(struct slice line)
{
	size_t run = 0;
	bool   enough = false;

	for (size_t i = 0; i < line.n; i++) {
		bool dash = line.p[i] == '-' || line.p[i] == '=';

		if (!dash && strchr(":|+\t ", line.p[i]) == NULL)
			return false;
		enough |= (run > 0 && line.p[i] == ':') ||
		    (dash && i > 0 && line.p[i - 1] == ':');
		run = dash ? run + 1 : 0;
		enough |= run >= 3;
	}
	return enough;
}

/* FIELD without the underscores that draw the line below a row. */
static struct slice
without_line(struct slice field)
{
	field = utf8_trim(field);
	while (field.n > 0 && field.p[0] == '_')
		field = slice_from(field, 1);
	while (field.n > 0 && field.p[field.n - 1] == '_')
		field.n--;
	return field;
}

/* FIELD without the mark of Textile for how it is set: `=. ' in the middle, `_. ' as a
 * head. */
static struct slice
without_setting(struct slice field)
{
	return field.n >= 2 && strchr("=_<>^~", field.p[0]) != NULL &&
	    field.p[1] == '.' ? slice_from(field, 2) : field;
}

/* FIELD, but nothing where it is an element of markup with nothing in it, as Muse
 * writes an empty cell: <verbatim></verbatim>. */
static struct slice
without_element(struct slice field)
{
	struct slice text = utf8_trim(field);
	const char  *end = slice_find(text, SLICE("></"));
	size_t       n = end != NULL ? (size_t)(end - text.p) - 1 : 0;

	return n > 0 && text.p[0] == '<' && text.n == 2 * n + 5 &&
	    memcmp(text.p + 1, end + 3, n) == 0 && text.p[text.n - 1] == '>' ?
	    slice_from(field, field.n) : field;
}

/* Whether TEXT, which is FIELD trimmed, has no mark to be taken off: most have none, and
 * looking for each took a tenth of what is done with a row. */
static bool
is_unmarked(struct slice field, struct slice text)
{
	return text.n == 0 || (strchr("<=_^>~", text.p[0]) == NULL &&
	    strchr("=_<>^~", field.p[0]) == NULL && text.p[text.n - 1] != '_');
}

static void
write_field(struct text_table *t, unsigned long number, struct slice field)
{
	struct slice text = utf8_trim(field);

	text_cell(t, number, is_unmarked(field, text) ? text :
	    without_line(without_setting(without_element(field))));
}

static void
write_cells(struct text_table *t, unsigned long number, struct slice line,
    char separator)
{
	const char *end;

	while ((end = memchr(line.p, separator, line.n)) != NULL) {
		size_t n = (size_t)(end - line.p);

		write_field(t, number, (struct slice){ line.p, n });
		line = slice_from(line, n + 1);
	}
	write_field(t, number, line);
}

/* Whether two pipes part the cells of TEXT, a line of a table, as in MoinMoin: all of its
 * pipes stand in pairs with blanks between what they part. */
static bool
has_pairs(struct slice text)
{
	enum { SEVERAL = 3 };
	size_t pairs = 0;

	if (!slice_starts(text, SLICE("|| ")) || !slice_ends(text, SLICE(" ||")))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '|')
			continue;
		i++;
		if (i == text.n || text.p[i] != '|' || (i + 1 < text.n &&
		    text.p[i + 1] != ' '))
			return false;
		pairs++;
	}
	return pairs >= SEVERAL;
}

/* A row whose cells two pipes part. */
static void
paired_row(struct text_table *t, unsigned long number, struct slice text)
{
	const char *pipe;

	text_row(t);
	text = slice_from(text, 2);
	while ((pipe = memchr(text.p, '|', text.n)) != NULL) {
		size_t n = (size_t)(pipe - text.p);

		text_cell(t, number, (struct slice){ text.p, n });
		text = slice_from(text, n + 2);
	}
}

static size_t
count_pipes(struct slice text)
{
	size_t pipes = 0;

	for (size_t i = 0; i < text.n; i++)
		pipes += text.p[i] == '|';
	return pipes;
}

/* Learns from TEXT how rows use pipes: from the first one of a table, and from one of
 * as many pipes as that with a text behind the last. */
static void
learn_pipes(struct text_table *t, struct slice text, bool leads, bool trails)
{
	size_t pipes = count_pipes(text);

	if (!t->open) {
		t->encloses = leads;
		t->closes = trails && (leads || !t->parts);
		t->pipes = pipes;
		t->parts |= !leads && !trails;
	} else if (!leads && !trails && !t->encloses && pipes == t->pipes) {
		t->parts = true;
		t->closes = false;
	}
}

static void
piped_row(struct text_table *t, unsigned long number, struct slice text)
{
	bool leads = text.p[0] == '|';
	bool trails = text.n > 1 && text.p[text.n - 1] == '|';

	learn_pipes(t, text, leads, trails);
	text_row(t);
	if (leads && t->encloses)
		text = slice_from(text, 1);
	if (trails && t->closes)
		text.n--;
	write_cells(t, number, text, '|');
}

/* Whether FIELD is empty, or begins like a figure. */
static bool
is_value(struct slice field)
{
	field = utf8_trim(field);
	return field.n == 0 || is_digit(field.p[0]) ||
	    ((field.p[0] == '-' || field.p[0] == '/') && field.n <= 2);
}

/* Whether pipes that stand close between characters part cells: there are
 * several, or a value behind the last; in a table with such rows two do. */
static bool
is_joined(const struct text_table *t, struct slice text)
{
	size_t       several = t->joined ? 2 : 3;
	struct slice field = { NULL, 0 };
	size_t       fields = 0;

	while (slice_cut(&text, '|', &field))
		fields++;
	return fields > several || (fields > 1 && is_value(field));
}

/* Pipes at an end or between blanks part cells, and so do any in a table that
 * is open; elsewhere a pipe in a sentence is a character. */
static bool
is_piped(struct text_table *t, struct slice text)
{
	if (text.n == 0 || memchr(text.p, '|', text.n) == NULL)
		return false;
	if (t->open || text.p[0] == '|' || text.p[text.n - 1] == '|' ||
	    slice_find(text, SLICE(" | ")) != NULL)
		return true;
	if (!is_joined(t, text))
		return false;
	t->joined = true;
	return true;
}

bool
text_take_row(struct text_table *t, unsigned long number, struct slice line)
{
	struct slice text = utf8_trim(line);
	bool         tabs = line.n > 0 && memchr(line.p, '\t', line.n) != NULL;

	if ((tabs || (text.n > 0 && memchr(text.p, '|', text.n) != NULL) ||
	    slice_starts(text, SLICE("+-"))) && text_is_rule(line))
		return true;
	if (has_pairs(text))
		paired_row(t, number, text);
	else if (is_piped(t, text) && (!tabs || text.p[0] == '|'))
		piped_row(t, number, text);
	else if (tabs && !is_indented_sentence(line)) {
		text_row(t);
		write_cells(t, number, line, '\t');
	} else
		return false;
	return true;
}
