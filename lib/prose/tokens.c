/* The tokens that need no lexicon: figures, years, boundaries. */
#include <stdio.h>
#include <stdlib.h>

#include "base/digits.h"
#include "text/figure_words.h"
#include "text/numeral.h"
#include "marks.h"
#include "sentence.h"

enum {
	YEAR_MIN = 1949,
	YEAR_MAX = 2100,
};

/* What stands between words. */
static const struct {
	enum mark_kind  mark;
	enum token_kind token;
} boundary[] = {
	{ MARK_COMMA, TOKEN_COMMA }, { MARK_PAUSE, TOKEN_PAUSE },
	{ MARK_COLON, TOKEN_COLON },
	{ MARK_OPEN, TOKEN_OPEN }, { MARK_CLOSE, TOKEN_CLOSE },
};

struct token *
sentence_add(struct sentence *sentence, enum token_kind kind, size_t start,
    size_t n)
{
	struct token *token = &sentence->token[sentence->tokens++];

	*token = (struct token){ .kind = kind, .start = start,
	    .end = start + n };
	return token;
}

size_t
sentence_boundary(struct slice text, enum token_kind *kind)
{
	if (text.n == 0 || !marks_between(text))
		return 0;
	for (size_t i = 0; i < sizeof(boundary) / sizeof(*boundary); i++) {
		size_t n = marks_at(boundary[i].mark, text);

		*kind = boundary[i].token;
		if (n > 0)
			return n;
	}
	return 0;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The text before a figure without the blanks between. */
static struct slice
before_blanks(struct slice text, size_t at)
{
	while (at > 0 && is_space(text.p[at - 1]))
		at--;
	return (struct slice){ text.p, at };
}

/* Whether digits at AT continue something, or are the number of something. */
static bool
is_ordinal(struct slice text, size_t at)
{
	struct slice before = before_blanks(text, at);

	if (at > 0 && is_letter(text.p[at - 1]))
		return true;
	if (before.n < at && before.n > 0 && is_digit(before.p[before.n - 1]))
		return true;
	return marks_end(MARK_ORDINAL, before) &&
	    !marks_end(MARK_SIGNED, before);
}

static bool
is_year(const struct figure *figure, int *year)
{
	int n = 0;

	if (figure->kind != UNIT_TIME || strlen(figure->value) != 4 ||
	    !slice_eq(figure->unit, marks_of(MARK_YEAR)->mark[0]))
		return false;
	for (int i = 0; i < 4; i++) {
		if (!is_digit(figure->value[i]))
			return false;
		n = n * 10 + (figure->value[i] - '0');
	}
	*year = n;
	return n >= YEAR_MIN && n <= YEAR_MAX;
}

bool
sentence_is_digit(struct slice text)
{
	return text.n > 0 && (is_digit(text.p[0]) ||
	    (text.n > 2 && (unsigned char)text.p[0] == 0xEF &&
	    (unsigned char)text.p[1] == 0xBC &&
	    (unsigned char)text.p[2] >= 0x90 &&
	    (unsigned char)text.p[2] <= 0x99));
}

/* A number of digits followed, over blanks, by more digits: two cells, or one
 * number cut in two. */
static bool
is_followed_by_digits(struct slice text)
{
	size_t i = 0;

	while (i < text.n && is_space(text.p[i]))
		i++;
	return i > 0 && sentence_is_digit(slice_from(text, i));
}

/* Digits of several cells run together: they begin with 0, or are many and have
 * no unit. */
static bool
is_fused(struct slice text, size_t at, const struct figure *figure)
{
	enum { DIGITS_MAX = 7 };

	if (text.p[at] == '0' && at + 1 < text.n && is_digit(text.p[at + 1]))
		return true;
	return figure->kind == UNIT_NONE && is_digit(text.p[at]) &&
	    figure->rounded == 0 && strlen(figure->value) >= DIGITS_MAX;
}

/* Whether the digits of FIGURE at AT, N bytes, are a list's number, behind a blank and
 * before a pause, and the number before it stands in the text too: 2、发布信息 3、公开信. */
static bool
is_numbering(struct slice text, size_t at, size_t n, const struct figure *figure)
{
	enum { NUMBER_DIGITS = 2 };
	struct slice before = { text.p, at };
	char         number[16];
	const char  *found;

	if (figure->kind != UNIT_NONE || at == 0 || !is_space(text.p[at - 1]) ||
	    strlen(figure->value) > NUMBER_DIGITS ||
	    marks_at(MARK_PAUSE, slice_from(text, at + n)) == 0)
		return false;
	snprintf(number, sizeof(number), "%d", atoi(figure->value) - 1);
	while ((found = slice_find(before, slice_of(number))) != NULL) {
		before = slice_from(before,
		    (size_t)(found - before.p) + strlen(number));
		if (marks_at(MARK_PAUSE, before) > 0)
			return true;
	}
	return false;
}

static enum token_kind
kind_of(struct slice text, size_t at, size_t n, const struct figure *figure,
    int *year)
{
	if (is_year(figure, year) && !is_ordinal(text, at))
		return TOKEN_YEAR;
	if (figure->kind == UNIT_TIME || figure->kind == UNIT_ORDER)
		return TOKEN_ASIDE;
	if (figure->state == FIGURE_UNREADABLE || is_ordinal(text, at) ||
	    is_numbering(text, at, n, figure) || is_fused(text, at, figure) ||
	    (figure->kind == UNIT_NONE &&
	    is_followed_by_digits(slice_from(text, at + n))))
		return TOKEN_DAMAGED;
	return TOKEN_FIGURE;
}

/* 为零 at the end of a clause. */
static bool
is_zero_at_end(struct slice rest, const struct figure *figure)
{
	enum token_kind kind;

	return strcmp(figure->value, "0") == 0 &&
	    (rest.n == 0 || sentence_boundary(rest, &kind) > 0);
}

/* 近百件, 千余条: the 百 alone is a hundred only beside a word such as 近 or 余. */
static size_t
round_at(struct slice text, size_t at, struct figure *figure)
{
	unsigned long long power;
	size_t      n = numeral_power(slice_from(text, at), &power), more, unit_n;
	struct unit unit;

	if (n == 0)
		return 0;
	more = figure_word_at(slice_from(text, at + n),
	    FIGURE_WORD_INEXACT_BEHIND);
	if (more == 0)
		more = figure_word_at(slice_from(text, at + n),
		    FIGURE_WORD_INEXACT_UNIT);
	if (more == 0 && figure_hedge_before(before_blanks(text, at)) == 0)
		return 0;
	n += more;
	unit_n = unit_at(slice_from(text, at + n), &unit);
	if (unit_n == 0 || unit.kind != UNIT_COUNT)
		return 0;
	*figure = (struct figure){ .state = FIGURE_APPROX,
	    .unit = unit.name, .kind = unit.kind };
	snprintf(figure->value, sizeof(figure->value), "%llu", power);
	return n + unit_n;
}

size_t
sentence_figure(struct slice text, size_t at, struct figure *figure)
{
	size_t n = round_at(text, at, figure);

	return n > 0 ? n : figure_in_text(slice_from(text, at), figure);
}

size_t
sentence_add_figure(struct sentence *sentence, size_t at, bool numeral)
{
	struct slice    text = sentence->text;
	struct figure   figure;
	struct token   *token;
	enum token_kind kind;
	int             year = 0;
	size_t          n = sentence_figure(text, at, &figure);

	if (n == 0 || (numeral && figure.kind == UNIT_NONE &&
	    !is_zero_at_end(slice_from(text, at + n), &figure)))
		return 0;
	kind = kind_of(text, at, n, &figure, &year);
	token = sentence_add(sentence, kind, at, n);
	token->year = year;
	if (kind != TOKEN_FIGURE)
		return n;
	token->figure = &sentence->figure[sentence->figures++];
	*token->figure = figure;
	if (figure.rounded > 0 ||
	    figure_hedge_before(before_blanks(text, at)) > 0)
		token->figure->state = FIGURE_APPROX;
	return n;
}
