#include "spread.h"

#include <math.h>

static unsigned_wide
size_of_value(wide value)
{
	return value < 0 ? 0 - (unsigned_wide)value : (unsigned_wide)value;
}

void
squares_add(struct squares *squares, long long value)
{
	unsigned_wide size = size_of_value(value);

	squares->sum = wider_sum(squares->sum, wider_product(size, size));
}

void
squares_merge(struct squares *squares, const struct squares *other)
{
	squares->sum = wider_sum(squares->sum, other->sum);
}

/* N times A. */
static struct wider
times(struct wider a, unsigned long long n)
{
	unsigned_wide carry = 0;

	for (int i = 0; i < 4; i++) {
		carry += (unsigned_wide)a.part[i] * n;
		a.part[i] = (unsigned long long)carry;
		carry >>= 64;
	}
	return a;
}

/* Whether the root of VARIANCE / BY is at least ROOT - 1/2. */
static bool
reaches(struct wider variance, unsigned_wide by, unsigned long long root)
{
	unsigned_wide twice = 2 * (unsigned_wide)root - 1;

	/* (2 root - 1)^2 by <= 4 variance, where the left side may be as long
	 * as both: 2^62 is more than the range of values. */
	return wider_order(times(wider_product(twice, by),
	    (unsigned long long)twice), times(variance, 4)) <= 0;
}

wide
squares_deviation(const struct squares *squares, long long n, wide sum)
{
	unsigned_wide      size = size_of_value(sum);
	unsigned_wide      by = (unsigned_wide)n * (unsigned_wide)(n - 1);
	struct wider       of_squares = times(squares->sum,
	    (unsigned long long)n);
	struct wider       of_sum = wider_product(size, size), variance;
	unsigned long long root;

	if (wider_order(of_squares, of_sum) <= 0)
		return 0;
	variance = wider_difference(of_squares, of_sum);
	root = (unsigned long long)sqrtl(wider_about(variance) /
	    (long double)by);
	while (root > 0 && !reaches(variance, by, root))
		root--;
	while (reaches(variance, by, root + 1))
		root++;
	return (wide)root;
}
