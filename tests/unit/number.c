#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text/number.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static const char *const state_name[] = {
	[FIGURE_NUMBER] = "number", [FIGURE_BLANK] = "blank",
	[FIGURE_NA] = "na", [FIGURE_APPROX] = "approx",
	[FIGURE_UNREADABLE] = "unreadable",
};

struct notation {
	const char *text, *expected;	/* "state value unit" */
};

static void
check(const char *text, const char *expected, const struct figure *figure)
{
	char got[128];

	snprintf(got, sizeof(got), "%s %s %.*s", state_name[figure->state],
	    figure->value, (int)figure->unit.n, figure->unit.p);
	if (strcmp(got, expected) != 0)
		fail_msg("'%s': %s, not %s", text, got, expected);
}

static const struct notation cell[] = {
	{ "", "blank  " }, { "  ", "blank  " },
	{ "\xC2\xA0", "blank  " }, { "\xE3\x80\x80 ", "blank  " },
	{ "\xE2\x80\x8B\xEF\xBB\xBF", "blank  " },
	{ "-", "na  " }, { "—", "na  " }, { "——", "na  " }, { "–", "na  " },
	{ "/", "na  " }, { "／", "na  " }, { "\\", "na  " }, { "﹣", "na  " },
	{ "……", "na  " }, { "---------", "na  " }, { "无", "na  " },
	{ "空", "na  " }, { "不适用", "na  " }, { "N/A", "na  " },
	{ "0", "number 0 " }, { " 0", "number 0 " }, { "0 ", "number 0 " },
	{ "\xC2\xA0" "7", "number 7 " }, { "007", "number 7 " },
	{ "-0", "number 0 " }, { "0.0", "number 0.0 " },
	{ "8040", "number 8040 " }, { "１２０", "number 120 " },
	{ "１２．５", "number 12.5 " },
	{ "190.457379", "number 190.457379 " },
	{ "+126", "number 126 " }, { "＋3", "number 3 " },
	{ "-11", "number -11 " }, { "−11", "number -11 " },
	{ "－11", "number -11 " }, { "－１１", "number -11 " },
	{ "1,827,190", "number 1827190 " }, { "8,863万元", "number 8863 万元" },
	{ "1，827，190", "number 1827190 " },
	{ "1,2", "unreadable  " }, { "1,8271,90", "unreadable  " },
	{ "0,123", "unreadable  " }, { "1,234,5", "unreadable  " },
	{ "1827190 元", "number 1827190 元" },
	{ "1827190元", "number 1827190 元" },
	{ "523.15万元", "number 523.15 万元" },
	{ "523.15 萬元", "number 523.15 万元" },
	{ "1.2万条", "number 12000 条" }, { "3亿", "number 300000000 " },
	{ "338.8647萬人", "number 3388647 人" },
	{ "0.00005万", "number 0.5 " },
	{ "12件", "number 12 件" }, { "3项", "number 3 项" },
	{ "0件次", "number 0 件次" }, { "131条次", "number 131 条次" },
	{ "100%", "number 100 %" }, { "8.1％", "number 8.1 %" },
	{ "百分之百", "number 100 %" }, { "百分之九十八", "number 98 %" },
	{ "868余条", "approx 868 条" }, { "260余", "approx 260 " },
	{ "20 多次", "approx 20 次" }, { "近100件", "approx 100 件" },
	{ "约12万个", "approx 120000 个" }, { "42万余次", "approx 420000 次" },
	{ "超过 1 万条", "approx 10000 条" }, { "5人左右", "approx 5 人" },
	{ "约50", "approx 50 " }, { "100以上", "approx 100 " },
	{ "零", "number 0 " }, { "两", "number 2 " }, { "十", "number 10 " },
	{ "三十二", "number 32 " }, { "一百零五", "number 105 " },
	{ "一千二百件", "number 1200 件" }, { "一万零三十", "number 10030 " },
	{ "两万三千", "number 23000 " }, { "二〇一七", "number 2017 " },
	{ "三点五", "number 3.5 " }, { "壹拾贰", "number 12 " },
	{ "一万二", "unreadable  " }, { "三百五", "unreadable  " },
	{ "百", "unreadable  " }, { "万", "unreadable  " },
	{ "十十", "unreadable  " }, { "一百零", "unreadable  " },
	{ "?1340条?", "number 1340 条" }, { "?5", "unreadable  " },
	{ "①5件", "unreadable  " }, { "①5", "unreadable  " },
	{ "5①", "unreadable  " }, { "⑤", "unreadable  " },
	{ "5²", "unreadable  " },
	{ "3 5", "unreadable  " }, { "3/5", "unreadable  " },
	{ "1O", "unreadable  " }, { "O", "unreadable  " },
	{ "l2", "unreadable  " },
	{ "o", "unreadable  " }, { "12.", "unreadable  " },
	{ "1.2.3", "unreadable  " }, { "--5", "unreadable  " },
	{ "+-5", "unreadable  " }, { "- 11", "unreadable  " },
	{ "2018年", "unreadable  " }, { "1月5日", "unreadable  " },
	{ "3年", "unreadable  " }, { "12号", "unreadable  " },
	{ "0项0", "unreadable  " }, { "规章000", "unreadable  " },
	{ "条", "unreadable  " }, { "5件3", "unreadable  " },
	{ "1万2千", "unreadable  " }, { "1e5", "unreadable  " },
	{ "0x10", "unreadable  " }, { "５,000", "number 5000 " },
	{ "12345678901234567890123456789012", "number "
	    "12345678901234567890123456789012 " },
	{ "123456789012345678901234567890123", "unreadable  " },
	{ "\xFF" "5", "unreadable  " },
};

