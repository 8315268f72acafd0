#include "decimal.h"

#include <string.h>

bool
decimal_append(struct decimal *d, int digit)
{
	if (d->digits == DECIMAL_DIGITS)
		return false;
	d->digit[d->digits++] = (char)('0' + digit);
	return true;
}

bool
decimal_shift(struct decimal *d, unsigned zeros)
{
	for (; zeros > 0 && d->decimals > 0; zeros--)
		d->decimals--;
	while (zeros-- > 0)
		if (!decimal_append(d, 0))
			return false;
	return true;
}

static bool
is_zero(const struct decimal *d)
{
	for (unsigned i = 0; i < d->digits; i++)
		if (d->digit[i] != '0')
			return false;
	return true;
}

void
decimal_print(const struct decimal *d, char *out)
{
	unsigned whole = d->digits - d->decimals, i = 0;

	if (d->negative && !is_zero(d))
		*out++ = '-';
	while (i < whole && d->digit[i] == '0')
		i++;
	if (i == whole)
		*out++ = '0';
	memcpy(out, d->digit + i, whole - i);
	out += whole - i;
	if (d->decimals > 0) {
		*out++ = '.';
		memcpy(out, d->digit + whole, d->decimals);
		out += d->decimals;
	}
	*out = '\0';
}
