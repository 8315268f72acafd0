#include "date.h"

#include <stdint.h>
#include <stdio.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "text/fold.h"

enum { YEAR_FIRST = 1990, YEAR_LAST = 2099 };

enum { HAN_DAY_SPOKEN = 0x53F7, HAN_TEN = 0x5341, HAN_DEGREE = 0x5EA6 };

/* The character TEXT begins with, folded, spaces before it passed over.
 * Returns the length of it all, 0 at the end. */
static size_t
next(struct slice text, uint32_t *c)
{
	size_t at = 0;

	while (at < text.n) {
		uint32_t raw;

		at += utf8_decode(slice_from(text, at), &raw);
		*c = fold_character(raw);
		if (*c != 0)
			return at;
	}
	*c = 0;
	return 0;
}

size_t
date_mark(struct slice text, uint32_t mark)
{
	uint32_t c;
	size_t   n = next(text, &c);

	return c == mark ? n : 0;
}

bool
date_ends_in_day(struct slice text)
{
	return text.n >= 3 && date_mark(slice_from(text, text.n - 3),
	    DATE_MARK_DAY) > 0;
}

static int
digit(uint32_t c)
{
	unsigned han;

	if (is_digit(c))
		return (int)(c - '0');
	han = enumerator_han(c);
	if (han > 0 && han < 10)
		return (int)han;
	/* Circles and letters that stand for the zero of 二〇一八. */
	return c == 0x3007 || c == 0x25CB || c == 0x96F6 || c == 'o' ? 0 : -1;
}

static size_t
read_year(struct slice text, int *year)
{
	size_t at = 0;

	*year = 0;
	for (int i = 0; i < 4; i++) {
		uint32_t c;
		size_t   n = next(slice_from(text, at), &c);
		int      value = n > 0 ? digit(c) : -1;

		if (value < 0)
			return 0;
		*year = 10 * *year + value;
		at += n;
	}
	return *year >= YEAR_FIRST && *year <= YEAR_LAST ? at : 0;
}

/* A month or a day: up to two digits, or 一 to 三十一. */
static size_t
read_small(struct slice text, int *number)
{
	size_t at = 0;
	int    digits = 0;
	bool   ten = false;

	*number = 0;
	for (;;) {
		uint32_t c;
		size_t   n = next(slice_from(text, at), &c);

		if (n > 0 && c == HAN_TEN && !ten) {
			*number = *number > 0 ? 10 * *number : 10;
			ten = true;
		} else if (n > 0 && digit(c) >= 0 && digits < (ten ? 3 : 2)) {
			*number = ten ? *number + digit(c) :
			    10 * *number + digit(c);
		} else
			return at;
		if (ten && digits > 0 && is_digit(c))
			return at;
		at += n;
		digits++;
	}
}

static int
days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31 };
	bool leap = year % 4 == 0;	/* from YEAR_FIRST to YEAR_LAST */

	return days[month - 1] + (month == 2 && leap);
}

static bool
exists(const struct date *date)
{
	return date->month >= 1 && date->month <= 12 && date->day >= 0 &&
	    date->day <= days_of(date->year, date->month);
}

/* `12月29日', or `12月' where no day follows. */
static size_t
read_month_day(struct slice text, struct date *date)
{
	size_t   at = read_small(text, &date->month), n, end;
	uint32_t c;

	n = date_mark(slice_from(text, at), DATE_MARK_MONTH);
	if (at == 0 || n == 0)
		return 0;
	end = at += n;
	at += read_small(slice_from(text, at), &date->day);
	n = next(slice_from(text, at), &c);
	if (date->day > 0 && (c == DATE_MARK_DAY || c == HAN_DAY_SPOKEN))
		end = at + n;
	else
		date->day = 0;
	return exists(date) ? end : 0;
}

