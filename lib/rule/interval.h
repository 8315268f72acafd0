/* What is known of a figure: an interval, since a cell may be blank.
 *
 * A stated figure is a point.  A blank, na or absent one is [0, infinity) and
 * is remembered as missing: "with blanks as 0" it is 0.  An unreadable one is
 * [0, infinity) too, but nobody may take it for 0.  In columns of signed
 * figures both are unbounded below.  Truth values are quantities as well:
 * [1, 1] is true, [0, 0] false, [0, 1] unknown. */
#ifndef RULE_INTERVAL_H
#define RULE_INTERVAL_H

#include <limits.h>
#include <stdbool.h>

struct buffer;

#define INTERVAL_INFINITY LLONG_MAX	/* and -INTERVAL_INFINITY */

struct interval {
	long long lo, hi;	/* as amounts, in millionths */
	long long filled;	/* with missing figures as 0 */
	bool      missing;	/* some figure in it is missing */
	bool      unreadable;	/* ... or cannot be read */
	bool      stated;	/* some figure in it is stated */
	bool      nonzero;	/* ... and is not 0 */
};

static inline struct interval
interval_point(long long amount)
{
	return (struct interval){ .lo = amount, .hi = amount,
	    .filled = amount, .stated = true, .nonzero = amount != 0 };
}

struct interval interval_missing(bool is_signed);
struct interval interval_unreadable(bool is_signed);

static inline bool
interval_is_point(struct interval a)
{
	return a.lo == a.hi;
}

/* Certain, or certainly not. */
static inline bool
interval_holds(struct interval truth)
{
	return truth.lo > 0;
}

static inline bool
interval_fails(struct interval truth)
{
	return truth.hi <= 0;
}

struct interval interval_add(struct interval a, struct interval b);
struct interval interval_subtract(struct interval a, struct interval b);
struct interval interval_multiply(struct interval a, struct interval b);
/* Unbounded when B may be 0. */
struct interval interval_divide(struct interval a, struct interval b);
struct interval interval_negative(struct interval a);
struct interval interval_greater_of(struct interval a, struct interval b);
struct interval interval_lesser_of(struct interval a, struct interval b);
/* Either A or B: what covers both. */
struct interval interval_either(struct interval a, struct interval b);

/* Whether |A - B| <= TOLERANCE, A <= B + TOLERANCE, A < B. */
struct interval interval_equal(struct interval a, struct interval b,
    struct interval tolerance);
struct interval interval_at_most(struct interval a, struct interval b,
    struct interval tolerance);
struct interval interval_below(struct interval a, struct interval b);

struct interval interval_not(struct interval truth);
struct interval interval_integer(struct interval a);

/* Appends Q to OUT: a number as in facts; what is at least 3 as `>=3', what
 * lies between as `3..5', what is not known at all as nothing. */
void interval_print(struct buffer *out, struct interval q);

/* A + B and A * B of amounts that stop at infinity. */
long long amount_sum(long long a, long long b);
long long amount_product(long long a, long long b);

#endif
