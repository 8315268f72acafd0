#include "number.h"

#include <string.h>

#include "base/digits.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "decimal.h"
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

/* The digits TEXT begins with, ASCII or full-width, how many in *COUNT;
 * appended to D unless that is NULL, *FITS is false when they do not fit. */
static size_t
wide_digits(struct slice text, struct decimal *d, size_t *count, bool *fits)
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
	n = wide_digits(slice_from(text, used), NULL, &count, NULL);
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
	used = wide_digits(text, d, &count, fits);
	if (used == 0)
		return 0;
	while (count <= 3 && first != 0 &&
	    (n = group_at(slice_from(text, used))) > 0) {
		size_t comma = figure_word_at(slice_from(text, used),
		    FIGURE_WORD_COMMA);

		(void)wide_digits((struct slice){ text.p + used + comma,
		    n - comma }, d, &decimals, fits);
		used += n;
	}
	n = figure_word_at(slice_from(text, used), FIGURE_WORD_POINT);
	if (n == 0)
		return used;
	n += wide_digits(slice_from(text, used + n), d, &decimals, fits);
	if (decimals == 0)
		return used;
	d->decimals = (unsigned)decimals;
	return used + n;
}

/* A number without what stands around it. */
static size_t
bare_number(struct slice text, struct decimal *d, bool *valid)
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
	size_t             n = figure_word_value(text, FIGURE_WORD_SCALE,
	    &value);

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

/* The marks of footnotes that TEXT begins with, words of KIND, blanks before them
 * included. */
static size_t
notes_at(struct slice text, enum figure_word kind)
{
	size_t blanks = utf8_blanks(text), used = blanks, n;

	while ((n = figure_word_at(slice_from(text, used), kind)) > 0)
		used += n;
	return used > blanks ? used : 0;
}

/* 10 with a small number above may be a power as well as a note. */
static bool
is_ten(struct slice digits)
{
	struct decimal d = { 0 };
	bool           fits;
	char           value[FIGURE_VALUE_MAX];

	if (arabic_at(digits, &d, &fits) != digits.n || !fits)
		return false;
	decimal_print(&d, value);
	return strcmp(value, "10") == 0;
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
		if (n > 0)
			figure->rounded = zeros > d->decimals ?
			    zeros - d->decimals : 0;
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
	unsigned long long power;
	size_t             n = numeral_power(text, &power);

	if (n == 0 || power != 100)
		return 0;
	*valid = decimal_append(d, 1) && decimal_shift(d, 2);
	return n;
}

static void
clear(struct figure *figure)
{
	figure->state = FIGURE_NUMBER;
	figure->value[0] = '\0';
	figure->unit = (struct slice){ "", 0 };
	figure->kind = UNIT_NONE;
	figure->repaired = false;
	figure->rounded = 0;
}

static void
refuse(struct figure *figure)
{
	clear(figure);
	figure->state = FIGURE_UNREADABLE;
}

/* A currency before the number, ¥8.5: its unit, unless one follows. */
static size_t
currency_at(struct slice text, struct unit *unit)
{
	struct slice value;
	size_t       n = figure_word_value(text, FIGURE_WORD_CURRENCY, &value);

	if (n > 0)
		unit_at(value, unit);
	return n + (n > 0 ? utf8_blanks(slice_from(text, n)) : 0);
}

/* Gives FIGURE the unit of the CURRENCY before it. */
static void
add_currency(struct figure *figure, const struct unit *currency)
{
	if (figure->kind == UNIT_NONE) {
		figure->unit = currency->name;
		figure->kind = currency->kind;
	} else if (figure->kind != currency->kind)
		refuse(figure);
}

/* A number with all that belongs to it, from its first digit to its unit.
 * Returns the bytes, 0 without a number; figure->state is NUMBER, APPROX or
 * UNREADABLE. */
static size_t
whole_figure(struct slice text, bool negative, struct figure *figure)
{
	struct decimal d = { .negative = negative };
	bool           valid;
	size_t         used = share_at(text, figure), n = 0, notes;

	if (used > 0)
		n = whole_share_at(slice_from(text, used), &d, &valid);
	if (n == 0)
		n = bare_number(slice_from(text, used), &d, &valid);
	if (n == 0)
		return 0;
	notes = notes_at(slice_from(text, used + n), FIGURE_WORD_NOTE);
	if (notes > 0 && is_ten((struct slice){ text.p + used, n }))
		valid = false;
	used += n + notes;
	if (figure->kind == UNIT_NONE)
		used += tail_at(slice_from(text, used), &d, figure);
	used += notes_at(slice_from(text, used), FIGURE_WORD_NOTE);
	if (valid)
		decimal_print(&d, figure->value);
	else
		refuse(figure);
	return used;
}

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

static void
read_cell(struct slice text, struct figure *figure)
{
	bool        hedged, negative;
	struct unit currency = { .kind = UNIT_NONE };
	size_t      n;

	clear(figure);
	text = utf8_trim(text);
	if (text.n == 0 || figure_word_at(text, FIGURE_WORD_MISSING) == text.n) {
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
	text = slice_from(text, currency_at(text, &currency));
	n = whole_figure(text, negative, figure);
	if (n > 0)
		n += notes_at(slice_from(text, n), FIGURE_WORD_CELL_NOTE);
	if (currency.kind != UNIT_NONE)
		add_currency(figure, &currency);
	if (n == 0 || n != text.n || figure->state == FIGURE_UNREADABLE ||
	    figure->kind == UNIT_TIME || figure->kind == UNIT_ORDER)
		refuse(figure);
	else if (hedged)
		figure->state = FIGURE_APPROX;
}

/* Marks, short words and figures with units are met again and again in the same bytes:
 * a small memory of them saves 4 % of tabulate. */
struct figure_memo {
	struct figure figure;
	size_t        n;		/* 0: free */
	char          text[32];
};

void
figure_cell(struct slice text, struct figure *figure)
{
	static struct figure_memo memos[1024];
	struct figure_memo        *memo;

	if (is_plain(text)) {
		clear(figure);
		memcpy(figure->value, text.p, text.n);
		figure->value[text.n] = '\0';
		return;
	}
	if (text.n == 0 || text.n > sizeof(memo->text)) {
		read_cell(text, figure);
		return;
	}
	memo = &memos[hash_cheap(text) % (sizeof(memos) / sizeof(*memos))];
	if (memo->n != text.n || memcmp(memo->text, text.p, text.n) != 0) {
		read_cell(text, &memo->figure);
		memo->n = text.n;
		memcpy(memo->text, text.p, text.n);
	}
	*figure = memo->figure;
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
	n = wide_digits(slice_from(text, used), NULL, &count, NULL);
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
	n = bare_number(slice_from(text, word), &d, &valid);
	return n > 0 ? word + n : 0;
}

size_t
figure_in_text(struct slice text, struct figure *figure)
{
	size_t used, n;

	clear(figure);
	used = whole_figure(text, false, figure);
	if (used == 0)
		return 0;
	n = fraction_at(slice_from(text, used));
	if (n == 0)
		n = letters_at(slice_from(text, used));
	while (n > 0 || (n = continued_at(slice_from(text, used),
	    figure->kind != UNIT_NONE)) > 0) {
		refuse(figure);
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
