/* Labels, distances, sums and rows of a table, without a whole document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "table/read_cells.h"
#include "table/sums.h"
#include "form/label.h"
#include "form/dictionary.h"

static struct forms      *forms;
static struct dictionary *dictionary;
static struct arena       arena;

static int
set_up(void **state)
{
	(void)state;
	forms = forms_load();
	dictionary = dictionary_new(forms);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	dictionary_free(dictionary);
	forms_free(forms);
	arena_free(&arena);
	return 0;
}

/* The code of the one item of FORM that TEXT names, "" for none. */
static const char *
item_of(const char *form, const char *text)
{
	static char        code[128];
	const struct known_name *name = dictionary_find(dictionary, slice_of(text));

	code[0] = '\0';
	for (size_t i = 0; name != NULL && i < name->terms; i++) {
		const struct form_item *item;

		if (name->term[i].kind != TERM_ITEM)
			continue;
		item = &forms->item[name->term[i].index];
		if (!slice_is(item->form, form) || item->code.n >= sizeof(code))
			continue;
		memcpy(code, item->code.p, item->code.n);
		code[item->code.n] = '\0';
	}
	return code;
}

static void
test_labels(void **state)
{
	static const struct {
		const char *form, *text, *code;
	} row[] = {
		{ "2021", "（一）予以公开", "requests.results.open" },
		{ "2021", "(一) 予 以 公 开", "requests.results.open" },
		{ "2021", "二、上年结转政府信息公开申请数量", "requests.carried" },
		{ "2021", "5. 属于三类内部事务信息",
		    "requests.results.denied.internal" },
		{ "2021", "3.危及“三安全一稳定”",
		    "requests.results.denied.safety-stability" },
		{ "2021", "3.危及\"三安全一稳定\"",
		    "requests.results.denied.safety-stability" },
		{ "2021", "1.申请人无正当理由逾期不补正，行政机关不再处理其"
		    "政府信息公开申请", "requests.results.other.not-corrected" },
		{ "2019", "規範性檔案", "proactive.normative" },
		{ "2019", "规范性文件(指各行政机关印发的有正式文号的文件)",
		    "proactive.normative" },
		{ "2008", "其中：1.政府网站公开数", "proactive.documents.site" },
		{ "2008", "4、其他类型答复数", "requests.answered.other" },
		{ "2014", "（一）主动公开政府信息数（不同渠道和方式公开相同信息"
		    "计1条）", "proactive.total" },
		{ "2021", "行政诉讼-复议后起诉-结果纠正",
		    "review.litigation.after.correct" },
		{ "2021", "主动公开工作情况", "" },
		{ "2021", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		assert_string_equal(item_of(row[i].form, row[i].text),
		    row[i].code);
}

static void
test_forms(void **state)
{
	static const struct {
		const char *form, *col, *label;
	} row[] = {
		{ "2021", "made", "本年制发件数" },
		{ "2021", "decisions", "本年处理决定数量" },
		{ "2019", "decisions", "处理决定数量" },
		{ "2014", "decisions", "决定数量" },
		{ "2014", "made", "made" }, { "2021", "natural", "自然人" },
		{ "2030", "natural", "自然人" }, { "2021", "no", "no" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		assert_true(slice_is(form_column_label(forms, slice_of(
		    row[i].form), slice_of(row[i].col)), row[i].label));
	assert_true(forms_is_like(forms, SLICE("2021"), SLICE("2021")));
	assert_true(forms_is_like(forms, SLICE("x"), SLICE("x")));
	assert_false(forms_is_like(forms, SLICE("2021"), SLICE("2019")));
	assert_false(forms_is_like(forms, SLICE("x"), SLICE("2021")));
	assert_int_equal(form_number(forms, SLICE("2008")), 0);
	assert_true(form_number(forms, SLICE("x")) == NO_FORM);
	assert_true(slice_is(form_item(forms, SLICE("2021"),
	    SLICE("requests.forward"))->label, "四、结转下年度继续办理"));
	assert_null(form_item(forms, SLICE("2014"), SLICE("requests.forward")));
	assert_true(form_item_has(form_item(forms, SLICE("2021"),
	    SLICE("requests.new")), SLICE("total")));
	assert_false(form_item_has(form_item(forms, SLICE("2021"),
	    SLICE("requests.new")), SLICE("count")));
}

static void
test_distance(void **state)
{
	(void)state;
	assert_int_equal(label_distance(SLICE("规范性文件"),
	    SLICE("规范性文件"), 2), 0);
	assert_int_equal(label_distance(SLICE("规范性文件"),
	    SLICE("规范文件"), 2), 1);
	assert_int_equal(label_distance(SLICE("行政许可"),
	    SLICE("行政处罚"), 2), 2);
	assert_int_equal(label_distance(SLICE("行政许可"),
	    SLICE("政府集中采购"), 2), 3);
	assert_int_equal(label_distance(SLICE(""), SLICE("规章"), 5), 2);
}

/* The cells of TEXT, parted by spaces, `_' for a blank.  Returns how many. */
static size_t
row_of(const char *text, const struct table_cell *cell[8])
{
	static struct table_cell own[8];
	size_t                   n = 0;

	for (; *text != '\0'; text += *text == ' ') {
		struct slice word = { text, strcspn(text, " ") };

		own[n] = cells_classify(dictionary, word);
		cell[n] = slice_is(word, "_") ? NULL : &own[n];
		n++;
		text += word.n;
	}
	return n;
}

static void
test_sums(void **state)
{
	static const struct {
		const char *text;
		bool        fit, prove, shift;
	} row[] = {
		{ "2 1 3", true, true, false },
		{ "2 1 4", false, false, false },
		{ "2 1 2", false, false, false },
		{ "2 _ 4", true, false, false },
		{ "5 _ 4", false, false, false },
		{ "2 _ 2", true, true, false },
		{ "0 0 0", true, false, false },
		{ "2 多 2", false, false, false },
		{ "2 0 多", false, false, false },
		{ "2 1.5 3.5", false, false, false },
		{ "约2 1 3", false, false, false },
		/* Figures as they are printed. */
		{ "1,827 1件 1828", true, true, false },
		{ "2 / 2", true, true, false },
		{ "2 / 3", false, false, false },
		{ "/ 3 5", false, false, false },
		{ "999999999999999 0 999999999999999", true, true, false },
		{ "9999999999999990 0 9999999999999990", false, false, false },
		/* Pushed along. */
		{ "_ 2 1", false, false, true },
		{ "_ 1 2", true, false, true },
		{ "2 1 _", true, false, false },
		{ "2 1 3 _", true, false, true },
		{ "2 1 3 _ _", true, false, true },
		{ "2 0 2 _", true, false, false },
		{ "2 _ 2 _", true, false, false },
		{ "2 1 4 _", true, false, false },
		{ "2 1 多 _", false, false, true },
		{ "2 _ 1 4", true, false, false },
		{ "_ _ 2 1", false, false, false },
		{ "1 1 2 5", false, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		const struct table_cell *cell[8];
		size_t                   n = row_of(row[i].text, cell);

		if (sums_fit(cell, n) != row[i].fit ||
		    sums_prove(cell, n) != row[i].prove ||
		    sums_show_shift(cell, n) != row[i].shift)
			fail_msg("%s: %d %d %d", row[i].text,
			    sums_fit(cell, n), sums_prove(cell, n),
			    sums_show_shift(cell, n));
	}
}

/* The kinds of the cells of LINE's row, a letter each; "" for no row. */
static const char *
line_kinds(const char *line, bool in_table)
{
	static const char letter[] = {
		[CELL_NONE] = '-', [CELL_BLANK] = '_', [CELL_FIGURE] = 'v',
		[CELL_DIGITS] = 'r', [CELL_UNIT] = 'u', [CELL_NAME] = 'N',
		[CELL_TEXT] = 't',
	};
	static char  kinds[64];
	struct cells cells = { .dictionary = dictionary, .in_table = in_table };
	size_t       n = 0;

	cells_add_line(&cells, slice_of(line), SLICE("L1"));
	for (size_t i = 0; i < cells.count && n + 1 < sizeof(kinds); i++)
		kinds[n++] = letter[cells.cell[i].kind];
	kinds[n] = '\0';
	cells_free(&cells);
	return kinds;
}

static void
test_lines(void **state)
{
	(void)state;
	assert_string_equal(line_kinds("规章 0 0 0", false), "Nvvv");
	assert_string_equal(line_kinds("1. 属于国家秘密 2 0 0 0 0 0 2", false),
	    "Nvvvvvvv");
	assert_string_equal(line_kinds("规章000", false), "Nr");
	assert_string_equal(line_kinds("行政许可", false), "N");
	assert_string_equal(line_kinds("57", true), "v");
	assert_string_equal(line_kinds("57", false), "");
	assert_string_equal(line_kinds("条", true), "u");
	assert_string_equal(line_kinds("法权益", true), "t");
	assert_string_equal(line_kinds("法权益", false), "");
	assert_string_equal(line_kinds("信息内容本年制发件数本年废止件数"
	    "现行有效件数", false), "NNNN");
	assert_string_equal(line_kinds("我镇2023年共收到申请6件。", true), "");
	assert_string_equal(line_kinds("", true), "");
}

static void
test_classify(void **state)
{
	static const struct {
		const char    *text;
		enum cell_kind kind;
	} row[] = {
		{ "", CELL_BLANK }, { "　", CELL_BLANK }, { "12", CELL_FIGURE },
		{ "1,827", CELL_FIGURE }, { "—", CELL_FIGURE },
		{ "--------------------", CELL_FIGURE },
		{ "1827190 元", CELL_FIGURE }, { "件", CELL_UNIT },
		{ "2018年", CELL_NAME }, { "自 然 人", CELL_NAME },
		{ "①5件", CELL_TEXT }, { "3 5", CELL_TEXT },
		{ "2018年1月", CELL_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		assert_int_equal(cells_classify(dictionary,
		    slice_of(row[i].text)).kind, row[i].kind);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_distance),
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_classify),
	};

	return cmocka_run_group_tests_name("form", tests, set_up, tear_down);
}
