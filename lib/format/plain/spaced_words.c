#include "spaced_words.h"

#include "base/utf8.h"
#include "text/number.h"

static bool
is_blank(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x3000;
}

/* Whether WORD is a figure, or a mark for none. */
static bool
is_figure(struct slice word)
{
	enum { BYTES_MAX = 40 };
	struct figure figure;

	if (word.n > BYTES_MAX)
		return false;
	figure_cell(word, &figure);
	return figure.kind != UNIT_TIME && (figure.state == FIGURE_NUMBER ||
	    figure.state == FIGURE_NA || figure.state == FIGURE_APPROX);
}

static bool
is_unit(struct slice word)
{
	struct unit unit;

	return unit_at(word, &unit) == word.n;
}

/* Whether AFTER is the unit of the figure BEFORE, one space off: 66598 元. */
static bool
is_unit_of(const struct spaced_word *before, const struct spaced_word *after)
{
	return before->to[DISPLAY_COUNTED] + 1 == after->from[DISPLAY_COUNTED] &&
	    is_figure(before->text) && is_unit(after->text);
}

static void
join_unit(struct spaced_line *line)
{
	struct spaced_word *last = &line->word[line->words - 1];

	if (line->words < 2 || !is_unit_of(last - 1, last))
		return;
	last[-1].text.n = (size_t)(last->text.p + last->text.n -
	    last[-1].text.p);
	memcpy(last[-1].to, last->to, sizeof(last->to));
	line->words--;
}

/* Adds character C, of which N bytes at P are, to the last word of LINE, or a new
 * one where OPEN is not set. */
static void
add_character(struct spaced_line *line, const char *p, size_t n, bool open,
    const unsigned at[DISPLAY_RULES])
{
	if (!open) {
		line->word[line->words] = (struct spaced_word){
			.text = { p, 0 } };
		memcpy(line->word[line->words++].from, at,
		    DISPLAY_RULES * sizeof(*at));
	}
	line->word[line->words - 1].text.n += n;
}

/* Whether C, behind one BLANK, is no word but the end of the last one of LINE, that was
 * cut to fit: 区分 … */
static bool
ends_cut_word(const struct spaced_line *line, uint32_t c, unsigned blanks)
{
	enum { ELLIPSIS = 0x2026 };
	struct slice last;

	if (c != ELLIPSIS || blanks != 1 || line->words == 0)
		return false;
	last = line->word[line->words - 1].text;
	return (unsigned char)last.p[last.n - 1] >= 0x80;
}

/* Cuts TEXT into the words of LINE, which has room for all. */
static void
cut(struct spaced_line *line, struct slice text)
{
	unsigned at[DISPLAY_RULES] = { 0 };
	bool     open = false;
	unsigned blanks = 0;	/* since the last word */

	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(text, &c);
		bool     blank = is_blank(c);

		if (ends_cut_word(line, c, blanks)) {
			line->word[line->words - 1].text.n += blanks;
			open = true;
		}
		blanks = blank ? blanks + 1 : 0;
		if (!blank)
			add_character(line, text.p, n, open, at);
		open = !blank;
		for (unsigned rule = 0; rule < DISPLAY_RULES && c >= ' ';
		    rule++)
			at[rule] += display_columns(c,
			    (enum display_rule)rule);
		if (open)
			memcpy(line->word[line->words - 1].to, at, sizeof(at));
		text = slice_from(text, n);
	}
}

/* How many words TEXT may have at most: a word ends with a byte that a blank may
 * have. */
static size_t
words_at_most(struct slice text)
{
	size_t words = 1;

	for (size_t i = 1; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		words += (c <= ' ' && text.p[i - 1] != ' ') || c == 0x80 ||
		    c == 0xA0;
	}
	return words;
}

/* Whether LINE is nothing but the number of a page: 3 or - 3 -. */
static bool
is_number(const struct spaced_line *line)
{
	return line->words > 0 && line->texts == 0 && (line->words == 1 ||
	    (line->words == 3 && line->word[0].text.n <= 3 &&
	    slice_eq(line->word[0].text, line->word[2].text)));
}

/* Whether line I of TEXT is the first or last of a page but for empty ones, one of
 * which parts it from the rest. */
static bool
is_at_page_end(const struct spaced_text *text, size_t i)
{
	size_t next = i + 1;
	bool   apart = i > 0 && text->line[i - 1].words == 0;

	if (text->line[i].page)
		return next < text->lines && text->line[next].words == 0;
	while (next < text->lines && text->line[next].words == 0 &&
	    !text->line[next].page)
		next++;
	return apart && (next == text->lines || text->line[next].page);
}

/* Takes the numbers of pages for empty lines. */
static void
drop_page_numbers(struct spaced_text *text)
{
	for (size_t i = 0; i < text->lines; i++)
		if (is_number(&text->line[i]) && is_at_page_end(text, i))
			text->line[i].words = text->line[i].texts = 0;
}

void
spaced_measure(struct spaced_text *text, const struct held_lines *held,
    struct arena *arena)
{
	text->lines = held->count;
	text->line = arena_alloc(arena, (held->count + 1) *
	    sizeof(*text->line));
	for (size_t i = 0; i < held->count; i++) {
		struct spaced_line *line = &text->line[i];
		struct slice        bytes = held_text(held, i);

		*line = (struct spaced_line){
			.number = held->line[i].number,
			.page = bytes.n > 0 && bytes.p[0] == '\f',
			.word = arena_alloc(arena, words_at_most(bytes) *
			    sizeof(*line->word)),
		};
		cut(line, bytes);
		if (line->words > 0)
			join_unit(line);
		line->texts = line->words;
		while (line->texts > 0 &&
		    is_figure(line->word[line->texts - 1].text))
			line->texts--;
		line->unit = line->texts > 1 &&
		    is_unit(line->word[line->texts - 1].text);
	}
	drop_page_numbers(text);
}

size_t
spaced_figures(const struct spaced_line *line)
{
	return line->words - line->texts;
}
