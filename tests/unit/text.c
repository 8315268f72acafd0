#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"
#include "format/plain/spaced_measures.h"

/* Text, and the blocks it is to become: "text ..." or, for a cell, the table,
 * row, column and span. */
static const struct {
	const struct format *format;
	const char          *text, *blocks;
} row[] = {
	{ &format_text, "一\r\n\r\n　二　\r三", "L1 text 一\nL3 text 二\n"
	    "L4 text 三\n" },
	{ &format_text, "\xC2\xA0\n\xEF\xBB\xBFx\xE2\x80\x8B\n", "L2 text x\n" },
	/* L02: TABs; a lone one is two empty cells. */
	{ &format_text, "规章\t0\t\n\t\n\n\t条\n", "L1 cell 1 1,1 1x1 规章\n"
	    "L1 cell 1 1,2 1x1 0\nL1 cell 1 1,3 1x1 \n"
	    "L2 cell 1 2,1 1x1 \nL2 cell 1 2,2 1x1 \n"
	    "L4 cell 2 1,1 1x1 \nL4 cell 2 1,2 1x1 条\n" },
	{ &format_text, "a\tb\n---\t---\n-\t--\n", "L1 cell 1 1,1 1x1 a\n"
	    "L1 cell 1 1,2 1x1 b\nL3 cell 1 2,1 1x1 -\n"
	    "L3 cell 1 2,2 1x1 --\n" },
	{ &format_text, "\t本年报所列数据真实。\t\n", "L1 text 本年报所列数据真实。\n" },
	{ &format_text, "\t说明：\n说明：\t\n", "L1 text 说明：\n"
	    "L2 cell 1 1,1 1x1 说明：\nL2 cell 1 1,2 1x1 \n" },
	/* L01: Markdown. */
	{ &format_text, "| a | |\n|---|:-:|\n| | 1\n", "L1 cell 1 1,1 1x1 a\n"
	    "L1 cell 1 1,2 1x1 \nL3 cell 1 2,1 1x1 \n"
	    "L3 cell 1 2,2 1x1 1\n" },
	/* L07: a pipe closes each cell; blanks in the middle stay. */
	{ &format_text, "许可 | 49 | ||\n| |||\n", "L1 cell 1 1,1 1x1 许可\n"
	    "L1 cell 1 1,2 1x1 49\nL1 cell 1 1,3 1x1 \n"
	    "L1 cell 1 1,4 1x1 \nL2 cell 1 2,1 1x1 \n"
	    "L2 cell 1 2,2 1x1 \nL2 cell 1 2,3 1x1 \n"
	    "L2 cell 1 2,4 1x1 \n" },
	{ &format_text, "a | b | c\nd | |\n首|页\n\n首|页\n", "L1 cell 1 1,1 1x1 a\n"
	    "L1 cell 1 1,2 1x1 b\nL1 cell 1 1,3 1x1 c\n"
	    "L2 cell 1 2,1 1x1 d\nL2 cell 1 2,2 1x1 \nL2 cell 1 2,3 1x1 \n"
	    "L3 cell 1 3,1 1x1 首\nL3 cell 1 3,2 1x1 页\n"
	    "L5 text 首|页\n" },
	/* L08: a cell a line, the row's end marked. */
	{ &format_text, "说明\n\n规章 |\n0 |\n|\n||||||||\n规范性\n文件 |\n1 |\n"
	    "||||||||\n三、申请\n正文。\n", "L1 text 说明\n"
	    "L3 cell 1 1,1 1x1 规章\nL4 cell 1 1,2 1x1 0\n"
	    "L5 cell 1 1,3 1x1 \nL7 cell 1 2,1 1x1 规范性文件\n"
	    "L9 cell 1 2,2 1x1 1\nL11 text 三、申请\nL12 text 正文。\n" },
	/* L09: the pipe on its own line; two in succession are a blank. */
	{ &format_text, "规章\n|\n0\n|\n|\n5\n|\n\n正文\n", "L1 cell 1 1,1 1x1 规章\n"
	    "L3 cell 1 1,2 1x1 0\nL5 cell 1 1,3 1x1 \n"
	    "L6 cell 1 1,4 1x1 5\nL9 text 正文\n" },
	/* L10: the pipe leads, blanks and indentation around. */
	{ &format_text, "二、主动公开\n\n|\n\n  规章\n\n|\n\n\xC2\xA0 0\n\n|\n\n|\n\n7\n\n"
	    "四、结转\n\n正文。\n", "L1 text 二、主动公开\n"
	    "L5 cell 1 1,1 1x1 规章\nL9 cell 1 1,2 1x1 0\n"
	    "L13 cell 1 1,3 1x1 \nL15 cell 1 1,4 1x1 7\n"
	    "L17 text 四、结转\nL19 text 正文。\n" },
	{ &format_markdown, "## 一、**总体** ##\n\n- 公开**126**条\\.\n> 注\n---\n"
	    "| **a** | 1<br>2 |\n|:--|--:|\n| b | |\n#标签\n1. 其一\n", "L1 head 一、总体\n"
	    "L3 text 公开126条.\nL4 text 注\nL6 cell 1 1,1 1x1 a\n"
	    "L6 cell 1 1,2 1x1 1 2\nL8 cell 1 2,1 1x1 b\n"
	    "L8 cell 1 2,2 1x1 \nL9 text #标签\nL10 text 1. 其一\n" },
	{ &format_csv, "名称,\"a,b\nc\"\r\n\r\n甲,\n", "L1 cell 1 1,1 1x1 名称\n"
	    "L1 cell 1 1,2 1x1 a,b c\nL4 cell 1 2,1 1x1 甲\n"
	    "L4 cell 1 2,2 1x1 \n" },
	{ &format_csv, "题,;\n", "L1 cell 1 1,1 1x1 题\n"
	    "L1 cell 1 1,2 1x1 ;\n" },
	{ &format_csv, "题目\n\"a,\";b\n", "L1 cell 1 1,1 1x1 题目\n"
	    "L2 cell 1 2,1 1x1 a,\nL2 cell 1 2,2 1x1 b\n" },
	{ &format_csv, "a;b\n1;\"x\"\"y\"", "L1 cell 1 1,1 1x1 a\n"
	    "L1 cell 1 1,2 1x1 b\nL2 cell 1 2,1 1x1 1\n"
	    "L2 cell 1 2,2 1x1 x\"y\n" },
};

