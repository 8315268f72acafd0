#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "blocks.h"

static struct blocks b;

#define HEAD "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}" \
	"{\\f1\\fcharset136 M;}}{\\stylesheet{\\s3\\outlinelevel1 x;}" \
	"{\\s4 heading 2;}}"

static const char *
decode(const char *body)
{
	char   text[4096];
	size_t n = (size_t)snprintf(text, sizeof(text), "%s%s}", HEAD, body);

	return blocks_decode(&b, &format_rtf, (struct slice){ text, n }, 5);
}

static void
test_text(void **state)
{
	(void)state;
	assert_string_equal(decode("\\f0 \\'b9\\'e6\\'d5\\'c2 {\\b 1}\\tab"
	    "\n2\\~\\_3\\par\\f1\\'a4@\\line\\f0 \\'81@\\par"),
	    "text 规章 1 2\xC2\xA0-3\n" "text 一 丂\n");
	assert_string_equal(decode("\\u35268?\\u-28671\\'3f\\uc2\\u31456"
	    "\\'d5\\'c2\\uc0\\u55357\\u56832 x"),
	    "text 规送章😀x\n");
	assert_string_equal(decode("\\rquote\\ldblquote\\emdash\\{\\}\\\\"
	    "{\\*\\unknown no}{\\field{\\*\\fldinst PAGE}{\\fldrslt 5}}"
	    "{\\v no}{\\deleted no}{\\pict 0a0b}\\bin3 }}}{\\upr{no}"
	    "{\\*\\ud yes}}"), "text ’“—{}\\5yes\n");
}

/* What stands above the line, or is crossed out, is no part of the figure. */
static void
test_marks_and_struck_out(void **state)
{
	(void)state;
	assert_string_equal(decode("69{\\super 1}\\'3b{\\sub (2)}\\super0 "
	    "3\\par 4\\super\\u9312?\\nosupersub 5{\\super 6\\plain 7}"
	    "\\par"), "text 69¹;₍₂₎3\n" "text 4¹5⁶7\n");
	assert_string_equal(decode("{\\strike 68}69{\\striked1 70}{\\striked1"
	    "\\striked0 a}\\strike b\\plain c\\par"), "text 69ac\n");
	assert_string_equal(decode("8{\\up7 2}{\\dn 3}{\\up5 4}{\\up 5\\up0 6}"
	    "\\par\\up8 12{\\up14 1}\\par"), "text 8²₃4⁵6\n" "text 12¹\n");
}

/* \\* tells that a group may be skipped, at its beginning only. */
static void
test_misplaced_star(void **state)
{
	(void)state;
	assert_string_equal(decode("{a\\*\\unknown b}c\\*\\generator d\\par"),
	    "text abc\n");
	assert_string_equal(decode("6{\\*\\cs9 9}\\par"), "text 69\n");
	assert_string_equal(decode("{\r\n\\*\\unknown no}{\\b\\*\\unknown "
	    "yes}{{x}\\*\\unknown y}{\\'b9\\'e6\\*\\unknown z}\\par"),
	    "text yesxy规z\n");
}

static void
test_headings(void **state)
{
	(void)state;
	assert_string_equal(decode("\\pard\\s3 a\\par\\pard b\\par\\pard\\s4 "
	    "c\\par\\pard\\outlinelevel0 d\\par\\pard\\s3\\outlinelevel9 "
	    "e\\par"), "head a\ntext b\nhead c\nhead d\ntext e\n");
	assert_string_equal(decode("\\pard\\outlinelevel8 a\\par\\pard"
	    "\\outlinelevel-1 b\\par"), "head a\n" "text b\n");
	/* a level of its own before a name; a style without a number */
	assert_string_equal(decode("{\\stylesheet{\\s7\\outlinelevel0 "
	    "plain;}{\\s8\\outlinelevel3 heading x;}}\\pard\\s7 a\\par"
	    "\\pard\\s8 b\\par\\pard\\s9 c{\\stylesheet{heading 1;}}\\par"
	    "\\pard\\s0 d\\par\\pard\\s9 e\\par"),
	    "head a\n" "head b\n" "text c\n" "head d\n" "text e\n");
}

