#include "numeral.h"

#include "base/digits.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "data/data.h"
#include "figure_words.h"

enum { RUN_MAX = 40 };		/* characters; longer is no number */

enum { VALUE_MAX = 100000000 };	/* 亿 */

/* Characters and their values: a digit, or a power of ten. */
static struct map           characters;
static unsigned long long  *values;

/* The value of ROW: a digit or a power of ten. */
static unsigned long long
read_value(const struct data_row *row)
{
	unsigned long long value, power = 1;

	if (!digits_read(row->field[1], VALUE_MAX, &value))
		data_refuse(row, row->field[1], "not a value");
	while (power < value)
		power *= 10;
	if (value > 9 && power != value)
		data_refuse(row, row->field[1],
		    "neither a digit nor a power of ten");
	return value;
}

void
numerals_load(void)
{
	const struct data_table *table = data_table(DATA_NUMERALS);

	if (values != NULL)
		return;
	values = memory_resize(NULL, table->rows, sizeof(*values));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];

		values[i] = read_value(row);
		map_add(&characters, data_character(row, 0), i);
	}
}

static bool
value_of(uint32_t c, unsigned long long *value)
{
	size_t i;

	if (values == NULL)
		numerals_load();
	i = map_next(&characters, c, &(size_t){ 0 });
	if (i != MAP_NONE)
		*value = values[i];
	return i != MAP_NONE;
}

/* The values of the run TEXT begins with.  An ASCII or full-width 0 between
 * Chinese digits (二0一七) is a digit of the run. */
static size_t
read_run(struct slice text, unsigned long long *value, size_t *count)
{
	size_t used = 0;

	for (*count = 0; used < text.n && *count < RUN_MAX; (*count)++) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(text, used), &c);

		if (*count > 0 && (c == '0' || c == 0xFF10))
			value[*count] = 0;
		else if (!value_of(c, &value[*count]))
			break;
		used += n;
	}
	return used;
}

/* Digits one after the other, as in a year. */
static bool
read_positional(const unsigned long long *value, size_t count,
    struct decimal *d)
{
	for (size_t i = 0; i < count; i++)
		if (!decimal_append(d, (int)value[i]))
			return false;
	return true;
}

/* A numeral with 十 百 千 万 亿.  A digit at the end without its power is
 * ambiguous unless 十 or 零 stands before it. */
struct numeral {
	unsigned long long total, section;
	unsigned long long power;	/* of the last 十 百 千, falling */
	unsigned long long myriad;	/* of the last 万 亿, falling */
	unsigned long long digit;	/* waiting for its power; 0: none */
	bool               zero;	/* 零 since the last power */
	bool               begun;
};

static bool
digit_is_placed(const struct numeral *r)
{
	return r->digit == 0 || !r->begun || r->power == 10 || r->zero;
}

static bool
read_power(struct numeral *r, unsigned long long power)
{
	if (r->digit == 0 && power == 10 && !r->begun)
		r->digit = 1;
	if (r->digit == 0 || power >= r->power)
		return false;
	r->section += r->digit * power;
	r->power = power;
	return true;
}

static bool
read_myriad(struct numeral *r, unsigned long long myriad)
{
	if (!digit_is_placed(r) || r->section + r->digit == 0 ||
	    myriad >= r->myriad)
		return false;
	r->total += (r->section + r->digit) * myriad;
	r->section = 0;
	r->power = 10000;
	r->myriad = myriad;
	return true;
}

static bool
read_digit(struct numeral *r, unsigned long long digit)
{
	if (r->digit != 0 || (digit == 0 && (r->zero || !r->begun)))
		return false;
	r->digit = digit;
	r->zero = r->zero || digit == 0;
	return true;
}

static bool
read_powers(const unsigned long long *value, size_t count,
    unsigned long long *result)
{
	struct numeral r = { .power = 10000, .myriad = 1000000000 };

	for (size_t i = 0; i < count; i++) {
		if (value[i] < 10) {
			if (!read_digit(&r, value[i]))
				return false;
			continue;
		}
		if (!(value[i] < 10000 ? read_power(&r, value[i]) :
		    read_myriad(&r, value[i])))
			return false;
		r.digit = 0;
		r.zero = false;
		r.begun = true;
	}
	if (!digit_is_placed(&r) || (r.zero && r.digit == 0))
		return false;
	*result = r.total + r.section + r.digit;
	return true;
}

static bool
append_whole(struct decimal *d, unsigned long long n)
{
	char  digits[DIGITS_BYTES], *end = digits + sizeof(digits);

	for (char *p = digits_before(end, n); p < end; p++)
		if (!decimal_append(d, *p - '0'))
			return false;
	return true;
}

/* 点五 behind a numeral: digits only, and no power behind them (九点三十). */
static size_t
read_decimals(struct slice text, struct decimal *d)
{
	unsigned long long value[RUN_MAX];
	size_t             count, used;
	size_t             point = figure_word_at(text,
	    FIGURE_WORD_NUMERAL_POINT);

	if (point == 0)
		return 0;
	used = read_run(slice_from(text, point), value, &count);
	for (size_t i = 0; i < count; i++)
		if (value[i] > 9)
			return 0;
	if (used == 0 || !read_positional(value, count, d))
		return 0;
	d->decimals = (unsigned)count;
	return point + used;
}

size_t
numeral_read(struct slice text, struct decimal *d, bool *valid)
{
	unsigned long long value[RUN_MAX], whole;
	size_t             count, used = read_run(text, value, &count);
	bool               powers = false;

	*valid = false;
	if (used == 0)
		return 0;
	for (size_t i = 0; i < count; i++)
		powers = powers || value[i] > 9;
	if (powers)
		*valid = read_powers(value, count, &whole) &&
		    append_whole(d, whole);
	else
		*valid = read_positional(value, count, d);
	if (*valid)
		used += read_decimals(slice_from(text, used), d);
	return used;
}

size_t
numeral_power(struct slice text, unsigned long long *power)
{
	enum { HUNDRED = 100 };
	unsigned long long value[RUN_MAX];
	size_t             count, used = read_run(text, value, &count);

	if (count != 1 || value[0] < HUNDRED)
		return 0;
	*power = value[0];
	return used;
}