static void
test_blocks(void **state)
{
	struct blocks b = { .places = true };

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		for (size_t chunk = 1; chunk < 300; chunk = 3 * chunk + 1) {
			assert_string_equal(blocks_decode(&b, row[i].format,
			    slice_of(row[i].text), chunk), row[i].blocks);
			assert_null(b.failed);
		}
	free(b.text);
}

/* What is fed beyond the sink's limit ends the document; a part of a package
 * does not count before it is whole. */
static void
test_too_much(void **state)
{
	struct blocks b = { 0 };
	char         *text = calloc(9 << 20, 1);

	(void)state;
	memset(text, '\n', 9 << 20);
	blocks_decode(&b, &format_text, (struct slice){ text, 9 << 20 },
	    1 << 20);
	assert_string_equal(b.failed, "more bytes than allowed");
	blocks_decode(&b, &format_rtf, (struct slice){ text, 9 << 20 },
	    1 << 20);
	assert_string_equal(b.failed, "more bytes than allowed");
	assert_string_equal(b.text, "");
	free(text);
	free(b.text);
}

/* Fields that fill memory and first lines without an end are bounded. */
static void
test_long_field(void **state)
{
	enum { BYTES = 3 << 20 };
	struct blocks b = { 0 };
	char         *text = malloc(BYTES);

	(void)state;
	memset(text, 'x', BYTES);
	text[1] = ';';
	text[100 * 1024] = '\n';
	text[100 * 1024 + 1] = '"';
	blocks_decode(&b, &format_csv, (struct slice){ text, BYTES }, 4096);
	assert_string_equal(b.failed, "a quoted field does not end");
	assert_memory_equal(b.text, "cell 1 1,1 1x1 x\n", 17);
	memset(text, 'x', BYTES);
	text[0] = '"';
	blocks_decode(&b, &format_csv, (struct slice){ text, BYTES }, 4096);
	assert_string_equal(b.failed, "a quoted field does not end");
	free(text);
	free(b.text);
}

