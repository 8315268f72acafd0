/* One report, written by an office suite in each of its formats: the same
 * blocks as in tests/fixtures/report.blocks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"

static void
compare(const char *file, const struct format *format)
{
	struct slice  want = blocks_file("tests/fixtures/report.blocks");
	struct slice  bytes = blocks_file(file);
	struct blocks b = { .n = 0 };
	const size_t  chunk[] = { 1, 7, 4096, SIZE_MAX };

	for (size_t i = 0; i < sizeof(chunk) / sizeof(chunk[0]); i++) {
		blocks_decode(&b, format, bytes, chunk[i]);
		assert_null(b.failed);
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
	compare("tests/fixtures/report.docx", &format_docx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_docx),
	};

	return cmocka_run_group_tests_name("office", tests, NULL, NULL);
}
