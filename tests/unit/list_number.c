/* Numbers of list items, in every format that office suites have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/word/list_number.h"
#include "format/word/lists.h"

static const struct {
	const char   *format;
	unsigned long n;
	const char   *want;
} rows[] = {
	{ "decimal", 0, "0" }, { "decimal", 12, "12" },
	{ "no such format", 7, "7" }, { "decimalHalfWidth", 30, "30" },
	{ "decimalZero", 7, "07" }, { "decimalZero", 12, "12" },
	{ "numberInDash", 3, "- 3 -" }, { "bullet", 3, "" }, { "none", 3, "" },
	{ "upperRoman", 1994, "MCMXCIV" }, { "lowerRoman", 3888,
	    "mmmdccclxxxviii" }, { "lowerRoman", 49, "xlix" },
	{ "upperRoman", 0, "0" }, { "upperRoman", 4000, "4000" },
	{ "upperLetter", 1, "A" }, { "lowerLetter", 26, "z" },
	{ "lowerLetter", 28, "bb" }, { "upperLetter", 53, "AAA" },
	{ "upperLetter", 0, "0" }, { "lowerLetter", 677, "677" },
	{ "ordinal", 1, "1st" }, { "ordinal", 2, "2nd" },
	{ "ordinal", 3, "3rd" }, { "ordinal", 4, "4th" },
	{ "ordinal", 11, "11th" }, { "ordinal", 112, "112th" },
	{ "ordinal", 121, "121st" },
	{ "ideographDigital", 2024, "二〇二四" },
	{ "taiwaneseDigital", 10, "一〇" },
	{ "decimalFullWidth", 13, "１３" }, { "decimalFullWidth2", 9, "９" },
	{ "chineseCounting", 3, "三" }, { "chineseCounting", 10, "十" },
	{ "chineseCounting", 11, "十一" }, { "chineseCounting", 20, "二十" },
	{ "chineseCounting", 99, "九十九" },
	{ "chineseCounting", 100, "一〇〇" }, { "chineseCounting", 0, "〇" },
	{ "chineseCountingThousand", 10, "十" },
	{ "chineseCountingThousand", 101, "一百零一" },
	{ "chineseCountingThousand", 110, "一百一十" },
	{ "chineseCountingThousand", 20010, "二万零一十" },
	{ "chineseCountingThousand", 100000, "一零零零零零" },
	{ "japaneseCounting", 111, "百十一" },
	{ "japaneseCounting", 2001, "二千一" },
	{ "chineseLegalSimplified", 10, "壹拾" },
	{ "chineseLegalSimplified", 1001, "壹仟零壹" },
	{ "ideographLegalTraditional", 23, "貳拾參" },
	{ "decimalEnclosedCircle", 1, "①" },
	{ "decimalEnclosedCircle", 20, "⑳" },
	{ "decimalEnclosedCircle", 21, "21" },
	{ "decimalEnclosedCircleChinese", 2, "②" },
	{ "decimalEnclosedFullstop", 20, "⒛" },
	{ "decimalEnclosedParen", 20, "⒇" },
	{ "ideographEnclosedCircle", 10, "㊉" },
	{ "ideographEnclosedCircle", 0, "0" },
	{ "ideographTraditional", 10, "癸" },
	{ "ideographTraditional", 11, "11" },
	{ "ideographZodiac", 12, "亥" },
};

static void
test_numbers(void **state)
{
	struct buffer out = { .n = 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct slice got;

		out.n = 0;
		list_number_add(&out, list_number_format(
		    slice_of(rows[i].format)), rows[i].n);
		got = buffer_slice(&out);
		if (!slice_is(got, rows[i].want))
			fail_msg("%s %lu: %.*s, not %s", rows[i].format,
			    rows[i].n, (int)got.n, got.p, rows[i].want);
	}
	buffer_free(&out);
}

/* DOC has formats by number that DOCX has no name for. */
static void
test_unknown_number(void **state)
{
	struct buffer out = { .n = 0 };

	(void)state;
	list_number_add(&out, 254, 18);
	assert_true(slice_is(buffer_slice(&out), "18"));
	buffer_free(&out);
}

/* Definitions and lists, the last ids first; two lists count together, one of
 * them from a start of its own. */
