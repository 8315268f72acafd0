#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/fold.h"

static struct arena arena;

#define SAYS(text, string) do {					\
	struct slice says_ = (text);					\
	if (!slice_is(says_, (string)))					\
		fail_msg("got %.*s, want %s", (int)says_.n, says_.p,	\
		    (string));						\
} while (0)

static void
text_folds(void **state)
{
	static const char *const row[][2] = {
		{ "", "" },
		{ "39", "39" },
		{ "自 然 人", "自然人" },
		{ "自\xE3\x80\x80然\xC2\xA0人\xE2\x80\x8B\xEF\xBB\xBF", "自然人" },
		{ "第二十条第（一）项", "第二十条第(一)项" },
		{ "第二十条第﹝一﹞项【二】［三］〔四〕", "第二十条第(一)项(二)(三)(四)" },
		{ "\xE2\xBC\x80、总体", "一、总体" },	/* Kangxi radical */
		{ "规範性檔案", "规范性档案" },
		{ "谘詢條", "咨询条" },
		{ "危及“三安全一稳定”", "危及\"三安全一稳定\"" },
		{ "危及'三安全一稳定'", "危及\"三安全一稳定\"" },
		{ "ＡｂＣ１２－3−4—5", "abc12-3-4-5" },
		{ "①㈠㎡…", "1(一)m2..." },
		{ "规章¹²⁽³⁾m²", "规章m" },
		{ "\xEF\xB7\xBA", "صلىاللهعليهوسلم" },
		{ "a\xFF" "b", "a\xEF\xBF\xBD" "b" },
		{ "\xF0\xA0\x80\x80", "\xF0\xA0\x80\x80" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		SAYS(fold_text(&arena, slice_of(row[i][0])), row[i][1]);
	arena_reset(&arena);
}

/* Every other line of the file is what the one above is folded to: each
 * character of the data, in a copy that is no data. */
static void
characters_fold(void **state)
{
	FILE  *file = fopen("tests/data/folded.txt", "r");
	char   line[2][512];
	size_t pairs = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line[0], sizeof(line[0]), file) != NULL &&
	    fgets(line[1], sizeof(line[1]), file) != NULL) {
		line[1][strcspn(line[1], "\n")] = '\0';
		SAYS(fold_text(&arena, slice_of(line[0])), line[1]);
		arena_reset(&arena);
		pairs++;
	}
	assert_true(pairs > 20);
	fclose(file);
}

/* Whether the pair of TEXT, if it has one, is what LABEL, which it says, begins with. */
static bool
pair_holds(struct slice text, struct slice label)
{
	uint32_t pair[2], c;

	for (int i = 0; fold_label_pair(text, pair) && i < 2; i++) {
		if (label.n == 0)
			return false;
		label = slice_from(label, utf8_decode(label, &c));
		if (c != pair[i])
			return false;
	}
	return true;
}

