#include "amount.h"

#include <stdio.h>

/* Reads digits from P into *N.  Returns where they end, or NULL when there
 * are none or more than fit. */
static const char *
read_digits(const char *p, const char *end, long long *n)
{
	const char *start = p;
	long long   sum = 0;

	while (p < end && (unsigned char)(*p - '0') <= 9) {
		sum = 10 * sum + (*p++ - '0');
		if (sum > AMOUNT_MAX / AMOUNT_ONE)
			return NULL;
	}
	*n = sum;
	return p > start ? p : NULL;
}

/* Reads the digits behind the point as millionths. */
static bool
read_places(const char *p, const char *end, long long *millionths)
{
	long long scale = AMOUNT_ONE;

	*millionths = 0;
	if (p == end)
		return false;
	for (; p < end; p++) {
		if ((unsigned char)(*p - '0') > 9)
			return false;
		scale /= 10;
		if (scale == 0 && *p != '0')
			return false;
		*millionths += scale * (*p - '0');
	}
	return true;
}

bool
amount_parse(struct slice text, long long *value)
{
	const char *p = text.p, *end = text.p + text.n;
	bool        negative = p < end && *p == '-';
	long long   whole = 0, millionths = 0;

	p = read_digits(p + negative, end, &whole);
	if (p == NULL)
		return false;
	if (p < end &&
	    (*p != '.' || !read_places(p + 1, end, &millionths)))
		return false;
	*value = whole * AMOUNT_ONE + millionths;
	if (negative)
		*value = -*value;
	return true;
}

size_t
amount_format(char out[AMOUNT_BYTES_MAX], long long whole,
    long long millionths)
{
	bool negative;
	int  n;

	whole += millionths / AMOUNT_ONE;
	millionths %= AMOUNT_ONE;
	if (whole > 0 && millionths < 0) {
		whole--;
		millionths += AMOUNT_ONE;
	} else if (whole < 0 && millionths > 0) {
		whole++;
		millionths -= AMOUNT_ONE;
	}
	negative = whole < 0 || millionths < 0;
	if (negative) {
		whole = -whole;
		millionths = -millionths;
	}
	n = snprintf(out, AMOUNT_BYTES_MAX, "%s%lld.%06lld",
	    negative ? "-" : "", whole, millionths);
	while (out[n - 1] == '0')
		n--;
	if (out[n - 1] == '.')
		n--;
	out[n] = '\0';
	return (size_t)n;
}
