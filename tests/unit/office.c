/* One report, written by an office suite in each of its formats: the same
 * blocks as in tests/fixtures/report.blocks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"

/* Makes headings text, for formats that do not tell them apart. */
static void
level(char *text, size_t n)
{
	for (size_t i = 0; i + 4 < n; i++)
		if ((i == 0 || text[i - 1] == '\n') &&
		    memcmp(text + i, "head", 4) == 0)
			memcpy(text + i, "text", 4);
}

static void
compare(const char *file, const struct format *format, bool headings)
{
	struct slice  want = blocks_file("tests/fixtures/report.blocks");
	struct slice  bytes = blocks_file(file);
	struct blocks b = { .n = 0 };
	const size_t  chunk[] = { 1, 7, 4096, SIZE_MAX };

	for (size_t i = 0; i < sizeof(chunk) / sizeof(chunk[0]); i++) {
		blocks_decode(&b, format, bytes, chunk[i]);
		assert_null(b.failed);
		if (!headings) {
			level(b.text, b.n);
			level((char *)want.p, want.n);
		}
		assert_int_equal(b.n, want.n);
		assert_memory_equal(b.text, want.p, want.n);
	}
	free(b.text);
	free((char *)bytes.p);
	free((char *)want.p);
}

static void
test_docx(void **state)
{
	(void)state;
	compare("tests/fixtures/report.docx", &format_docx, true);
}

static void
test_xlsx(void **state)
{
	(void)state;
	compare("tests/fixtures/report.xlsx", &format_xlsx, false);
}

static void
test_doc(void **state)
{
	(void)state;
	compare("tests/fixtures/report.doc", &format_doc, true);
}

static void
test_rtf(void **state)
{
	(void)state;
	compare("tests/fixtures/report.rtf", &format_rtf, true);
}

static void
test_xls(void **state)
{
	(void)state;
	compare("tests/fixtures/report.xls", &format_xls, false);
}

/* Numbered headings and items, a change, a note, a box, a table in a cell, a
 * field, a character beyond 16 bits. */
static void
test_odd_doc(void **state)
{
	struct slice  bytes = blocks_file("tests/fixtures/odd.doc");
	struct blocks b = { .n = 0 };

	(void)state;
	assert_string_equal(blocks_decode(&b, &format_doc, bytes, 100),
	    "head 一、总体情况\n" "head （一）主动公开\n"
	    "text 收到申请16件。\n" "head （二）依申请公开\n"
	    "text 1.第一条内容\n" "text 2.第二条内容\n"
	    "head 二、主动公开情况\n" "text 锚段\n"
	    "cell 1 1,1 1x2 甲 乙\n" "cell 1 1,3 2x1 丙\n"
	    "cell 1 2,1 1x1 外\n" "cell 1 2,2 1x1 2\n"
	    "cell 2 1,1 1x1 内1\n" "cell 2 1,2 1x1 内2\n"
	    "text 共 1 页 😀末\n" "text 框内文字\n" "text 含上年结转。\n");
	assert_null(b.failed);
	free(b.text);
	free((char *)bytes.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_docx),
		cmocka_unit_test(test_doc),
		cmocka_unit_test(test_odd_doc),
		cmocka_unit_test(test_rtf),
		cmocka_unit_test(test_xlsx),
		cmocka_unit_test(test_xls),
	};

	return cmocka_run_group_tests_name("office", tests, NULL, NULL);
}
