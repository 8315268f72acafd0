#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"
#include "parts.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/" \
	"2006/main' xmlns:mc='http://schemas.openxmlformats.org/" \
	"markup-compatibility/2006'"
#define BODY(content) "<w:document " W "><w:body>" content \
	"</w:body></w:document>"
#define RUN(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" RUN(text) "</w:p>"
#define CELL(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" \
	P(text) "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define SPAN(n) "<w:gridSpan w:val='" n "'/>"
#define DOWN "<w:vMerge/>"
#define FIRST "<w:vMerge w:val='restart'/>"
#define NUMBERED(list, level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" \
	level "'/><w:numId w:val='" list "'/></w:numPr></w:pPr>" RUN(text) \
	"</w:p>"

static struct blocks b;

static const char *
decode_parts(const char *body, const char *numbering, const char *styles,
    const char *notes)
{
	const struct part part[] = {
		{ "word/document.xml", body },
		{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
		    "/word/document.xml")) },
		{ "word/_rels/document.xml.rels", RELATIONS(
		    RELATION("r1", "numbering", "numbering.xml")
		    RELATION("r2", "styles", "./styles.xml")
		    RELATION("r3", "footnotes", "../word/footnotes.xml")) },
		{ "word/numbering.xml", numbering },
		{ "word/styles.xml", styles },
		{ "word/footnotes.xml", notes },
	};
	struct slice zip = parts_zip(part, 6);
	const char  *text = blocks_decode(&b, &format_docx, zip, 1000);

	free((char *)zip.p);
	return text;
}

static const char *
decode(const char *body)
{
	return decode_parts(body, "<w:numbering " W "/>", "<w:styles " W "/>",
	    "<w:footnotes " W "/>");
}

static void
test_spans(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:tbl>"
	    ROW(CELL(SPAN("2") FIRST, "a") CELL(SPAN("3"), "b"))
	    ROW(CELL(SPAN("2") DOWN, "") CELL("", "c") CELL("", "d")
	    CELL("", ""))
	    "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"
	    CELL("", "e") CELL(SPAN("3"), "f") "</w:tr>"
	    ROW(CELL("", "g") CELL("", "h") CELL(SPAN("3"), "i"))
	    "</w:tbl>")),
	    "cell 1 1,1 2x2 a\n" "cell 1 1,3 1x3 b\n" "cell 1 2,3 1x1 c\n"
	    "cell 1 2,4 1x1 d\n" "cell 1 2,5 1x1 \n" "cell 1 3,2 1x1 e\n"
	    "cell 1 3,3 1x3 f\n" "cell 1 4,1 1x1 g\n" "cell 1 4,2 1x1 h\n"
	    "cell 1 4,3 1x3 i\n");
	assert_null(b.failed);
}

/* A vertical merge that nothing begins is a cell of its own. */
static void
test_orphan_merge(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:tbl>"
	    ROW(CELL(DOWN, "a") CELL("", "b"))
	    ROW(CELL(DOWN, "") CELL(FIRST, "c"))
	    ROW(CELL("", "d") CELL("<w:vMerge w:val='continue'/>", ""))
	    "</w:tbl>")),
	    "cell 1 1,1 2x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 2,2 2x1 c\n"
	    "cell 1 3,1 1x1 d\n");
}

#define GRID(a, b, c) "<w:tblGrid><w:gridCol w:w='" a "'/><w:gridCol w:w='" \
	b "'/><w:gridCol w:w='" c "'/></w:tblGrid>"

/* Edges drawn carelessly make columns of a hair's breadth; unless a cell
 * needs them they are none. */
static void
test_careless_edges(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:tbl>" GRID("2000", "30", "2000")
	    ROW(CELL(SPAN("2"), "a") CELL("", "b"))
	    ROW(CELL("", "c") CELL(SPAN("2"), "d")) "</w:tbl>")),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 2,1 1x1 c\n"
	    "cell 1 2,2 1x1 d\n");
	assert_string_equal(decode(BODY("<w:tbl>" GRID("2000", "30", "2000")
	    ROW(CELL("", "a") CELL("", "b") CELL("", "c")) "</w:tbl>")),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 1,3 1x1 c\n");
}

