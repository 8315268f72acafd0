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
	{ "5①", "number 5 " }, { "⑤", "unreadable  " },
	{ "5²", "number 5 " }, { "69¹件", "number 69 件" },
	{ "69件⁽¹²⁾", "number 69 件" }, { "69 ³", "number 69 " },
	{ "69注¹", "number 69 " }, { "69注1", "number 69 " },
	{ "69*", "number 69 " }, { "69 件[1]", "number 69 件" },
	{ "69①5", "unreadable  " }, { "69[10]", "unreadable  " },
	{ "69(1)", "unreadable  " }, { "*69", "unreadable  " },
	{ "1,234.50²", "number 1234.50 " }, { "约69¹", "approx 69 " },
	{ "¥8.50", "number 8.50 元" }, { "-￥ 8", "number -8 元" },
	{ "¥8.5万元", "number 8.5 万元" }, { "¥8件", "unreadable  " },
	{ "¥", "unreadable  " }, { "8¥", "unreadable  " },
	{ "10⁴", "unreadable  " }, { "１０²", "unreadable  " },
	{ "10.0¹", "number 10.0 " }, { "110¹", "number 110 " },
	{ "3×10⁴", "unreadable  " }, { "¹", "unreadable  " },
	{ "¹69", "unreadable  " }, { "6¹9", "unreadable  " },
	{ "69₁", "unreadable  " }, { "5m²", "unreadable  " },
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
	{ "无。", "na  " }, { "没有", "na  " }, { "暂无", "na  " },
	{ "無", "na  " }, { "无件", "unreadable  " }, { "-/—", "na  " },
	{ "_", "na  " }, { "不涉及", "na  " }, { "NA", "na  " },
	{ "n/a", "na  " }, { "*", "na  " }, { "~～", "na  " }, { "⋯", "na  " },
	{ "约 5", "approx 5 " }, { "近100", "approx 100 " },
	{ "近 100件", "approx 100 件" }, { "大约5件", "approx 5 件" },
	{ "不足10件", "approx 10 件" }, { "超出3", "approx 3 " },
	{ "逾百", "unreadable  " }, { "至少 3", "approx 3 " },
	{ "将近4", "approx 4 " }, { "5余", "approx 5 " },
	{ "5多件", "approx 5 件" }, { "5多", "unreadable  " },
	{ "5来件", "approx 5 件" }, { "5几万", "approx 50000 " },
	{ "5多 件", "approx 5 件" }, { "5餘", "approx 5 " },
	{ "3百", "number 300 " }, { "3千件", "number 3000 件" },
	{ "3百分点", "number 3 百分点" }, { "3百分", "unreadable  " },
	{ "5件左右", "approx 5 件" }, { "5件上下", "approx 5 件" },
	{ "5件之多", "approx 5 件" }, { "5件以上件", "unreadable  " },
	{ "千分之三", "number 3 ‰" }, { "百分之三", "number 3 %" },
	{ "百分之百点五", "unreadable  " }, { "百分之千", "unreadable  " },
	{ "百分之 3", "unreadable  " }, { "１，２３４", "number 1234 " },
	{ "12345,678", "unreadable  " },
	{ "1,234,567.89", "number 1234567.89 " },
	{ "1,234.5.6", "unreadable  " }, { ".5", "unreadable  " },
	{ "5．5", "number 5.5 " }, { "2,345万", "number 23450000 " },
	{ "3亿元", "number 3 亿元" }, { "3圆", "number 3 元" },
	{ "3元整", "number 3 元" }, { "3万元人民币", "number 3 万元" },
	{ "3個", "number 3 个" }, { "3年度", "unreadable  " },
	{ "3楼", "unreadable  " }, { "0.5亿", "number 50000000 " },
	{ "1.23456789万", "number 12345.6789 " },
	{ "99999999999999999999999999999999万", "unreadable  " },
	{ "一亿二千万", "number 120000000 " },
	{ "两亿零五", "number 200000005 " }, { "二十", "number 20 " },
	{ "一十", "number 10 " }, { "十二", "number 12 " },
	{ "百二十", "unreadable  " }, { "二百十", "unreadable  " },
	{ "一百一十一", "number 111 " }, { "一千零一", "number 1001 " },
	{ "一千零十", "unreadable  " }, { "一千零一十", "number 1010 " },
	{ "一百百", "unreadable  " }, { "十万", "number 100000 " },
	{ "十万零三", "number 100003 " }, { "一万一", "unreadable  " },
	{ "一万零一", "number 10001 " }, { "零五", "number 5 " },
	{ "二零", "number 20 " }, { "三点", "unreadable  " },
	{ "三点十", "unreadable  " }, { "三点五六", "number 3.56 " },
	{ "〇", "number 0 " }, { "○", "number 0 " },
	{ "一二三", "number 123 " }, { "亿", "unreadable  " },
	{ "零万", "unreadable  " }, { "一亿亿", "unreadable  " },
	{ "一万亿", "unreadable  " }, { "一百万", "number 1000000 " },
	{ "二十万三千四百", "number 203400 " }, { "叁拾伍", "number 35 " },
	{ "陆佰", "number 600 " }, { "?5件", "unreadable  " },
	{ "5件?", "unreadable  " }, { "?5?", "number 5 " },
	{ "-5.50", "number -5.50 " }, { "+5件", "number 5 件" },
	{ "–5", "number -5 " }, { "+", "unreadable  " },
	{ "-件", "unreadable  " }, { "5‰", "number 5 ‰" },
	{ "5个百分点", "number 5 个百分点" }, { "12个月", "unreadable  " },
	{ "12点次", "number 12 点次" }, { "12点", "unreadable  " },
	{ "3班次", "number 3 班次" }, { "3户次", "number 3 户次" },
	{ " 5 件 ", "number 5 件" }, { "5　件", "number 5 件" },
	{ "一 二", "unreadable  " }, { "十件", "number 10 件" },
	{ "两千余", "approx 2000 " }, { "余5", "unreadable  " },
	{ "5以上件", "unreadable  " },
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
	{ "[3——5]", "unreadable  " }, { "[3件]5", "number 3 件" },
	{ "[三点]半", "number 3 点" }, { "[九点]三十分", "number 9 点" },
	{ "[5:30:10]", "unreadable  " }, { "[5*8]", "unreadable  " },
	{ "[三分之二]件", "unreadable  " }, { "[5x8]", "unreadable  " },
	{ "[]A5", "number  " }, { "[5A4]", "unreadable  " },
	{ "[]约5件", "number  " }, { "[5]多媒体", "number 5 " },
	{ "[5]几", "number 5 " }, { "[12．5]", "number 12.5 " },
	{ "[1,234件]", "number 1234 件" }, { "[1，234]，件", "number 1234 " },
	{ "[0],123", "number 0 " }, { "[百分之百]分", "number 100 %" },
	{ "[]百分之", "number  %" }, { "[千分之五]", "number 5 ‰" },
	{ "[5以上]", "approx 5 " }, { "[5 件]", "number 5 件" },
	{ "[5个]多月", "number 5 个" }, { "[10多个]", "approx 10 个" },
	{ "[二０一九年]", "number 2019 年" }, { "[0]二", "number 0 " },
	{ "[一]到三", "number 1 " }, { "[3]到", "number 3 " },
	{ "[3]-a", "number 3 " }, { "[5件-6]件", "unreadable  " },
	{ "[1万]2千", "number 10000 " },
	{ "[一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十]一", "unreadable  " },
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
	assert_int_equal(figure_hedge_before(SLICE("")), 0);
	assert_int_equal(figure_hedge_before(SLICE("近")), 3);
	assert_int_equal(figure_hedge_before(SLICE("将近")), 6);
	assert_int_equal(figure_hedge_before(SLICE("签约")), 0);
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
