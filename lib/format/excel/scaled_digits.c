#include "scaled_digits.h"

#include "base/digits.h"

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
	if (d->n < SCALED_DIGITS_MAX)
		d->digit[d->n++] = digit;
	d->point += !fraction;
}

bool
scaled_parse(struct slice text, struct scaled_digits *d)
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
	return any && i == text.n && d->point < SCALED_POINT_MAX &&
	    d->point > -SCALED_POINT_MAX;
}

void
scaled_round(struct scaled_digits *d, int keep)
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

char
scaled_digit(const struct scaled_digits *d, int i)
{
	return (char)('0' + (i >= 0 && i < d->n ? d->digit[i] : 0));
}

/* The same without regard to signs. */
static int
compare_sizes(const struct scaled_digits *a, const struct scaled_digits *b)
{
	if (a->n == 0 || b->n == 0)
		return (a->n > 0) - (b->n > 0);
	if (a->point != b->point)
		return a->point < b->point ? -1 : 1;
	for (int i = 0; i < a->n || i < b->n; i++) {
		char x = scaled_digit(a, i), y = scaled_digit(b, i);

		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

int
scaled_compare(const struct scaled_digits *a, const struct scaled_digits *b)
{
	if (a->minus != b->minus)
		return a->minus ? -1 : 1;
	return a->minus ? compare_sizes(b, a) : compare_sizes(a, b);
}
