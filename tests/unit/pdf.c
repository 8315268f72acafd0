#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "format/page/lattice.h"
#include "format/page/char_class.h"
#include "format/pdf/cmap.h"
#include "format/pdf/scanner.h"
#include "format/page/text.h"
#include "format/pdf/text_string.h"

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
		if (page_begins_item(slice_of(row[i].text)) != row[i].begins)
			fail_msg("'%s'", row[i].text);
}

static void
endings(void **state)
{
	(void)state;
	assert_true(page_ends(SLICE("公开。"), PAGE_SENTENCE_END));
	assert_true(page_ends(SLICE("（已公开。）"), PAGE_SENTENCE_END));
	assert_false(page_ends(SLICE("电话："), PAGE_SENTENCE_END));
	assert_true(page_ends(SLICE("电话："), PAGE_CLAUSE_END));
	assert_false(page_ends(SLICE("公开"), PAGE_CLAUSE_END));
	assert_false(page_ends(SLICE("”"), PAGE_SENTENCE_END));
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

		page_join_text(&string, slice_of(row[i].first), false);
		page_join_text(&string, slice_of(row[i].second),
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
	struct page_rule  rule[] = {
		{ true, 100, 50, 250 }, { true, 120, 50, 148 },
		{ true, 120.5f, 149, 250 }, { true, 140, 50, 250 },
		{ false, 50, 100, 160 }, { false, 150, 120, 160 },
		{ false, 250, 99, 160 }, { true, 300, 50, 250 },
	};
	struct drawn_page  page = { .width = 595, .height = 842, .rule = rule,
		.rules = LENGTH(rule) };
	struct arena     arena = { NULL, NULL };
	struct page_grid *grids;

	(void)state;
	assert_int_equal(page_lattice(&page, 1000, &arena, &grids), 1);
	assert_int_equal(grids->rows, 3);
	assert_int_equal(grids->cols, 2);
	assert_int_equal(grids->regions, 5);
	assert_int_equal(grids->region[0].cols, 2);
	assert_true(grids->cut);
	assert_int_equal(page_grid_at(grids, 200, 110), 0);
	assert_int_equal(page_grid_at(grids, 200, 155), 4);
	assert_int_equal(page_grid_at(grids, 200, 300), PAGE_NO_REGION);
	arena_free(&arena);
}

/* The bytes of STRING in hexadecimal, in brackets. */
static void
put_string(struct slice string, struct buffer *out)
{
	struct buffer bytes = { .n = 0 };
	char          text[4];

	pdf_string_read(string, &bytes);
	buffer_string(out, "(");
	for (size_t i = 0; i < bytes.n; i++) {
		snprintf(text, sizeof(text), "%02x",
		    (unsigned char)bytes.p[i]);
		buffer_string(out, text);
	}
	buffer_string(out, ") ");
	buffer_free(&bytes);
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
			put_string(word.text, out);
			break;
		case PDF_WORD_NAME:
			buffer_string(out, "/");
			/* FALLTHROUGH */
		case PDF_WORD_OPERATOR:
		case PDF_WORD_OTHER:
			buffer_add(out, word.text);
			buffer_string(out, " ");
			break;
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
		{ STREAM("(abc)Tj(a(b)c)'"), "(616263) Tj (6128622963) ' " },
		{ STREAM("(a\\)b) (\\(\\\\) (\\101\\7\\0128) (\\n\\"),
		    "(612962) (285c) (41070a38) (0a) " },
		{ STREAM("(\\n\\r\\t\\b\\f\\x) (a\\\nb\\\r\nc\\\rd) (\\18\\777)"),
		    "(0a0d09080c78) (61626364) (0138ff) " },
		{ STREAM("() (((open"), "() (28286f70656e) " },
		{ STREAM("<4E 2d5> <> < 0\n0 > <4x8"),
		    "(4e2d50) () (00) (48) " },
		{ STREAM("[(a)-12.5<00>]TJ"), "[ (61) -12.5 (00) ] TJ " },
		{ STREAM("/P<</MCID 0>>BDC"), "/P << /MCID 0 > > BDC " },
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

/* ISO 32000-1, 9.10.3: codes with text, by ones and in ranges. */
static void
map_of_codes(void **state)
{
	static const char map[] = "<0000> <ffff> endcodespacerange\n"
	    "4 beginbfchar <03> <0020> <0014> <0031> <0015> <> <16>endbfchar "
	    "<0017> <0041> 2 beginbfrange <0100> <0102> <4E00> <0105> <0106>"
	    "[<4E00> <4E8C>] <0108> <0107> <0041> <fffe> <ffffff> <0041> "
	    "endbfrange";
	static const struct {
		unsigned code;
		bool     known;
	} row[] = {
		{ 0, false }, { 0x03, true }, { 0x14, true }, { 0x15, false },
		{ 0x16, false }, { 0x17, false }, { 0xff, false },
		{ 0x100, true }, { 0x102, true }, { 0x103, false },
		{ 0x105, true }, { 0x106, true }, { 0x107, false },
		{ 0x108, false }, { 0xfffe, true }, { 0xffff, true },
		{ 0x10000, false },
	};
	struct pdf_codes codes = { { 0 } };

	(void)state;
	pdf_cmap_read(map, sizeof(map) - 1, &codes);
	for (size_t i = 0; i < LENGTH(row); i++)
		if (pdf_codes_have(&codes, row[i].code) != row[i].known)
			fail_msg("%x", row[i].code);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items), cmocka_unit_test(endings),
		cmocka_unit_test(joins), cmocka_unit_test(titles),
		cmocka_unit_test(grid), cmocka_unit_test(words),
		cmocka_unit_test(map_of_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
