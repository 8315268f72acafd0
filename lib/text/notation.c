#include "notation.h"

#include "base/digits.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "figure_words.h"
#include "numeral.h"

/* A digit, ASCII or full-width: its bytes, and its value in *DIGIT. */
static size_t
digit_at(struct slice text, int *digit)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n >= 1 && is_digit(p[0])) {
		*digit = p[0] - '0';
		return 1;
	}
	if (text.n >= 3 && p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x90 &&
	    p[2] <= 0x99) {
		*digit = p[2] - 0x90;
		return 3;
	}
	return 0;
}

/* The digits TEXT begins with, how many in *COUNT; into D unless NULL. */
size_t
notation_digits(struct slice text, struct decimal *d, size_t *count, bool *fits)
{
	size_t used = 0, n;
	int    digit;

	*count = 0;
	while ((n = digit_at(slice_from(text, used), &digit)) > 0) {
		if (d != NULL && !decimal_append(d, digit))
			*fits = false;
		(*count)++;
		used += n;
	}
	return used;
}

/* The bytes of a grouping comma and three digits, no more, behind it. */
static size_t
group_at(struct slice text)
{
	size_t count, used = figure_word_at(text, FIGURE_WORD_COMMA), n;

	if (used == 0)
		return 0;
	n = notation_digits(slice_from(text, used), NULL, &count, NULL);
	return count == 3 ? used + n : 0;
}

/* Digits with grouping commas, only where every group is well-formed, and
 * decimals.  Returns the bytes, 0 without digits. */
static size_t
arabic_at(struct slice text, struct decimal *d, bool *fits)
{
	size_t count, used, n, decimals;
	int    first = 0;

	*fits = true;
	(void)digit_at(text, &first);
	used = notation_digits(text, d, &count, fits);
	if (used == 0)
		return 0;
	while (count <= 3 && first != 0 &&
	    (n = group_at(slice_from(text, used))) > 0) {
		size_t comma = figure_word_at(slice_from(text, used),
		    FIGURE_WORD_COMMA);

		(void)notation_digits((struct slice){ text.p + used + comma,
		    n - comma }, d, &decimals, fits);
		used += n;
	}
	n = figure_word_at(slice_from(text, used), FIGURE_WORD_POINT);
	if (n == 0)
		return used;
	n += notation_digits(slice_from(text, used + n), d, &decimals, fits);
	if (decimals == 0)
		return used;
	d->decimals = (unsigned)decimals;
	return used + n;
}

/* A number without what stands around it. */
size_t
notation_bare(struct slice text, struct decimal *d, bool *valid)
{
	size_t used = arabic_at(text, d, valid);

	return used > 0 ? used : numeral_read(text, d, valid);
}

/* A scale such as 万: its bytes, and the zeros it stands for. */
static size_t
scale_at(struct slice text, unsigned *zeros)
{
	struct slice       value;
	unsigned long long number;
	size_t             n = figure_word_value(text, FIGURE_WORD_SCALE, &value);

	if (n == 0 || figure_word_at(text, FIGURE_WORD_NO_SCALE) > 0 ||
	    !digits_read(value, DECIMAL_DIGITS, &number))
		return 0;
	*zeros = (unsigned)number;
	return n;
}

/* A mark of inexactness between the digits and their unit. */
static size_t
inexact_at(struct slice text)
{
	struct unit  unit;
	struct slice rest;
	unsigned     zeros;
	size_t       n = figure_word_at(text, FIGURE_WORD_INEXACT_BEHIND);

	if (n > 0)
		return n;
	n = figure_word_at(text, FIGURE_WORD_INEXACT_UNIT);
	rest = slice_from(text, n);
	rest = slice_from(rest, utf8_blanks(rest));
	return n > 0 && (scale_at(rest, &zeros) > 0 || unit_at(rest, &unit) > 0)
	    ? n : 0;
}

/* A unit word; 万元 and its like before the scales they begin with. */
static size_t
take_unit(struct slice text, struct figure *figure)
{
	size_t      blanks = utf8_blanks(text), n;
	struct unit unit;

	if (figure_word_at(slice_from(text, blanks), FIGURE_WORD_FRACTION) > 0)
		return 0;
	n = unit_at(slice_from(text, blanks), &unit);
	if (n == 0)
		return 0;
	figure->unit = unit.name;
	figure->kind = unit.kind;
	return blanks + n;
}

static size_t
take_inexact(struct slice text, struct figure *figure)
{
	size_t blanks = utf8_blanks(text);
	size_t n = inexact_at(slice_from(text, blanks));

	if (n == 0)
		return 0;
	figure->state = FIGURE_APPROX;
	return blanks + n;
}

/* What may follow a number: marks of inexactness, scale, unit. */
static size_t
tail_at(struct slice text, struct decimal *d, struct figure *figure)
{
	size_t used = take_inexact(text, figure), n;

	n = take_unit(slice_from(text, used), figure);
	if (n == 0) {
		struct slice rest = slice_from(text, used);
		size_t       blanks = utf8_blanks(rest);
		unsigned     zeros;

		n = scale_at(slice_from(rest, blanks), &zeros);
		if (n > 0 && decimal_shift(d, zeros)) {
			used += blanks + n;
			used += take_inexact(slice_from(text, used), figure);
		}
		n = take_unit(slice_from(text, used), figure);
	}
	used += n;
	n = figure_word_at(slice_from(text, used), FIGURE_WORD_INEXACT_LAST);
	if (n > 0)
		figure->state = FIGURE_APPROX;
	return used + n;
}

/* 百分之, 千分之 before the number. */
static size_t
share_at(struct slice text, struct figure *figure)
{
	size_t n = figure_word_value(text, FIGURE_WORD_SHARE, &figure->unit);

	if (n > 0)
		figure->kind = UNIT_SHARE;
	return n;
}

/* The 百 of 百分之百, which alone is no number. */
static size_t
whole_share_at(struct slice text, struct decimal *d, bool *valid)
{
	size_t n = numeral_hundred(text);

	if (n > 0)
		*valid = decimal_append(d, 1) && decimal_shift(d, 2);
	return n;
}

void
notation_clear(struct figure *figure)
{
	figure->state = FIGURE_NUMBER;
	figure->value[0] = '\0';
	figure->unit = (struct slice){ "", 0 };
	figure->kind = UNIT_NONE;
	figure->repaired = false;
}

void
notation_refuse(struct figure *figure)
{
	notation_clear(figure);
	figure->state = FIGURE_UNREADABLE;
}

/* A number with all that belongs to it, from its first digit to its unit.
 * Returns the bytes, 0 without a number; figure->state is NUMBER, APPROX or
 * UNREADABLE. */
size_t
notation_figure(struct slice text, bool negative, struct figure *figure)
{
	struct decimal d = { .negative = negative };
	bool           valid;
	size_t         used = share_at(text, figure), n = 0;

	if (used > 0)
		n = whole_share_at(slice_from(text, used), &d, &valid);
	if (n == 0)
		n = notation_bare(slice_from(text, used), &d, &valid);
	if (n == 0)
		return 0;
	used += n;
	if (figure->kind == UNIT_NONE)
		used += tail_at(slice_from(text, used), &d, figure);
	if (valid)
		decimal_print(&d, figure->value);
	else
		notation_refuse(figure);
	return used;
}

