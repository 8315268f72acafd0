/* Every record of BIFF8 that is read, with what its cell shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"
#include "format/excel/xls.h"
#include "streams.h"

/* The record that is being written: its beginning in the stream. */
static struct buffer book;
static size_t        record_at;

static void
begin(unsigned type)
{
	record_at = book.n;
	put_number(&book, type, 2);
	put_number(&book, 0, 2);
}

static void
end(void)
{
	set_number(&book, record_at + 2, book.n - record_at - 4, 2);
}

static void
sheet_begin(unsigned kind)
{
	begin(XLS_BEGIN);
	put_number(&book, 0x0600, 2);
	put_number(&book, kind, 2);
	end();
}

static void
sheet_end(void)
{
	begin(XLS_EOF);
	end();
}

/* Row, column and style of a cell, as its record begins. */
static void
cell(unsigned type, unsigned row, unsigned col, unsigned style)
{
	begin(type);
	put_number(&book, row, 2);
	put_number(&book, col, 2);
	put_number(&book, style, 2);
}

static void
put_double(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof(bits));
	put_number(&book, bits, 8);
}

static void
number(unsigned row, unsigned col, unsigned style, double value)
{
	cell(XLS_NUMBER, row, col, style);
	put_double(value);
	end();
}

/* Number ID of a BOUNDSHEET, whose sheet begins at the place that its
 * caller sets later. */
static size_t
list(const char *name, unsigned hidden, unsigned kind)
{
	size_t at;

	begin(XLS_SHEET);
	at = book.n;
	put_number(&book, 0, 4);
	put_number(&book, hidden, 1);
	put_number(&book, kind, 1);
	put_number(&book, strlen(name), 1);
	put_number(&book, 0, 1);
	put_bytes(&book, name, strlen(name));
	end();
	return at;
}

static void
format(unsigned id, const char *code)
{
	begin(XLS_FORMAT);
	put_number(&book, id, 2);
	put_number(&book, strlen(code), 2);
	put_number(&book, 0, 1);
	put_bytes(&book, code, strlen(code));
	end();
}

static void
style(unsigned format_id, unsigned borders)
{
	begin(XLS_STYLE);
	put_number(&book, 0, 2);
	put_number(&book, format_id, 2);
	put_number(&book, 0, 6);
	put_number(&book, borders, 2);
	end();
}

/* Shared strings: narrow; wide with runs and phonetic text; one that a
 * record's end cuts, and that goes on narrow; a surrogate pair and one half;
 * phonetic text that a record's end cuts. */
static void
strings(void)
{
	begin(XLS_STRINGS);
	put_number(&book, 5, 4);
	put_number(&book, 5, 4);
	put_number(&book, 3, 2);
	put_number(&book, 0, 1);
	put_bytes(&book, "abc", 3);
	put_number(&book, 2, 2);
	put_number(&book, 1 | 4 | 8, 1);
	put_number(&book, 1, 2);
	put_number(&book, 2, 4);
	put_number(&book, 0x653F, 2);
	put_number(&book, 0x5E9C, 2);
	put_number(&book, 0, 6);
	put_number(&book, 4, 2);
	put_number(&book, 1, 1);
	put_number(&book, 0x516C, 2);
	put_number(&book, 0x5F00, 2);
	end();
	begin(XLS_CONTINUE);
	put_number(&book, 0, 1);
	put_bytes(&book, "xy", 2);
	put_number(&book, 3, 2);
	put_number(&book, 1, 1);
	put_number(&book, 0xD83D, 2);
	put_number(&book, 0xDE00, 2);
	put_number(&book, 0xDC00, 2);
	put_number(&book, 1, 2);
	put_number(&book, 4, 1);
	put_number(&book, 3, 4);
	put_bytes(&book, "z", 1);
	put_bytes(&book, "p", 1);
	end();
	begin(XLS_CONTINUE);
	put_bytes(&book, "qr", 2);
	end();
}

static void
formula(unsigned row, unsigned col, unsigned kind, unsigned value)
{
	cell(XLS_FORMULA, row, col, 0);
	put_number(&book, kind, 2);
	put_number(&book, value, 4);
	put_number(&book, 0xFFFF, 2);
	end();
}

static void
short_number(unsigned row, unsigned col, uint32_t rk)
{
	cell(XLS_SHORT_NUMBER, row, col, 0);
	put_number(&book, rk, 4);
	end();
}

