#include "number.h"

#include "base/digits.h"

#include "base/utf8.h"
#include "figure_words.h"
#include "notation.h"

static bool
is_na(struct slice text)
{
	size_t used = 0, n;

	if (figure_word_at(text, FIGURE_WORD_NONE) == text.n)
		return true;
	while ((n = figure_word_at(slice_from(text, used), FIGURE_WORD_MARK)) > 0)
		used += n;
	return used == text.n;
}

/* ?1340条?: characters without a place in some encoding, on both sides. */
static struct slice
strip_lost(struct slice text, bool *stripped)
{
	*stripped = text.n > 2 && text.p[0] == '?' &&
	    text.p[text.n - 1] == '?';
	return *stripped ? (struct slice){ text.p + 1, text.n - 2 } : text;
}

/* By far the most cells: a few ASCII digits. */
static bool
is_plain(struct slice text)
{
	if (text.n == 0 || text.n > 18 || (text.p[0] == '0' && text.n > 1))
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (!is_digit(text.p[i]))
			return false;
	return true;
}

void
figure_cell(struct slice text, struct figure *figure)
{
	bool   hedged, negative;
	size_t n;

	notation_clear(figure);
	if (is_plain(text)) {
		memcpy(figure->value, text.p, text.n);
		figure->value[text.n] = '\0';
		return;
	}
	text = utf8_trim(text);
	if (text.n == 0) {
		figure->state = FIGURE_BLANK;
		return;
	}
	if (is_na(text)) {
		figure->state = FIGURE_NA;
		return;
	}
	text = strip_lost(text, &figure->repaired);
	n = figure_word_at(text, FIGURE_WORD_INEXACT_BEFORE);
	hedged = n > 0;
	text = slice_from(text, n + utf8_blanks(slice_from(text, n)));
	n = figure_word_at(text, FIGURE_WORD_MINUS);
	negative = n > 0;
	if (!negative)
		n = figure_word_at(text, FIGURE_WORD_PLUS);
	text = slice_from(text, n);
	n = notation_figure(text, negative, figure);
	if (n == 0 || n != text.n || figure->state == FIGURE_UNREADABLE ||
	    figure->kind == UNIT_TIME || figure->kind == UNIT_ORDER)
		notation_refuse(figure);
	else if (hedged)
		figure->state = FIGURE_APPROX;
}

/* More of what the digits before TEXT began and is no single number: a range,
 * a time, a telephone number.  The bytes through the next digits, or 0. */
static size_t
continued_at(struct slice text, bool after_unit)
{
	size_t count, n, used = figure_word_at(text, FIGURE_WORD_RANGE);

	if (used > 0)
		used += figure_word_at(slice_from(text, used), FIGURE_WORD_RANGE);
	else if (!after_unit)
		used = figure_word_at(text, FIGURE_WORD_JOINT);
	if (used == 0)
		return 0;
	n = notation_digits(slice_from(text, used), NULL, &count, NULL);
	return n > 0 ? used + n : 0;
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static size_t
letters_at(struct slice text)
{
	size_t used = 0;

	while (used < text.n && (is_letter(text.p[used]) ||
	    (used > 0 && is_digit(text.p[used]))))
		used++;
	return used;
}

/* The 分之一 of a fraction. */
static size_t
fraction_at(struct slice text)
{
	struct decimal d = { 0 };
	bool           valid;
	size_t         word = figure_word_at(text, FIGURE_WORD_FRACTION);
	size_t         n;

	if (word == 0)
		return 0;
	n = notation_bare(slice_from(text, word), &d, &valid);
	return n > 0 ? word + n : 0;
}

size_t
figure_in_text(struct slice text, struct figure *figure)
{
	size_t used, n;

	notation_clear(figure);
	used = notation_figure(text, false, figure);
	if (used == 0)
		return 0;
	n = fraction_at(slice_from(text, used));
	if (n == 0)
		n = letters_at(slice_from(text, used));
	while (n > 0 || (n = continued_at(slice_from(text, used),
	    figure->kind != UNIT_NONE)) > 0) {
		notation_refuse(figure);
		used += n;
		n = 0;
	}
	return used;
}

size_t
figure_hedge_before(struct slice before)
{
	return figure_word_before(before, FIGURE_WORD_EXACT_BEFORE) > 0 ? 0 :
	    figure_word_before(before, FIGURE_WORD_INEXACT_BEFORE);
}
