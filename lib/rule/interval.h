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

#define QUANTITY_INFINITY LLONG_MAX	/* and -QUANTITY_INFINITY */

struct quantity {
	long long lo, hi;	/* as amounts, in millionths */
	long long filled;	/* with missing figures as 0 */
	bool      missing;	/* some figure in it is missing */
	bool      unreadable;	/* ... or cannot be read */
	bool      stated;	/* some figure in it is stated */
	bool      nonzero;	/* ... and is not 0 */
};

struct quantity quantity_point(long long amount);
struct quantity quantity_missing(bool is_signed);
struct quantity quantity_unreadable(bool is_signed);
struct quantity quantity_truth(bool truth);

static inline bool
quantity_is_point(struct quantity a)
{
	return a.lo == a.hi;
}

/* Certain, or certainly not. */
static inline bool
quantity_holds(struct quantity truth)
{
	return truth.lo > 0;
}

static inline bool
quantity_fails(struct quantity truth)
{
	return truth.hi <= 0;
}

struct quantity quantity_add(struct quantity a, struct quantity b);
struct quantity quantity_subtract(struct quantity a, struct quantity b);
struct quantity quantity_multiply(struct quantity a, struct quantity b);
/* Unbounded when B may be 0. */
struct quantity quantity_divide(struct quantity a, struct quantity b);
struct quantity quantity_negative(struct quantity a);
struct quantity quantity_greater_of(struct quantity a, struct quantity b);
struct quantity quantity_lesser_of(struct quantity a, struct quantity b);
/* Either A or B: what covers both. */
struct quantity quantity_either(struct quantity a, struct quantity b);

/* Whether |A - B| <= TOLERANCE, A <= B + TOLERANCE, A < B. */
struct quantity quantity_equal(struct quantity a, struct quantity b,
    struct quantity tolerance);
struct quantity quantity_at_most(struct quantity a, struct quantity b,
    struct quantity tolerance);
struct quantity quantity_below(struct quantity a, struct quantity b);

struct quantity quantity_not(struct quantity truth);
struct quantity quantity_integer(struct quantity a);

/* Appends Q to OUT: a number as in facts; what is at least 3 as `>=3', what
 * lies between as `3..5', what is not known at all as nothing. */
void quantity_print(struct buffer *out, struct quantity q);

/* A + B and A * B of amounts that stop at infinity. */
long long amount_sum(long long a, long long b);
long long amount_product(long long a, long long b);

#endif
