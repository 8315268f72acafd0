/* Sheets of a workbook that are full go on in further ones, and what is missing in a
 * file is found out. */
#include "report/spreadsheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "report/words.h"

enum { LINKED_ROWS = 65530 };	/* Excel's links of a sheet */

static const struct sheet_column columns[] = {
	{ "column.unit", 10, LOOK_TEXT, NULL },
	{ "year", 7, LOOK_NUMBER, NULL },
};

static const struct sheet_shape shape = { .word = "units", .column = columns,
	.columns = 2, .has_links = true };

static char folder[] = "/tmp/nianbao-test.XXXXXX";
static char path[sizeof(folder) + sizeof("/book.xlsx")];

static struct slice
address_of(struct buffer *buffer)
{
	struct slice address = buffer_slice(buffer);

	buffer->n = 0;
	return address;
}

static void
a_full_sheet_goes_on(void **state)
{
	struct spreadsheet book;
	struct sheet       sheet;
	struct buffer      at = { NULL, 0, 0 };

	(void)state;
	assert_true(spreadsheet_open(&book, path, RULE_ENGLISH));
	sheet_begin(&sheet, &book, &shape);
	for (int i = 1; i < LINKED_ROWS; i++) {
		sheet_row(&sheet);
		sheet_put_link(&sheet, 0, SLICE("office"),
		    SLICE("internal:'Offices'!A1"));
	}
	assert_int_equal(book.parts, 1);
	sheet_address(&sheet, sheet_place(&sheet), &at);
	assert_true(slice_is(address_of(&at), "internal:'Offices'!A65530"));
	sheet_address_next(&sheet, &at);
	assert_true(slice_is(address_of(&at), "internal:'Offices 2'!A2"));
	sheet_row(&sheet);
	sheet_put_text(&sheet, 0, SLICE("& <the> next"));
	sheet_put_value(&sheet, 1, SLICE("-0.5"));
	sheet_address(&sheet, sheet_place(&sheet), &at);
	assert_true(slice_is(address_of(&at), "internal:'Offices 2'!A2"));
	assert_int_equal(book.parts, 2);
	sheet_finish(&sheet);
	assert_true(spreadsheet_close(&book));
	assert_int_equal(access(path, R_OK), 0);
	buffer_free(&at);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_full_sheet_goes_on),
	};
	int failed;

	report_words_load();
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/book.xlsx", folder);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(path);
	rmdir(folder);
	return failed;
}
