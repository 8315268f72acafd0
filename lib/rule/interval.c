#include "interval.h"

#include "base/buffer.h"
#include "record/amount.h"

struct interval
interval_missing(bool is_signed)
{
	return (struct interval){ .lo = is_signed ? -INTERVAL_INFINITY : 0,
	    .hi = INTERVAL_INFINITY, .missing = true };
}

struct interval
interval_unreadable(bool is_signed)
{
	struct interval a = interval_missing(is_signed);

	a.missing = false;
	a.unreadable = true;
	return a;
}

static bool
is_infinite(long long a)
{
	return a == INTERVAL_INFINITY || a == -INTERVAL_INFINITY;
}

static long long
least(long long a, long long b)
{
	return a < b ? a : b;
}

static long long
greatest(long long a, long long b)
{
	return a > b ? a : b;
}

long long
amount_sum(long long a, long long b)
{
	if (is_infinite(a))
		return a;
	if (is_infinite(b))
		return b;
	return b + (b > 0 ? least(a, INTERVAL_INFINITY - b) :
	    greatest(a, -INTERVAL_INFINITY - b));
}

/* |A| * |B| / 10^6, both finite and not negative. */
static long long
scaled_product(long long a, long long b)
{
	long long whole = a / AMOUNT_ONE, rest = a % AMOUNT_ONE;
	long long b_whole = b / AMOUNT_ONE, b_rest = b % AMOUNT_ONE;

	if (whole > 0 && b > INTERVAL_INFINITY / 2 / whole)
		return INTERVAL_INFINITY;
	return amount_sum(whole * b,
	    amount_sum(rest * b_whole, rest * b_rest / AMOUNT_ONE));
}

long long
amount_product(long long a, long long b)
{
	long long size;

	if (a == 0 || b == 0)
		return 0;
	if (is_infinite(a) || is_infinite(b))
		size = INTERVAL_INFINITY;
	else
		size = scaled_product(a < 0 ? -a : a, b < 0 ? -b : b);
	return (a ^ b) < 0 ? -size : size;
}

/* Millionths of A / B by long division: exact but for the last place. */
static long long
amount_quotient(long long a, long long b)
{
	bool      negative = (a ^ b) < 0;
	long long whole, rest;

	if (is_infinite(a))
		return negative ? -INTERVAL_INFINITY : INTERVAL_INFINITY;
	if (is_infinite(b))
		return 0;
	a = a < 0 ? -a : a;
	b = b < 0 ? -b : b;
	whole = a / b;
	rest = a % b;
	if (whole > INTERVAL_INFINITY / AMOUNT_ONE - 1)
		return negative ? -INTERVAL_INFINITY : INTERVAL_INFINITY;
	whole *= AMOUNT_ONE;
	for (long long place = AMOUNT_ONE / 10; place > 0; place /= 10) {
		if (rest > INTERVAL_INFINITY / 10) {
			rest /= 10;
			b /= 10;
		}
		rest *= 10;
		whole += place * (rest / b);
		rest %= b;
	}
	return negative ? -whole : whole;
}

/* What A and B have in common beside their numbers. */
static struct interval
joined(struct interval a, struct interval b)
{
	return (struct interval){ .missing = a.missing || b.missing,
	    .unreadable = a.unreadable || b.unreadable,
	    .stated = a.stated || b.stated,
	    .nonzero = a.nonzero || b.nonzero };
}

/* What becomes of A and B where the same is done with both ends, and with what
 * they are with blanks as 0.  Inline, so that OPERATION is: millions are. */
static inline struct interval
end_by_end(struct interval a, struct interval b,
    long long (*operation)(long long, long long))
{
	struct interval c = joined(a, b);

	c.lo = operation(a.lo, b.lo);
	c.hi = operation(a.hi, b.hi);
	c.filled = operation(a.filled, b.filled);
	return c;
}

struct interval
interval_add(struct interval a, struct interval b)
{
	return end_by_end(a, b, amount_sum);
}

struct interval
interval_negative(struct interval a)
{
	long long lo = a.lo;

	a.lo = -a.hi;
	a.hi = -lo;
	a.filled = -a.filled;
	return a;
}

struct interval
interval_subtract(struct interval a, struct interval b)
{
	return interval_add(a, interval_negative(b));
}