static void
test_nested(void **state)
{
	(void)state;
	b.places = true;
	assert_string_equal(decode(BODY(P("before") "<w:p/>" "<w:tbl>" ROW(
	    "<w:tc>" P("out") "<w:tbl>" ROW(CELL("", "in") CELL("", "ner")) "</w:tbl>"
	    P("er") "</w:tc>" CELL("", "next")) "</w:tbl>" P("behind"))),
	    "G1 text before\n" "T1R1C1 cell 1 1,1 1x1 out er\n"
	    "T1R1C2 cell 1 1,2 1x1 next\n" "T2R1C1 cell 2 1,1 1x1 in\n"
	    "T2R1C2 cell 2 1,2 1x1 ner\n" "G3 text behind\n");
	b.places = false;
}

/* A table of one cell is a frame around what is in it. */
static void
test_frame(void **state)
{
	(void)state;
	b.places = true;
	assert_string_equal(decode(BODY("<w:tbl>" ROW("<w:tc>" P("a") P("b")
	    "<w:tbl>" ROW(CELL("", "1") CELL("", "2")) "</w:tbl>" P("c")
	    "</w:tc>") "</w:tbl>" P("d"))),
	    "T1R1C1G1 text a\n" "T1R1C1G2 text b\n"
	    "T2R1C1 cell 2 1,1 1x1 1\n" "T2R1C2 cell 2 1,2 1x1 2\n"
	    "T1R1C1G3 text c\n" "G1 text d\n");
	b.places = false;
}

#define LOOK(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t>" \
	text "</w:t></w:r>"
#define RAISED "<w:vertAlign w:val='superscript'/>"
#define BY(n) "<w:position w:val='" n "'/>"

/* What stands above the line, or is crossed out, is no part of the figure. */
static void
test_marks_and_struck_out(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY(
	    "<w:p>" RUN("69") LOOK(RAISED, "1") RUN("件") "</w:p>"
	    "<w:p>" RUN("7") LOOK(RAISED, "[１2]") LOOK(RAISED, "⑩a")
	    "</w:p>"
	    "<w:p>" RUN("CO") LOOK("<w:vertAlign w:val='subscript'/>",
	    "(2+3)") LOOK("<w:vertAlign w:val='baseline'/>", "1") "</w:p>"
	    "<w:p>" LOOK("<w:strike/>", "68") RUN("69")
	    LOOK("<w:dstrike/>", "70") LOOK("<w:strike w:val='0'/>", "件")
	    "</w:p>"
	    "<w:p>" RUN("8") LOOK(BY("7"), "2") LOOK(BY("-6"), "3")
	    LOOK(BY("5"), "4") "</w:p>"
	    "<w:p>" LOOK(BY("8"), "12") LOOK(BY("14"), "1") "</w:p>")),
	    "text 69¹件\n" "text 7⁽¹²⁾¹⁰a\n" "text CO₍₂₊₃₎1\n"
	    "text 69件\n" "text 8²₃4\n" "text 12¹\n");
	assert_string_equal(decode_parts(BODY(
	    "<w:p>" RUN("69") LOOK("<w:rStyle w:val='note'/>", "1")
	    LOOK("<w:rStyle w:val='gone'/>", "70")
	    LOOK("<w:rStyle w:val='gone'/><w:strike w:val='0'/>", "件")
	    "</w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='struck'/></w:pPr>" RUN("68")
	    LOOK("<w:rStyle w:val='gone'/>", "69") "</w:p>"),
	    "<w:numbering " W "/>", "<w:styles " W ">"
	    "<w:style w:type='character' w:styleId='note'><w:rPr>" RAISED
	    "</w:rPr></w:style>"
	    "<w:style w:type='character' w:styleId='line'><w:rPr><w:strike/>"
	    "</w:rPr></w:style>"
	    "<w:style w:type='character' w:styleId='gone'>"
	    "<w:basedOn w:val='line'/></w:style>"
	    "<w:style w:styleId='struck'><w:rPr><w:dstrike/></w:rPr>"
	    "</w:style></w:styles>", "<w:footnotes " W "/>"),
	    "text 69¹件\n" "text 69\n");
}

