#include "wide.h"

#include <limits.h>

#include "base/digits.h"
#include "record/amount.h"

static unsigned_wide
size_of(wide n)
{
	return n < 0 ? 0 - (unsigned_wide)n : (unsigned_wide)n;
}

/* Puts the digits of N in front of END, at least LEAST of them.  Returns where
 * they begin. */
static char *
put_digits(char *end, unsigned_wide n, int least)
{
	char              *p = end;
	unsigned long long rest;

	for (; n > ULLONG_MAX; n /= 10)
		*--p = (char)('0' + (int)(n % 10));
	/* Most fit into 64 bits, which are divided ten times as fast. */
	for (rest = (unsigned long long)n; rest > 0 || end - p < least;
	    rest /= 10)
		*--p = (char)('0' + (int)(rest % 10));
	return p;
}

size_t
wide_format(char out[WIDE_BYTES_MAX], wide millionths)
{
	char          text[WIDE_BYTES_MAX], *end = text + sizeof(text), *p = end;
	unsigned_wide size = size_of(millionths);
	unsigned      rest = (unsigned)(size % AMOUNT_ONE);
	int           places = 6;

	if (rest > 0) {
		for (; rest % 10 == 0; rest /= 10)
			places--;
		p = put_digits(p, rest, places);
		*--p = '.';
	}
	p = put_digits(p, size / AMOUNT_ONE, 1);
	if (millionths < 0)
		*--p = '-';
	memcpy(out, p, (size_t)(end - p));
	return (size_t)(end - p);
}

wide
wide_divide(wide n, wide by)
{
	wide whole = n / by, rest = n % by;

	if (2 * size_of(rest) < size_of(by))
		return whole;
	return (n < 0) == (by < 0) ? whole + 1 : whole - 1;
}

size_t
wide_text(char out[WIDE_BYTES_MAX], wide n)
{
	char  text[WIDE_BYTES_MAX], *end = text + sizeof(text);
	char *p = put_digits(end, size_of(n), 1);

	if (n < 0)
		*--p = '-';
	memcpy(out, p, (size_t)(end - p));
	return (size_t)(end - p);
}

bool
wide_read(struct slice text, wide *n)
{
	bool          is_negative = text.n > 0 && text.p[0] == '-';
	unsigned_wide size = 0, most = ~(unsigned_wide)0 >> 1;
	size_t        i = is_negative;

	if (i == text.n)
		return false;
	for (; i < text.n; i++) {
		unsigned digit = (unsigned char)text.p[i] - (unsigned)'0';

		if (digit > 9 || size > (most - digit) / 10)
			return false;
		size = 10 * size + digit;
	}
	*n = is_negative ? -(wide)size : (wide)size;
	return true;
}

struct wider
wider_product(unsigned_wide a, unsigned_wide b)
{
	const unsigned_wide low = ~0ULL;
	struct wider        product;
	unsigned_wide       lows = (a & low) * (b & low);
	unsigned_wide       left = (a >> 64) * (b & low);
	unsigned_wide       right = (a & low) * (b >> 64);
	unsigned_wide       middle = (lows >> 64) + (left & low) +
	    (right & low);
	unsigned_wide       highs = (a >> 64) * (b >> 64) + (left >> 64) +
	    (right >> 64) + (middle >> 64);

	product.part[0] = (unsigned long long)lows;
	product.part[1] = (unsigned long long)middle;
	product.part[2] = (unsigned long long)highs;
	product.part[3] = (unsigned long long)(highs >> 64);
	return product;
}

struct wider
wider_sum(struct wider a, struct wider b)
{
	unsigned_wide carry = 0;

	for (int i = 0; i < 4; i++) {
		carry += (unsigned_wide)a.part[i] + b.part[i];
		a.part[i] = (unsigned long long)carry;
		carry >>= 64;
	}
	return a;
}

struct wider
wider_difference(struct wider a, struct wider b)
{
	unsigned long long borrow = 0;

	for (int i = 0; i < 4; i++) {
		unsigned_wide less = (unsigned_wide)b.part[i] + borrow;

		borrow = a.part[i] < less;
		a.part[i] = (unsigned long long)(a.part[i] - less);
	}
	return a;
}

int
wider_order(struct wider a, struct wider b)
{
	for (int i = 4; i-- > 0;)
		if (a.part[i] != b.part[i])
			return a.part[i] < b.part[i] ? -1 : 1;
	return 0;
}

long double
wider_about(struct wider a)
{
	long double about = 0;

	for (int i = 4; i-- > 0;)
		about = about * 0x1p64L + a.part[i];
	return about;
}
