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

/* Whether WORD stands where a cell has nothing. */
static bool
is_nothing(struct slice word)
{
	return slice_is(word, "-") ||
	    figure_word_at(word, FIGURE_WORD_MISSING) == word.n;
}

/* How many words LINE has, and whether one of them stands for nothing. */
static size_t
count_words(struct slice line, bool *marked)
{
	struct slice word;
	size_t       words = 0;

	while (next_word(&line, &word)) {
		*marked |= is_nothing(word);
		words++;
	}
	return words;
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
	bool   marked = false;
	size_t words = line.n > 0 && line.n <= LINE_BYTES &&
	    memchr(line.p, ' ', line.n) != NULL &&
	    memchr(line.p, '|', line.n) == NULL &&
	    memchr(line.p, '\t', line.n) == NULL ?
	    count_words(line, &marked) : 0;

	if (w->held.count == 0 ? words < WORDS_MIN : !goes_on(w, line, words))
		return false;
	if (!held_add(&w->held, number, line))
		return false;
	w->marked |= marked;
	if (w->held.count == 1)
		w->words = words;
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
			text_cell(t, w->held.line[i].number, word);
	}
	t->open = false;
}

void
worded_free(struct worded_table *w)
{
	held_free(&w->held);
}
