/* Numbers of list items, in every format that office suites have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/word/list_number.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_unknown_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
