#include "amount.h"

#include "base/digits.h"

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

/* Puts the point and MILLIONTHS, as many places as are needed, in front of END.
 * Returns where they begin. */
static char *
places_before(char *end, unsigned long long millionths)
{
	ptrdiff_t places = 6;
	char     *p;

	for (; millionths % 10 == 0; millionths /= 10)
		places--;
	p = digits_before(end, millionths);
	while (end - p < places)
		*--p = '0';
	*--p = '.';
	return p;
}

size_t
amount_format(char out[AMOUNT_BYTES_MAX], long long whole,
    long long millionths)
{
	char   text[AMOUNT_BYTES_MAX], *end = text + sizeof(text), *p = end;
	bool   negative;
	size_t n;

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
	if (millionths != 0)
		p = places_before(p, (unsigned long long)(negative ?
		    -millionths : millionths));
	p = digits_before(p, negative ? 0 - (unsigned long long)whole :
	    (unsigned long long)whole);
	if (negative)
		*--p = '-';
	n = (size_t)(end - p);
	memcpy(out, p, n);
	out[n] = '\0';
	return n;
}
