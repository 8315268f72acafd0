#include "cell_number.h"

#include <ctype.h>
#include <stdio.h>

#include "base/digits.h"

enum {
	SIGNIFICANT = 15,	/* digits a spreadsheet keeps */
	DIGITS_MAX = 40,
	POINT_MAX = 330,	/* as far as a double goes */
};

/* 0.DIGITS x 10^POINT */
struct scaled_digits {
	bool minus;
	int  n, point;
	char digit[DIGITS_MAX];	/* values 0 to 9, the first not 0 */
};

static size_t
parse_exponent(struct slice text, int *exponent)
{
	enum { EXPONENT_MAX = 1000 };
	unsigned long long n;
	size_t             i = 1;
	bool               minus = false;

	if (text.n == 0 || (text.p[0] != 'e' && text.p[0] != 'E'))
		return 0;
	if (i < text.n && (text.p[i] == '-' || text.p[i] == '+'))
		minus = text.p[i++] == '-';
	i += digits_at(slice_from(text, i), &n);
	if (n > EXPONENT_MAX)
		n = EXPONENT_MAX;
	*exponent = minus ? -(int)n : (int)n;
	return i;
}

static void
scaled_append(struct scaled_digits *d, char digit, bool fraction)
{
	if (d->n == 0 && digit == 0) {
		d->point -= fraction;
		return;
	}
	if (d->n < DIGITS_MAX)
		d->digit[d->n++] = digit;
	d->point += !fraction;
}

static bool
parse_scaled(struct slice text, struct scaled_digits *d)
{
	size_t i = 0;
	int    exponent = 0;
	bool   fraction = false, any = false;

	*d = (struct scaled_digits){ .n = 0 };
	if (i < text.n && (text.p[i] == '-' || text.p[i] == '+'))
		d->minus = text.p[i++] == '-';
	for (; i < text.n; i++) {
		if (text.p[i] == '.' && !fraction) {
			fraction = true;
		} else if (is_digit(text.p[i])) {
			scaled_append(d, (char)(text.p[i] - '0'), fraction);
			any = true;
		} else
			break;
	}
	if (any)
		i += parse_exponent(slice_from(text, i), &exponent);
	d->point += exponent;
	return any && i == text.n && d->point < POINT_MAX &&
	    d->point > -POINT_MAX;
}

/* Keeps the first KEEP digits, rounded, and no zeros at the end. */
static void
round_to(struct scaled_digits *d, int keep)
{
	if (keep < 0) {
		d->n = 0;
	} else if (keep < d->n) {
		bool up = d->digit[keep] >= 5;

		d->n = keep;
		for (; up && d->n > 0; d->n--) {
			up = ++d->digit[d->n - 1] == 10;
			if (!up)
				break;
		}
		if (up) {
			d->digit[0] = 1;
			d->n = 1;
			d->point++;
		}
	}
	while (d->n > 0 && d->digit[d->n - 1] == 0)
		d->n--;
	if (d->n == 0) {
		d->minus = false;
		d->point = 0;
	}
}

static char
scaled_digit(const struct scaled_digits *d, int i)
{
	return (char)('0' + (i >= 0 && i < d->n ? d->digit[i] : 0));
}

/* DECIMALS below 0: as many as there are. */
static void
print_scaled(struct buffer *out, const struct scaled_digits *d, int decimals)
{
	char text[POINT_MAX * 2 + DIGITS_MAX + 8];
	int  n = 0, all = d->n > d->point ? d->n - d->point : 0;

	if (decimals < 0)
		decimals = all;
	if (d->minus)
		text[n++] = '-';
	if (d->point <= 0)
		text[n++] = '0';
	for (int i = 0; i < d->point; i++)
		text[n++] = scaled_digit(d, i);
	if (decimals > 0)
		text[n++] = '.';
	for (int i = 0; i < decimals; i++)
		text[n++] = scaled_digit(d, d->point + i);
	paragraph_add(out, (struct slice){ text, (size_t)n });
}

/* Days since 1970-01-01 to a date, in the manner of Howard Hinnant's
 * civil_from_days. */
static void
civil(long days, long *year, int *month, int *day)
{
	long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp;

	mp = (5 * doy + 2) / 153;
	*day = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = yoe + era * 400 + (*month <= 2);
}

/* The whole days of D and the seconds of the last one. */
static bool
whole_days(const struct scaled_digits *d, long *days, long *seconds)
{
	double fraction = 0, unit = 1;

	*days = 0;
	if (d->minus || d->point > 7)
		return false;
	for (int i = 0; i < d->point; i++)
		*days = *days * 10 + (scaled_digit(d, i) - '0');
	for (int i = d->point < 0 ? d->point : 0;
	    i < d->n - d->point && i < 16; i++) {
		unit /= 10;
		fraction += (scaled_digit(d, d->point + i) - '0') * unit;
	}
	*seconds = (long)(fraction * 86400 + 0.5);
	return true;
}

