#include "list_number.h"

#include <stdio.h>

#include "base/digits.h"
#include "base/tsv.h"
#include "base/utf8.h"

extern const struct slice data_list_numerals;

enum { NAME, FORMAT, STYLE, CHARACTERS, PLACES, RULES, FIELDS };

/* The line of list-numerals.tsv that has KEY in COLUMN; its fields. */
static bool
find_numerals(int column, struct slice key, struct slice field[FIELDS])
{
	struct tsv tsv = tsv_open(data_list_numerals);

	while (tsv_next(&tsv, field, FIELDS) > 0)
		if (slice_eq(field[column], key))
			return true;
	return false;
}

unsigned
list_number_format(struct slice name)
{
	struct slice       field[FIELDS];
	unsigned long long format = LIST_NUMBER_DECIMAL;

	if (find_numerals(NAME, name, field))
		digits_at(field[FORMAT], &format);
	return (unsigned)format;
}

/* Appends character I, from 0, of CHARACTERS, which has as many. */
static void
add_nth(struct buffer *out, struct slice characters, size_t i)
{
	uint32_t c = 0;

	for (i++; i > 0; i--)
		characters = slice_from(characters,
		    utf8_decode(characters, &c));
	paragraph_character(out, c);
}

/* A number on its way out: its line, and its decimal digits. */
struct list_number {
	const struct slice *field;
	unsigned long       n;
	char                digit[32];
	size_t              digits;
};

/* Each returns whether it could write the number. */
typedef bool numeral_fn(struct buffer *out, const struct list_number *number);

static bool
add_roman(struct buffer *out, const struct list_number *number)
{
	struct slice one = number->field[CHARACTERS];	/* one byte each */

	if (number->n == 0 || number->n > 3999)
		return false;
	for (size_t i = 0; i < number->digits; i++) {
		size_t at = 2 * (number->digits - 1 - i);
		int    digit = number->digit[i] - '0';

		if (digit % 5 == 4) {
			add_nth(out, one, at);
			add_nth(out, one, at + 1 + (digit == 9));
			continue;
		}
		if (digit > 4)
			add_nth(out, one, at + 1);
		for (int k = 0; k < digit % 5; k++)
			add_nth(out, one, at);
	}
	return true;
}

/* a ... z, aa ... zz, aaa ... */
static bool
add_letters(struct buffer *out, const struct list_number *number)
{
	struct slice  letters = number->field[CHARACTERS];
	unsigned long n = number->n;

	if (n == 0 || n > letters.n * letters.n)
		return false;
	for (size_t i = 0; i <= (n - 1) / letters.n; i++)
		add_nth(out, letters, (n - 1) % letters.n);
	return true;
}

static bool
add_ordinal(struct buffer *out, const struct list_number *number)
{
	static const char *const end[] = { "th", "st", "nd", "rd" };
	unsigned long            n = number->n;

	buffer_add(out, (struct slice){ number->digit, number->digits });
	buffer_string(out, n / 10 % 10 != 1 && n % 10 < 4 ? end[n % 10] :
	    "th");
	return true;
}

static bool
add_each_digit(struct buffer *out, const struct list_number *number)
{
	for (size_t i = 0; i < number->digits; i++)
		add_nth(out, number->field[CHARACTERS],
		    (size_t)(number->digit[i] - '0'));
	return true;
}

static bool
add_counting(struct buffer *out, const struct list_number *number)
{
	struct slice digits = number->field[CHARACTERS];
	struct slice places = number->field[PLACES];
	struct slice rules = number->field[RULES];
	bool         bare_one = slice_is(rules, "bare-one"), zero = false;
	bool         bare_ten = slice_starts(rules, SLICE("bare-ten"));

	if (number->n == 0 || number->digits > utf8_length(places) + 1)
		return add_each_digit(out, number);
	for (size_t i = 0; i < number->digits; i++) {
		size_t place = number->digits - 1 - i;
		size_t digit = (size_t)(number->digit[i] - '0');

		if (digit == 0) {
			zero = true;
			continue;
		}
		if (zero && slice_ends(rules, SLICE("gap")))
			add_nth(out, digits, 0);
		zero = false;
		if (place == 0 || digit != 1 || !(bare_one ||
		    (bare_ten && place == 1 && i == 0)))
			add_nth(out, digits, digit);
		if (place > 0)
			add_nth(out, places, place - 1);
	}
	return true;
}

/* Characters that stand for 1, 2, ... up to the last there is. */
static bool
add_one_of_series(struct buffer *out, const struct list_number *number)
{
	struct slice series = number->field[CHARACTERS];

	if (number->n == 0 || number->n > utf8_length(series))
		return false;
	add_nth(out, series, number->n - 1);
	return true;
}

static bool
add_padded(struct buffer *out, const struct list_number *number)
{
	if (number->digits == 1)
		buffer_string(out, "0");
	return false;
}

static bool
add_dashed(struct buffer *out, const struct list_number *number)
{
	paragraph_add(out, SLICE("- "));
	buffer_add(out, (struct slice){ number->digit, number->digits });
	buffer_string(out, " -");
	return true;
}

static bool
add_none(struct buffer *out, const struct list_number *number)
{
	(void)out;
	(void)number;
	return true;
}

static const struct {
	const char *style;
	numeral_fn *add;
} styles[] = {
	{ "roman", add_roman }, { "letters", add_letters },
	{ "ordinal", add_ordinal }, { "digits", add_each_digit },
	{ "counting", add_counting }, { "series", add_one_of_series },
	{ "padded", add_padded }, { "dashed", add_dashed },
	{ "none", add_none },
};

void
list_number_add(struct buffer *out, unsigned format, unsigned long n)
{
	struct slice       field[FIELDS];
	struct list_number number = { .field = field, .n = n };
	char               key[16];
	bool               done = false;

	snprintf(key, sizeof(key), "%u", format);
	number.digits = (size_t)snprintf(number.digit, sizeof(number.digit),
	    "%lu", n);
	if (find_numerals(FORMAT, slice_of(key), field))
		for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++)
			if (slice_is(field[STYLE], styles[i].style))
				done = styles[i].add(out, &number);
	if (!done)
		buffer_add(out, (struct slice){ number.digit, number.digits });
}