static void
first_sheet(void)
{
	static const unsigned errors[] = { 0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24,
		0x2A, 0x99 };

	number(0, 0, 0, 3);
	number(0, 1, 1, 0.128);
	number(0, 2, 2, 45291.75);
	number(0, 3, 3, -2.5);
	short_number(1, 0, (uint32_t)123 << 2 | 2);
	short_number(1, 1, (uint32_t)-1250 << 2 | 3);
	short_number(1, 2, 0x40290000);		/* 12.5 */
	short_number(1, 3, 0x40C38800 | 1);	/* 10000 / 100 */
	begin(XLS_NUMBERS);
	put_number(&book, 2, 2);
	put_number(&book, 0, 2);
	for (unsigned i = 1; i < 4; i++) {
		put_number(&book, 0, 2);
		put_number(&book, i << 2 | 2, 4);
	}
	put_number(&book, 2, 2);	/* the last column */
	end();
	begin(XLS_BLANKS);
	put_number(&book, 3, 2);
	put_number(&book, 0, 2);
	put_number(&book, 4, 2);
	put_number(&book, 4, 2);
	put_number(&book, 1, 2);
	end();
	for (unsigned i = 0; i < 6; i++) {
		cell(XLS_SHARED, 4, i, 0);
		put_number(&book, i, 4);
		end();
	}
	for (unsigned i = 0; i < 2; i++) {
		cell(i == 0 ? XLS_LABEL : XLS_RICH, 5, i, 0);
		put_number(&book, 2, 2);
		put_number(&book, i, 1);
		put_bytes(&book, i == 0 ? "hi" : "\x11\x62\x00\x4E", 2 + 2 * i);
		end();
	}
	for (unsigned i = 0; i < 2; i++) {
		cell(XLS_BOOLEAN, 5, 2 + i, 0);
		put_number(&book, i, 1);
		put_number(&book, 0, 1);
		end();
	}
	for (unsigned i = 0; i < 8; i++) {
		cell(XLS_BOOLEAN, 6, i, 0);
		put_number(&book, errors[i], 1);
		put_number(&book, 1, 1);
		end();
	}
	cell(XLS_FORMULA, 7, 0, 1);
	put_double(0.5);
	end();
	formula(7, 1, 1, 1);
	formula(7, 2, 2, 0x07);
	formula(7, 3, 3, 0);
	formula(7, 4, 0, 0);
	begin(XLS_STRING);
	put_number(&book, 2, 2);
	put_number(&book, 0, 1);
	put_bytes(&book, "ok", 2);
	end();
	begin(XLS_STRING);	/* of no formula */
	put_number(&book, 2, 2);
	put_number(&book, 0, 1);
	put_bytes(&book, "no", 2);
	end();
	sheet_begin(0x20);	/* a chart, with a number of its own */
	number(8, 0, 0, 77);
	sheet_end();
	begin(XLS_MERGED);
	put_number(&book, 1, 2);
	for (int i = 0; i < 4; i++)
		put_number(&book, (const unsigned[]){ 5, 5, 4, 5 }[i], 2);
	end();
	cell(XLS_BLANK, 5, 4, 0);
	end();
}

static struct blocks b;

static const char *
decode(const char *stream)
{
	struct stream_part part = { stream, book };
	struct slice       file = streams_file(&part, 1);
	const char        *text = blocks_decode(&b, &format_xls, file, 1000);

	free((char *)file.p);
	return text;
}

/* TEXT without the lines of blank cells. */
static const char *
without_blanks(const char *text)
{
	static char kept[4096];
	size_t      n = 0;

	while (*text != '\0') {
		size_t line = strcspn(text, "\n") + 1;

		if (line < 2 || text[line - 2] != ' ') {
			memcpy(kept + n, text, line);
			n += line;
		}
		text += line;
	}
	kept[n] = '\0';
	return kept;
}

