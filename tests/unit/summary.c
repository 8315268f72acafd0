/* Sums of many values, how far they lie apart, what stands at a part of the way: where
 * numbers are as large as they can be, and where rounding turns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/amount.h"
#include "summary/spread.h"
#include "summary/values.h"
#include "summary/wide.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static void
expect_text(wide millionths, const char *text)
{
	char   out[WIDE_BYTES_MAX];
	size_t n = wide_format(out, millionths);

	assert_int_equal(n, strlen(text));
	assert_memory_equal(out, text, n);
}

static void
numbers_are_written_in_whole(void **state)
{
	const wide most = (wide)(~(unsigned_wide)0 >> 1);

	(void)state;
	expect_text(0, "0");
	expect_text(1, "0.000001");
	expect_text(-1, "-0.000001");
	expect_text(-1500000, "-1.5");
	expect_text(1000000, "1");
	expect_text(AMOUNT_MAX, "1000000000000");
	expect_text((wide)AMOUNT_MAX * AMOUNT_MAX,
	    "1000000000000000000000000000000");
	expect_text(most, "170141183460469231731687303715884.105727");
	expect_text(-most, "-170141183460469231731687303715884.105727");
	expect_text(-most - 1, "-170141183460469231731687303715884.105728");
}

static void
what_is_written_is_read(void **state)
{
	static const char *const none[] = { "", "-", "1a", "+1", " 1", "--1",
		"170141183460469231731687303715884105728",
		"999999999999999999999999999999999999999999" };
	const wide most = (wide)(~(unsigned_wide)0 >> 1);
	const wide number[] = { 0, 1, -1, 10, most, -most, AMOUNT_MAX };
	char       text[WIDE_BYTES_MAX];
	wide       got;

	(void)state;
	for (size_t i = 0; i < LENGTH(number); i++) {
		assert_true(wide_read((struct slice){ text,
		    wide_text(text, number[i]) }, &got));
		assert_true(got == number[i]);
	}
	for (size_t i = 0; i < LENGTH(none); i++)
		assert_false(wide_read(slice_of(none[i]), &got));
}

static void
halves_are_rounded_away_from_zero(void **state)
{
	static const long long division[][3] = {
		{ 5, 2, 3 }, { -5, 2, -3 }, { 5, -2, -3 }, { -5, -2, 3 },
		{ 4, 3, 1 }, { -4, 3, -1 }, { 1, 2, 1 }, { 1, 3, 0 },
		{ -1, 3, 0 }, { 0, 7, 0 }, { 7, 7, 1 }, { 20, 8, 3 },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(division); i++)
		assert_true(wide_divide(division[i][0], division[i][1]) ==
		    division[i][2]);
}

static void
products_carry(void **state)
{
	const unsigned_wide most = ~(unsigned_wide)0;
	const struct wider  one = { { 1, 0, 0, 0 } };
	struct wider        square = wider_product(most, most);

	(void)state;
	/* (2^128 - 1)^2 = 2^256 - 2^129 + 1 */
	assert_true(square.part[0] == 1 && square.part[1] == 0);
	assert_true(square.part[2] == ~0ULL - 1 && square.part[3] == ~0ULL);
	assert_int_equal(wider_order(wider_difference(wider_sum(square, one),
	    one), square), 0);
	assert_true(wider_order(square, one) > 0);
	assert_true(wider_order(one, square) < 0);
}

/* The deviation of the N values. */
static wide
deviation(const long long value[], size_t n)
{
	struct squares squares = { .sum = { { 0 } } };
	wide           sum = 0;

	for (size_t i = 0; i < n; i++) {
		squares_add(&squares, value[i]);
		sum += value[i];
	}
	return squares_deviation(&squares, (long long)n, sum);
}

static void
deviations_are_exact(void **state)
{
	static const long long same[] = { 7, 7, 7 };
	static const long long apart[] = { -AMOUNT_MAX, AMOUNT_MAX };
	static const long long close[] = { AMOUNT_MAX, AMOUNT_MAX - 1 };
	static const long long two[] = { 0, 2 }, three[] = { 1, 2, 3 };

	(void)state;
	assert_true(deviation(same, 3) == 0);
	assert_true(deviation(three, 3) == 1);
	assert_true(deviation(two, 2) == 1);	/* 1.41 */
	assert_true(deviation(close, 2) == 1);	/* 0.71 */
	/* AMOUNT_MAX times the root of 2 */
	assert_true(deviation(apart, 2) == 1414213562373095049LL);
}

static void
values_are_counted(void **state)
{
	enum { MANY = 100000, DIFFERENT = 100, FULL = 100000000 };
	struct values values = { .n = 0 };

	(void)state;
	for (int i = 0; i < MANY; i++)
		values_add(&values, (i * 37LL) % DIFFERENT, 1);
	assert_true(values.room <= 4 * DIFFERENT);
	assert_true(values_quantile(&values, 0) == 0);
	assert_true(values_quantile(&values, FULL) == DIFFERENT - 1);
	assert_true(values_quantile(&values, FULL / 2) == 50);	/* 49.5 */
	assert_int_equal(values.n, DIFFERENT);
	values_free(&values);
	values_add(&values, -AMOUNT_MAX, 1);
	values_add(&values, AMOUNT_MAX, 1);
	assert_true(values_quantile(&values, 1) == -AMOUNT_MAX + 20000000000LL);
	values_free(&values);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_written_in_whole),
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(halves_are_rounded_away_from_zero),
		cmocka_unit_test(products_carry),
		cmocka_unit_test(deviations_are_exact),
		cmocka_unit_test(values_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