static void
test_spans(void **state)
{
	(void)state;
	assert_string_equal(decode(
	    "\\trowd\\clvmgf\\cellx1000\\cellx3000\\pard\\intbl a\\cell b\\par "
	    "c\\cell\\row"
	    "\\trowd\\clvmrg\\cellx1000\\cellx2000\\clmgf\\cellx2500\\clmrg"
	    "\\cellx3000\\pard\\intbl\\cell d\\cell e\\cell\\cell\\row"
	    "\\trowd\\cellx1010\\cellx2990\\intbl f\\cell g\\cell\\cell\\row"
	    "\\pard h\\par"),
	    "cell 1 1,1 2x1 a\n" "cell 1 1,2 1x2 b c\n" "cell 1 2,2 1x1 d\n"
	    "cell 1 2,3 1x1 e\n" "cell 1 3,1 1x1 f\n" "cell 1 3,2 1x2 g\n"
	    "text h\n");
}

/* A byte order mark and empty lines before the document are no text. */
static void
test_bytes_before(void **state)
{
	(void)state;
	assert_string_equal(blocks_decode(&b, &format_rtf,
	    SLICE("\xEF\xBB\xBF\r\n{\\rtf1 a\\par}"), 7), "text a\n");
}

static void
test_nested(void **state)
{
	(void)state;
	assert_string_equal(decode("\\pard\\intbl out\\par\\itap2 in\\nestcell "
	    "ner\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables"
	    "\\par}\\pard\\intbl\\cell next\\cell\\trowd\\cellx1000\\cellx2000"
	    "\\row\\pard end"),
	    "cell 1 1,1 1x1 out\n" "cell 1 1,2 1x1 next\n"
	    "cell 2 1,1 1x1 in\n" "cell 2 1,2 1x1 ner\n" "text end\n");
}

