#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/registry.h"
#include "format/sniff/sniff.h"

#define BYTES(literal) { literal, sizeof(literal) - 1 }
#define OOXML          "application/vnd.openxmlformats-officedocument"

/* Contents first, the name second. */
static const struct {
	struct slice bytes;
	const char  *name, *claim, *type;
} row[] = {
	{ BYTES(""), "a.txt", "", "inode/x-empty" },
	{ BYTES("年报\n"), "", "", "text/plain" },
	{ BYTES("年报\n"), "a.md", "", "text/markdown" },
	{ BYTES("# 年报\n"), "a.HTML", "", "text/plain" },
	{ BYTES("\xEF\xBB\xBF \n<!-- x -->\n<!DOCTYPE HTML><p>"), "a.txt", "",
	    "text/html" },
	{ BYTES("<?xml version='1.0'?>\n<html xmlns='x'>"), "a.doc", "",
	    "text/html" },
	{ BYTES("<table border=1>"), "a.xls", "", "text/html" },
	{ BYTES("<p>"), "", "", "text/html" },
	{ BYTES("<prose>"), "", "", "text/plain" },
	{ BYTES("您的位置：首页<br>年报</div>"), "", "", "text/html" },
	{ BYTES("用 <br> 换行\n"), "a.md", "", "text/markdown" },
	{ BYTES("\xFF\xFE<\0h\0t\0m\0l\0>\0"), "", "", "text/html" },
	{ BYTES("<?xml version='1.0'?><rss>"), "", "", "application/xml" },
	{ BYTES("<?xml version='1.0'?>\n<?mso-application?>\n<w:wordDocument "),
	    "", "", "application/vnd.ms-word+xml" },
	{ BYTES("From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/"
	    "related\r\n\r\n"), "a.doc", "", "multipart/related" },
	{ BYTES("a,b,c\n1,2,3\n4,5,6\n"), "", "", "text/csv" },
	{ BYTES("a,b\n"), "a.csv", "", "text/csv" },
	{ BYTES("a\tb\n\"c\tx\n"), "a.tsv", "", "text/tab-separated-values" },
	{ BYTES("a\tb\n1\t\"c\n\"\"d\"\r\n"), "a.tsv", "", "text/csv" },
	{ BYTES("a\tb\n1\tx\"c\nd\"\n"), "a.tab", "",
	    "text/tab-separated-values" },
	{ BYTES("甲,乙,丙。\n其中,共,一件。\n无\n"), "", "", "text/plain" },
	{ BYTES("p { margin: 0 }"), "http://a.cn/x.css?v=1", "", "text/css" },
	{ BYTES("var a;"), "http://a.cn/x", "text/javascript", "text/javascript" },
	{ BYTES("<html>"), "http://a.cn/x.js", "", "text/html" },
	{ BYTES("{\"a\": 1}"), "", "", "application/json" },
	{ BYTES("{\\rtf1"), "a.doc", "", "application/rtf" },
	{ BYTES("\xEF\xBB\xBF\r\n{\\rtf1"), "a.doc", "", "application/rtf" },
	{ BYTES("%PDF-1.4"), "a.txt", "", "application/pdf" },
	{ BYTES("\xEF\xBB\xBF%PDF-1.4\n1 0 obj"), "", "", "application/pdf" },
	{ BYTES("\r\n\r\n%PDF-1.4\r1 0 obj"), "", "", "application/pdf" },
	{ BYTES("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"
	    "%PDF-1.4\n\xE2\xE3\n1 0 obj"), "", "", "application/pdf" },
	{ BYTES("年报\n%PDF-1.4\n是文件头\n"), "", "", "text/plain" },
	{ BYTES("年报 %PDF-1.4\n1 0 obj\n"), "", "", "text/plain" },
	{ BYTES("\x89PNG\r\n\x1A\n"), "a.pdf", "", "image/png" },
	{ BYTES("X-A: b %PDF-1.4\n1 0 obj"), "a.PDF", "", "application/pdf" },
	{ BYTES("X-A: b %PDF-1.4\n1 0 obj"), "a", "application/pdf", "application/pdf" },
	{ BYTES("X-A: b %PDF-1.4\n1 0 obj"), "a.txt", "", "text/plain" },
	{ BYTES("\1\2\3\4\5\6\7\x10\x11\x12\x13\x14"), "a.txt", "",
	    "application/octet-stream" },
	{ BYTES("WARC/1.1\r\n"), "", "", "application/warc" },
	{ BYTES("WARC 是一种格式"), "", "", "text/plain" },
	{ BYTES("PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\5\0\0\0"
	    "a.txt----------------"), "", "", "application/zip" },
	{ BYTES("PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\x13\0\0\0"
	    "[Content_Types].xml-"
	    "PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0"
	    "word/document.xml----------------"), "", "",
	    OOXML ".wordprocessingml.document" },
	/* cut off before its types, which some write last */
	{ BYTES("PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\x0B\0\0\0"
	    "_rels/.rels-"
	    "PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0F\0\0\0"
	    "xl/workbook.xml----------------"), "", "",
	    OOXML ".spreadsheetml.sheet" },
	/* sizes behind the data, a note of one byte behind the name */
	{ BYTES("PK\3\4\0\0\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\1\0"
	    "[Content_Types].xml" "?" "data"
	    "PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0"
	    "word/document.xml"), "", "",
	    "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document" },
	{ BYTES("PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0"
	    "word/document.xml----------------"), "a.docx", "",
	    "application/zip" },
};