#define M "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/" \
	"math'"
#define MATH(text) "<m:r><m:t>" text "</m:t></m:r>"

static void
test_formula(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:p>" LOOK("<w:strike/>", "x")
	    "<m:oMath " M "><m:sSup><m:e>" MATH("10") "</m:e><m:sup>"
	    MATH("4") "</m:sup></m:sSup>" MATH("5") "<m:f><m:num>" MATH("1")
	    "</m:num><m:den>" MATH("2") "</m:den></m:f></m:oMath></w:p>")),
	    "text 10⁴51/2\n");
}

static void
test_changes(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY(
	    "<w:p>" RUN("收到") "<w:del>" RUN("5") "</w:del><w:ins>" RUN("6")
	    "</w:ins><w:moveFrom>" RUN("x") "</w:moveFrom><w:moveTo>"
	    RUN("件") "</w:moveTo></w:p>"
	    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("一") "</w:p>"
	    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("二") "</w:p>"
	    P("三") P("四")
	    "<w:p>" RUN("外") "<w:txbxContent><w:p><w:pPr><w:rPr><w:del/></w:rPr>"
	    "</w:pPr>" RUN("框") "</w:p></w:txbxContent>" RUN("里") "</w:p>"
	    "<w:tbl>" ROW(CELL("", "a") CELL("<w:cellDel/>", "b")
	    CELL("", "c"))
	    "<w:tr><w:trPr><w:del/></w:trPr>" CELL("", "d") "</w:tr>"
	    ROW(CELL("", "e") CELL("", "f"))
	    "<w:tr><w:tc><w:p><w:del>" RUN("g") "</w:del>" RUN("h")
	    "</w:p></w:tc></w:tr></w:tbl>")),
	    "text 收到6件\n" "text 一二三\n" "text 四\n"
	    "text 外里\n" "text 框\n" "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 c\n" "cell 1 2,1 1x1 e\n" "cell 1 2,2 1x1 f\n"
	    "cell 1 3,1 1x1 h\n");
}

static void
test_runs(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY(
	    "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
	    RUN("　共") "<w:r><w:tab/><w:t xml:space='preserve'> 3 </w:t>"
	    "<w:br/></w:r>" RUN("件&amp;<![CDATA[<4>]]>")
	    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>不见</w:t></w:r>"
	    "<w:r><w:noBreakHyphen/><w:sym w:char='F0FC'/>"
	    "<w:sym w:char='25CB'/></w:r></w:p>"
	    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
	    "<w:r><w:instrText>PAGE 1</w:instrText></w:r>" RUN("code")
	    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" RUN("7")
	    "<w:r><w:fldChar w:fldCharType='end'/></w:r>" RUN("页") "</w:p>")),
	    "text 共 3 件&<4>-○\n" "text 7页\n");
}

#define BOX(content) "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" \
	content "</w:txbxContent></mc:Choice><mc:Fallback><w:pict>" \
	"<w:txbxContent>" content "</w:txbxContent></w:pict></mc:Fallback>" \
	"</mc:AlternateContent></w:r>"

static void
test_boxes(void **state)
{
	(void)state;
	b.places = true;
	assert_string_equal(decode(BODY(
	    "<w:p>" RUN("an") BOX(P("box") "<w:tbl>" ROW(CELL("", "cell") CELL("", "2"))
	    "</w:tbl>" P("end")) RUN("chor") "</w:p>" P("next"))),
	    "G1 text anchor\n" "G1 text box\n" "T1R1C1 cell 1 1,1 1x1 cell\n"
	    "T1R1C2 cell 1 1,2 1x1 2\n" "G1 text end\n"
	    "G2 text next\n");
	b.places = false;
}