/* What becomes of A and B where each end of the one meets each of the other. */
static struct interval
corners(struct interval a, struct interval b,
    long long (*operation)(long long, long long))
{
	struct interval c = joined(a, b);
	long long       corner[4] = {
		operation(a.lo, b.lo), operation(a.lo, b.hi),
		operation(a.hi, b.lo), operation(a.hi, b.hi),
	};

	c.lo = least(least(corner[0], corner[1]), least(corner[2], corner[3]));
	c.hi = greatest(greatest(corner[0], corner[1]),
	    greatest(corner[2], corner[3]));
	c.filled = operation(a.filled, b.filled);
	return c;
}

struct interval
interval_multiply(struct interval a, struct interval b)
{
	return corners(a, b, amount_product);
}

struct interval
interval_divide(struct interval a, struct interval b)
{
	if ((b.lo <= 0 && b.hi >= 0) || b.filled == 0) {
		struct interval unknown = joined(a, b);

		unknown.lo = -INTERVAL_INFINITY;
		unknown.hi = INTERVAL_INFINITY;
		unknown.unreadable = true;
		return unknown;
	}
	return corners(a, b, amount_quotient);
}

struct interval
interval_greater_of(struct interval a, struct interval b)
{
	return end_by_end(a, b, greatest);
}

struct interval
interval_lesser_of(struct interval a, struct interval b)
{
	return end_by_end(a, b, least);
}

struct interval
interval_either(struct interval a, struct interval b)
{
	struct interval c = joined(a, b);

	c.lo = least(a.lo, b.lo);
	c.hi = greatest(a.hi, b.hi);
	c.filled = a.filled;
	c.unreadable |= c.lo != c.hi;
	return c;
}

/* The truth of "A - B <= 0", of which LO and HI bound A - B. */
static struct interval
at_most_zero(struct interval difference)
{
	struct interval truth = joined(difference, difference);

	truth.lo = difference.hi <= 0;
	truth.hi = difference.lo <= 0;
	truth.filled = difference.filled <= 0;
	return truth;
}

/* Whether A is 0 and no figure of the report, as the tolerance that most rules have is:
 * to add it changes nothing. */
static bool
is_nothing(struct interval a)
{
	return a.lo == 0 && a.hi == 0 && a.filled == 0 && !a.missing &&
	    !a.unreadable && !a.stated && !a.nonzero;
}

struct interval
interval_at_most(struct interval a, struct interval b,
    struct interval tolerance)
{
	if (!is_nothing(tolerance))
		b = interval_add(b, tolerance);
	return at_most_zero(interval_subtract(a, b));
}

/* Whether A is one figure, of which blanks leave nothing open either. */
static bool
is_figure(struct interval a)
{
	return interval_is_point(a) && !is_infinite(a.lo) &&
	    !is_infinite(a.filled);
}

struct interval
interval_equal(struct interval a, struct interval b, struct interval tolerance)
{
	struct interval truth;

	if (is_figure(a) && is_figure(b) && is_nothing(tolerance)) {
		truth = joined(a, b);
		truth.lo = truth.hi = a.lo == b.lo;
		truth.filled = a.filled == b.filled;
		return truth;
	}
	return interval_lesser_of(interval_at_most(a, b, tolerance),
	    interval_at_most(b, a, tolerance));
}

struct interval
interval_below(struct interval a, struct interval b)
{
	return interval_not(at_most_zero(interval_subtract(b, a)));
}

struct interval
interval_not(struct interval truth)
{
	long long lo = truth.lo;

	truth.lo = !truth.hi;
	truth.hi = !lo;
	truth.filled = !truth.filled;
	return truth;
}

struct interval
interval_integer(struct interval a)
{
	struct interval truth = joined(a, a);
	bool            whole = a.lo % AMOUNT_ONE == 0;

	truth.lo = interval_is_point(a) && whole;
	truth.hi = !interval_is_point(a) || whole;
	truth.filled = a.filled % AMOUNT_ONE == 0;
	return truth;
}

static void
print_amount(struct buffer *out, long long amount)
{
	out->n += amount_format(buffer_room(out, AMOUNT_BYTES_MAX), 0, amount);
}

void
interval_print(struct buffer *out, struct interval q)
{
	bool above = q.hi == INTERVAL_INFINITY;
	bool below = q.lo == -INTERVAL_INFINITY;

	if (interval_is_point(q) && !above && !below)
		print_amount(out, q.lo);
	else if (above && !below && q.lo != 0) {
		buffer_string(out, ">=");
		print_amount(out, q.lo);
	} else if (below && !above) {
		buffer_string(out, "<=");
		print_amount(out, q.hi);
	} else if (!above && !below) {
		print_amount(out, q.lo);
		buffer_string(out, "..");
		print_amount(out, q.hi);
	}
}
