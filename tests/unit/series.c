/* Values in their own digits; which lines of the crosswalk are about which reports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "series/crosswalk.h"
#include "series/value.h"

static struct arena arena;

static void
test_scale(void **state)
{
	static const struct {
		const char *value;
		int         power;
		const char *want;	/* NULL: it is none */
	} row[] = {
		{ "0.1085", 4, "1085" }, { "1.23456789", 4, "12345.6789" },
		{ "-0.5", 3, "-500" }, { "0", 4, "0" }, { "0.00", 4, "0" },
		{ "-0", 4, "0" }, { "12", 0, "12" }, { "1.50", 0, "1.50" },
		{ "35", -4, "0.0035" }, { "-120000", -4, "-12" },
		{ "1200.5", -2, "12.005" }, { "007", 1, "70" },
		{ "123456789012345678901234567890", 8,
		    "12345678901234567890123456789000000000" },
		{ "0.000000001", 9, "1" }, { "0.000000001", 4, "0.00001" },
		{ "", 4, NULL }, { "-", 4, NULL }, { ".5", 4, NULL },
		{ "5.", 4, NULL }, { "1.2.3", 4, NULL }, { "1e3", 4, NULL },
		{ "1,000", 4, NULL }, { "+1", 4, NULL }, { "--1", 4, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct slice value = slice_of(row[i].value);
		bool         is_one = value_scale(&value, row[i].power, &arena);

		assert_int_equal(is_one, row[i].want != NULL);
		assert_int_equal(value_is(slice_of(row[i].value)), is_one);
		if (is_one) {
			assert_int_equal(value.n, strlen(row[i].want));
			assert_memory_equal(value.p, row[i].want, value.n);
		}
	}
}

static void
test_equal(void **state)
{
	static const struct {
		const char *a, *b;
		bool        are_equal;
	} row[] = {
		{ "1.5", "1.50", true }, { "01", "1", true },
		{ "0", "-0.0", true }, { "1", "-1", false },
		{ "10", "1", false }, { "0.1", "0.01", false },
		{ "x", "x", true }, { "x", "1", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		assert_int_equal(value_eq(slice_of(row[i].a),
		    slice_of(row[i].b)), row[i].are_equal);
}

static void
test_sum(void **state)
{
	struct slice value[] = { SLICE("1.25"), SLICE("-0.25"), SLICE("7") };
	struct slice big[] = { SLICE("900000000000"), SLICE("900000000000.5") };
	struct slice none[] = { SLICE("1"), SLICE("") }, sum;

	(void)state;
	assert_true(value_add(value, 3, &sum, &arena));
	assert_true(slice_is(sum, "8"));
	assert_true(value_add(big, 2, &sum, &arena));
	assert_true(slice_is(sum, "1800000000000.5"));
	assert_false(value_add(none, 2, &sum, &arena));
}

/* The line of the crosswalk about SERIES that begins with ITEM of FORM. */
static const struct crossing *
line_of(const struct crosswalk *crosswalk, const char *series,
    const char *form, const char *item)
{
	size_t number = crosswalk_series(crosswalk, slice_of(series));

	for (size_t i = 0; i < crosswalk->crossings; i++) {
		const struct crossing *crossing = &crosswalk->crossing[i];

		if (crossing->series == number &&
		    slice_is(crossing->form, form) &&
		    slice_is(crossing->cell[0].item, item))
			return crossing;
	}
	return NULL;
}

static void
test_crosswalk(void **state)
{
	struct forms          *forms = forms_load();
	struct crosswalk      *crosswalk = crosswalk_load(forms);
	const struct crossing *line;
	int                    power;

	(void)state;
	line = line_of(crosswalk, "request-fees", "2014", "fees.received");
	assert_non_null(line);
	assert_int_equal(line->relation, CROSSING_SAME);
	assert_int_equal(crossing_distance(crosswalk, line, SLICE("2014")), 0);
	assert_int_equal(crossing_distance(crosswalk, line, SLICE("2019")), -1);
	assert_int_equal(crossing_distance(crosswalk, line, SLICE("")), -1);
	assert_true(series_takes_unit(&crosswalk->series[line->series],
	    SLICE("万元"), &power));
	assert_int_equal(power, 4);
	assert_false(series_takes_unit(&crosswalk->series[line->series],
	    SLICE("件"), &power));
	assert_false(series_takes_unit(&crosswalk->series[line->series],
	    SLICE(""), &power));
	line = line_of(crosswalk, "request-fees", "2021", "proactive.fees");
	assert_non_null(line);
	assert_int_equal(line->relation, CROSSING_NEVER);
	line = line_of(crosswalk, "litigation", "2021",
	    "review.litigation.direct.total");
	assert_non_null(line);
	assert_int_equal(line->cells, 2);
	line = line_of(crosswalk, "received", "any", "prose.requests.new");
	assert_non_null(line);
	assert_true(line->is_prose);
	assert_true(crossing_distance(crosswalk, line, SLICE("2021")) > 0);
	assert_true(crossing_distance(crosswalk, line, SLICE("")) > 0);
	crosswalk_free(crosswalk);
	forms_free(forms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scale),
		cmocka_unit_test(test_equal),
		cmocka_unit_test(test_sum),
		cmocka_unit_test(test_crosswalk),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