static bool
print_date(struct buffer *out, const struct scaled_digits *d, unsigned parts,
    bool since_1904)
{
	long days, seconds, year;
	int  month, day, n = 0;
	char text[96];

	if (!whole_days(d, &days, &seconds))
		return false;
	/* 1900 is taken for a leap year: its 60th day never was */
	if (since_1904)
		days += 1462;
	else if (days < 60)
		days++;
	civil(days - 25569, &year, &month, &day);
	text[0] = '\0';
	if (parts & DATE_YEAR)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%ld年",
		    year);
	if (parts & DATE_MONTH)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%d月",
		    month);
	if (parts & DATE_DAY)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%d日",
		    day);
	if (parts & DATE_TIME)
		snprintf(text + n, sizeof(text) - (size_t)n,
		    "%s%ld:%02ld:%02ld", n > 0 ? " " : "", seconds / 3600,
		    seconds / 60 % 60, seconds % 60);
	paragraph_add(out, slice_of(text));
	return true;
}

void
cell_number_add(struct buffer *out, struct slice number,
    struct cell_format format, bool since_1904)
{
	struct scaled_digits d;

	number = slice_trim(number);
	if (!parse_scaled(number, &d)) {
		paragraph_add(out, number);
		return;
	}
	round_to(&d, SIGNIFICANT);
	switch (format.style) {
	case CELL_DATE:
		if (!print_date(out, &d, format.parts, since_1904))
			print_scaled(out, &d, -1);
		break;
	case CELL_PERCENT:
		if (d.n > 0)
			d.point += 2;
		/* FALLTHROUGH */
	case CELL_FIXED:
		round_to(&d, d.point + format.decimals);
		print_scaled(out, &d, format.decimals);
		if (format.style == CELL_PERCENT)
			paragraph_add(out, SLICE("%"));
		break;
	case CELL_GENERAL: print_scaled(out, &d, -1); break;
	}
}

/* The length of what CODE begins with if that is no placeholder: quoted,
 * escaped, in brackets, a space as wide as a character. */
static size_t
literal_length(struct slice code)
{
	const char *end;

	switch (code.p[0]) {
	case '"':
		end = memchr(code.p + 1, '"', code.n - 1);
		return end == NULL ? code.n : (size_t)(end - code.p) + 1;
	case '[':
		end = memchr(code.p, ']', code.n);
		return end == NULL ? code.n : (size_t)(end - code.p) + 1;
	case '\\': case '_': case '*': case '!':
		return code.n < 2 ? code.n : 2;
	}
	return 0;
}

/* An `m' is a month unless hours or seconds stand beside it. */
static unsigned
date_parts(const bool seen[])
{
	unsigned parts = 0;

	if (seen['y'] || seen['e'])
		parts |= DATE_YEAR;
	if (seen['d'])
		parts |= DATE_DAY;
	if (seen['h'] || seen['s'])
		parts |= DATE_TIME;
	if (seen['m'] && parts != DATE_TIME)
		parts |= DATE_MONTH;
	if (parts == 0 && seen['a'])	/* the day of the week */
		parts = DATE_YEAR | DATE_MONTH | DATE_DAY;
	return parts;
}

struct cell_format
cell_format_code(struct slice code)
{
	struct cell_format format = { .style = CELL_GENERAL };
	bool               seen[256] = { false };
	bool               point = false;
	size_t             n;

	for (; code.n > 0 && code.p[0] != ';'; code = slice_from(code, n)) {
		int c = tolower((unsigned char)code.p[0]);

		n = literal_length(code);
		if (n > 0)
			continue;
		n = 1;
		seen[c] = true;
		point = point || c == '.';
		if (point && (c == '0' || c == '#' || c == '?'))
			format.decimals += c == '0' && format.decimals < 30;
	}
	if (seen['g'] && seen['n'])	/* General */
		return format;
	if (seen['0'] || seen['#']) {
		/* exponents and fractions say no more than the number */
		if (!seen['e'] && !seen['/'])
			format.style = seen['%'] ? CELL_PERCENT : CELL_FIXED;
		return format;
	}
	format.parts = date_parts(seen);
	if (format.parts != 0)
		format.style = CELL_DATE;
	return format;
}

struct cell_format
cell_format_builtin(long id)
{
	/* ECMA-376-1, 18.8.30; 27 to 36 and 50 to 58 are dates in China */
	static const struct {
		short       first, last;
		const char *code;
	} builtin[] = {
		{ 1, 1, "0" }, { 2, 2, "0.00" }, { 3, 3, "0" },
		{ 4, 4, "0.00" }, { 9, 9, "0%" }, { 10, 10, "0.00%" },
		{ 14, 15, "y-m-d" }, { 16, 16, "m-d" }, { 17, 17, "y-m" },
		{ 18, 21, "h:s" }, { 22, 22, "y-m-d h:s" },
		{ 27, 27, "y-m" }, { 28, 29, "m-d" }, { 30, 31, "y-m-d" },
		{ 32, 35, "h:s" }, { 36, 36, "y-m" }, { 37, 38, "0" },
		{ 39, 40, "0.00" }, { 41, 42, "0" }, { 43, 44, "0.00" },
		{ 45, 47, "h:s" }, { 50, 50, "y-m" }, { 51, 51, "m-d" },
		{ 52, 52, "y-m" }, { 53, 54, "m-d" }, { 55, 56, "h:s" },
		{ 57, 57, "y-m" }, { 58, 58, "m-d" },
	};

	for (size_t i = 0; i < sizeof(builtin) / sizeof(builtin[0]); i++)
		if (id >= builtin[i].first && id <= builtin[i].last)
			return cell_format_code(slice_of(builtin[i].code));
	return (struct cell_format){ .style = CELL_GENERAL };
}