/* What is seen in a cell and is no text of its own: not blank. */
static void
test_cells_not_blank(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:tbl>" ROW(
	    "<w:tc><w:tbl>" ROW(CELL("", "69")) "</w:tbl><w:p/></w:tc>"
	    "<w:tc>" P("7") "<w:tbl>" ROW(CELL("", "8")) "</w:tbl></w:tc>")
	    ROW("<w:tc><w:tbl>" ROW(CELL("", "1") CELL("", "2"))
	    "</w:tbl></w:tc>" "<w:tc><w:p>" BOX(P("5")) "</w:p></w:tc>")
	    ROW("<w:tc><w:p>" RUN("6") BOX(P("5")) "</w:p></w:tc>"
	    "<w:tc><w:p><w:r><w:object/></w:r></w:p></w:tc>")
	    "</w:tbl>")),
	    "cell 1 1,1 1x1 69\n" "cell 1 1,2 1x1 7 8\n"
	    "cell 1 2,1 1x1 \uFFFC\n" "cell 1 2,2 1x1 \uFFFC\n"
	    "cell 1 3,1 1x1 6\n" "cell 1 3,2 1x1 \uFFFC\n"
	    "cell 4 1,1 1x1 1\n" "cell 4 1,2 1x1 2\n" "text 5\n" "text 5\n");
	assert_string_equal(decode(BODY("<w:tbl>" ROW("<w:tc><w:p><w:r>"
	    "<wp:anchor xmlns:wp='http://schemas.openxmlformats.org/drawingml/"
	    "2006/wordprocessingDrawing'/></w:r></w:p></w:tc>" CELL("", "1"))
	    "</w:tbl>")), "cell 1 1,1 1x1 \uFFFC\n" "cell 1 1,2 1x1 1\n");
	assert_string_equal(decode(BODY("<w:tbl>" ROW("<w:tc><w:p><w:r>"
	    "<w:sym w:font='Symbol' w:char='F036'/></w:r></w:p></w:tc>"
	    "<w:tc><w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
	    "</w:p></w:tc>") ROW("<w:tc><w:p><w:r><w:fldChar "
	    "w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/>"
	    "</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>"
	    "FORMDROPDOWN</w:instrText><w:fldChar w:fldCharType='end'/></w:r>"
	    "</w:p></w:tc>" CELL("", "")) "</w:tbl>")),
	    "cell 1 1,1 1x1 6\n" "cell 1 1,2 1x1 \uFFFC\n"
	    "cell 1 2,1 1x1 \uFFFC\n" "cell 1 2,2 1x1 \n");
}

/* In a frame within a frame, and in one within the first cell of a table. */
static void
test_frames_within(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:tbl>" ROW("<w:tc>" P("a")
	    "<w:tbl>" ROW("<w:tc>" P("b") P("c") "</w:tc>") "</w:tbl>" P("d")
	    "</w:tc>") "</w:tbl>")), "text a\n" "text b\n" "text c\n" "text d\n");
	assert_string_equal(decode(BODY("<w:tbl>" ROW("<w:tc><w:tbl>"
	    ROW("<w:tc>" P("b") P("c") "</w:tc>") "</w:tbl></w:tc>"
	    CELL("", "d")) "</w:tbl>")),
	    "cell 1 1,1 1x1 b c\n" "cell 1 1,2 1x1 d\n");
}

#define LEVEL(n, format, text, more) "<w:lvl w:ilvl='" n "'><w:start w:val=" \
	"'1'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/>" \
	more "</w:lvl>"