static void
test_records(void **state)
{
	size_t one, two;

	(void)state;
	book.n = 0;
	sheet_begin(5);
	style(0, 0);
	style(165, 0);
	style(22, 0);
	style(164, 0);
	style(0, 1);
	format(164, "0.00");
	format(165, "0.0%");
	strings();
	one = list("Sheet1", 0, 0);
	list("chart", 0, 2);
	two = list("A&B", 1, 0);
	sheet_end();
	set_number(&book, one, book.n, 4);
	sheet_begin(0x10);
	first_sheet();
	sheet_end();
	set_number(&book, two, book.n, 4);
	sheet_begin(0x10);
	number(0, 0, 99, 1.25);
	sheet_end();
	assert_string_equal(without_blanks(decode("Workbook")),
	    "cell 1 1,1 1x1 3\n" "cell 1 1,2 1x1 12.8%\n"
	    "cell 1 1,3 1x1 2023年12月31日 18:00:00\n" "cell 1 1,4 1x1 -2.50\n"
	    "cell 1 2,1 1x1 123\n" "cell 1 2,2 1x1 -12.5\n"
	    "cell 1 2,3 1x1 12.5\n" "cell 1 2,4 1x1 100\n" "cell 1 3,1 1x1 1\n"
	    "cell 1 3,2 1x1 2\n" "cell 1 3,3 1x1 3\n" "cell 1 5,1 1x1 abc\n"
	    "cell 1 5,2 1x1 政府\n" "cell 1 5,3 1x1 公开xy\n"
	    "cell 1 5,4 1x1 😀�\n" "cell 1 5,5 1x1 z\n" "cell 1 6,1 1x1 hi\n"
	    "cell 1 6,2 1x1 我一\n" "cell 1 6,3 1x1 FALSE\n"
	    "cell 1 6,4 1x1 TRUE\n" "cell 1 7,1 1x1 #NULL!\n"
	    "cell 1 7,2 1x1 #DIV/0!\n" "cell 1 7,3 1x1 #VALUE!\n"
	    "cell 1 7,4 1x1 #REF!\n" "cell 1 7,5 1x1 #NAME?\n"
	    "cell 1 7,6 1x1 #NUM!\n" "cell 1 7,7 1x1 #N/A\n"
	    "cell 1 7,8 1x1 #ERROR!\n" "cell 1 8,1 1x1 50.0%\n"
	    "cell 1 8,2 1x1 TRUE\n" "cell 1 8,3 1x1 #DIV/0!\n"
	    "cell 1 8,5 1x1 ok\n" "furniture head A&B\n" "furniture text 1.25\n");
	assert_null(b.failed);
}

static void
record(unsigned type, const unsigned *value, size_t n)
{
	begin(type);
	for (size_t i = 0; i < n; i++)
		put_number(&book, value[i], 2);
	end();
}

#define RECORD(type, ...) record(type, (const unsigned[]){ __VA_ARGS__ }, \
	sizeof((const unsigned[]){ __VA_ARGS__ }) / sizeof(unsigned))

/* Fonts 1 and 2 are struck out and raised, 3 white; after 3 comes 5, below. */
static void
fonts(void)
{
	RECORD(XLS_FONT, 200, 0, 0x7FFF, 400, 0);
	RECORD(XLS_FONT, 200, 8, 0x7FFF, 400, 0);
	RECORD(XLS_FONT, 200, 0, 0x7FFF, 400, 1);
	RECORD(XLS_FONT, 200, 0, 9, 400, 0);
	RECORD(XLS_FONT, 200, 0, 0x7FFF, 400, 2);
}

