#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"

static struct blocks b;

static const char *
decode(const char *text)
{
	return blocks_decode(&b, &format_mht, slice_of(text), 9);
}

#define TOP "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n" \
	"\tboundary=\"--=_1\"; type=\"text/html\"\r\n\r\nno part\r\n"

static void
test_quoted(void **state)
{
	(void)state;
	assert_string_equal(decode(TOP "----=_1\r\n"
	    "Content-Location: file:///C:/1.htm\r\n"
	    "content-transfer-encoding: quoted-printable\r\n"
	    "Content-Type: text/html; charset=\"gb2312\"\r\n\r\n"
	    "<p>=B9=E6=D5=C2=\r\n=CA=FD=C4=BF 1=3D1 =ZZ</p><table><tr><td>1<td>=\r\n"
	    "2</table>\r\n----=_1\r\nContent-Type: image/gif\r\n"
	    "Content-Transfer-Encoding: base64\r\n\r\nPHA+eA==\r\n"
	    "----=_1\r\nContent-Location: file:///C:/1/header.htm\r\n"
	    "Content-Type: text/html\r\n\r\n<p>edge\r\n"
	    "----=_1\r\nContent-Type: text/html\r\n"
	    "Content-Transfer-Encoding: base64\r\n\r\nPHRhYmxlPjx0cj4\r\n"
	    "8dGQ+Mzx0ZD40\r\n----=_1--\r\n----=_1\r\n"
	    "Content-Type: text/html\r\n\r\nafter\r\n"),
	    "text 规章数目 1=1 =ZZ\n" "cell 1 1,1 1x1 1\n"
	    "cell 1 1,2 1x1 2\n" "cell 2 1,1 1x1 3\n" "cell 2 1,2 1x1 4\xEF\xBF\xBD\n");
	assert_string_equal(b.failed, "cut off in line 1");
}

static void
test_nested(void **state)
{
	(void)state;
	assert_string_equal(decode("Content-Type: multipart/mixed; boundary=a"
	    "\n\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n"
	    "--ab\nContent-Type: text/plain\n\nno\n--ab\nContent-Type: "
	    "text/html\n\n<p>yes\n--ab--\n--a--\n"), "text yes\n");
	assert_string_equal(decode("Content-Type: text/html\n\n<p>alone"),
	    "text alone\n");
}

/* The properties of the first page are those of the document; a page that
 * breaks off is told; parts without an encoding and of XHTML. */
static void
test_pages(void **state)
{
	(void)state;
	assert_string_equal(decode("Content-Type: multipart/related; x=y; "
	    "boundary=\"b\"\n\n--b\nContent-Type: text/html\n"
	    "Content-Transfer-Encoding: 8bit\n\n<title>one</title><p>a"
	    "<table><tr><td>1<td>2</table>\n--b\n"
	    "Content-Type: application/xhtml+xml\n\n<title>two</title><p>b"
	    "<table><tr><td>3<td>4</table><!-- cut\n--b-- \n"),
	    "meta title one\n" "text a\n" "cell 1 1,1 1x1 1\n"
	    "cell 1 1,2 1x1 2\n" "text b\n" "cell 2 1,1 1x1 3\n"
	    "cell 2 1,2 1x1 4\n");
	assert_string_equal(b.failed,
	    "a comment without end hides what follows it");
}

static void
test_broken(void **state)
{
	(void)state;
	assert_string_equal(decode(TOP "----=_1\r\nContent-Type: text/html"
	    "\r\n\r\n<p>cut"), "text cut\n");
	decode(TOP);
	assert_string_equal(b.failed, "no HTML in the message");
	decode("");
	assert_non_null(b.failed);
	decode("Content-Type: multipart/related; boundary=\"\n\n--");
	assert_non_null(b.failed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quoted),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_broken),
	};
	int result = cmocka_run_group_tests_name("mht", tests, NULL, NULL);

	free(b.text);
	return result;
}