static const char numbering[] = "<w:numbering " W ">"
    "<w:abstractNum w:abstractNumId='4'>"
    LEVEL("0", "chineseCounting", "%1、", "")
    LEVEL("1", "japaneseCounting", "（%2）", "<w:pStyle w:val='Second'/>")
    LEVEL("2", "decimal", "%3.", "")
    LEVEL("3", "decimal", "%1.%4", "<w:isLgl/>")
    LEVEL("4", "bullet", "*", "") "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='4'/><w:lvlOverride "
    "w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
    "</w:numbering>";

static const char styles[] = "<w:styles " W ">"
    "<w:style w:type='paragraph' w:styleId='Title1'><w:name "
    "w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
    "</w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:outlineLvl "
    "w:val='1'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Second'><w:basedOn "
    "w:val='Base'/></w:style>"
    "<w:style w:type='character' w:styleId='Other'/></w:styles>";

#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style \
	"'/></w:pPr>" RUN(text) "</w:p>"

static void
test_numbers(void **state)
{
	(void)state;
	assert_string_equal(decode_parts(BODY(
	    STYLED("Title1", "总体情况") STYLED("Second", "主动公开")
	    NUMBERED("1", "2", "甲") NUMBERED("1", "2", "乙")
	    STYLED("Second", "依申请") NUMBERED("1", "2", "丙")
	    NUMBERED("1", "4", "丁")
	    STYLED("Title1", "建议") NUMBERED("1", "3", "戊")
	    NUMBERED("2", "0", "己") NUMBERED("2", "0", "庚")
	    "<w:p><w:pPr><w:pStyle w:val='Title1'/><w:numPr><w:numId "
	    "w:val='0'/></w:numPr></w:pPr>" RUN("附") "</w:p>"
	    "<w:tbl>" ROW("<w:tc>" NUMBERED("1", "2", "") "</w:tc>" CELL("", "x"))
	    "</w:tbl>"), numbering, styles, "<w:footnotes " W "/>"),
	    "head 一、总体情况\n" "head （一）主动公开\n" "text 1. 甲\n"
	    "text 2. 乙\n" "head （二）依申请\n" "text 1. 丙\n" "text 丁\n"
	    "head 二、建议\n" "text 2.1 戊\n" "text 七、己\n" "text 八、庚\n"
	    "head 附\n" "cell 1 1,1 1x1 1.\n" "cell 1 1,2 1x1 x\n");
}

/* Links from a style of lists to another, levels of a list's own, restarts,
 * numbers without text behind, and what is out of range. */
static void
test_numbering_parts(void **state)
{
	static const char parts[] = "<w:numbering " W ">"
	    "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='S'/>"
	    "</w:abstractNum>"
	    "<w:abstractNum w:abstractNumId='2'><w:styleLink w:val='S'/>"
	    LEVEL("0", "decimal", "%1", "<w:suff w:val='nothing'/>")
	    LEVEL("1", "lowerRoman", "%2)", "<w:lvlRestart w:val='0'/>")
	    LEVEL("2", "upperLetter", "%3%", "") LEVEL("11", "decimal", "x", "")
	    "</w:abstractNum>"
	    "<w:abstractNum w:abstractNumId='3'><w:numStyleLink w:val='T'/>"
	    "</w:abstractNum>"
	    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
	    "<w:num w:numId='2'><w:abstractNumId w:val='2'/><w:lvlOverride "
	    "w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='5'/><w:numFmt "
	    "w:val='decimal'/><w:lvlText w:val='[%1]'/></w:lvl>"
	    "</w:lvlOverride><w:lvlOverride w:ilvl='9'><w:startOverride "
	    "w:val='3'/></w:lvlOverride></w:num>"
	    "<w:num w:numId='3'><w:abstractNumId w:val='3'/></w:num>"
	    "<w:start w:val='9'/></w:numbering>";
	static const char styles_of_runs[] = "<w:styles " W "><w:name "
	    "w:val='no style yet'/><w:style w:default='1' w:styleId='N'>"
	    "<w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='H'><w:rPr><w:vanish/>"
	    "</w:rPr><w:pPr><w:numPr><w:numId w:val='1'/><w:ilvl w:val='2'/>"
	    "</w:numPr></w:pPr></w:style></w:styles>";

	(void)state;
	assert_string_equal(decode_parts(BODY(
	    NUMBERED("1", "0", "a") NUMBERED("1", "1", "b")
	    NUMBERED("1", "0", "c") NUMBERED("1", "1", "d")
	    NUMBERED("1", "2", "e") NUMBERED("2", "0", "f")
	    NUMBERED("3", "0", "g") NUMBERED("1", "10", "h")
	    NUMBERED("7", "0", "i") STYLED("H", "hidden")
	    STYLED("unknown", "j")
	    "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr>" RUN("k") "</w:p>"),
	    parts, styles_of_runs, "<w:footnotes " W "/>"),
	    "text 1a\n" "text i) b\n" "text 2c\n" "text ii) d\n"
	    "text A% e\n" "text [3] f\n" "text g\n" "text h\n" "text i\n"
	    "text A%\n" "text j\n" "head k\n");
	assert_null(b.failed);
}