static void
test_types(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		assert_string_equal(sniff(row[i].bytes, slice_of(row[i].name),
		    slice_of(row[i].claim)), row[i].type);
}

/* Office files tell their application by the names of their streams, which
 * stand where the directory is. */
static void
test_ole2(void **state)
{
	static const struct {
		const char *stream, *type;
	} rows[] = {
		{ "EncryptedPackage", "application/x-encrypted-office" },
		{ "WordDocument", "application/msword" },
		{ "Workbook", "application/vnd.ms-excel" },
		{ "Book", "application/vnd.ms-excel" },
		{ "PowerPoint Document", "application/vnd.ms-powerpoint" },
		{ "Catalog", "application/x-desktop" },
		{ "__properties_version1.0", "application/vnd.ms-outlook" },
		{ "Unheard", "application/msword" },
	};
	char head[2048];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(head, 0, sizeof(head));
		memcpy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
		for (size_t k = 0; rows[i].stream[k] != '\0'; k++)
			head[1024 + 128 + 2 * k] = rows[i].stream[k];
		assert_string_equal(sniff((struct slice){ head, sizeof(head) },
		    SLICE("a.doc"), SLICE("")), rows[i].type);
		assert_true(sniff_is_deep((struct slice){ head,
		    sizeof(head) }));
	}
}

/* A package's parts are found in its directory too, and behind data whose
 * size is not stated. */
static void
test_zip(void **state)
{
	static const char directory[] = "PK\3\4\0\0\10\0\0\0\0\0\0\0\0\0\0"
	    "\0\0\0\0\0\0\0\0\0\1\0\0\0" "adata of no stated size"
	    "PK\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	    "\x13\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	    "[Content_Types].xml"
	    "PK\1\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	    "\x0F\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	    "xl/workbook.xml" "end";

	(void)state;
	assert_string_equal(sniff((struct slice){ directory,
	    sizeof(directory) }, SLICE("a.zip"), SLICE("")),
	    "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet");
}

/* Old tar files have no magic, but a sum. */
static void
test_tar(void **state)
{
	char     head[512] = "a.txt";
	unsigned sum = 8 * ' ';

	(void)state;
	memcpy(head + 124, "00000000000", 11);
	for (size_t i = 0; i < sizeof(head); i++)
		sum += (unsigned char)head[i];
	for (int i = 0; i < 6; i++)
		head[153 - i] = (char)('0' + (sum >> 3 * i & 7));
	assert_string_equal(sniff((struct slice){ head, sizeof(head) },
	    SLICE(""), SLICE("")), "application/x-tar");
	head[0] = 'b';
	assert_string_not_equal(sniff((struct slice){ head, sizeof(head) },
	    SLICE(""), SLICE("")), "application/x-tar");
}

static void
test_registry(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		if (strcmp(row[i].type, "application/octet-stream") != 0)
			assert_string_equal(media_find(row[i].type)->type,
			    row[i].type);
	assert_int_equal(media_find("x/unheard-of")->handling, MEDIA_REJECTED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_ole2),
		cmocka_unit_test(test_zip),
		cmocka_unit_test(test_tar),
		cmocka_unit_test(test_registry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