static void
make_lists(struct lists *lists)
{
	static struct list_level own = { .start = 5, .restart = -1,
	    .text = { "\11/", 2 }, .style = { "Own", 3 } };
	struct list_definition  *d = lists_define(lists, 30);
	struct numbered_list    *list;

	d->same_as = SLICE("S");
	d = lists_define(lists, 20);
	d->name = SLICE("S");
	for (int i = 0; i < LIST_LEVELS; i++)
		d->level[i].text = (struct slice){
		    &"\1.\2.\3.\4.\5.\6.\7.\10.\11)"[2 * i], 2 };
	d->level[1].text = (struct slice){ "\1.\2)", 4 };
	d->level[1].start = 3;
	d->level[2].restart = 1;
	d->level[2].style = SLICE("Third");
	d->level[3].restart = 0;
	d->level[4].text = SLICE("\1.\5、");
	d->level[4].decimal = true;
	d->level[5].tight = true;
	d->level[6].format = LIST_NUMBER_BULLET;
	d->level[7].text = (struct slice){ "", 0 };
	d->level[8].style = SLICE("L");
	d = lists_define(lists, 10);
	d->level[0].style = SLICE("First");
	d->level[0].text = SLICE("\2:\1");
	lists_add(lists, 6, 30);
	lists_add(lists, 5, 99);
	list = lists_add(lists, 4, 10);
	list->level[8] = &own;
	list->level[0] = NULL;
	lists_add(lists, 2, 20)->start[0] = 0;
	lists_add(lists, 1, 20);
	lists_ready(lists);
}

static void
test_lists(void **state)
{
	static const struct {
		long        list;
		int         level;
		const char *want;
	} row[] = {
		{ 1, 0, "1. " }, { 1, 0, "2. " }, { 2, 0, "0. " },
		{ 2, 0, "1. " }, { 1, 0, "2. " }, { 1, 1, "2.3) " },
		{ 1, 1, "2.4) " }, { 1, 2, "1. " }, { 1, 2, "2. " },
		{ 1, 3, "1. " }, { 1, 1, "2.5) " }, { 1, 2, "3. " },
		{ 1, 3, "2. " }, { 1, 0, "3. " }, { 1, 1, "3.3) " },
		{ 1, 2, "1. " }, { 1, 3, "3. " }, { 1, 4, "3.1、" },
		{ 1, 5, "1." }, { 1, 6, "" }, { 1, 7, "" }, { 1, 8, "1) " },
		{ 1, 8, "2) " }, { 1, 7, "" }, { 1, 8, "1) " },
		{ 6, 0, "4. " }, { 4, 0, "1:1 " }, { 4, 8, "5/ " },
		{ 4, 1, "" }, { 5, 0, "" }, { 7, 0, "" }, { 1, -1, "" },
		{ 1, 9, "" },
	};
	struct lists  lists = { .definitions = 0 };
	struct buffer out = { .n = 0 };

	(void)state;
	lists_number(&lists, 1, 0, &out);
	assert_int_equal(out.n, 0);
	make_lists(&lists);
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct slice got;

		out.n = 0;
		lists_number(&lists, row[i].list, row[i].level, &out);
		got = buffer_slice(&out);
		if (!slice_is(got, row[i].want))
			fail_msg("%zu: %.*s, not %s", i, (int)got.n, got.p,
			    row[i].want);
	}
	assert_int_equal(lists_level_of(&lists, 4, SLICE("First")), 0);
	assert_int_equal(lists_level_of(&lists, 4, SLICE("Own")), 8);
	assert_int_equal(lists_level_of(&lists, 1, SLICE("Third")), 2);
	assert_int_equal(lists_level_of(&lists, 1, SLICE("L")), 8);
	assert_int_equal(lists_level_of(&lists, 1, SLICE("First")), -1);
	assert_int_equal(lists_level_of(&lists, 1, SLICE("")), -1);
	assert_int_equal(lists_level_of(&lists, 5, SLICE("L")), -1);
	assert_int_equal(lists_level_of(&lists, 7, SLICE("L")), -1);
	lists_free(&lists);
	buffer_free(&out);
}

static void
test_too_many_lists(void **state)
{
	struct lists lists = { .definitions = 0 };

	(void)state;
	for (int i = 0; i < LISTS_MAX; i++) {
		assert_non_null(lists_define(&lists, i));
		assert_non_null(lists_add(&lists, i, i));
	}
	assert_null(lists_define(&lists, LISTS_MAX));
	assert_null(lists_add(&lists, LISTS_MAX, 0));
	lists_free(&lists);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_unknown_number),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_too_many_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