/* Elements where they do not belong change nothing. */
static void
test_misplaced(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY(
	    "<w:gridCol w:w='5'/><w:tc>" P("a") "</w:tc><w:tr/>"
	    "<w:txbxContent>" P("b") "</w:txbxContent><w:r><w:t>c</w:t></w:r>"
	    "<w:p>" RUN("d") "<w:txbxContent>" P("e") "</w:txbxContent>"
	    "<w:txbxContent>" P("f") "</w:txbxContent><w:r><w:sym w:char='zz'/>"
	    "<w:fldChar w:fldCharType='other'/></w:r></w:p>"
	    "<w:tbl><w:tblGrid><w:gridCol w:w='-5'/></w:tblGrid>"
	    "<w:tr><w:trPr><w:gridBefore w:val='-1'/></w:trPr>"
	    CELL("<w:gridSpan w:val='0'/><w:hMerge w:val='restart'/>", "g")
	    CELL("<w:hMerge/>", "") CELL("", "h") "</w:tr>"
	    ROW(CELL("<w:gridSpan w:val='-1'/>", "i") CELL("", "j")) "</w:tbl>"
	    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("last") "</w:p>")),
	    "text a\n" "text b\n" "text d\n" "text e\n" "text f\n"
	    "cell 1 1,1 1x2 g\n" "cell 1 1,3 1x1 h\n" "cell 1 2,1 1x1 i\n"
	    "cell 1 2,2 1x1 j\n" "text last\n");
}

/* What was before a change of properties is nothing now; a style that is not
 * there is the standard one; a grid without widths is counted. */
static void
test_properties(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:p><w:r><w:rPr><w:rPrChange><w:rPr>"
	    "<w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>"
	    "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val='1'/></w:pPr>"
	    "</w:pPrChange></w:pPr>" RUN("b") "</w:p>")), "text a\ntext b\n");
	assert_string_equal(decode_parts(BODY(STYLED("None", "a") P("b")),
	    "<w:numbering " W "/>", "<w:styles " W "><w:style "
	    "w:type='paragraph' w:default='1' w:styleId='N'><w:pPr>"
	    "<w:outlineLvl w:val='0'/></w:pPr></w:style></w:styles>",
	    "<w:footnotes " W "/>"), "head a\nhead b\n");
	assert_string_equal(decode(BODY("<w:tbl><w:tblGrid><w:gridCol/>"
	    "<w:gridCol/><w:gridCol/></w:tblGrid>"
	    ROW(CELL("", "a") CELL("<w:gridSpan w:val='2'/>", "b"))
	    ROW(CELL("<w:gridSpan w:val='2'/>", "c") CELL("", "d"))
	    ROW(CELL("", "e") CELL("", "f") CELL("", "g")) "</w:tbl>")),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x2 b\n"
	    "cell 1 2,1 1x2 c\n" "cell 1 2,3 1x1 d\n"
	    "cell 1 3,1 1x1 e\n" "cell 1 3,2 1x1 f\n" "cell 1 3,3 1x1 g\n");
	assert_string_equal(decode(BODY("<w:tbl><w:tblGrid><w:gridCol w:w='9'/>"
	    "<w:gridCol w:w='9'/><w:tblGridChange><w:tblGrid><w:gridCol "
	    "w:w='5'/></w:tblGrid></w:tblGridChange></w:tblGrid>"
	    "<w:tr><w:trPr><w:trPrChange><w:trPr><w:gridBefore w:val='1'/>"
	    "<w:del/></w:trPr></w:trPrChange></w:trPr>" CELL("<w:tcPrChange>"
	    "<w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr>"
	    "</w:tcPrChange>", "a") CELL("", "b") "</w:tr>"
	    ROW(CELL("<w:gridSpan w:val='2'/>", "c")) "</w:tbl>")),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 2,1 1x2 c\n");
}