/* What the eye sees of a cell, and of the sheet, is what it says. */
static void
test_dressed(void **state)
{
	size_t one;

	(void)state;
	book.n = 0;
	sheet_begin(5);
	fonts();
	format(176, "0!.0,");
	for (unsigned i = 0; i < 4; i++)
		RECORD(XLS_STYLE, i, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	RECORD(XLS_STYLE, 3, 0, 0, 0, 0, 0, 0, 0, 0x0400, 0);	/* filled */
	RECORD(XLS_STYLE, 0, 176, 0, 0, 0, 0, 0, 0, 0, 0);
	begin(XLS_STRINGS);
	put_number(&book, 1, 4);
	put_number(&book, 1, 4);
	put_number(&book, 6, 2);
	put_number(&book, 8, 1);
	put_number(&book, 4, 2);
	put_bytes(&book, "687069", 6);
	for (int i = 0; i < 8; i++)	/* struck, plain, raised, lowered */
		put_number(&book, (const unsigned[]){ 2, 1, 3, 0, 4, 2, 5,
		    5 }[i], 2);
	end();
	one = list("Sheet1", 0, 0);
	sheet_end();
	set_number(&book, one, book.n, 4);
	sheet_begin(0x10);
	RECORD(XLS_COLUMNS, 1, 1, 2000, 0, 1);
	RECORD(XLS_COLUMNS, 9, 9, 0, 0, 0);
	RECORD(XLS_ROW, 1, 0, 9, 255, 0, 0, 0x20);
	RECORD(XLS_ROW, 2, 0, 9, 255, 0, 0, 0);
	cell(XLS_SHARED, 0, 0, 0);
	put_number(&book, 0, 4);
	end();
	number(0, 1, 0, 1);
	number(0, 2, 1, 2);
	number(0, 3, 2, 3);
	number(0, 4, 3, 4);
	number(0, 5, 4, 5);
	number(0, 6, 5, 85000);
	number(0, 7, 0, 0);
	number(1, 0, 0, 9);
	number(2, 0, 0, 7);
	cell(XLS_RICH, 2, 2, 0);
	put_number(&book, 3, 2);
	put_number(&book, 0, 1);
	put_bytes(&book, "691", 3);
	for (int i = 0; i < 3; i++)
		put_number(&book, (const unsigned[]){ 9, 2, 2 }[i], 2);
	end();
	RECORD(XLS_WINDOW, 0x06A6);
	sheet_end();
	assert_string_equal(decode("WORKBOOK"),
	    "cell 1 1,1 1x1 680⁶₉\n" "cell 1 1,2 1x1 \n"
	    "cell 1 1,3 1x1 3\n" "cell 1 1,4 1x1 \n" "cell 1 1,5 1x1 5\n"
	    "cell 1 1,6 1x1 8.5\n" "cell 1 3,1 1x1 7\n"
	    "cell 1 3,2 1x1 69¹\n" "cell 1 3,3 1x1 \n" "cell 1 3,4 1x1 \n"
	    "cell 1 3,5 1x1 \n" "cell 1 3,6 1x1 \n");
}

static void
old_begin(unsigned version, unsigned kind)
{
	begin(XLS_BEGIN);
	put_number(&book, version, 2);
	put_number(&book, kind, 2);
	end();
}

/* A cell of Excel 2, whose properties take three bytes. */
static void
oldest_cell(unsigned type, unsigned row, unsigned col)
{
	begin(type);
	put_number(&book, row, 2);
	put_number(&book, col, 2);
	put_number(&book, 0, 3);
}

#define GB "\xB9\xE6\xD5\xC2"		/* 规章 */

static void
old_label(unsigned type, unsigned row, unsigned col, unsigned style_number,
    const char *s)
{
	cell(type, row, col, style_number);
	put_number(&book, strlen(s), 2);
	put_bytes(&book, s, strlen(s));
}

/* A workbook of Excel 5, with the code page PAGE; 0: it names none. */
static void
old_book(unsigned page)
{
	size_t at;

	book.n = 0;
	old_begin(0x0500, 5);
	if (page != 0)
		RECORD(XLS_CODE_PAGE, page);
	fonts();
	begin(XLS_FORMAT);
	put_number(&book, 176, 2);
	put_number(&book, 9, 1);
	put_bytes(&book, "0\"\xB4\xCE\"!.0,", 9);	/* 次 */
	end();
	RECORD(XLS_STYLE, 0, 0, 0, 0, 0, 0, 0, 0);
	RECORD(XLS_STYLE, 0, 176, 0, 0, 0, 0, 0, 0);
	RECORD(XLS_STYLE, 3, 0, 0, 0, 0, 1, 0, 0);	/* filled */
	begin(XLS_SHEET);
	at = book.n;
	put_number(&book, 0, 6);
	put_number(&book, 4, 1);
	put_bytes(&book, GB, 4);
	end();
	sheet_end();
	set_number(&book, at, book.n, 4);
}

/* Excel 5 and 95: strings are bytes in a code page. */
static void
test_old(void **state)
{
	static const char *const blocks =
	    "head 规章\n" "cell 1 1,1 1x1 规章\n" "cell 1 1,2 1x1 35\n"
	    "cell 1 2,1 1x1 规章¹\n" "cell 1 2,2 1x1 8次.5\n"
	    "cell 1 3,1 1x1 规\n" "cell 1 3,2 1x1 7\n";

	(void)state;
	for (unsigned i = 0; i < 3; i++) {
		old_book((const unsigned[]){ 936, 0, 1252 }[i]);
		old_begin(0x0500, 0x10);
		old_label(XLS_LABEL, 0, 0, 0, GB);
		end();
		short_number(0, 1, 35 << 2 | 2);
		old_label(XLS_RICH, 1, 0, 0, GB "1");
		put_number(&book, 1, 1);
		put_number(&book, 4, 1);
		put_number(&book, 2, 1);
		end();
		number(1, 1, 1, 85000);
		formula(2, 0, 0, 0);
		begin(XLS_STRING);
		put_number(&book, 2, 2);
		put_bytes(&book, "\xB9\xE6", 2);
		end();
		number(2, 1, 2, 7);
		sheet_end();
		assert_string_equal(decode(i == 0 ? "Book" : "BOOK"), blocks);
		assert_null(b.failed);
	}
	old_book(1252);
	old_begin(0x0500, 0x10);
	old_label(XLS_LABEL, 0, 0, 0, "caf\xE9 5");
	end();
	sheet_end();
	assert_string_equal(decode("Book"), "head 规章\n" "text café 5\n");
}

/* A sheet without workbook or OLE2, as simple scripts write it. */
static void
test_bare_sheet(void **state)
{
	(void)state;
	book.n = 0;
	RECORD(XLS_BEGIN, 0, 0x10, 0, 0);
	old_label(XLS_LABEL, 0, 0, 0, GB);
	end();
	number(0, 1, 0, 8.5);
	oldest_cell(XLS_OLD_LABEL, 1, 0);
	put_number(&book, 4, 1);
	put_bytes(&book, GB, 4);
	end();
	oldest_cell(XLS_OLD_NUMBER, 1, 1);
	put_double(-2.5);
	end();
	oldest_cell(XLS_OLD_INTEGER, 1, 2);
	put_number(&book, 65535, 2);
	end();
	sheet_end();
	assert_string_equal(blocks_decode(&b, &format_xls,
	    buffer_slice(&book), 7), "cell 1 1,1 1x1 规章\n"
	    "cell 1 1,2 1x1 8.5\n" "cell 1 1,3 1x1 \n" "cell 1 2,1 1x1 规章\n"
	    "cell 1 2,2 1x1 -2.5\n" "cell 1 2,3 1x1 65535\n");
	assert_null(b.failed);
}

/* What is wrong with a workbook is told, what could be read is kept. */
static void
test_damage(void **state)
{
	size_t one, two;

	(void)state;
	blocks_decode(&b, &format_xls, SLICE("no OLE2"), 3);
	assert_string_equal(b.failed, "a damaged OLE2 file");

	book.n = 0;
	decode("EncryptedPackage");
	assert_string_equal(b.failed, "encrypted with a password");
	decode("Workbook");
	assert_string_equal(b.failed, "no workbook of Excel 5 or later");

	sheet_begin(5);
	begin(XLS_ENCRYPTED);
	end();
	decode("Workbook");
	assert_string_equal(b.failed, "encrypted with a password");

	book.n = 0;
	sheet_begin(5);
	begin(XLS_DATE_MODE);
	put_number(&book, 1, 2);
	end();
	style(14, 0);
	one = list("a", 0, 0);
	two = list("b", 0, 0);
	sheet_end();
	set_number(&book, one, 4, 4);
	assert_string_equal(decode("Workbook"), "");
	assert_string_equal(b.failed,
	    "a sheet that is not where it should be");

	set_number(&book, one, book.n, 4);
	set_number(&book, two, book.n, 4);
	sheet_begin(0x10);
	number(0, 0, 0, 1);
	number(1, 0, 0, 2);
	assert_string_equal(decode("Workbook"),
	    "head a\n" "text 1904年1月2日\n" "text 1904年1月3日\xEF\xBF\xBD\n"
	    "head b\n" "text 1904年1月2日\n" "text 1904年1月3日\xEF\xBF\xBD\n");
	assert_string_equal(b.failed, "a sheet that is cut short");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_dressed),
		cmocka_unit_test(test_old),
		cmocka_unit_test(test_bare_sheet),
		cmocka_unit_test(test_damage),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(b.text);
	buffer_free(&book);
	return failed;
}