static void
test_open_quote(void **state)
{
	struct blocks b = { 0 };

	(void)state;
	blocks_decode(&b, &format_csv, SLICE("a,b\n1,\"2\n3,4\n"), 5);
	assert_non_null(b.failed);
	free(b.text);
}

/* A line longer than can be held comes out in pieces of whole characters. */
static void
test_long_line(void **state)
{
	enum { CHARACTERS = 800 * 1000 };
	struct blocks b = { 0 };
	char         *text = malloc(3 * CHARACTERS), *whole;
	size_t        n;

	(void)state;
	for (int i = 0; i < CHARACTERS; i++)
		memcpy(text + 3 * i, "年", 3);
	blocks_decode(&b, &format_text,
	    (struct slice){ text, 3 * CHARACTERS }, 1 << 22);
	assert_int_equal(b.n, 3 * CHARACTERS + 3 * sizeof("text "));
	whole = malloc(b.n);
	memcpy(whole, b.text, n = b.n);
	blocks_decode(&b, &format_text,
	    (struct slice){ text, 3 * CHARACTERS }, 4099);
	assert_int_equal(b.n, n);
	assert_memory_equal(b.text, whole, n);
	free(whole);
	free(text);
	free(b.text);
}

/* Lines of figures, and which measures cannot be theirs: N(arrow), W(ide), C(ounted). */
static const struct {
	const char *text, *refuted;
} measured[] = {
	/* Set by a program that counts characters, and by one that does not. */
	{ "来信     12\n热线电话   21\n走访      7\n"
	    "网上信箱箱   2\n部门转办    4\n当面提交的   8\n", "NW" },
	{ "来信        12\n热线电话    21\n走访         7\n"
	    "网上信箱箱   2\n部门转办     4\n当面提交的   8\n", "C" },
	/* Labels of one length tell nothing, nor does one line that was moved. */
	{ "来信  12\n走访  7\n当面  21\n上级  34\n下级   4\n外地  2\n", "" },
	{ "来信  12\n走访  7\n当面  21\n上级  34\n网上信箱 4\n外地  2\n", "" },
	/* A quote takes one column or two. */
	{ "“来信”  12\n“走访”   7\n“当面”  21\n"
	    "走访着  12\n信访着   7\n热线着  21\n", "WC" },
};

static void
test_measures(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(measured) / sizeof(*measured); i++) {
		struct spaced_measures m = { 0 };
		struct held_lines      held = { 0 };
		struct spaced_text     text;
		struct arena           arena = { .first = NULL };
		char                   refuted[DISPLAY_RULES + 1] = "";
		size_t                 n = 0;

		for (const char *p = measured[i].text; *p != '\0';
		    p = strchr(p, '\n') + 1)
			held_add(&held, 1, (struct slice){ p,
			    (size_t)(strchr(p, '\n') - p) });
		spaced_measure(&text, &held, &arena);
		spaced_measures_weigh(&m, &text, 0, text.lines, &arena);
		for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
			if (spaced_measures_refute(&m, rule))
				refuted[n++] = "NWC"[rule];
		assert_string_equal(refuted, measured[i].refuted);
		arena_free(&arena);
		held_free(&held);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_open_quote),
		cmocka_unit_test(test_long_field),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_measures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