/* `12-29' behind `2018-': the same mark between, two digits at most. */
static size_t
read_joined(struct slice text, uint32_t joint, struct date *date)
{
	uint32_t c;
	size_t   at = read_small(text, &date->month), n;

	n = date_mark(slice_from(text, at), joint);
	if (at == 0 || n == 0)
		return 0;
	at += n;
	n = read_small(slice_from(text, at), &date->day);
	if (n == 0 || date->day == 0 || !exists(date))
		return 0;
	at += n;
	/* A time behind the day may have lost the space before it. */
	if (date->day > 9 && date_mark(slice_from(text, at), ':') > 0)
		return 0;
	next(slice_from(text, at), &c);
	if (c == DATE_MARK_DAY)
		at += next(slice_from(text, at), &c);
	return at;
}

size_t
date_read_in(struct slice text, int year, struct date *date)
{
	uint32_t c;
	size_t   at, n;

	date->year = year;
	at = read_month_day(text, date);
	if (at > 0 && date->day > 0)
		return at;
	at = read_small(text, &date->month);
	n = next(slice_from(text, at), &c);
	if (at == 0 || n == 0 || (c != '-' && c != '.' && c != '/'))
		return 0;
	return read_joined(text, c, date);
}

size_t
date_read(struct slice text, struct date *date)
{
	size_t   at = read_year(text, &date->year), behind, n;
	uint32_t c;

	if (at == 0)
		return 0;
	behind = next(slice_from(text, at), &c);
	if (behind == 0)
		return 0;
	at += behind;
	if (c == DATE_MARK_YEAR)
		n = read_month_day(slice_from(text, at), date);
	else if (c == '-' || c == '/' || c == '.')
		n = read_joined(slice_from(text, at), c, date);
	else
		n = 0;
	return n > 0 ? at + n : 0;
}

/* Whether a year may begin with this byte: 1 or 2, full-width (EF BC 91, 92),
 * or 一, 二 (E4 B8 80, E4 BA 8C). */
static bool
may_begin(const char *p)
{
	return *p == '1' || *p == '2' || *p == '\xEF' || *p == '\xE4';
}

bool
date_find(struct slice text, struct date *date, size_t *at, size_t *length)
{
	for (*at = 0; *at + 4 < text.n; ++*at) {
		/* Never begin in the middle of a number. */
		if (!may_begin(text.p + *at) || (*at > 0 &&
		    is_digit(text.p[*at - 1])))
			continue;
		*length = date_read(slice_from(text, *at), date);
		if (*length > 0 && date->day > 0)
			return true;
	}
	return false;
}

bool
date_is_line(struct slice text, struct date *date)
{
	uint32_t c;
	size_t   n = next(text, &c);

	if (n == 0 || (digit(c) < 0 && c != '('))
		return false;
	if (c == '(')
		text = slice_from(text, n);
	n = date_read(text, date);
	if (n == 0)
		return false;
	for (text = slice_from(text, n); (n = next(text, &c)) > 0;
	    text = slice_from(text, n))
		if (!is_digit(c) && c != ':' && c != ')')
			return false;
	return true;
}

/* The bytes of the mark 年 or 年度 that TEXT begins with. */
static size_t
year_mark(struct slice text)
{
	size_t n = date_mark(text, DATE_MARK_YEAR);

	return n > 0 ? n + date_mark(slice_from(text, n), HAN_DEGREE) : 0;
}

int
date_year(struct slice text, size_t *length)
{
	int    year;
	size_t at = read_year(text, &year);

	*length = at;
	if (at == 0)
		return 0;
	*length += year_mark(slice_from(text, at));
	return year;
}

int
date_marked_year(struct slice text, size_t *length)
{
	int    year;
	size_t at = read_year(text, &year);
	size_t mark = at > 0 ? year_mark(slice_from(text, at)) : 0;

	*length = mark > 0 ? at + mark : 0;
	return mark > 0 ? year : 0;
}

void
date_print(const struct date *date, char out[DATE_BYTES])
{
	snprintf(out, DATE_BYTES, "%04u-%02u-%02u", (unsigned)date->year %
	    10000, (unsigned)date->month % 100, (unsigned)date->day % 100);
	out[strlen(date->month == 0 ? "2018" : date->day == 0 ? "2018-12" :
	    "2018-12-29")] = '\0';
}

int
date_number(const struct date *date)
{
	return 10000 * date->year + 100 * date->month + date->day;
}
