#include "decimal.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/digits.h"

/* How many digits TEXT begins with. */
static size_t
digits_length(struct slice text)
{
	size_t n = 0;

	while (n < text.n && is_digit((unsigned char)text.p[n]))
		n++;
	return n;
}

bool
decimal_is(struct slice text)
{
	struct slice rest = slice_from(text, text.n > 0 && text.p[0] == '-');
	size_t       n = digits_length(rest);

	if (n == 0 || text.n > DECIMAL_BYTES_MAX)
		return false;
	rest = slice_from(rest, n);
	return rest.n == 0 || (rest.p[0] == '.' && rest.n > 1 &&
	    digits_length(slice_from(rest, 1)) == rest.n - 1);
}

void
decimal_cut(struct slice text, struct slice *sign, struct slice *rest)
{
	*sign = (struct slice){ text.p, text.p[0] == '-' };
	*rest = slice_from(text, sign->n);
	while (rest->n > 1 && rest->p[0] == '0' &&
	    is_digit((unsigned char)rest->p[1]))
		*rest = slice_from(*rest, 1);
}

enum { WHOLE_DIGITS = 18 };	/* so many fit 64 bits */

/* TEXT, a sign and at most WHOLE_DIGITS digits, as a whole number. */
static long long
whole_of(struct slice text)
{
	unsigned long long digits;
	bool               negative = text.p[0] == '-';

	digits_at(slice_from(text, negative), &digits);
	return negative ? -(long long)digits : (long long)digits;
}

struct binary_number
decimal_binary(struct slice text)
{
	struct binary_number number = { .is_whole = false };
	struct slice         sign, rest;
	char                 copy[DECIMAL_BYTES_MAX + 1];
	char                 printed[DECIMAL_BYTES_MAX];

	decimal_cut(text, &sign, &rest);
	if (rest.n <= WHOLE_DIGITS && digits_length(rest) == rest.n) {
		number.is_whole = true;
		number.whole = whole_of(text);
		number.is_exact = sign.n + rest.n == text.n &&
		    (sign.n == 0 || number.whole != 0);
		return number;
	}
	memcpy(copy, text.p, text.n);
	copy[text.n] = '\0';
	number.real = strtod(copy, NULL);
	snprintf(printed, sizeof(printed), "%.15g", number.real);
	number.is_exact = strcmp(printed, copy) == 0;
	return number;
}
