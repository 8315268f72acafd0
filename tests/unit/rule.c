/* Amounts, patterns, intervals, expressions, typing errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "record/amount.h"
#include "rule/expression.h"
#include "rule/interval.h"
#include "repair/repair.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static void
test_amounts(void **state)
{
	static const struct {
		const char *text;
		bool        good;
		long long   amount;
		const char *again;
	} row[] = {
		{ "0", true, 0, "0" }, { "12", true, 12000000, "12" },
		{ "-12.5", true, -12500000, "-12.5" },
		{ "-0.25", true, -250000, "-0.25" },
		{ "190.457379", true, 190457379, "190.457379" },
		{ "1.50000000", true, 1500000, "1.5" },
		{ "1000000000000", true, AMOUNT_MAX, "1000000000000" },
		{ "1000000000001", false, 0, "" },
		{ "99999999999999999999", false, 0, "" },
		{ "0.0000001", false, 0, "" }, { "", false, 0, "" },
		{ "-", false, 0, "" }, { "+1", false, 0, "" },
		{ "1.", false, 0, "" }, { ".5", false, 0, "" },
		{ "1e3", false, 0, "" }, { "1,000", false, 0, "" },
		{ "1 ", false, 0, "" }, { "--1", false, 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		long long amount = 0;
		char      text[AMOUNT_BYTES_MAX];

		assert_int_equal(amount_parse(slice_of(row[i].text), &amount),
		    row[i].good);
		if (!row[i].good)
			continue;
		assert_int_equal(amount, row[i].amount);
		amount_format(text, 0, amount);
		assert_string_equal(text, row[i].again);
	}
}

static struct interval
point(long long n)
{
	return interval_point(n * AMOUNT_ONE);
}

/* Millionths, exact but for the last place; signs; what is large. */
static void
test_quotients(void **state)
{
	static const struct {
		long long a, b, want;
	} row[] = {
		{ 1, 3, 333333 }, { -1, 3, -333333 }, { 2, -3, -666666 },
		{ -7, -2, 3500000 }, { 0, -5, 0 }, { 0, 5, 0 },
		{ -1, 1000000, -1 }, { 1, 1000000, 1 }, { 1, 1000001, 0 }, { 999, 1, 999000000 },
		{ 700000000000, 1000000000000, 700000 },
		{ 999999999999, 1000000000000, 999999 },
		{ 1000000000000, 999999999999, 1000000 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct interval got = interval_divide(point(row[i].a),
		    point(row[i].b));

		assert_int_equal(got.lo, row[i].want);
		assert_int_equal(got.hi, row[i].want);
	}
}

static void
test_intervals(void **state)
{
	struct interval blank = interval_missing(false), zero = point(0);
	struct interval sum = interval_add(point(7), blank);
	struct interval truth;

	(void)state;
	assert_true(interval_fails(interval_equal(sum, point(6), zero)));
	truth = interval_equal(sum, point(7), zero);
	assert_false(interval_fails(truth));
	assert_false(interval_holds(truth));
	assert_int_equal(truth.filled, 1);
	truth = interval_equal(sum, point(8), zero);
	assert_false(interval_fails(truth));
	assert_int_equal(truth.filled, 0);
	assert_true(interval_holds(interval_at_most(point(6), sum, zero)));
	assert_true(interval_holds(interval_below(point(6), sum)));
	assert_true(interval_fails(interval_not(interval_below(point(6),
	    sum))));
	assert_true(interval_subtract(blank, blank).lo == -INTERVAL_INFINITY);
	assert_true(interval_multiply(blank, zero).hi == 0);
	assert_true(interval_divide(point(1), blank).unreadable);
	assert_int_equal(interval_divide(point(100 * 15), point(181)).lo,
	    8287292);
	assert_int_equal(interval_multiply(point(-3),
	    interval_point(500000)).lo, -1500000);
	assert_true(amount_product(AMOUNT_MAX, AMOUNT_MAX) ==
	    INTERVAL_INFINITY);
	assert_true(amount_sum(INTERVAL_INFINITY - 1, 5) == INTERVAL_INFINITY);
}

#define MILLION 1000000LL
#define SPAN(l, h, f) \
	{ .lo = (l) * MILLION, .hi = (h) * MILLION, .filled = (f) * MILLION }
#define FROM(l, f) \
	{ .lo = (l) * MILLION, .hi = INTERVAL_INFINITY, .filled = (f) * MILLION }
#define UNTIL(h, f) \
	{ .lo = -INTERVAL_INFINITY, .hi = (h) * MILLION, \
	    .filled = (f) * MILLION }

/* Every end of A with every end of B. */
static void
test_ends(void **state)
{
	static const struct {
		struct interval (*operation)(struct interval, struct interval);
		struct interval a, b, want;
	} row[] = {
		{ interval_add, SPAN(1, 5, 2), SPAN(-3, 7, 4), SPAN(-2, 12, 6) },
		{ interval_add, FROM(1, 2), SPAN(3, 4, 3), FROM(4, 5) },
		{ interval_add, SPAN(3, 4, 3), FROM(1, 2), FROM(4, 5) },
		{ interval_add, SPAN(3, 4, 3), UNTIL(1, 0), UNTIL(5, 3) },
		{ interval_add, UNTIL(1, 0), SPAN(3, 4, 3), UNTIL(5, 3) },
		{ interval_subtract, SPAN(1, 5, 2), SPAN(-3, 7, 4),
		    SPAN(-6, 8, -2) },
		{ interval_subtract, SPAN(1, 5, 2), FROM(2, 2), UNTIL(3, 0) },
		{ interval_multiply, SPAN(2, 3, 2), SPAN(5, 7, 6),
		    SPAN(10, 21, 12) },
		{ interval_multiply, SPAN(-2, 3, 1), SPAN(5, 7, 6),
		    SPAN(-14, 21, 6) },
		{ interval_multiply, SPAN(-2, 3, 1), SPAN(-7, 5, 2),
		    SPAN(-21, 15, 2) },
		{ interval_multiply, SPAN(-3, -2, -2), SPAN(-7, -5, -6),
		    SPAN(10, 21, 12) },
		{ interval_multiply, SPAN(2, 3, 2), SPAN(-7, -5, -6),
		    SPAN(-21, -10, -12) },
		{ interval_multiply, FROM(2, 3), SPAN(5, 7, 6), FROM(10, 18) },
		{ interval_multiply, FROM(2, 3), SPAN(-7, -5, -6),
		    UNTIL(-10, -18) },
		{ interval_multiply, SPAN(0, 0, 0), FROM(2, 3), SPAN(0, 0, 0) },
		{ interval_multiply, FROM(2, 3), SPAN(0, 0, 0), SPAN(0, 0, 0) },
		{ interval_divide, SPAN(12, 24, 18), SPAN(2, 3, 3),
		    SPAN(4, 12, 6) },
		{ interval_divide, SPAN(-12, 24, 6), SPAN(2, 3, 3),
		    SPAN(-6, 12, 2) },
		{ interval_divide, SPAN(-12, 24, 6), SPAN(-3, -2, -3),
		    SPAN(-12, 6, -2) },
		{ interval_divide, SPAN(-24, -12, -18), SPAN(-3, -2, -3),
		    SPAN(4, 12, 6) },
		{ interval_divide, SPAN(12, 24, 18), FROM(2, 3),
		    SPAN(0, 12, 6) },
		{ interval_divide, FROM(12, 18), SPAN(2, 3, 3), FROM(4, 6) },
		{ interval_divide, FROM(12, 18), SPAN(-3, -2, -3),
		    UNTIL(-4, -6) },
		{ interval_greater_of, SPAN(1, 5, 2), SPAN(3, 4, 3),
		    SPAN(3, 5, 3) },
		{ interval_lesser_of, SPAN(1, 5, 2), SPAN(3, 4, 3),
		    SPAN(1, 4, 2) },
		{ interval_either, SPAN(1, 5, 2), SPAN(3, 9, 4),
		    SPAN(1, 9, 2) },
		{ interval_either, SPAN(3, 9, 4), SPAN(1, 5, 2),
		    SPAN(1, 9, 4) },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct interval got = row[i].operation(row[i].a, row[i].b);

		assert_int_equal(got.lo, row[i].want.lo);
		assert_int_equal(got.hi, row[i].want.hi);
		assert_int_equal(got.filled, row[i].want.filled);
	}
}

/* What may be 0, or is 0 with blanks as 0, divides nothing. */
static void
test_divisors(void **state)
{
	static const struct {
		struct interval by;
		bool            known;
	} row[] = {
		{ SPAN(1, 2, 1), true }, { SPAN(-2, -1, -1), true },
		{ SPAN(0, 2, 1), false }, { SPAN(-2, 0, -1), false },
		{ SPAN(-1, 1, 1), false }, { SPAN(0, 0, 0), false },
		{ SPAN(1, 2, 0), false },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct interval got = interval_divide(point(1), row[i].by);

		assert_int_equal(got.unreadable, !row[i].known);
		assert_int_equal(got.hi == INTERVAL_INFINITY, !row[i].known);
		assert_int_equal(got.lo == -INTERVAL_INFINITY, !row[i].known);
	}
}

/* What is said of a figure stays with what is made of it. */
static void
test_marks(void **state)
{
	static struct interval (*const operation[])(struct interval,
	    struct interval) = {
		interval_add, interval_subtract, interval_multiply,
		interval_divide, interval_greater_of, interval_lesser_of,
		interval_below,
	};
	const struct interval plain = { .lo = 1, .hi = 1, .filled = 1 };
	struct interval       marked[4] = { plain, plain, plain, plain };

	(void)state;
	marked[0].missing = true;
	marked[1].unreadable = true;
	marked[2].stated = true;
	marked[3].nonzero = true;
	for (size_t i = 0; i < LENGTH(operation); i++)
		for (int m = 0; m < 8; m++) {
			struct interval got = m % 2 == 0 ?
			    operation[i](marked[m / 2], plain) :
			    operation[i](plain, marked[m / 2]);

			assert_int_equal(got.missing, m / 2 == 0);
			assert_int_equal(got.unreadable, m / 2 == 1);
			assert_int_equal(got.stated, m / 2 == 2);
			assert_int_equal(got.nonzero, m / 2 == 3);
		}
	assert_false(interval_either(plain, plain).unreadable);
	assert_true(interval_either(plain, point(2)).unreadable);
	assert_true(interval_point(1).stated && interval_point(1).nonzero);
	assert_false(interval_point(0).nonzero);
	assert_true(interval_missing(true).missing);
	assert_false(interval_missing(true).unreadable);
	assert_true(interval_unreadable(true).unreadable);
	assert_false(interval_unreadable(true).missing);
}

/* Truths where the two just meet, and just do not. */
static void
test_comparisons(void **state)
{
	static const struct {
		struct interval a, b;
		long long       tolerance;
		int             equal, at_most, below;	/* 0, 1, or 2: unknown */
	} row[] = {
		{ SPAN(5, 5, 5), SPAN(5, 5, 5), 0, 1, 1, 0 },
		{ SPAN(5, 5, 5), SPAN(6, 6, 6), 0, 0, 1, 1 },
		{ SPAN(5, 5, 5), SPAN(4, 4, 4), 0, 0, 0, 0 },
		{ SPAN(5, 5, 5), SPAN(4, 4, 4), 1, 1, 1, 0 },
		{ SPAN(5, 5, 5), SPAN(6, 6, 6), 1, 1, 1, 1 },
		{ SPAN(5, 5, 5), SPAN(7, 7, 7), 1, 0, 1, 1 },
		{ SPAN(5, 5, 5), SPAN(3, 3, 3), 1, 0, 0, 0 },
		{ SPAN(1, 5, 2), SPAN(5, 9, 6), 0, 2, 1, 2 },
		{ SPAN(1, 5, 2), SPAN(6, 9, 6), 0, 0, 1, 1 },
		{ SPAN(5, 9, 6), SPAN(1, 5, 2), 0, 2, 2, 0 },
		{ SPAN(6, 9, 6), SPAN(1, 5, 2), 0, 0, 0, 0 },
		{ SPAN(6, 9, 6), SPAN(1, 5, 2), 1, 2, 2, 0 },
		{ SPAN(1, 9, 6), SPAN(5, 5, 5), 0, 2, 2, 2 },
		{ { .lo = 1, .hi = 1, .filled = 1 }, SPAN(0, 0, 0),
		    0, 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct interval most = interval_point(row[i].tolerance *
		    MILLION);
		struct interval got[] = {
			interval_equal(row[i].a, row[i].b, most),
			interval_at_most(row[i].a, row[i].b, most),
			interval_below(row[i].a, row[i].b),
		};
		int want[] = { row[i].equal, row[i].at_most, row[i].below };

		for (int t = 0; t < 3; t++) {
			assert_int_equal(interval_holds(got[t]), want[t] == 1);
			if (want[t] < 2)
				assert_int_equal(got[t].filled, want[t]);
			assert_int_equal(interval_fails(got[t]), want[t] == 0);
			assert_int_equal(interval_not(got[t]).lo, !got[t].hi);
			assert_int_equal(interval_not(got[t]).hi, !got[t].lo);
			assert_int_equal(interval_not(got[t]).filled,
			    !got[t].filled);
		}
	}
}

static void
test_integers(void **state)
{
	static const struct {
		long long lo, hi, filled;
		int       want_lo, want_hi, want_filled;
	} row[] = {
		{ 2000000, 2000000, 2000000, 1, 1, 1 },
		{ 2500000, 2500000, 2500000, 0, 0, 0 },
		{ -1, -1, -1, 0, 0, 0 },
		{ 2000000, 3000000, 2500000, 0, 1, 0 },
		{ 2500000, 2600000, 2000000, 0, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct interval got = interval_integer((struct interval){
		    .lo = row[i].lo, .hi = row[i].hi,
		    .filled = row[i].filled });

		assert_int_equal(got.lo, row[i].want_lo);
		assert_int_equal(got.hi, row[i].want_hi);
		assert_int_equal(got.filled, row[i].want_filled);
	}
}

/* Sums, products and quotients that do not fit stop at infinity. */
static void
test_limits(void **state)
{
	const long long       most = INTERVAL_INFINITY;
	const struct interval large = { .lo = most - 1, .hi = most - 1,
	    .filled = most - 1 };
	const struct interval tiny = { .lo = 1, .hi = 1, .filled = 1 };

	(void)state;
	assert_int_equal(amount_sum(most - 5, 5), most);
	assert_int_equal(amount_sum(most - 6, 5), most - 1);
	assert_int_equal(amount_sum(most - 5, 6), most);
	assert_int_equal(amount_sum(5 - most, -5), -most);
	assert_int_equal(amount_sum(6 - most, -5), 1 - most);
	assert_int_equal(amount_sum(5 - most, -6), -most);
	assert_int_equal(amount_sum(most, -most), most);
	assert_int_equal(amount_sum(-5, most), most);
	assert_int_equal(amount_sum(-most, 5), -most);
	assert_int_equal(amount_sum(5, -most), -most);
	assert_int_equal(amount_product(1500000, 1500000), 2250000);
	assert_int_equal(amount_product(-1500000, 2500000), -3750000);
	assert_int_equal(amount_product(-most, 2), -most);
	assert_int_equal(amount_product(2, -most), -most);
	assert_int_equal(amount_product(-most, -2), most);
	assert_int_equal(amount_product(most / 2 / MILLION * MILLION, MILLION),
	    most / 2 / MILLION * MILLION);
	assert_int_equal(amount_product(most / 2 + MILLION, 2 * MILLION), most);
	assert_int_equal(amount_product(2 * MILLION, most / 4), most / 4 * 2);
	assert_int_equal(amount_product(2 * MILLION, most / 4 + 1), most);
	assert_int_equal(amount_product(MILLION, most / 2), most / 2);
	assert_int_equal(amount_product(MILLION, most / 2 + 1), most);
	assert_int_equal(amount_product(-1, 2 * MILLION), -2);
	assert_int_equal(interval_divide(interval_point(most / MILLION - 1),
	    tiny).lo, (most / MILLION - 1) * MILLION);
	assert_int_equal(interval_divide(interval_point(most / MILLION),
	    tiny).lo, most);
	assert_int_equal(interval_divide(large, tiny).lo, most);
	assert_int_equal(interval_divide(interval_negative(large), tiny).lo,
	    -most);
	assert_int_equal(interval_divide(large, large).lo, MILLION);
	assert_int_equal(interval_divide(tiny, large).lo, 0);
	assert_int_equal(interval_divide(interval_negative(tiny),
	    interval_point(2)).lo, -MILLION / 2);
}

/* How a finding shows what is known of a figure. */
static void
test_shown(void **state)
{
	static const struct {
		struct interval q;
		const char     *want;
	} row[] = {
		{ SPAN(5, 5, 5), "5" }, { SPAN(0, 0, 0), "0" },
		{ SPAN(-2, 5, 0), "-2..5" }, { SPAN(0, 5, 0), "0..5" },
		{ FROM(3, 3), ">=3" }, { FROM(-3, 0), ">=-3" },
		{ FROM(0, 0), "" }, { UNTIL(7, 0), "<=7" },
		{ UNTIL(0, 0), "<=0" }, { UNTIL(-7, -7), "<=-7" },
		{ { .lo = 1, .hi = INTERVAL_INFINITY }, ">=0.000001" },
		{ { .lo = -INTERVAL_INFINITY, .hi = INTERVAL_INFINITY }, "" },
		{ { .lo = INTERVAL_INFINITY, .hi = INTERVAL_INFINITY },
		    ">=9223372036854.775807" },
	};
	struct buffer out = { .n = 0 };

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		out.n = 0;
		interval_print(&out, row[i].q);
		assert_true(slice_is(buffer_slice(&out), row[i].want));
	}
	buffer_free(&out);
}

static void
test_expressions(void **state)
{
	static const struct {
		const char *text;
		const char *reason;	/* NULL: understood */
		size_t      at;
	} row[] = {
		{ "a@x = b@x", NULL, 0 },
		{ "a@x + 2 * (b@x - 1) >= 0.5 / c@x", NULL, 0 },
		{ "sum(a.*@x{8}) = prev(b@x) within 0.1 * 3", NULL, 0 },
		{ "like(org, '*街道|*镇') => not a@x = 0 or b@x > 1", NULL, 0 },
		{ "(a@x else 0) >= 1 and integer(a-b@year-to-date)", NULL, 0 },
		{ "date(year, 1, 31) < structure.published@date", NULL, 0 },
		{ "", "expected a cell, a number or a function", 0 },
		{ "a@x", "expected a comparison", 3 },
		{ "a@x = ", "expected a cell, a number or a function", 6 },
		{ "a@ = 1", "expected a column", 2 },
		{ "a@x = 1 b@x", "not understood from here", 8 },
		{ "sum(a@x = 1", "expected ')'", 8 },
		{ "a@x = 1 + (b@x = 2)", "expected a number", 19 },
		{ "like(org, 'x", "text without its closing '", 11 },
		{ "(a@x = 1) = 2", "a number is wanted before this", 12 },
	};
	struct arena arena = { .first = NULL };
	char         deep[512];

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct expression e;
		size_t            at;
		const char       *reason = expression_parse(
		    slice_of(row[i].text), &arena, &e, &at);

		if (row[i].reason == NULL) {
			assert_null(reason);
			continue;
		}
		assert_non_null(reason);
		assert_string_equal(reason, row[i].reason);
		assert_int_equal(at, row[i].at);
	}
	memset(deep, '(', sizeof(deep));
	assert_non_null(expression_parse((struct slice){ deep, sizeof(deep) },
	    &arena, &(struct expression){ .codes = 0 }, &(size_t){ 0 }));
	arena_free(&arena);
}

static void
test_typos(void **state)
{
	static const struct {
		long long amount, repaired;
		enum typo typo;
	} row[] = {
		{ 12, 21, TYPO_TRANSPOSED }, { 12, 13, TYPO_DIGIT },
		{ 120, 12, TYPO_SHIFT }, { 12, 1200, TYPO_SHIFT },
		{ 12, 132, TYPO_LOST }, { 1223, 123, TYPO_DOUBLED },
		{ 0, 4, TYPO_OMITTED }, { 19, 34, TYPO_OTHER },
		{ 7, 0, TYPO_OTHER }, { -8, 8, TYPO_DOUBLED },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++)
		assert_int_equal(typo_of(row[i].amount * AMOUNT_ONE,
		    row[i].repaired * AMOUNT_ONE), row[i].typo);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_quotients),
		cmocka_unit_test(test_intervals),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_divisors),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_comparisons),
		cmocka_unit_test(test_integers),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_typos),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
