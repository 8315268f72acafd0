#include "array.h"

#include <math.h>

#include "base/digits.h"

enum { EXPONENT_MAX = 300 };

static struct slice
skip_blanks(struct slice rest)
{
	while (rest.n > 0 && strchr(" \t\r\n,", rest.p[0]) != NULL)
		rest = slice_from(rest, 1);
	return rest;
}

static bool
cut_sign(struct slice *rest)
{
	bool minus = rest->n > 0 && rest->p[0] == '-';

	if (minus || (rest->n > 0 && rest->p[0] == '+'))
		*rest = slice_from(*rest, 1);
	return minus;
}

/* Adds the digits REST begins with to *VALUE.  Returns how many. */
static int
cut_digits(struct slice *rest, double *value)
{
	int n = 0;

	for (; rest->n > 0 && is_digit((unsigned char)rest->p[0]); n++) {
		*value = *value * 10 + (rest->p[0] - '0');
		*rest = slice_from(*rest, 1);
	}
	return n;
}

/* "E-4", as Java writes small numbers. */
static int
cut_exponent(struct slice *rest)
{
	double exponent = 0;
	bool   minus;

	if (rest->n == 0 || (rest->p[0] | 0x20) != 'e')
		return 0;
	*rest = slice_from(*rest, 1);
	minus = cut_sign(rest);
	cut_digits(rest, &exponent);
	exponent = fmin(exponent, EXPONENT_MAX);
	return minus ? -(int)exponent : (int)exponent;
}

bool
ofd_number(struct slice *rest, double *number)
{
	struct slice at = skip_blanks(*rest);
	double       value = 0;
	bool         minus = cut_sign(&at);
	int          whole = cut_digits(&at, &value), places = 0;

	if (at.n > 0 && at.p[0] == '.') {
		at = slice_from(at, 1);
		places = cut_digits(&at, &value);
	}
	if (whole + places == 0)
		return false;
	value *= pow(10, cut_exponent(&at) - places);
	if (!isfinite(value))
		return false;
	*number = minus ? -value : value;
	*rest = at;
	return true;
}

size_t
ofd_numbers(struct slice text, size_t n, double number[])
{
	size_t i = 0;

	while (i < n && ofd_number(&text, &number[i]))
		i++;
	return i;
}

double
ofd_value(struct slice text, double otherwise)
{
	double number;

	return ofd_number(&text, &number) ? number : otherwise;
}

double
ofd_delta(struct ofd_deltas *deltas)
{
	double       count = 1, value;
	struct slice rest = skip_blanks(deltas->rest);

	while (deltas->again == 0 && rest.n > 0) {
		bool repeats = rest.p[0] == 'g';

		if (repeats) {
			rest = slice_from(rest, 1);
			if (!ofd_number(&rest, &count))
				count = 0;
		}
		if (!ofd_number(&rest, &value)) {
			rest.n = 0;
			break;
		}
		deltas->last = value;
		deltas->again = repeats ? (size_t)fmax(0, fmin(count, 1e6)) :
		    1;
		rest = skip_blanks(rest);
	}
	deltas->rest = rest;
	deltas->again -= deltas->again > 0;
	return deltas->last;
}
