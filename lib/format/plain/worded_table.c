#include "worded_table.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "text/figure_words.h"

enum {
	WORDS_MIN = 3,
	LINES_MIN = 3,
	LINE_BYTES = 1000,	/* a longer one is no row */
};

/* Whether TEXT goes on with the number of a column that has no name: Unnamed: 7. */
static bool
is_numbered_name(struct slice word, struct slice rest)
{
	return slice_is(word, "Unnamed:") && rest.n > 1 && rest.p[0] == ' ' &&
	    is_digit(rest.p[1]);
}

/* Cuts the next word off *LINE into *WORD.  False when none is left. */
static bool
next_word(struct slice *line, struct slice *word)
{
	struct slice rest = slice_from(*line, utf8_blanks(*line));

	*word = (struct slice){ rest.p, 0 };
	while (word->n < rest.n && (utf8_blanks(slice_from(rest, word->n)) == 0 ||
	    is_numbered_name(*word, slice_from(rest, word->n))))
		word->n++;
	*line = slice_from(rest, word->n);
	return word->n > 0;
}

/* What is on a line. */
struct line_words {
	size_t words, dashes, missing, figures;
};

static struct line_words
count_words(struct slice line)
{
	struct line_words n = { .words = 0 };
	struct slice      word;

	for (; next_word(&line, &word); n.words++)
		if (slice_is(word, "-"))
			n.dashes++;
		else if (figure_word_at(word, FIGURE_WORD_MISSING) == word.n)
			n.missing++;
		else
			n.figures += is_digit(word.p[0]);
	return n;
}

/* Whether LINE may be a row of some table of words. */
static bool
may_be_row(struct slice line)
{
	return line.n > 0 && line.n <= LINE_BYTES &&
	    memchr(line.p, ' ', line.n) != NULL &&
	    memchr(line.p, '|', line.n) == NULL &&
	    memchr(line.p, '\t', line.n) == NULL;
}

/* Whether LINE begins with the number ROW. */
static bool
has_number(struct slice line, size_t row)
{
	unsigned long long number;
	struct slice       word;

	return next_word(&line, &word) &&
	    digits_read(word, HELD_LINES_MAX, &number) && number == row;
}

/* Whether the table that is held goes on with LINE of so many WORDS. */
static bool
goes_on(struct worded_table *w, struct slice line, size_t words)
{
	size_t row = w->held.count - 1;

	if (row == 0 && words == w->words + 1 && has_number(line, 0)) {
		w->numbered = true;
		w->words = words;
	}
	return words == w->words && (!w->numbered || has_number(line, row));
}

bool
worded_hold(struct worded_table *w, unsigned long number, struct slice line)
{
	enum { NAMES = 2 };
	struct line_words n = { .words = 0 };

	if (may_be_row(line))
		n = count_words(line);
	if (w->held.count == 0 ? n.words < WORDS_MIN : !goes_on(w, line, n.words))
		return false;
	if (!held_add(&w->held, number, line))
		return false;
	w->marked |= n.dashes + n.missing > 0;
	w->dashed |= n.dashes > 0 && n.figures == 0 &&
	    n.words - n.dashes >= NAMES;
	if (w->held.count == 1)
		w->words = n.words;
	return true;
}

bool
worded_is_table(const struct worded_table *w)
{
	return w->held.count >= LINES_MIN && (w->numbered || w->marked);
}

void
worded_write(struct worded_table *w, struct text_table *t)
{
	t->open = false;
	for (size_t i = 0; i < w->held.count; i++) {
		struct slice line = held_text(&w->held, i), word;

		text_row(t);
		if (w->numbered && i > 0)
			next_word(&line, &word);
		while (next_word(&line, &word))
			text_cell(t, w->held.line[i].number, w->dashed &&
			    slice_is(word, "-") ? SLICE("") : word);
	}
	t->open = false;
}

void
worded_free(struct worded_table *w)
{
	held_free(&w->held);
}