static void
test_notes(void **state)
{
	(void)state;
	assert_string_equal(decode_parts(BODY(P("正文")),
	    "<w:numbering " W "/>", "<w:styles " W "/>",
	    "<w:footnotes " W "><w:footnote w:type='separator'>" P("-")
	    "</w:footnote><w:footnote>" P("注") "</w:footnote>"
	    "</w:footnotes>"), "text 正文\n" "text 注\n");
}

/* A body with the chunk NAME between two paragraphs. */
static const char *
decode_chunk(const char *name, const char *chunk)
{
	char              relations[1024];
	const struct part part[] = {
		{ "word/document.xml", BODY(P("前") "<w:tbl>" ROW(CELL("", "a")
		    CELL("", "b")) "</w:tbl><w:altChunk xmlns:r='http://schemas."
		    "openxmlformats.org/officeDocument/2006/relationships' "
		    "r:id='r7'/>" P("后") "<w:tbl>" ROW(CELL("", "c")
		    CELL("", "d")) "</w:tbl>") },
		{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
		    "/word/document.xml")) },
		{ "word/_rels/document.xml.rels", relations },
		{ "word/chunk", chunk },
	};
	struct slice zip;
	const char  *text;

	snprintf(relations, sizeof(relations), RELATIONS("<Relationship "
	    "Id='r7' Type='http://x/aFChunk' Target='%s'/>"), name);
	zip = parts_zip(part, 4);
	text = blocks_decode(&b, &format_docx, zip, 1000);
	free((char *)zip.p);
	return text;
}

#define AROUND(inside, table) "text 前\n" "cell 1 1,1 1x1 a\n" \
	"cell 1 1,2 1x1 b\n" inside "text 后\n" "cell " table " 1,1 1x1 c\n" \
	"cell " table " 1,2 1x1 d\n"

/* Documents of other kinds in the text. */
static void
test_chunks(void **state)
{
	(void)state;
	assert_string_equal(decode_chunk("chunk", "<html><meta charset=gbk>"
	    "<table><tr><td>\xB9\xE6\xD5\xC2<td>5</table></html>"),
	    AROUND("cell 2 1,1 1x1 规章\n" "cell 2 1,2 1x1 5\n", "3"));
	assert_null(b.failed);
	assert_string_equal(decode_chunk("chunk", "{\\rtf1 x\\par}"),
	    AROUND("text x\n", "2"));
	assert_string_equal(decode_chunk("chunk", "MIME-Version: 1.0\r\n"
	    "Content-Type: text/html\r\n\r\n<p>y</p>"),
	    AROUND("text y\n", "2"));
	assert_string_equal(decode_chunk("chunk", "no markup"), AROUND("", "2"));
	assert_string_equal(b.failed,
	    "a document in it is of a kind that is not read");
	decode_chunk("chunk2", "");
	assert_string_equal(b.failed,
	    "a part of the package is missing: word/chunk2");
}

