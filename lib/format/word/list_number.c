#include "list_number.h"

#include <stdio.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "data/data.h"

enum { NAME, FORMAT, STYLE, CHARACTERS, PLACES, RULES };

enum { FORMAT_MAX = 255 };	/* MSONFC is a byte */

/* The fields of the line of list-numerals.tsv that has KEY in COLUMN, or
 * NULL. */
static const struct slice *
find_numerals(int column, struct slice key)
{
	const struct data_table *table = data_table(DATA_LIST_NUMERALS);

	for (size_t i = 0; i < table->rows; i++)
		if (slice_eq(table->row[i].field[column], key))
			return table->row[i].field;
	return NULL;
}

unsigned
list_number_format(struct slice name)
{
	const struct slice *field = find_numerals(NAME, name);
	unsigned long long  format = LIST_NUMBER_DECIMAL;

	if (field != NULL)
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

enum { ANY = -1 };

static const struct {
	const char *style;
	numeral_fn *add;		/* NULL: in decimal */
	int         characters;		/* that it is written with; ANY: some */
} styles[] = {
	{ "decimal", NULL, 0 }, { "roman", add_roman, 7 },
	{ "letters", add_letters, ANY }, { "ordinal", add_ordinal, 0 },
	{ "digits", add_each_digit, 10 }, { "counting", add_counting, 10 },
	{ "series", add_one_of_series, ANY }, { "padded", add_padded, 0 },
	{ "dashed", add_dashed, 0 }, { "none", add_none, 0 },
};

enum { STYLES = sizeof(styles) / sizeof(styles[0]) };

static int
style_of(struct slice name)
{
	int style = 0;

	while (style < STYLES && !slice_is(name, styles[style].style))
		style++;
	return style;
}

void
list_number_add(struct buffer *out, unsigned format, unsigned long n)
{
	struct list_number number = { .n = n };
	char               key[16];
	int                style = STYLES;

	snprintf(key, sizeof(key), "%u", format);
	number.digits = (size_t)snprintf(number.digit, sizeof(number.digit),
	    "%lu", n);
	number.field = find_numerals(FORMAT, slice_of(key));
	if (number.field != NULL)
		style = style_of(number.field[STYLE]);
	if (style == STYLES || styles[style].add == NULL ||
	    !styles[style].add(out, &number))
		buffer_add(out, (struct slice){ number.digit, number.digits });
}

static void
check_characters(const struct data_row *row, int style)
{
	struct slice characters = row->field[CHARACTERS];
	size_t       n = utf8_length(characters);
	int          want = styles[style].characters;

	if (want == ANY ? n == 0 : n != (size_t)want)
		data_refuse(row, characters,
		    "not as many characters as the style is written with");
	if (styles[style].add == add_letters && n < characters.n)
		data_refuse(row, characters, "letters are of one byte each");
}

static void
check_counting(const struct data_row *row, bool counts)
{
	static const char *const known[] = { "", "bare-one", "bare-ten", "gap",
	    "bare-ten gap" };
	struct slice             rules = row->field[RULES];
	size_t                   i = 0;

	if (counts != (row->field[PLACES].n > 0))
		data_refuse(row, row->field[PLACES], counts ?
		    "no names of places" : "the style has no places");
	while (i < sizeof(known) / sizeof(*known) && !slice_is(rules, known[i]))
		i++;
	if (i == sizeof(known) / sizeof(*known) || (rules.n > 0 && !counts))
		data_refuse(row, rules, "no rules of the style");
}

void
list_numerals_load(void)
{
	const struct data_table *table = data_table(DATA_LIST_NUMERALS);

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		int                    style = style_of(row->field[STYLE]);
		unsigned long long     format;

		if (!digits_read(row->field[FORMAT], FORMAT_MAX, &format))
			data_refuse(row, row->field[FORMAT],
			    "not a number from 0 to 255");
		if (find_numerals(FORMAT, row->field[FORMAT]) != row->field)
			data_refuse(row, row->field[FORMAT],
			    "another line is of this number");
		if (style == STYLES)
			data_refuse(row, row->field[STYLE], "no such style");
		check_characters(row, style);
		check_counting(row, styles[style].add == add_counting);
	}
}

/* Whether EXAMPLE begins with the first numbers of FORMAT, or is the first. */
static bool
shows_format(struct slice example, unsigned format)
{
	struct buffer text = { .n = 0 };
	bool          shows;

	list_number_add(&text, format, 1);
	shows = text.n > 0 && slice_eq(buffer_slice(&text), example);
	for (unsigned long n = 2; n <= 3; n++) {
		buffer_string(&text, ", ");
		list_number_add(&text, format, n);
	}
	shows = shows || slice_starts(example, buffer_slice(&text));
	buffer_free(&text);
	return shows;
}

unsigned
list_number_format_like(struct slice example)
{
	const struct data_table *table = data_table(DATA_LIST_NUMERALS);
	unsigned                 like = LIST_NUMBER_DECIMAL;

	for (size_t i = 0; i < table->rows; i++) {
		unsigned format = list_number_format(
		    table->row[i].field[NAME]);

		if (shows_format(example, format))
			like = format;
	}
	return like;
}
