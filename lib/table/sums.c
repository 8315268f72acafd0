#include "sums.h"

#include "base/digits.h"

/* TEXT as a whole number, -1 if it is none. */
static long long
whole_number(struct slice text)
{
	long long n = 0;

	if (text.n == 0 || text.n > 15)
		return -1;
	for (size_t i = 0; i < text.n; i++) {
		if (!is_digit(text.p[i]))
			return -1;
		n = n * 10 + (text.p[i] - '0');
	}
	return n;
}

/* The sum of N figures, blanks as nothing; -1 if one is no whole number. */
static long long
sum(const struct slice figure[], size_t n)
{
	long long all = 0;

	for (size_t i = 0; i < n; i++) {
		long long value = whole_number(figure[i]);

		if (value < 0 && figure[i].n > 0)
			return -1;
		all += value > 0 ? value : 0;
	}
	return all;
}

bool
sums_fit(const struct slice figure[], size_t n)
{
	long long parts = sum(figure, n - 1);
	long long total = whole_number(figure[n - 1]);
	bool      blanks = false;

	for (size_t i = 0; i < n; i++)
		blanks |= figure[i].n == 0;
	if (parts < 0 || (total < 0 && figure[n - 1].n > 0))
		return false;
	return total < 0 || (blanks ? parts <= total : parts == total);
}

bool
sums_prove(const struct slice figure[], size_t n)
{
	long long total = whole_number(figure[n - 1]);

	return total > 0 && sum(figure, n - 1) == total;
}

/* Whether the last of N figures that is there, not counting the very last, is
 * the sum of at least two others: a total that stands too far left. */
static bool
total_too_early(const struct slice figure[], size_t n)
{
	size_t last = n - 1, parts = 0;

	while (last > 0 && figure[last].n == 0)
		last--;
	for (size_t i = 0; i < last; i++)
		parts += whole_number(figure[i]) > 0;
	return last + 1 < n && parts >= 2 && sums_prove(figure, last + 1);
}

bool
sums_show_shift(const struct slice figure[], size_t n)
{
	size_t blanks = 0;

	for (size_t i = 0; i < n; i++)
		blanks += figure[i].n == 0;
	if (total_too_early(figure, n))
		return true;
	return blanks == 1 && (figure[0].n == 0 || figure[n - 1].n == 0) &&
	    !sums_fit(figure, n);
}
