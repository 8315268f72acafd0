#include "spaced_table.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "spaced_measures.h"
#include "spaced_rows.h"
#include "text/fold.h"

enum {
	LINE_BYTES = 1000,	/* no line of such a table is longer */
	PROSE_BYTES = 160,	/* a line without a gap that is longer is prose */
};

static bool
is_spaced(struct slice line)
{
	struct slice gap = SLICE("  ");

	return line.n > 2 && slice_find(line, gap) != NULL;
}

/* Whether LINE has what such a table has not. */
static bool
is_other(struct slice line)
{
	return line.n > LINE_BYTES || memchr(line.p, '|', line.n) != NULL ||
	    memchr(line.p, '\t', line.n) != NULL ||
	    slice_find(line, SLICE("---")) != NULL ||
	    slice_find(line, SLICE("===")) != NULL;
}

/* Whether LINE has two words or more that begin with digits, behind spaces. */
static bool
is_row(struct slice line)
{
	size_t figures = 0;

	for (size_t i = 1; i < line.n; i++)
		figures += line.p[i - 1] == ' ' && is_digit(line.p[i]);
	return figures > 1;
}

bool
spaced_hold(struct spaced_table *s, unsigned long number,
    struct slice line)
{
	bool spaced = is_spaced(line), empty = utf8_blanks(line) == line.n;

	if (s->held.count == 0 && (!spaced || empty || s->other)) {
		s->other = is_other(line) || (s->other && empty);
		return false;
	}
	s->other = is_other(line);
	if (s->other || (!spaced && (line.n > PROSE_BYTES ||
	    slice_ends(line, SLICE("。")))))
		return false;
	s->rows += spaced && is_row(line);
	return held_add(&s->held, number, line);
}

static void
give_back(struct spaced_table *s, size_t first, size_t end,
    const struct spaced_readers *readers)
{
	for (size_t i = first; i < end; i++)
		readers->take(readers->context, s->held.line[i].number,
		    held_text(&s->held, i));
}

static bool
is_empty(const struct spaced_text *text, size_t i)
{
	return i >= text->lines || text->line[i].words == 0;
}

/* Where the line begins that is least indented. */
static unsigned
margin(const struct spaced_text *text)
{
	unsigned least = (unsigned)-1;

	for (size_t i = 0; i < text->lines; i++)
		if (!is_empty(text, i) &&
		    text->line[i].word[0].from[0] < least)
			least = text->line[i].word[0].from[0];
	return least;
}

/* Whether line I stands by itself at the margin: a heading between tables.  At the end
 * of a page it may be the first line of a label. */
static bool
is_apart(const struct spaced_text *text, size_t i, unsigned margin)
{
	const struct spaced_line *line = &text->line[i];

	if (is_empty(text, i) || spaced_figures(line) > 0 ||
	    line->word[0].from[0] != margin ||
	    fold_enumerator(line->word[0].text).kind == ENUMERATOR_NONE ||
	    (i > 0 && !line->page && !is_empty(text, i - 1)) ||
	    !is_empty(text, i + 1) ||
	    (i + 1 < text->lines && text->line[i + 1].page))
		return false;
	for (size_t w = 1; w < line->words; w++)
		if (line->word[w].from[0] > line->word[w - 1].to[0] + 1)
			return false;
	return true;
}

/* The line behind the run that begins with line I: up to what stands apart. */
static size_t
run_end(const struct spaced_text *text, size_t i, unsigned margin)
{
	do
		i++;
	while (i < text->lines && !is_apart(text, i, margin));
	return i;
}

/* How many lines of TEXT have several figures. */
static size_t
lines_of_figures(const struct spaced_text *text)
{
	size_t n = 0;

	for (size_t i = 0; i < text->lines; i++)
		n += spaced_figures(&text->line[i]) > 1;
	return n;
}

/* Finds the measures that the text refutes, and of the others those by which most lines
 * of figures have their places, or nearly as many.  Returns the best, in SURE whether it
 * is one for most of the text. */
static enum display_rule
find_measures(const struct spaced_text *text, unsigned margin,
    struct arena *arena, bool fits[DISPLAY_RULES], bool refuted[DISPLAY_RULES],
    bool *sure)
{
	enum { NEARLY = 8 };
	struct spaced_measures measures = { 0 };
	size_t                 placed[DISPLAY_RULES] = { 0 };
	enum display_rule      best = DISPLAY_NARROW;

	for (size_t i = 0, end; i < text->lines; i = end) {
		struct spaced_rows rows;

		end = run_end(text, i, margin);
		spaced_rows_begin(&rows, text, i, end, arena);
		spaced_rows_measure(&rows, placed);
		spaced_measures_weigh(&measures, text, i, end, arena);
	}
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
		refuted[rule] = spaced_measures_refute(&measures, rule);
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
		if (!refuted[rule] &&
		    (refuted[best] || placed[rule] > placed[best]))
			best = (enum display_rule)rule;
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
		fits[rule] = !refuted[rule] && placed[rule] + 1 +
		    placed[best] / NEARLY >= placed[best];
	*sure = placed[best] * 2 > lines_of_figures(text);
	return best;
}

/* Writes the tables of what is held and gives the other lines back. */
static void
write_tables(struct spaced_table *s, struct text_table *t,
    const struct spaced_readers *readers, struct arena *arena)
{
	struct spaced_text text;
	struct spaced_rows rows;
	size_t             done = 0;
	unsigned           least;
	bool               fits[DISPLAY_RULES], refuted[DISPLAY_RULES], sure;
	enum display_rule  rule;

	spaced_measure(&text, &s->held, arena);
	least = margin(&text);
	rule = find_measures(&text, least, arena, fits, refuted, &sure);
	for (size_t i = 0, end; i < text.lines; i = end) {
		end = run_end(&text, i, least);
		spaced_rows_begin(&rows, &text, i, end, arena);
		spaced_rows_fit(&rows, fits, refuted, rule, sure);
		while (spaced_rows_next(&rows)) {
			give_back(s, done, rows.named ? rows.head : rows.first,
			    readers);
			readers->end(readers->context);
			spaced_rows_write(&rows, t);
			done = rows.end;
		}
	}
	give_back(s, done, s->held.count, readers);
}

void
spaced_end(struct spaced_table *s, struct text_table *t,
    const struct spaced_readers *readers)
{
	enum { ROWS_MIN = 2 };
	struct arena arena = { .first = NULL };

	if (s->rows >= ROWS_MIN) {
		write_tables(s, t, readers, &arena);
		arena_free(&arena);
	} else
		give_back(s, 0, s->held.count, readers);
	held_clear(&s->held);
	s->rows = 0;
}

void
spaced_free(struct spaced_table *s)
{
	held_free(&s->held);
}
