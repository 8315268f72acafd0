/* Amounts, patterns, intervals, expressions, slips. */
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

static struct quantity
point(long long n)
{
	return quantity_point(n * AMOUNT_ONE);
}

static void
test_intervals(void **state)
{
	struct quantity blank = quantity_missing(false), zero = point(0);
	struct quantity sum = quantity_add(point(7), blank);
	struct quantity truth;

	(void)state;
	assert_true(quantity_fails(quantity_equal(sum, point(6), zero)));
	truth = quantity_equal(sum, point(7), zero);
	assert_false(quantity_fails(truth));
	assert_false(quantity_holds(truth));
	assert_int_equal(truth.filled, 1);
	truth = quantity_equal(sum, point(8), zero);
	assert_false(quantity_fails(truth));
	assert_int_equal(truth.filled, 0);
	assert_true(quantity_holds(quantity_at_most(point(6), sum, zero)));
	assert_true(quantity_holds(quantity_below(point(6), sum)));
	assert_true(quantity_fails(quantity_not(quantity_below(point(6),
	    sum))));
	assert_true(quantity_subtract(blank, blank).lo == -QUANTITY_INFINITY);
	assert_true(quantity_multiply(blank, zero).hi == 0);
	assert_true(quantity_divide(point(1), blank).unreadable);
	assert_int_equal(quantity_divide(point(100 * 15), point(181)).lo,
	    8287292);
	assert_int_equal(quantity_multiply(point(-3),
	    quantity_point(500000)).lo, -1500000);
	assert_true(amount_product(AMOUNT_MAX, AMOUNT_MAX) ==
	    QUANTITY_INFINITY);
	assert_true(amount_sum(QUANTITY_INFINITY - 1, 5) == QUANTITY_INFINITY);
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
test_slips(void **state)
{
	static const struct {
		long long amount, repaired;
		enum slip slip;
	} row[] = {
		{ 12, 21, SLIP_TRANSPOSED }, { 12, 13, SLIP_DIGIT },
		{ 120, 12, SLIP_SHIFT }, { 12, 1200, SLIP_SHIFT },
		{ 12, 132, SLIP_LOST }, { 1223, 123, SLIP_DOUBLED },
		{ 0, 4, SLIP_OMITTED }, { 19, 34, SLIP_OTHER },
		{ 7, 0, SLIP_OTHER }, { -8, 8, SLIP_DOUBLED },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++)
		assert_int_equal(slip_of(row[i].amount * AMOUNT_ONE,
		    row[i].repaired * AMOUNT_ONE), row[i].slip);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_intervals),
		cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_slips),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