static void
test_boxes(void **state)
{
	(void)state;
	b.places = true;
	assert_string_equal(decode("an{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv "
	    "b}}{\\shptxt \\pard box\\par}}{\\shprslt no}}chor{\\footnote "
	    "note}\\par next"),
	    "G1 text anchor\n" "G1 text box\n" "G1 text note\n" "G2 text next\n");
	b.places = false;
	assert_string_equal(decode("\\pard\\intbl a{\\footnote note}\\cell "
	    "b\\cell\\row\\pard\\itap1000 c\\par"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "text note\n" "text c\n");
}

/* Values out of their range, or none, and what is told twice. */
static void
test_odd_values(void **state)
{
	(void)state;
	assert_string_equal(decode("{\\fonttbl{\\f2\\cpg950 B;}{\\f3\\fcharset9"
	    " x;}{\\f4\\cpg437 y;}}{\\stylesheet{\\s70000 heading 3;}"
	    "{\\s5 heading x;}{\\s6\\outlinelevel12 heading 1;}}"
	    "\\f2\\'a4@\\f3\\f-1\\f70000 \\'b9\\'e6\\f4\\'80\\par"
	    "\\pard\\s-1\\s5 a\\par\\s6 b\\par\\uc99\\u9999? c\\uc-1"
	    "\\u-10179 \\u56832? d\\u56832?\\par\\itap-1\\itap5000 e\\par"
	    "{\\v0 f\\plain g\\deleted0 h}\\sect"),
	    "text 一规\xEF\xBF\xBD\n" "text a\n" "head b\n"
	    "head \xE2\x9C\x8F c\xF0\x9F\x98\x80 d\xEF\xBF\xBD\n" "head e\n"
	    "head fgh\n");
	assert_string_equal(decode("\\trowd\\trleft-50\\cellx1000\\trleft900"
	    "\\cellx2000\\cellx9999999\\pard\\intbl a\\cell b\\cell c\\cell"
	    "\\row\\trowd\\trleft9999999\\cellx1000\\intbl d\\cell\\row"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 d\n");
	assert_string_equal(decode("a{\\*\\shptxt b{\\footnote c\\par d}\\shptxt"
	    " e}{\\info{\\shptxt no}}\\par"), "text a\n" "text be\n"
	    "text c\n" "text d\n");
}

/* Cells without width, and those left of the one before, keep columns of their
 * own; careless edges of other rows are still one. */
static void
test_no_width(void **state)
{
	(void)state;
	assert_string_equal(decode("\\trowd\\cellx1000\\cellx1000\\cellx1000"
	    "\\cellx2000\\pard\\intbl a\\cell b\\cell\\cell d\\cell\\row"
	    "\\trowd\\cellx1000\\cellx2015\\intbl e\\cell f\\cell\\row"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 1,3 1x1 \n"
	    "cell 1 1,4 1x1 d\n" "cell 1 2,1 1x1 e\n" "cell 1 2,2 1x3 f\n");
	assert_string_equal(decode("\\trowd\\cellx0\\cellx0\\cellx-9\\pard"
	    "\\intbl a\\cell b\\cell c\\cell\\row\\trowd\\cellx0\\cellx0"
	    "\\cellx0\\intbl d\\cell e\\cell f\\cell\\row"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 d\n" "cell 1 2,2 1x1 e\n" "cell 1 2,3 1x1 f\n");
}

/* An edge left of the one before among others; what is said of a cell that does
 * not come. */
static void
test_edges(void **state)
{
	(void)state;
	assert_string_equal(decode("\\trowd\\cellx1000\\cellx3000\\cellx2000"
	    "\\cellx4000\\pard\\intbl a\\cell b\\cell c\\cell d\\cell\\row"
	    "\\trowd\\cellx1000\\cellx2000\\cellx3000\\clmgf\\cellx4000\\clmrg"
	    "\\intbl e\\cell f\\cell g\\cell h\\cell\\row\\trowd\\cellx1000"
	    "\\cellx2000\\intbl i\\cell j\\cell\\row"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x2 b\n" "cell 1 1,4 1x1 c\n"
	    "cell 1 1,5 1x1 d\n" "cell 1 2,1 1x1 e\n" "cell 1 2,2 1x1 f\n"
	    "cell 1 2,3 1x1 g\n" "cell 1 2,4 1x2 h\n" "cell 1 3,1 1x1 i\n"
	    "cell 1 3,2 1x1 j\n");
}

/* A font of the character set 0 is Latin, unless its bytes are pairs of the
 * document's own page; of pages that are not known only ASCII is read. */
static void
test_fonts(void **state)
{
	(void)state;
	assert_string_equal(decode("{\\fonttbl{\\f2\\fcharset0 A;}"
	    "{\\f3\\fcharset204 R;}{\\f4\\fcharset1 D;}}"
	    "\\f2 caf\\'e9\\par \\'e9cole \\'93x\\'94\\par\\f2 1\\'b9\\'e62\\'e9@"
	    "\\par\\f3 a\\'e0\\'e1b\\par\\f4 \\'b9\\'e6\\par"),
	    "text café\n" "text école “x”\n" "text 1规2锧\n"
	    "text a\xEF\xBF\xBD\xEF\xBF\xBD""b\n" "text 规\n");
	assert_string_equal(decode("{\\fonttbl{\\f2\\fcharset76 A;}"
	    "{\\f3\\fcharset77 M;}{\\f4\\fcharset253 x;}{\\f5\\fcharset254 y;}"
	    "{\\f6\\cpg936 z;}}\\f2\\'b9\\'e6\\f3\\'b9\\'e6\\f4\\'b9\\'e6"
	    "\\f5\\'b9\\'e6\\f6\\'b9\\'e6\\par"),
	    "text 规\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD规规\n");
	blocks_decode(&b, &format_rtf, SLICE("{\\rtf1\\ansi{\\fonttbl{\\f0"
	    "\\fcharset0 A;}}\\f0 \\'b9\\'e6\\par}"), 1);
	assert_string_equal(b.text, "text ¹æ\n");
	blocks_decode(&b, &format_rtf, SLICE("{\\rtf1\\ansi \\'b9\\'e6\\par}"),
	    1);
	assert_string_equal(b.text, "text ¹æ\n");
}

/* Bytes in pairs or not; fallbacks that are words; half characters. */
static void
test_bytes(void **state)
{
	(void)state;
	assert_string_equal(decode("{\\fonttbl{\\f2\\fcharset0 A;}}\\f2"
	    "\\'b9\\'e6\\'e9\\par\\'e9 1\\'b9\\'e6\\par\\'e9@\\par"
	    "\\'b9\\'e6\\par"),
	    "text ¹æé\n" "text é 1¹æ\n" "text é@\n" "text 规\n");
	assert_string_equal(decode("\\uc2\\u9999\\emdash\\endash x\\par"
	    "\\uc15\\u9999 123456789012345x\\par\\uc16\\u9999 1x\\par"
	    "\\uc1\\u-10179?x\\u-8704?\\par"),
	    "text ✏x\n" "text ✏x\n" "text ✏x\n" "text x\xEF\xBF\xBD\n");
}

/* More bytes in a row than are decoded at once. */
static void
test_long_run(void **state)
{
	enum { N = 3 * 4096 };
	struct buffer file = { .n = 0 }, want = { .n = 0 };

	(void)state;
	buffer_string(&file, "{\\rtf1 ");
	buffer_string(&want, "text ");
	for (int i = 0; i < N; i++) {
		buffer_string(&file, "x");
		buffer_string(&want, "x");
	}
	buffer_string(&file, "\\par}");
	buffer_add(&want, (struct slice){ "\n", 2 });
	blocks_decode(&b, &format_rtf, buffer_slice(&file), SIZE_MAX);
	assert_string_equal(b.text, want.p);
	buffer_free(&file);
	buffer_free(&want);
}

/* Marks of cells and rows that say no depth, or another; what is open when the
 * text, or a note, ends. */
static void
test_depths(void **state)
{
	(void)state;
	assert_string_equal(decode("\\pard\\itap1 a\\cell b\\cell\\row\\pard c"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "text c\n");
	assert_string_equal(decode("a\\nestcell b\\nestcell\\nestrow\\pard c"),
	    "cell 2 1,1 1x1 a\n" "cell 2 1,2 1x1 b\n" "text c\n");
	assert_string_equal(decode("\\pard\\intbl\\itap3 a\\nestcell b\\nestcell"
	    "\\pard\\intbl\\nestrow c\\cell\\row\\pard d"),
	    "cell 3 1,1 1x1 a\n" "cell 3 1,2 1x1 b\n" "text c\n" "text d\n");
	assert_string_equal(decode("\\pard\\intbl\\itap2 a\\nestcell b\\nestcell"
	    "\\pard\\intbl\\row\\intbl c\\cell d\\cell\\row\\pard e"),
	    "cell 1 1,1 1x1 \uFFFC\n" "cell 1 2,1 1x1 c\n" "cell 1 2,2 1x1 d\n"
	    "cell 2 1,1 1x1 a\n" "cell 2 1,2 1x1 b\n" "text e\n");
	assert_string_equal(decode("\\intbl a\\cell b\\cell\\row\\pard\\intbl"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n");
	assert_string_equal(decode("\\intbl a\\cell b\\cell\\row\\pard\\intbl c"),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "text c\n");
	blocks_decode(&b, &format_rtf, SLICE("{\\rtf1\\intbl a\\cell b\\cell"
	    "\\row\\pard\\intbl cd"), 1);
	assert_string_equal(b.text,
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n"
	    "cell 1 2,1 1x1 cd\xEF\xBF\xBD\n");
	assert_string_equal(decode("a{\\footnote\\intbl b\\cell c\\cell\\row\\intbl "
	    "d\\cell}e\\par f\\par"),
	    "text ae\n" "cell 1 1,1 1x1 b\n" "cell 1 1,2 1x1 c\n"
	    "cell 1 2,1 1x1 d\n" "text f\n");
}

static void
test_broken(void **state)
{
	(void)state;
	decode("{{{");
	assert_string_equal(b.failed, "cut short");
	decode("a}}}}}b\\par{\\row\\cell\\nestrow\\nestcell\\cellx\\itap9\\intbl "
	    "c\\nestcell");
	assert_memory_equal(b.text, "text ab\n", 8);
	blocks_decode(&b, &format_rtf, SLICE("a\\shptxt b}c}d"), 1);
	assert_string_equal(b.text, "text acd\n" "text b\n");
	decode("\\");
	decode("\\'");
	blocks_decode(&b, &format_rtf, SLICE(""), 1);
	assert_string_equal(b.text, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_marks_and_struck_out),
		cmocka_unit_test(test_misplaced_star),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_bytes_before),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_odd_values),
		cmocka_unit_test(test_no_width),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_fonts),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_long_run),
		cmocka_unit_test(test_depths),
		cmocka_unit_test(test_broken),
	};
	int result = cmocka_run_group_tests_name("rtf", tests, NULL, NULL);

	free(b.text);
	return result;
}