static void
test_refused(void **state)
{
	(void)state;
	assert_string_equal(decode("<!DOCTYPE a [<!ENTITY e 'x'>]>"
	    BODY(P("&e;"))), "");
	assert_string_equal(b.failed, "XML with a DOCTYPE: word/document.xml");
	assert_string_equal(decode(BODY(P("a") "<w:p><w:r><w:t>b")),
	    "text a\ntext b\xEF\xBF\xBD\n");
	assert_string_equal(b.failed, "XML that is cut short: word/document.xml");
	decode(BODY("<w:p></w:q>"));
	assert_string_equal(b.failed, "broken XML: word/document.xml");
	assert_string_equal(decode(BODY(P("a") P("b\x01zz"))),
	    "text a\ntext b\xEF\xBF\xBD\n");
	assert_string_equal(b.failed, "broken XML: word/document.xml");
	blocks_decode(&b, &format_docx, SLICE("PK\3\4 no more"), 3);
	assert_non_null(b.failed);
	blocks_decode(&b, &format_docx, SLICE(""), 3);
	assert_non_null(b.failed);
}

/* What is cut short keeps the rows it has. */
static void
test_cut_table(void **state)
{
	(void)state;
	assert_string_equal(decode(BODY("<w:tbl>"
	    ROW(CELL("", "a") CELL("", "b")) "<w:tr>" CELL("", "c")
	    "<w:tc><w:p>" RUN("d"))),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 2,1 1x1 c\n"
	    "cell 1 2,2 1x1 d\xEF\xBF\xBD\n");
	assert_string_equal(b.failed,
	    "XML that is cut short: word/document.xml");
	/* between cells, in a cell between paragraphs, between rows */
	assert_string_equal(decode(BODY("<w:tbl>"
	    ROW(CELL("", "a") CELL("", "b")) "<w:tr>" CELL("", "c"))),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 2,1 1x1 c\n"
	    "cell 1 2,2 1x1 \xEF\xBF\xBD\n");
	assert_string_equal(decode("<w:document " W "><w:body><w:tbl><w:tr>"
	    CELL("", "a") "<w:tc>" P("b")), "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b \xEF\xBF\xBD\n");
	assert_string_equal(decode("<w:document " W "><w:body><w:tbl>"
	    ROW(CELL("", "a") CELL("", "b"))),
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n");
}

static char *
repeated(const char *before, const char *what, size_t times)
{
	size_t n = strlen(what), used = strlen(before);
	char  *text = malloc(used + n * times + 1);

	memcpy(text, before, used);
	for (size_t i = 0; i < times; i++, used += n)
		memcpy(text + used, what, n);
	text[used] = '\0';
	return text;
}

static void
test_limits(void **state)
{
	static const char head[] = "<w:document " W "><w:body>";
	char *bomb = repeated(head, P("zero"), 400000);
	char *deep = repeated(head, "<w:tbl><w:tr><w:tc>", 60);
	char *wide = repeated("<w:document " W "><w:body><w:tbl><w:tr>",
	    "<w:tc/>", 30000);

	(void)state;
	decode(bomb);
	assert_string_equal(b.failed,
	    "more decoded bytes than allowed: word/document.xml");
	decode(deep);
	assert_string_equal(b.failed,
	    "tables or text boxes nested too deeply: word/document.xml");
	decode(wide);
	assert_string_equal(b.failed,
	    "a table of too many cells: word/document.xml");
	free(bomb);
	free(deep);
	free(wide);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_orphan_merge),
		cmocka_unit_test(test_careless_edges),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_cells_not_blank),
		cmocka_unit_test(test_frames_within),
		cmocka_unit_test(test_frame),
		cmocka_unit_test(test_marks_and_struck_out),
		cmocka_unit_test(test_formula),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_numbering_parts),
		cmocka_unit_test(test_misplaced),
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_chunks),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_cut_table),
		cmocka_unit_test(test_limits),
	};
	int result = cmocka_run_group_tests_name("docx", tests, NULL, NULL);

	free(b.text);
	return result;
}
