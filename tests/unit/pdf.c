#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "format/pdf/lattice.h"
#include "format/pdf/char_class.h"
#include "format/pdf/scanner.h"
#include "format/pdf/text.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static void
items(void **state)
{
	static const struct {
		const char *text;
		bool        begins;
	} row[] = {
		{ "一、总体情况", true }, { "十二、其他", true },
		{ "（三）不予公开", true }, { "(3)其他", true },
		{ "1.属于国家秘密", true }, { "2、其他", true },
		{ "①公开", true }, { "第二十条第（一）项", true },
		{ "第三方合法权益", false }, { "一是政策解读", false },
		{ "3.5万元", false }, { "2024年", false },
		{ "（含上年结转）", false }, { "法权益", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++)
		if (pdf_begins_item(slice_of(row[i].text)) != row[i].begins)
			fail_msg("'%s'", row[i].text);
}

static void
endings(void **state)
{
	(void)state;
	assert_true(pdf_ends(SLICE("公开。"), PDF_SENTENCE_END));
	assert_true(pdf_ends(SLICE("（已公开。）"), PDF_SENTENCE_END));
	assert_false(pdf_ends(SLICE("电话："), PDF_SENTENCE_END));
	assert_true(pdf_ends(SLICE("电话："), PDF_CLAUSE_END));
	assert_false(pdf_ends(SLICE("公开"), PDF_CLAUSE_END));
	assert_false(pdf_ends(SLICE("”"), PDF_SENTENCE_END));
}

static void
joins(void **state)
{
	static const struct {
		const char *first, *second;
		bool        broken;
		const char *joined;
	} row[] = {
		{ "政府", "信息", true, "政府信息" },
		{ "data", "base", false, "data base" },
		{ "3985", "758", true, "3985758" },
		{ "3985", "758", false, "3985 758" },
		{ "2024", "年", true, "2024年" }, { "无", "", true, "无" },
		{ "", "无", true, "无" }, { "0500-", "88", true, "0500-88" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct buffer string = { .n = 0 };
		struct slice  joined;

		pdf_join_text(&string, slice_of(row[i].first), false);
		pdf_join_text(&string, slice_of(row[i].second),
		    row[i].broken);
		joined = buffer_slice(&string);
		if (!slice_is(joined, row[i].joined))
			fail_msg("'%.*s', not '%s'", (int)joined.n, joined.p,
			    row[i].joined);
		buffer_free(&string);
	}
}

static void
titles(void **state)
{
	struct arena arena = { NULL, NULL };

	(void)state;
	assert_true(slice_is(pdf_text_string(
	    SLICE("\xFE\xFF\x5E\x74\x62\xA5\xD8\x40\xDC\x00"), &arena),
	    "年报\xF0\xA0\x80\x80"));
	assert_true(slice_is(pdf_text_string(SLICE("Report 1"), &arena),
	    "Report 1"));
	assert_int_equal(pdf_text_string(SLICE("\xC4\xEA"), &arena).n, 0);
	assert_true(slice_is(pdf_text_string(SLICE("\xFE\xFF\xDC\x00\x00"),
	    &arena), "\xEF\xBF\xBD"));
	arena_free(&arena);
}

/* Two columns under a merged head, the last row open below. */
static void
grid(void **state)
{
	struct pdf_rule  rule[] = {
		{ true, 100, 50, 250 }, { true, 120, 50, 148 },
		{ true, 120.5f, 149, 250 }, { true, 140, 50, 250 },
		{ false, 50, 100, 160 }, { false, 150, 120, 160 },
		{ false, 250, 99, 160 }, { true, 300, 50, 250 },
	};
	struct pdf_page  page = { .width = 595, .height = 842, .rule = rule,
		.rules = LENGTH(rule) };
	struct arena     arena = { NULL, NULL };
	struct pdf_grid *grids;

	(void)state;
	assert_int_equal(pdf_lattice(&page, 1000, &arena, &grids), 1);
	assert_int_equal(grids->rows, 3);
	assert_int_equal(grids->cols, 2);
	assert_int_equal(grids->regions, 5);
	assert_int_equal(grids->region[0].cols, 2);
	assert_true(grids->cut);
	assert_int_equal(pdf_grid_at(grids, 200, 110), 0);
	assert_int_equal(pdf_grid_at(grids, 200, 155), 4);
	assert_int_equal(pdf_grid_at(grids, 200, 300), PDF_NO_REGION);
	arena_free(&arena);
}

/* The words of STREAM as text; behind the operator ID data of an image. */
static void
put_words(struct slice stream, struct buffer *out)
{
	char number[48];

	for (;;) {
		struct pdf_word word = pdf_word_next(&stream);

		switch (word.kind) {
		case PDF_WORD_END:
			return;
		case PDF_WORD_NUMBER:
			snprintf(number, sizeof(number), "%g ", word.number);
			buffer_string(out, number);
			break;
		case PDF_WORD_STRING:
			snprintf(number, sizeof(number), "(%zu) ", word.bytes);
			buffer_string(out, number);
			break;
		case PDF_WORD_NAME:
			buffer_string(out, "/");
			/* FALLTHROUGH */
		case PDF_WORD_OPERATOR:
			buffer_add(out, word.text);
			buffer_string(out, " ");
			break;
		case PDF_WORD_OTHER:
			buffer_string(out, ", ");
		}
		if (word.kind == PDF_WORD_OPERATOR && slice_is(word.text, "ID"))
			pdf_skip_inline_data(&stream);
	}
}

#define STREAM(text) { text, sizeof(text) - 1 }

/* ISO 32000-1, 7.2 and 7.3: white space, comments, numbers, strings, names. */
static void
words(void **state)
{
	static const struct {
		struct slice stream;
		const char  *want;
	} row[] = {
		{ STREAM(""), "" }, { STREAM(" \r\n\t\f\0 "), "" },
		{ STREAM("1 0 0 -1 .5 +2. cm"), "1 0 0 -1 0.5 2 cm " },
		{ STREAM("4. -.25 -0.002 12-34 --5 1.2.3 - ."),
		    "4 -0.25 -0.002 12 --5 1.2.3 - 0 " },
		{ STREAM("q% a (comment\nQ%\r\nBT %"), "q Q BT " },
		{ STREAM("/F1 12 Tf/Im0 Do/ Do"), "/F1 12 Tf /Im0 Do / Do " },
		{ STREAM("(abc)Tj(a(b)c)'"), "(3) Tj (5) ' " },
		{ STREAM("(a\\)b) (\\(\\\\) (\\101\\7\\0128) (\\n\\"),
		    "(3) (2) (4) (2) " },
		{ STREAM("() (((open"), "(0) (6) " },
		{ STREAM("<4E 2d5> <> < 0\n0 > <48"), "(3) (0) (1) (1) " },
		{ STREAM("[(a)-12.5<00>]TJ"), ", (1) -12.5 (1) , TJ " },
		{ STREAM("/P<</MCID 0>>BDC"), "/P , /MCID 0 , , BDC " },
		{ STREAM("BI/W 1 ID \1EI\2 EI\1 EIx EI Q"),
		    "BI /W 1 ID Q " },
		{ STREAM("ID \1\nEI"), "ID " }, { STREAM("ID \1 E"), "ID " },
		{ STREAM("ID x EI 1 0 0 1 \1 cm"), "ID " },
		{ STREAM("ID x EI 1 0 0 1 0 0 cm \1"),
		    "ID 1 0 0 1 0 0 cm \1 " },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct buffer out = { .n = 0 };
		struct slice  got;

		put_words(row[i].stream, &out);
		got = buffer_slice(&out);
		if (!slice_is(got, row[i].want))
			fail_msg("%zu: '%.*s', not '%s'", i, (int)got.n, got.p,
			    row[i].want);
		buffer_free(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items), cmocka_unit_test(endings),
		cmocka_unit_test(joins), cmocka_unit_test(titles),
		cmocka_unit_test(grid), cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
