#include "digits.h"

#include <limits.h>

/* Whether one of the eight bytes at P is a digit: less than ten, from '0' on. */
static bool
is_digit_among(const char *p)
{
	const uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
	uint64_t       word;

	memcpy(&word, p, sizeof(word));
	word ^= ones * '0';
	return ((word - ones * 10) & ~word & high) != 0;
}

size_t
digits_skip(struct slice text)
{
	size_t i = 0;

	while (text.n - i >= 8 && !is_digit_among(text.p + i))
		i += 8;
	while (i < text.n && !is_digit(text.p[i]))
		i++;
	return i;
}

size_t
digits_at(struct slice text, unsigned long long *number)
{
	size_t i = 0;

	*number = 0;
	for (; i < text.n && is_digit(text.p[i]); i++) {
		unsigned digit = (unsigned)(text.p[i] - '0');

		*number = *number > (ULLONG_MAX - digit) / 10 ? ULLONG_MAX :
		    *number * 10 + digit;
	}
	return i;
}

bool
digits_read(struct slice text, unsigned long long most,
    unsigned long long *number)
{
	return text.n > 0 && digits_at(text, number) == text.n &&
	    *number <= most;
}

bool
digits_may_be_parted(struct slice front, struct slice behind)
{
	enum { GROUP = 3 };
	unsigned long long n;

	return front.n <= GROUP && digits_read(front, 999, &n) &&
	    front.p[0] != '0' && behind.n == GROUP && digits_read(behind, 999, &n);
}

char *
digits_before(char *end, unsigned long long number)
{
	do
		*--end = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	return end;
}