static void
pairs_lead(void **state)
{
	static const struct {
		const char *text;
		bool        leads;
	} row[] = {
		{ "规範性檔案", true }, { "我局（以下简称局）共", true },
		{ "檔案管理", false },		/* becomes 文件 */
		{ "性檔案", false }, { "一、总数", false }, { "二是", false },
		{ "其中自然人", false }, { "（一）总数", false },
		{ "① 总数", false }, { "件", false }, { "", false },
		{ "总 数", false }, { "总a", false }, { "总", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct slice text = slice_of(row[i].text);
		uint32_t     pair[2];

		if (fold_label_pair(text, pair) != row[i].leads ||
		    !pair_holds(text, fold_label(&arena, text)))
			fail_msg("%s", row[i].text);
	}
	arena_reset(&arena);
}

static void
labels_fold(void **state)
{
	static const char *const row[][2] = {
		{ "", "" },
		{ "（一）予以公开", "予以公开" },
		{ "(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)", "部分公开" },
		{ "其中：1.政府网站公开数", "政府网站公开数" },
		{ "4、其他类型答复数", "其他类型答复数" },
		{ "3.危及“三安全一稳定”", "危及三安全一稳定" },
		{ "第二十条第（一）项", "第二十条第(一)项" },
		{ "第二十条第(一项)", "第二十条第(一项)" },
		{ "本年收费金额（单位：万元）", "本年收费金额" },
		{ "本年增/减 (指2019年增加或减少的事项数,减用负值表示,如-8)", "本年增/减" },
		{ "本年增/", "本年增" },
		{ "規範性檔案", "规范性文件" },
		{ "规章(设区的市、自治州人民政府应提供相关数据)", "规章" },
		{ "部分公开(区分处理的, 只计", "部分公开" },
		{ "(本列数据的勾稽关系为：第一项)", "本列数据的勾稽关系为:第一项" },
		{ "本列数据的勾稽关系为：第一项)", "本列数据的勾稽关系为:第一项" },
		{ "行政诉讼(复议后起诉)-结果维持", "行政诉讼(复议后起诉)-结果维持" },
		{ "三、本年度办理结果", "本年度办理结果" },
		{ "①当面申请数", "当面申请数" },
		{ "总计：", "总计" },
		{ "公开(甲)", "公开" }, { "(甲)乙", "乙" },
		{ "公开(十)", "公开(十)" }, { "公开(2)", "公开(2)" },
		{ "公开(十二三四)", "公开" }, { "其中：公开", "公开" },
		{ "其中", "其中" }, { "\"公开\"", "公开" },
		{ "公开(甲(乙)丙)丁", "公开丁" },
		{ "诉讼（未经复议直接起诉）", "诉讼(未经复议直接起诉)" },
		{ "1.", "1" },
		{ "其中", "其中" },
		{ "\"\"", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		SAYS(fold_label(&arena, slice_of(row[i][0])), row[i][1]);
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		assert_true(pair_holds(slice_of(row[i][0]),
		    slice_of(row[i][1])));
	arena_reset(&arena);
}

static void
enumerators_are_found(void **state)
{
	static const struct {
		const char          *text;
		enum enumerator_kind kind;
		unsigned             number;
		const char          *rest;
	} row[] = {
		{ "一、概述", ENUMERATOR_HAN, 1, "概述" },
		{ " 一 、概 述", ENUMERATOR_HAN, 1, "概 述" },
		{ "十二．其他", ENUMERATOR_HAN, 12, "其他" },
		{ "二十、其他", ENUMERATOR_HAN, 20, "其他" },
		{ "（三）不予公开", ENUMERATOR_HAN_BRACKETED, 3, "不予公开" },
		{ "(三)、不予公开", ENUMERATOR_HAN_BRACKETED, 3, "不予公开" },
		{ "㈢不予公开", ENUMERATOR_HAN_BRACKETED, 3, "不予公开" },
		{ "1.主动公开", ENUMERATOR_ARABIC, 1, "主动公开" },
		{ "１、主动公开", ENUMERATOR_ARABIC, 1, "主动公开" },
		{ "⒈主动公开", ENUMERATOR_ARABIC, 1, "主动公开" },
		{ "1)围绕", ENUMERATOR_ARABIC_BRACKETED, 1, "围绕" },
		{ "（1）围绕", ENUMERATOR_ARABIC_BRACKETED, 1, "围绕" },
		{ "⑴围绕", ENUMERATOR_ARABIC_BRACKETED, 1, "围绕" },
		{ "①围绕", ENUMERATOR_CIRCLED, 1, "围绕" },
		{ "一是组建", ENUMERATOR_RUN_IN, 1, "组建" },
		{ "第一，深入", ENUMERATOR_RUN_IN, 1, "深入" },
		{ "第二章 内容", ENUMERATOR_PART, 2, " 内容" },
		{ "第一部分 概述", ENUMERATOR_PART, 1, " 概述" },
		{ "第二十条第（一）项", ENUMERATOR_NONE, 0, NULL },
		{ "2018年", ENUMERATOR_NONE, 0, NULL },
		{ "2018、2019年", ENUMERATOR_NONE, 0, NULL },
		{ "1.5万元", ENUMERATOR_NONE, 0, NULL },
		{ "1,827,190", ENUMERATOR_NONE, 0, NULL },
		{ "一些", ENUMERATOR_NONE, 0, NULL },
		{ "(二", ENUMERATOR_NONE, 0, NULL },
		{ "", ENUMERATOR_NONE, 0, NULL },
		{ "、公开", ENUMERATOR_NONE, 0, NULL },
		{ ")公开", ENUMERATOR_NONE, 0, NULL },
		{ " ", ENUMERATOR_NONE, 0, NULL },
		{ "(", ENUMERATOR_NONE, 0, NULL },
		{ "\xE3\x80\x80三、公", ENUMERATOR_HAN, 3, "公" },
		{ "三、公", ENUMERATOR_HAN, 3, "公" },
		{ "十、", ENUMERATOR_HAN, 10, "" },
		{ "十一.", ENUMERATOR_HAN, 11, "" },
		{ "二十,", ENUMERATOR_HAN, 20, "" },
		{ "二十三:", ENUMERATOR_HAN, 23, "" },
		{ "九十九、", ENUMERATOR_HAN, 99, "" },
		{ "一百、", ENUMERATOR_NONE, 0, NULL },
		{ "99.", ENUMERATOR_ARABIC, 99, "" },
		{ "100.", ENUMERATOR_NONE, 0, NULL },
		{ "0.", ENUMERATOR_NONE, 0, NULL },
		{ "(十)", ENUMERATOR_HAN_BRACKETED, 10, "" },
		{ "(10)", ENUMERATOR_ARABIC_BRACKETED, 10, "" },
		{ "（3）.", ENUMERATOR_ARABIC_BRACKETED, 3, "" },
		{ "3)、", ENUMERATOR_ARABIC_BRACKETED, 3, "" },
		{ "三）．", ENUMERATOR_HAN_BRACKETED, 3, "" },
		{ "三是", ENUMERATOR_RUN_IN, 3, "" },
		{ "3是", ENUMERATOR_NONE, 0, NULL },
		{ "第三,", ENUMERATOR_RUN_IN, 3, "" },
		{ "第3章", ENUMERATOR_PART, 3, "" },
		{ "第十二部分", ENUMERATOR_PART, 12, "" },
		{ "第三部", ENUMERATOR_NONE, 0, NULL },
		{ "第、", ENUMERATOR_NONE, 0, NULL },
		{ "3:", ENUMERATOR_NONE, 0, NULL },
		{ "三;", ENUMERATOR_NONE, 0, NULL },
		{ "3.5", ENUMERATOR_NONE, 0, NULL },
		{ "3.a", ENUMERATOR_ARABIC, 3, "a" },
		{ "3,a", ENUMERATOR_ARABIC, 3, "a" },
		{ "3,4", ENUMERATOR_NONE, 0, NULL },
		{ "3)5", ENUMERATOR_ARABIC_BRACKETED, 3, "5" },
		{ " 3、", ENUMERATOR_ARABIC, 3, "" },
		{ "三 、", ENUMERATOR_HAN, 3, "" },
		{ "㈩", ENUMERATOR_HAN_BRACKETED, 10, "" },
		{ "⑽", ENUMERATOR_ARABIC_BRACKETED, 10, "" },
		{ "⒛", ENUMERATOR_ARABIC, 20, "" },
		{ "⓵", ENUMERATOR_CIRCLED, 1, "" },
		{ "❿", ENUMERATOR_CIRCLED, 10, "" },
		{ "➉", ENUMERATOR_CIRCLED, 10, "" },
		{ "➓", ENUMERATOR_CIRCLED, 10, "" },
		{ "㊉", ENUMERATOR_CIRCLED, 10, "" },
		{ "⑳", ENUMERATOR_CIRCLED, 20, "" },
		{ "㉑", ENUMERATOR_NONE, 0, NULL },
		{ "十十、", ENUMERATOR_NONE, 0, NULL },
		{ "一十、", ENUMERATOR_HAN, 10, "" },
		{ "十一二、", ENUMERATOR_NONE, 0, NULL },
		{ "一一、", ENUMERATOR_NONE, 0, NULL },
		{ "1 2.", ENUMERATOR_ARABIC, 12, "" },
		{ "(1", ENUMERATOR_NONE, 0, NULL },
		{ "三", ENUMERATOR_NONE, 0, NULL },
		{ "3", ENUMERATOR_NONE, 0, NULL },
		{ "a、", ENUMERATOR_NONE, 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct slice      text = slice_of(row[i].text);
		struct enumerator e = fold_enumerator(text);

		if (e.kind != row[i].kind || e.number != row[i].number)
			fail_msg("%s: kind %d number %u", row[i].text,
			    (int)e.kind, e.number);
		if (e.kind != ENUMERATOR_NONE)
			SAYS(slice_from(text, e.length), row[i].rest);
		else
			assert_int_equal(e.length, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_folds),
		cmocka_unit_test(characters_fold),
		cmocka_unit_test(labels_fold),
		cmocka_unit_test(pairs_lead),
		cmocka_unit_test(enumerators_are_found),
	};
	int failed = cmocka_run_group_tests_name("fold", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
