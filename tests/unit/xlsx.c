#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"
#include "format/blocks/address.h"
#include "format/excel/cell_number.h"
#include "parts.h"

static void
shown(const char *number, struct slice code, const char *want)
{
	struct buffer      out = { .n = 0 };
	struct cell_format format;
	struct slice       got;

	cell_format_read(&format, code);
	cell_number_add(&out, slice_of(number), &format, false);
	got = paragraph_text(&out);
	if (!slice_is(got, want))
		fail_msg("%s as %.*s: %.*s, not %s", number, (int)code.n,
		    code.p, (int)got.n, got.p, want);
	buffer_free(&out);
}

static void
test_general(void **state)
{
	static const char *const row[][2] = {
		{ "3", "3" }, { "0", "0" }, { "-0", "0" }, { "3.0", "3" },
		{ "8.5", "8.5" }, { "0.30000000000000004", "0.3" },
		{ "190.45737900000001", "190.457379" }, { "1E3", "1000" },
		{ "1.5E-7", "0.00000015" }, { "-12", "-12" },
		{ "0.99999999999999999", "1" }, { "12a", "12a" },
		{ "1.7976931348623157E308", "179769313486232"
		    "0000000000000000000000000000000000000000000000000000000"
		    "0000000000000000000000000000000000000000000000000000000"
		    "0000000000000000000000000000000000000000000000000000000"
		    "0000000000000000000000000000000000000000000000000000000"
		    "0000000000000000000000000000000000000000000000000000000"
		    "0000000000000000000" },
		{ "1e999", "1e999" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		shown(row[i][0], cell_format_builtin(0), row[i][1]);
}

static void
test_codes(void **state)
{
	static const char *const row[][3] = {
		{ "0", "2.5", "3" }, { "0.00", "190.457", "190.46" },
		{ "#,##0.00_);[Red](#,##0.00)", "1234.5", "1234.50" },
		{ "0%", "0.128", "13%" }, { "0.0%", "0.1284", "12.8%" },
		{ "General", "3", "3" }, { "G/通用格式", "3", "3" },
		{ "@", "3", "3" }, { "0.00E+00", "1500", "1500" },
		{ "yyyy\"年\"m\"月\"d\"日\";@", "45291", "2023年12月31日" },
		{ "[$-804]aaaa", "45291", "2023年12月31日" },
		{ "yyyy-m", "45291", "2023年12月" }, { "h:mm", "0.5",
		    "12:00:00" }, { "yy/m/d h:mm", "45291.75",
		    "2023年12月31日 18:00:00" },
		{ "\"d\"0", "5", "d5" }, { "m/d", "1", "1月1日" },
		{ "y/m/d", "61", "1900年3月1日" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		shown(row[i][1], slice_of(row[i][0]), row[i][2]);
}

/* Formats that scale, and words that a format writes beside the number. */
static void
test_scaling_codes(void **state)
{
	static const char *const row[][3] = {
		{ "0!.0,", "85000", "8.5" }, { "0!.0,", "120", "0.0" },
		{ "0!.0,", "123456789", "12345.7" },
		{ "0!.0000", "85000", "8.5000" },
		{ "0\\.0,\"万\"", "85000", "8.5万" },
		{ "0\".\"0,万元", "-85000", "-8.5万元" },
		{ "0,", "1499", "1" }, { "#,##0,", "1234567", "1235" },
		{ "0.00,,", "8460000", "8.46" }, { "0.0,%", "5000", "500.0%" },
		{ "0,.0", "8460", "8.5" }, { "#,##0.00", "1234567.8",
		    "1234567.80" },
		{ "0.0#", "1.25", "1.25" }, { "0.0#", "1.2", "1.2" },
		{ "0.##", "12", "12" }, { "0.##", "12.5", "12.5" },
		{ "#.##", "0.5", "0.5" }, { ".00", "12.5", "12.50" },
		{ "#", "0", "" }, { "#", "7", "7" }, { "000", "7", "007" },
		{ "0\"件\"", "12", "12件" }, { "\"共\"0件", "12", "共12件" },
		{ "0件;;", "0", "" }, { "0;-0;;@", "0", "" },
		{ "0;-0;\"无\"", "0", "无" }, { ";;;", "5", "" },
		{ "0_);(0)", "-5", "-5" }, { "0;[Red]0", "-5", "-5" },
		{ "0.0;[红色]-0.0", "-5", "-5.0" },
		{ "0;\"减\"0", "-5", "-减5" },
		{ "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "0", "-" },
		{ "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "12",
		    "12.00" },
		{ "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0",
		    "-" },
		{ "[>=10000]0!.0,\"万元\";0\"元\"", "85000", "8.5万元" },
		{ "[>=10000]0!.0,\"万元\";0\"元\"", "8500", "8500元" },
		{ "[<0]\"负\"0;[=0]\"零\";0", "0", "零" },
		{ "[<1]0.0;[<>5]0;\"五\"", "5", "五" },
		{ "[>5]0\"多\"", "5", "5" },
		{ "\"¥\"#,##0.00", "8.5", "¥8.50" },
		{ "[$¥-804]#,##0.00;[$¥-804]-#,##0.00", "-8.5", "-¥8.50" },
		{ "[DBNum1][$-804]General", "8", "8" },
		{ "General\"件\"", "8.5", "8.5件" }, { "# ?/?", "8.5", "8.5" },
		{ "0.0E+0", "85000", "85000" }, { "mm:ss.0", "0.5",
		    "12:00:00" }, { "h:mm AM/PM", "0.5", "12:00:00" },
		{ "h\"时\"mm\"分\"", "0.5", "12:00:00" },
		{ "[h]:mm", "0.5", "12:00:00" }, { "b", "5", "5" },
		{ "\"0", "5", "0" }, { "[", "5", "" }, { "0\\", "5", "5" },
		{ "0,,,,,,,", "1E24", "1000" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		shown(row[i][1], slice_of(row[i][0]), row[i][2]);
	shown("0", cell_format_builtin(41), "-");
	shown("12.3", cell_format_builtin(44), "12.30");
}

#define S "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/" \
	"main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/" \
	"2006/relationships'"

static struct blocks b;

static const char *
decode(const char *sheet1, const char *sheet2)
{
	const struct part part[] = {
		{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
		    "xl/workbook.xml")) },
		{ "xl/workbook.xml", "<workbook " S "><sheets>"
		    "<sheet name='Sheet1' r:id='r2'/><sheet name='A&amp;B' "
		    "state='hidden' r:id='r1'/></sheets></workbook>" },
		{ "xl/worksheets/sheet1.xml", sheet1 },
		{ "xl/_rels/workbook.xml.rels", RELATIONS(
		    RELATION("r1", "worksheet", "worksheets/sheet2.xml")
		    RELATION("r2", "worksheet", "worksheets/sheet1.xml")
		    RELATION("r3", "sharedStrings", "sharedStrings.xml")
		    RELATION("r4", "styles", "styles.xml")) },
		{ "xl/worksheets/sheet2.xml", sheet2 },
		{ "xl/styles.xml", "<styleSheet " S "><numFmts>"
		    "<numFmt numFmtId='176' formatCode='0.0'/></numFmts>"
		    "<borders><border/><border><left style='none'/><top "
		    "style='thin'/></border></borders>"
		    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
		    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
		    "<xf numFmtId='176'/><xf borderId='1'/></cellXfs></styleSheet>" },
		{ "xl/sharedStrings.xml", "<sst " S "><si><t>规章</t></si>"
		    "<si><r><t>行政</t></r><r><t>许可_x000D_\n件</t></r>"
		    "<rPh><t>x</t></rPh></si></sst>" },
	};
	struct slice zip = parts_zip(part, sizeof(part) / sizeof(part[0]));
	const char  *text = blocks_decode(&b, &format_xlsx, zip, 1000);

	free((char *)zip.p);
	return text;
}

#define SHEET(rows, more) "<worksheet " S "><sheetData>" rows \
	"</sheetData>" more "</worksheet>"

static void
test_sheets(void **state)
{
	(void)state;
	b.places = true;
	assert_string_equal(decode(
	    SHEET("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'/>"
	    "<c r='C1' t='s'><v>1</v></c></row><row r='2'><c r='A2'/></row>"
	    "<row r='4'><c r='A4'><v>3</v></c><c r='C4' s='1'><v>45291</v>"
	    "</c><c t='inlineStr'><is><t>无</t></is></c></row>"
	    "<row><c s='2'><v>8.46</v></c><c><f>SUM(A1)</f></c>"
	    "<c t='b'><v>1</v></c><c t='s'><v>7</v></c></row>",
	    "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='C1:D1'/>"
	    "</mergeCells>"),
	    SHEET("<row r='1'><c r='A1'><v>1</v></c></row>", "")),
	    "Sheet1!A1 cell 1 1,1 2x2 规章\n"
	    "Sheet1!C1 cell 1 1,3 1x2 行政许可 件\n"
	    "Sheet1!A4 cell 1 4,1 1x1 3\n" "Sheet1!B4 cell 1 4,2 1x1 \n"
	    "Sheet1!C4 cell 1 4,3 1x1 2023年12月31日\n"
	    "Sheet1!D4 cell 1 4,4 1x1 无\n" "Sheet1!A5 cell 1 5,1 1x1 8.5\n"
	    "Sheet1!B5 cell 1 5,2 1x1 =SUM(A1)\n"
	    "Sheet1!C5 cell 1 5,3 1x1 TRUE\n" "Sheet1!D5 cell 1 5,4 1x1 \n"
	    "A&B!A1 furniture head A&B\n" "A&B!A1 furniture text 1\n");
	b.places = false;
	assert_null(b.failed);
}

/* Borders part a table from the lines around it. */
static void
test_ruled(void **state)
{
	(void)state;
	assert_string_equal(decode(SHEET(
	    "<row r='1'><c r='A1' t='str'><v>标题</v></c></row>"
	    "<row r='2'><c r='A2' s='3' t='str'><v>a</v></c><c r='D2' s='3'>"
	    "<v>1</v></c></row>"
	    "<row r='3'><c r='A3' s='3' t='str'><v>b</v></c><c r='D3' s='3'/>"
	    "</row>"
	    "<row r='4'><c r='A4' s='3'/><c r='D4' s='3'/></row>"
	    "<row r='5'><c r='A5' t='str'><v>二、</v></c></row>"
	    "<row r='6'><c r='B6' s='3'><v>2</v></c></row>"
	    "<row r='8'><c r='B8' s='3'><v>3</v></c></row>",
	    "<mergeCells><mergeCell ref='A1:F1'/><mergeCell ref='A2:C2'/>"
	    "<mergeCell ref='A3:C3'/><mergeCell ref='A4:C4'/></mergeCells>"),
	    SHEET("", "")),
	    "text 标题\n" "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 1\n"
	    "cell 1 2,1 1x1 b\n" "cell 1 2,2 1x1 \n" "cell 1 3,1 1x1 \n"
	    "cell 1 3,2 1x1 \n" "text 二、\n" "cell 2 1,1 1x1 2\n"
	    "cell 3 1,1 1x1 3\n");
}

#define LINE(text) "<row><c t='str'><v>" text "</v></c></row>"
#define PAIR(text, n) "<row><c t='str'><v>" text "</v></c><c><v>" n \
	"</v></c></row>"

/* Without borders headings and sentences do. */
static void
test_unruled(void **state)
{
	(void)state;
	assert_string_equal(decode(SHEET(LINE("一、总体情况") LINE("甲。")
	    LINE("二、主动公开") LINE("第二十条") PAIR("规章", "1")
	    LINE("三、申请") PAIR("一、新收", "2") PAIR("二、结转", "3")
	    LINE("三、办理结果") PAIR("四、结转", "4") LINE("四、复议"), ""),
	    SHEET("", "")),
	    "text 一、总体情况\n" "text 甲。\n" "text 二、主动公开\n"
	    "cell 1 1,1 1x1 第二十条\n" "cell 1 1,2 1x1 \n"
	    "cell 1 2,1 1x1 规章\n" "cell 1 2,2 1x1 1\n" "text 三、申请\n"
	    "cell 2 1,1 1x1 一、新收\n" "cell 2 1,2 1x1 2\n"
	    "cell 2 2,1 1x1 二、结转\n" "cell 2 2,2 1x1 3\n"
	    "cell 2 3,1 1x1 三、办理结果\n" "cell 2 3,2 1x1 \n"
	    "cell 2 4,1 1x1 四、结转\n" "cell 2 4,2 1x1 4\n"
	    "text 四、复议\n");
}

static struct slice
letters(unsigned column)
{
	static char bytes[ADDRESS_BYTES];

	return cell_address(bytes, 7, column);
}

/* Columns have letters as numbers have digits, but without a zero. */
static void
test_letters(void **state)
{
	(void)state;
	assert_true(slice_is(letters(1), "A7"));
	assert_true(slice_is(letters(26), "Z7"));
	assert_true(slice_is(letters(27), "AA7"));
	assert_true(slice_is(letters(52), "AZ7"));
	assert_true(slice_is(letters(702), "ZZ7"));
	assert_true(slice_is(letters(703), "AAA7"));
	assert_true(slice_is(letters(16384), "XFD7"));
}

static void
test_odd_addresses(void **state)
{
	(void)state;
	assert_string_equal(decode(SHEET("<row r='1'><c r='C1048576'><v>1"
	    "</v></c><c r='ZZZZ1'><v>2</v></c><c r='1'><v>3</v></c>"
	    "<c r='A99999999'><v>4</v></c></row>", "<mergeCell ref='B2:A1'/>"
	    "<mergeCell ref='A1:XFE1048577'/><mergeCell ref=':'/>"),
	    "<worksheet " S "/>"), "text 1\n");
}

/* Escapes that are none, strings by no number, attributes that are none. */
static void
test_odd_texts(void **state)
{
	(void)state;
	assert_string_equal(decode(SHEET("<row r='x'><c t='str'><v>a_x000A_b_"
	    "_x00_xZZZZ_y</v></c><c t='s'><v>x</v></c><c t='s'><v/></c>"
	    "<c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c><c s='-1'><v>7</v>"
	    "</c><c s='99'><v>8</v></c><c t='str'><f>A1</f><v/></c></row>"
	    "<v>no cell</v>", ""), SHEET("", "")),
	    "cell 1 1,1 1x1 a b__x00_xZZZZ_y\n" "cell 1 1,2 1x1 \n"
	    "cell 1 1,3 1x1 FALSE\n" "cell 1 1,4 1x1 #N/A\n"
	    "cell 1 1,5 1x1 7\n" "cell 1 1,6 1x1 8\n");
}

/* Characters that XML cannot have: a pair of halves is one, half a pair is shown
 * as such. */
static void
test_escapes(void **state)
{
	(void)state;
	assert_string_equal(decode(SHEET("<row><c t='str'><v>1_xD83D__xDE00_2"
	    "</v></c><c t='str'><v>a_xD800_b</v></c><c t='str'><v>_xDC00__xD800_"
	    "</v></c><c t='str'><v>_xD800__x0041_</v></c><c t='str'><v>_xd83d_"
	    "_xde00</v></c><c t='str'><v>_x005F_x0041_</v></c><c t='str'><v>"
	    "a_x0000_</v></c></row>", ""), SHEET("", "")),
	    "cell 1 1,1 1x1 1😀2\n" "cell 1 1,2 1x1 a�b\n"
	    "cell 1 1,3 1x1 ��\n" "cell 1 1,4 1x1 �A\n"
	    "cell 1 1,5 1x1 �_xde00\n" "cell 1 1,6 1x1 _x0041_\n"
	    "cell 1 1,7 1x1 a�\n");
}

#define N(address, style, value) "<c r='" address "' s='" style "'><v>" \
	value "</v></c>"

/* Fonts and formats of cells: 0 plain, 1 struck out, 2 raised, 3 white, 4 white
 * on black, 5 yuan as ten thousands, 6 words around a text, 7 hides all. */
static const char *
decode_dressed(const char *sheet)
{
	const struct part part[] = {
		{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
		    "xl/workbook.xml")) },
		{ "xl/workbook.xml", "<workbook " S "><sheets>"
		    "<sheet name='Sheet1' r:id='r1'/></sheets></workbook>" },
		{ "xl/_rels/workbook.xml.rels", RELATIONS(
		    RELATION("r1", "worksheet", "worksheets/sheet1.xml")
		    RELATION("r2", "sharedStrings", "sharedStrings.xml")
		    RELATION("r3", "styles", "styles.xml")) },
		{ "xl/worksheets/sheet1.xml", sheet },
		{ "xl/styles.xml", "<styleSheet " S "><numFmts>"
		    "<numFmt numFmtId='176' formatCode='0!.0,'/>"
		    "<numFmt numFmtId='177' formatCode='0;0;0;\"共\"@\"件\"'/>"
		    "<numFmt numFmtId='178' formatCode=';;;'/></numFmts>"
		    "<fonts><font/><font><strike/></font>"
		    "<font><vertAlign val='superscript'/></font>"
		    "<font><color rgb='FFFFFFFF'/></font>"
		    "<font><color theme='0' tint='-0.5'/></font></fonts>"
		    "<fills><fill><patternFill patternType='none'/></fill>"
		    "<fill><patternFill patternType='solid'/></fill></fills>"
		    "<cellXfs><xf/><xf fontId='1'/><xf fontId='2'/>"
		    "<xf fontId='3'/><xf fontId='3' fillId='1'/>"
		    "<xf numFmtId='176'/><xf numFmtId='177'/>"
		    "<xf numFmtId='178'/><xf fontId='4'/></cellXfs>"
		    "</styleSheet>" },
		{ "xl/sharedStrings.xml", "<sst " S "><si><t>规章</t></si>"
		    "<si><r><t>68</t></r><r><rPr><strike/></rPr><t>69</t></r>"
		    "<r><t>70</t></r><r><rPr><vertAlign val='superscript'/>"
		    "</rPr><t>1</t></r></si></sst>" },
	};
	struct slice zip = parts_zip(part, sizeof(part) / sizeof(part[0]));
	const char  *text = blocks_decode(&b, &format_xlsx, zip, 1000);

	free((char *)zip.p);
	return text;
}

/* What the eye sees of a cell is what it says. */
static void
test_dressed(void **state)
{
	(void)state;
	assert_string_equal(decode_dressed(SHEET("<row r='1'>"
	    "<c r='A1' t='s'><v>1</v></c><c r='B1' t='s' s='1'><v>1</v></c>"
	    "<c r='C1' t='s' s='2'><v>0</v></c><c r='D1' t='inlineStr'><is><r>"
	    "<rPr><strike/></rPr><t>5</t></r><r><rPr/><t>6</t></r></is></c>"
	    "</row><row r='2'>" N("A2", "1", "5") N("B2", "2", "12")
	    N("C2", "3", "7") N("D2", "4", "8") N("E2", "8", "9") "</row>"
	    "<row r='3'>" N("A3", "5", "85000") N("B3", "7", "5")
	    "<c r='C3' t='s' s='6'><v>0</v></c>"
	    "<c r='D3' t='s' s='7'><v>0</v></c></row>", "")),
	    "cell 1 1,1 1x1 6870¹\n" "cell 1 1,2 1x1 ¹\n"
	    "cell 1 1,3 1x1 规章\n" "cell 1 1,4 1x1 6\n" "cell 1 1,5 1x1 \n"
	    "cell 1 2,1 1x1 \n" "cell 1 2,2 1x1 12\n" "cell 1 2,3 1x1 \n"
	    "cell 1 2,4 1x1 8\n" "cell 1 2,5 1x1 9\n" "cell 1 3,1 1x1 8.5\n"
	    "cell 1 3,2 1x1 \n" "cell 1 3,3 1x1 共规章件\n"
	    "cell 1 3,4 1x1 \n" "cell 1 3,5 1x1 \n");
	/* other things than cells may be coloured */
	assert_string_equal(decode_dressed(SHEET("<row>" N("A1", "3", "7")
	    N("B1", "0", "0") "</row>", "<conditionalFormatting/>")),
	    "cell 1 1,1 1x1 7\n" "cell 1 1,2 1x1 0\n");
	assert_string_equal(decode_dressed("<worksheet " S "><sheetViews>"
	    "<sheetView showZeros='0'/></sheetViews><sheetData><row>"
	    N("A1", "0", "0") N("B1", "0", "0.0E5") N("C1", "0", "10")
	    "<c t='str'><v>0</v></c></row></sheetData></worksheet>"),
	    "cell 1 1,1 1x1 10\n" "cell 1 1,2 1x1 0\n");
}

/* What is cut short says so, and its last row blanks nothing. */
static void
test_cut(void **state)
{
	(void)state;
	assert_string_equal(decode("<worksheet " S "><sheetData><row r='1'>"
	    N("A1", "0", "1") N("B1", "0", "2") N("C1", "0", "3")
	    "</row><row r='2'>" N("A2", "0", "4") "<c r='B2'><v>5",
	    SHEET("", "")),
	    "cell 1 1,1 1x1 1\n" "cell 1 1,2 1x1 2\n" "cell 1 1,3 1x1 3\n"
	    "cell 1 2,1 1x1 4\n" "cell 1 2,2 1x1 \xEF\xBF\xBD\n");
	assert_string_equal(b.failed,
	    "XML that is cut short: xl/worksheets/sheet1.xml");
	assert_string_equal(decode("<worksheet " S "><sheetData><row r='1'>"
	    N("A1", "0", "1") N("B1", "0", "2") "</row><row r='2'>"
	    N("A2", "0", "4"), SHEET("", "")),
	    "cell 1 1,1 1x1 1\n" "cell 1 1,2 1x1 2\n"
	    "cell 1 2,1 1x1 4\xEF\xBF\xBD\n");
	assert_string_equal(decode("<worksheet " S "><sheetData><row r='1'>"
	    N("A1", "0", "1") N("B1", "0", "2") "</row><row r='2'>"
	    N("A2", "0", "4") "</row>", SHEET("", "")),
	    "cell 1 1,1 1x1 1\n" "cell 1 1,2 1x1 2\n" "cell 1 2,1 1x1 4\n"
	    "cell 1 2,2 1x1 \n");
}

#define T(address, text) "<c r='" address "' t='str'><v>" text "</v></c>"

/* Rows and columns that are hidden are not there; what a merged range shows
 * stands where its first cell is that is seen. */
static void
test_hidden(void **state)
{
	(void)state;
	assert_string_equal(decode("<worksheet " S "><cols><col min='2' max='2' "
	    "hidden='1'/><col min='5' max='6' width='0'/></cols><sheetData>"
	    "<row r='1'>" T("A1", "a") T("B1", "b") T("C1", "c") T("D1", "d")
	    T("F1", "f") "</row><row r='2' hidden='true'>" T("A2", "x")
	    T("C2", "y") T("D2", "z") "</row><row r='3' ht='0'>" T("A3", "x")
	    "</row><row r='4'>" T("A4", "e") T("D4", "h") "</row>"
	    "<row r='5'>" T("B5", "i") "<c r='C5'/>" T("D5", "j")
	    "</row></sheetData><mergeCells><mergeCell ref='C2:C4'/>"
	    "<mergeCell ref='B5:C5'/><mergeCell ref='E1:F2'/></mergeCells>"
	    "</worksheet>", SHEET("", "")),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 c\n" "cell 1 1,3 1x1 d\n"
	    "cell 1 4,1 1x1 e\n" "cell 1 4,2 1x1 y\n" "cell 1 4,3 1x1 h\n"
	    "cell 1 5,1 1x1 \n" "cell 1 5,2 1x1 i\n" "cell 1 5,3 1x1 j\n");
	/* a table does not end where its rows are hidden */
	assert_string_equal(decode(SHEET("<row r='1'>" N("A1", "3", "1")
	    "</row><row r='2' hidden='1'/><row r='3' hidden='1'/><row r='4'>"
	    N("A4", "3", "4") "</row><row r='5' hidden='1'/><row r='7'>"
	    N("A7", "3", "7") "</row>", ""), SHEET("", "")),
	    "cell 1 1,1 1x1 1\n" "cell 1 4,1 1x1 4\n" "cell 2 1,1 1x1 7\n");
	assert_string_equal(decode(SHEET("<row r='1' hidden='1'>" T("A1", "a")
	    "</row>", ""), SHEET("", "")), "");
	assert_string_equal(b.failed, "no text in it");
}

/* What is too much, or not there, is told. */
static void
test_limits(void **state)
{
	static char rows[2 * 1024 * 1024];
	struct part part[] = {
		{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
		    "xl/workbook.xml")) },
		{ "xl\\Workbook.XML", "<workbook " S "><sheets><sheet "
		    "name='Sheet1' r:id='r1'/></sheets></workbook>" },
		{ "xl/_rels/workbook.xml.rels", RELATIONS(
		    RELATION("r1", "worksheet", "/xl/sheet1.xml")
		    "<Relationship Id='r2' TargetMode='External' Target='x'/>") },
		{ "xl/sheet1.xml", rows },
	};
	size_t       n;
	struct slice zip;

	(void)state;
	n = (size_t)sprintf(rows, "<worksheet " S "><sheetData><row>");
	for (int i = 0; i < 16000; i++)
		n += (size_t)sprintf(rows + n, "<c/>");
	n += (size_t)sprintf(rows + n, "</row><row>");
	for (int i = 0; i < 16000; i++)
		n += (size_t)sprintf(rows + n, "<c/>");
	zip = parts_zip(part, 4);
	blocks_decode(&b, &format_xlsx, zip, SIZE_MAX);
	assert_string_equal(b.failed, "a sheet of too many cells");
	free((char *)zip.p);

	n = (size_t)sprintf(rows, "<worksheet " S "><sheetData/>");
	for (int i = 0; i < 20001; i++)
		n += (size_t)sprintf(rows + n, "<mergeCell ref='A1:B1'/>");
	zip = parts_zip(part, 4);
	blocks_decode(&b, &format_xlsx, zip, SIZE_MAX);
	assert_string_equal(b.failed, "a sheet of too many merged cells");
	free((char *)zip.p);

	n = (size_t)sprintf(rows, "<worksheet " S "><sheetData><row r='999'><c>"
	    "<v>1</v></c></row></sheetData>");
	for (int i = 1; i < 300; i++)
		n += (size_t)sprintf(rows + n, "<mergeCell ref='A%d:XFD%d'/>", i,
		    i);
	sprintf(rows + n, "</worksheet>");
	zip = parts_zip(part, 4);
	blocks_decode(&b, &format_xlsx, zip, SIZE_MAX);
	assert_string_equal(b.failed, "a sheet of too many merged cells");
	free((char *)zip.p);

	zip = parts_zip(part, 3);
	blocks_decode(&b, &format_xlsx, zip, SIZE_MAX);
	assert_string_equal(b.failed, "a part of the package is missing: xl/sheet1.xml");
	free((char *)zip.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_general),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_scaling_codes),
		cmocka_unit_test(test_sheets),
		cmocka_unit_test(test_ruled),
		cmocka_unit_test(test_unruled),
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_odd_addresses),
		cmocka_unit_test(test_odd_texts),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_dressed),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_limits),
	};
	int result = cmocka_run_group_tests_name("xlsx", tests, NULL, NULL);

	free(b.text);
	return result;
}
