/* Amounts, patterns, intervals, expressions, typing errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

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
		{ 1, 1000000, 1 }, { 1, 1000001, 0 }, { 999, 1, 999000000 },
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
		cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_typos),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