static void
test_cell(void **state)
{
	struct figure figure;

	(void)state;
	for (size_t i = 0; i < LENGTH(cell); i++) {
		figure_cell(slice_of(cell[i].text), &figure);
		check(cell[i].text, cell[i].expected, &figure);
	}
}

static void
test_repair_is_marked(void **state)
{
	struct figure figure;

	(void)state;
	figure_cell(SLICE("?764篇?"), &figure);
	assert_true(figure.repaired);
	figure_cell(SLICE("764篇"), &figure);
	assert_false(figure.repaired);
}

static const struct notation sentence[] = {	/* [figure] rest */
	{ "[126 条]。其中", "number 126 条" },
	{ "[1,827,190元],同比", "number 1827190 元" },
	{ "[39条],全文", "number 39 条" }, { "[12],34件", "number 12 " },
	{ "[2018],125条", "number 2018 " }, { "[1].今年", "number 1 " },
	{ "[2018年]12月", "number 2018 年" },
	{ "[2018年度]共", "number 2018 年" },
	{ "[二〇一七年]", "number 2017 年" },
	{ "[二0一七年]", "number 2017 年" },
	{ "[十余件]", "approx 10 件" }, { "[20 多次]接", "approx 20 次" },
	{ "[1000多份]；", "approx 1000 份" },
	{ "[42万余次]", "approx 420000 次" },
	{ "[5余万元]", "approx 5 万元" }, { "[260余]", "approx 260 " },
	{ "[3]多媒体", "number 3 " }, { "[5个]以外", "number 5 个" },
	{ "[5件以上]的", "approx 5 件" },
	{ "[38.9萬條]", "number 389000 条" }, { "[3千余册]", "approx 3000 册" },
	{ "[百分之九十八点五]。", "number 98.5 %" },
	{ "[百分之百]", "number 100 %" }, { "[百分之一百]", "number 100 %" },
	{ "[100%]", "number 100 %" }, { "[4 %]", "number 4 %" },
	{ "[4个百分点]", "number 4 个百分点" },
	{ "[三分之一]", "unreadable  " }, { "[3-5]件", "unreadable  " },
	{ "[3件至5]件", "unreadable  " }, { "[8:30]", "unreadable  " },
	{ "[0595-22393481]；", "unreadable  " },
	{ "[2020/1/5]", "unreadable  " },
	{ "[2020.01.05]", "unreadable  " }, { "[5G]网", "unreadable  " },
	{ "[85738005],电", "number 85738005 " },
	{ "[两件]", "number 2 件" }, { "[一万二件]", "unreadable  " },
	{ "[]共5件", "number  " }, { "[]条", "number  " },
};

static void
test_sentence(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(sentence); i++) {
		const char   *close = strchr(sentence[i].text, ']');
		size_t        n = (size_t)(close - sentence[i].text - 1);
		char          text[128];
		struct figure figure;

		snprintf(text, sizeof(text), "%.*s%s", (int)n,
		    sentence[i].text + 1, close + 1);
		if (figure_in_text(slice_of(text), &figure) != n)
			fail_msg("%s: other bytes", sentence[i].text);
		check(text, sentence[i].expected, &figure);
	}
}

static void
test_hedge(void **state)
{
	(void)state;
	assert_int_equal(figure_hedge_before(SLICE("公开信息约")), 3);
	assert_int_equal(figure_hedge_before(SLICE("超过")), 6);
	assert_int_equal(figure_hedge_before(SLICE("最近")), 0);
	assert_int_equal(figure_hedge_before(SLICE("公开")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cell),
		cmocka_unit_test(test_repair_is_marked),
		cmocka_unit_test(test_sentence),
		cmocka_unit_test(test_hedge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
