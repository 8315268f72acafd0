#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"
#include "charset/claim.h"
#include "format/html/grid.h"
#include "format/html/token.h"

static struct blocks b;

/* What PAGE gives, read whole and a byte at a time. */
static void
assert_blocks(const char *page, const char *want)
{
	blocks_decode(&b, &format_html, slice_of(page), SIZE_MAX);
	assert_string_equal(b.text, want);
	blocks_decode(&b, &format_html, slice_of(page), 1);
	assert_string_equal(b.text, want);
}

static void
assert_reason(const char *page, const char *reason)
{
	blocks_decode(&b, &format_html, slice_of(page), SIZE_MAX);
	if (reason == NULL)
		assert_null(b.failed);
	else
		assert_string_equal(b.failed, reason);
}

/* The tokens of a page, as text. */
struct tokens {
	char                 *text;
	size_t                n;
	bool                  in_text;
	enum html_reading     reading;
	struct html_tokenizer tokenizer;
};

static void
put(struct tokens *t, const char *p, size_t n)
{
	t->text = realloc(t->text, t->n + n + 1);
	memcpy(t->text + t->n, p, n);
	t->n += n;
	t->text[t->n] = '\0';
}

static void
take_text(void *context, struct slice text, const char *at)
{
	struct tokens *t = context;

	(void)at;
	put(t, text.p, text.n);
}

/* The name of a known element: letters up to eight, a hash beyond. */
static void
put_name(struct tokens *t, html_name name)
{
	static const char *const longer[] = { "blockquote", "plaintext" };

	for (size_t i = 0; i < 2; i++)
		if (name == html_name_of(longer[i])) {
			put(t, longer[i], strlen(longer[i]));
			return;
		}
	for (int shift = 56; shift >= 0; shift -= 8)
		if ((name >> shift & 0xFF) != 0)
			put(t, &(char){ (char)(name >> shift) }, 1);
}

static enum html_reading
take_tag(void *context, struct html_tag *tag)
{
	struct tokens *t = context;
	char           line[32];

	put(t, tag->closing ? "{/" : "{", 1 + tag->closing);
	put_name(t, tag->element->name);
	snprintf(line, sizeof(line), "%lu",
	    html_tag_line(&t->tokenizer, tag));
	put(t, line, strlen(line));
	if (tag->value[HTML_CLASS].p != NULL) {
		put(t, " ", 1);
		put(t, tag->value[HTML_CLASS].p, tag->value[HTML_CLASS].n);
	}
	put(t, "}", 1);
	return t->reading;
}

static void
assert_tokens_read(const char *page, enum html_reading reading,
    const char *want)
{
	for (size_t chunk = 1; chunk < 40; chunk = chunk * 3 + 1) {
		struct tokens t = { .reading = reading };
		struct slice  left = slice_of(page);

		put(&t, "", 0);
		html_tokens_open(&t.tokenizer, &(struct html_receiver){
		    take_text, take_tag, &t });
		while (left.n > 0) {
			size_t n = left.n < chunk ? left.n : chunk;
			/* Bytes outside the chunk are out of bounds. */
			char  *copy = malloc(n);

			memcpy(copy, left.p, n);
			html_tokens_feed(&t.tokenizer,
			    (struct slice){ copy, n });
			free(copy);
			left = slice_from(left, n);
		}
		html_tokens_close(&t.tokenizer);
		assert_string_equal(t.text, want);
		free(t.text);
	}
}

static void
assert_tokens(const char *page, const char *want)
{
	assert_tokens_read(page, HTML_READ_TAGS, want);
}

static void
test_tags(void **state)
{
	(void)state;
	assert_tokens("a<p>b</p>c", "a{p1}b{/p1}c");
	assert_tokens("<P\nclass=x\n>\n<TD/>", "{p1 x}\n{td4}");
	assert_tokens("<p class='a>b' class=c>", "{p1 a>b}");
	assert_tokens("<p class=\"a>b\"x>", "{p1 a>b}");
	assert_tokens("<p title=\"<td>\" class = a/b>", "{p1 a/b}");
	assert_tokens("<p =class=x>", "{p1}");
	assert_tokens("<p class>", "{p1 }");
	assert_tokens("<p title=x class>", "{p1 }");
	assert_tokens("<p title=x class id=y>", "{p1 }");
	assert_tokens("<p\tclass=a\tid=b><p\fclass\f=\fc\fid><p\rclass='d'\r>"
	    "<p\nclass=e\n>", "{p1 a}{p1 c}{p1 d}{p1 e}");
	assert_tokens("<p class= >", "{p1 }");
	assert_tokens("<p a=b\"c>d\">", "{p1}d\">");
	assert_tokens("<blockquote><o:p>", "{blockquote1}{1}");
	assert_tokens("1 < 2 <3 <> </> </ p> a", "1 < 2 <3 <>   a");
	assert_tokens("a<", "a<");
	assert_tokens("a</", "a</");
	assert_tokens("a<p class='x", "a");
}

static void
test_skipped_markup(void **state)
{
	(void)state;
	assert_tokens("a<!-- <td> -- > -->b", "ab");
	assert_tokens("a<!-->b<!--->c<!--d--!>e<!--f--!-->g", "abceg");
	assert_tokens("a<!--!>b-->c<!----!>d<!-----> e", "acd e");
	assert_tokens("a<![if !vml]>b<![endif]>c", "abc");
	assert_tokens("<!DOCTYPE html>a<?xml:namespace prefix = o />b", "ab");
	assert_tokens("a<!->b<!>c", "abc");
	assert_tokens("a<![CDATA[b>c]]>", "ac]]>");
}

static void
test_references(void **state)
{
	(void)state;
	assert_tokens("&lt;td&gt;&amp;amp;", "<td>&amp;");
	assert_tokens("&nbsp&nbsp;&nbspx", "\u00A0\u00A0\u00A0x");
	assert_tokens("&notit;&notin;&NotEqualTilde;", "¬it;∉≂̸");
	assert_tokens("&#20013;&#x4E2d&#X4e2D;x", "中中中x");
	assert_tokens("&#0;&#xD800;&#x110000;&#150;", "\uFFFD\uFFFD\uFFFD–");
	assert_tokens("&#99999999999999999999999;", "\uFFFD");
	assert_tokens("a & b &bad; &; &# &#x &#xg", "a & b &bad; &; &# &#x &#xg");
	assert_tokens("&am", "&am");
	assert_tokens("&CounterClockwiseContourIntegral;", "∳");
}

static void
test_raw_text(void **state)
{
	(void)state;
	assert_tokens_read("<xmp>a<td>&amp;</td></xmpx></XMP >",
	    HTML_READ_RAW, "{xmp1}a<td>&amp;</td></xmpx>{/xmp1}");
	assert_tokens_read("<title>a<td>&amp;</title\n>b", HTML_READ_RCDATA,
	    "{title1}a<td>&{/title1}b");
	assert_tokens_read("<script>'<td></td>'</script x='>'>b",
	    HTML_READ_SCRIPT, "{script1}{/script1}b");
	assert_tokens_read("<script><!-- <script> </script> --></script>b",
	    HTML_READ_SCRIPT, "{script1}{/script1}b");
	assert_tokens_read("<script><!-- <scripts> </script>b",
	    HTML_READ_SCRIPT, "{script1}{/script1}b");
	assert_tokens_read("<script><!--><script></script>b",
	    HTML_READ_SCRIPT, "{script1}{/script1}b");
	assert_tokens_read("<plaintext>a</plaintext>&lt;", HTML_READ_PLAIN,
	    "{plaintext1}a</plaintext>&lt;");
	assert_tokens_read("<title>\na\n</title>b", HTML_READ_RCDATA,
	    "{title1}\na\n{/title3}b");
	assert_tokens_read("<title>a</titl", HTML_READ_RCDATA,
	    "{title1}a</titl");
}

/* An attribute in front of HTML_TAG_MAX is seen, one behind is not. */
static void
test_long_tag(void **state)
{
	size_t n = HTML_TAG_MAX + 100;
	char  *page = malloc(n + 100);

	(void)state;
	n = (size_t)sprintf(page, "<img class=a src='");
	memset(page + n, 'x', HTML_TAG_MAX);
	sprintf(page + n + HTML_TAG_MAX, "'>b<p class=c>");
	assert_tokens(page, "{img1 a}b{p1 c}");
	n = (size_t)sprintf(page, "<img src='");
	memset(page + n, 'x', HTML_TAG_MAX);
	sprintf(page + n + HTML_TAG_MAX, "' class=a>b");
	assert_tokens(page, "{img1}b");
	free(page);
}

static void
test_grid(void **state)
{
	struct html_grid grid = { 0 };

	(void)state;
	html_grid_row(&grid);
	assert_true(html_grid_cell(&grid, 2, 2, 100));
	assert_int_equal(grid.col, 1);
	assert_true(html_grid_cell(&grid, 1, 1, 100));
	assert_int_equal(grid.col, 3);
	html_grid_row(&grid);
	assert_true(html_grid_cell(&grid, 3, 1, 100));
	assert_int_equal(grid.row, 2);
	assert_int_equal(grid.col, 3);
	html_grid_group(&grid);
	html_grid_row(&grid);
	assert_true(html_grid_cell(&grid, 1, 1, 100));
	assert_int_equal(grid.col, 1);
	assert_false(html_grid_cell(&grid, 1, 1000, 1000));
	html_grid_free(&grid);
}

static void
test_paragraphs(void **state)
{
	(void)state;
	assert_blocks("<p> 　a  b<p>c<br>d</p>e<div>f</div>",
	    "text a b\ntext c\ntext d\ntext e\ntext f\n");
	assert_blocks("<h2>第一<br>行</h2>m<sup>2</sup>H<sub>2</sub>O",
	    "head 第一 行\ntext m²H₂O\n");
	assert_blocks("公开\n政府 信息\nto\nread", "text 公开政府 信息 to read\n");
	assert_blocks("<pre>a\nb\n\n c</pre>d\ne",
	    "text a\ntext b\ntext c\ntext d e\n");
	assert_blocks("<p>&nbsp;</p><p>　\u200B</p>", "");
	assert_blocks("<ul><li>a<li>b<ul><li>c</ul>d</ul>",
	    "text a\ntext b\ntext c\ntext d\n");
	assert_blocks("a<b>b</i>c</div>d<o:p>e</o:p>", "text abcde\n");
	assert_blocks("<xmp>a<td>\nb</xmp><textarea>c<p></textarea>",
	    "text a<td>\ntext b\ntext c<p>\n");
	assert_blocks("a<iframe><p>b</iframe><noembed>c</noembed>"
	    "<template><p>d<template>e</template>f</template>"
	    "<select><option>g</select>h", "text a g h\n");
}

static void
test_meta(void **state)
{
	(void)state;
	assert_blocks("<title> a &amp;\nb </title><title>c</title>"
	    "<META NAME=articletitle CONTENT='&lt;甲&gt; 乙'>"
	    "<meta name=PubDate content='2024-01-05 10:00'>"
	    "<meta name=ContentSource content=''>"
	    "<link rel=canonical href='http://a.example/?b=1&amp;c=2'>"
	    "<link rel=canonical href='/a'>",
	    "meta title a & b\nmeta title <甲> 乙\n"
	    "meta published-claim 2024-01-05 10:00\n"
	    "meta url http://a.example/?b=1&c=2\n");
}

#define T(rows) "<table>" rows "</table>"
#define TWO "<tr><td>a<td>b"

static void
test_cells(void **state)
{
	(void)state;
	assert_blocks(T("<tr><th rowspan=2>a<th>b<tr><td>c<br>d<td>&nbsp;"),
	    "cell 1 1,1 2x1 a\ncell 1 1,2 1x1 b\n"
	    "cell 1 2,2 1x1 c d\ncell 1 2,3 1x1 \n");
	assert_blocks(T("<tr><td colspan=2x>a<td rowspan=0>b<tr><td>c"),
	    "cell 1 1,1 1x2 a\ncell 1 1,3 2x1 b\ncell 1 2,1 1x1 c\n");
	assert_blocks(T("<thead><tr><td rowspan=9>a<td>b<tbody><tr><td>c"),
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\ncell 1 2,1 1x1 c\n");
	assert_blocks(T("<tr><td colspan=-1>a<td colspan=' +2'>b"
	    "<td colspan=99999>c"), "cell 1 1,1 1x1 a\ncell 1 1,2 1x2 b\n"
	    "cell 1 1,4 1x1000 c\n");
	assert_blocks(T("<td>a</th><td>b</td></td>"),
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n");
	assert_blocks(T(TWO) T(TWO), "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n"
	    "cell 2 1,1 1x1 a\ncell 2 1,2 1x1 b\n");
	assert_blocks("<td>a<tr>b</td>", "text ab\n");
}

/* An empty element of XHTML ends at once; in HTML it does not. */
static void
test_xhtml(void **state)
{
	(void)state;
	assert_blocks("<?xml version='1.0'?>\n<html><head><title/>"
	    "<script src='a'/></head><body><div hidden=''/>a<br/>b<select/>"
	    "<template/>" T("<tr><td>a</td><td/><td>b</td></tr>"),
	    "text a\ntext b\ncell 1 1,1 1x1 a\ncell 1 1,2 1x1 \n"
	    "cell 1 1,3 1x1 b\n");
	assert_blocks("<p>a<div hidden />b", "text a\nfurniture text b\n");
	assert_blocks("<p/><?xml ?><div hidden />b", "furniture text b\n");
	assert_blocks("<?xmlx?><div hidden />b", "furniture text b\n");
	assert_blocks("<?x?><?xml ?><div hidden />b", "furniture text b\n");
	assert_blocks("&lt;<?xml ?><div hidden/>b", "text <\ntext b\n");
}

/* Buttons, forms, headings, items, terms, rules, objects, fields: what ends
 * what (HTML 13.2.6.4.7). */
static void
test_tree(void **state)
{
	(void)state;
	assert_blocks("<button>a<button>b</button>c<p>d<button>e<p>f</button>g",
	    "text abc\ntext de\ntext f\ntext g\n");
	assert_blocks("<form>a<p>b<form>c</form>d</form>e<form>f",
	    "text a\ntext bc\ntext de\ntext f\n");
	assert_blocks("<table><form><tr><form><td>a<td>b</form></table>",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n");
	assert_blocks("<h1>a<h2>b</h3>c</h2>d", "head a\nhead b\ntext cd\n");
	assert_blocks("<dl><dt>a<dd>b<dt>c</dl><ol><li>d<ul><li>e</ol>f",
	    "text a\ntext b\ntext c\ntext d\ntext e\ntext f\n");
	assert_blocks("<ul><li>a<section>b<li>c</section></li>d</ul></ul>e",
	    "text a\ntext b\ntext c\ntext d\ntext e\n");
	assert_blocks("<p>a<hr>b<p>c<object>d<p>e</object>f</p>g</p>h",
	    "text a\ntext b\ntext cd\ntext e\ntext f\ntext g\ntext h\n");
	assert_blocks("a<select>b<td>c<select>d<input>e<select>f</select>g",
	    "text aceg\n");
	assert_blocks("<table><tr><td>1<td>2<select>a<tr><td>3<td>4</table>",
	    "cell 1 1,1 1x1 1\ncell 1 1,2 1x1 2\ncell 1 2,1 1x1 3\n"
	    "cell 1 2,2 1x1 4\n");
	assert_blocks("<caption>a<col>b<tbody>c<tr>d</caption></tbody></tr>e",
	    "text abcde\n");
	assert_blocks("<table><caption>t<td>1</td></caption><col><td>2"
	    "</tbody></tr></table></table>f",
	    "text t\ntext 1\ntext 2\ntext f\n");
	assert_blocks("<span hidden>a<b>b</i>c</b><div>d</div></span>e",
	    "furniture text abc\nfurniture text d\ntext e\n");
	assert_blocks("a<plaintext>b</p>\nc", "text a\ntext b</p>\ntext c\n");
}

/* What ends an open paragraph, here one that is not shown; what does not. */
static void
test_paragraph_ends(void **state)
{
	static const char *const ending[] = {
		"<li>", "<dd>", "<dt>", "<h1>", "<hr>", "<form>", "<xmp>",
		"<div>", "<ul>", "<pre>", "<plaintext>", "<p>", "</p>",
	};
	static const char *const others[] = {
		"<button>", "<object>", "<td>", "</li>", "</h1>", "</form>",
		"</button>", "</td>", "</table>", "<br>", "<b>",
	};
	char page[64];

	(void)state;
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++) {
		snprintf(page, sizeof(page), "<p hidden>a%sb", ending[i]);
		blocks_decode(&b, &format_html, slice_of(page), 1);
		assert_string_equal(b.text, strcmp(ending[i], "<h1>") == 0 ?
		    "furniture text a\nhead b\n" :
		    "furniture text a\ntext b\n");
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		snprintf(page, sizeof(page), "<p hidden>a%sb", others[i]);
		blocks_decode(&b, &format_html, slice_of(page), 1);
		if (strstr(b.text, "\ntext") != NULL)
			fail_msg("%s: %s", page, b.text);
	}
	assert_blocks("<p hidden>a" T(TWO), "furniture text a\n"
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n");
	/* the end of what was open first */
	assert_blocks("<div hidden>a</div>b", "furniture text a\ntext b\n");
	assert_blocks("<form hidden>a</form>b", "furniture text a\ntext b\n");
	assert_blocks("<h1>a</h1>b", "head a\ntext b\n");
	assert_blocks("<li hidden>a</li>b", "furniture text a\ntext b\n");
	assert_blocks("<li hidden>a<div>b</li>c",
	    "furniture text a\nfurniture text b\ntext c\n");
	assert_blocks("<li hidden>a<ul>b</li>c",
	    "furniture text a\nfurniture text bc\n");
	assert_blocks("<b hidden>a</b>b", "furniture text a\ntext b\n");
	assert_blocks("<button hidden>a</button>b",
	    "furniture text a\ntext b\n");
	/* scripts are no text, also without their end */
	assert_blocks("a<script>b</scr", "text a\n");
	assert_blocks("a<script>b<!--<script>c", "text a\n");
}

/* A page as a browser keeps it: elements deeper than it keeps are dropped. */
static void
test_deep(void **state)
{
	static char page[8 * 1024];
	size_t      n = 0;

	(void)state;
	for (int i = 0; i < 600; i++)
		n += (size_t)sprintf(page + n, "<div>");
	sprintf(page + n, "<p>a</div>b</div>c");
	assert_blocks(page, "text a\ntext b\ntext c\n");
}

/* Text straight in a table stands outside; a table there ends the first. */
static void
test_fostered(void **state)
{
	(void)state;
	assert_blocks("<table>c<tr>d<td>a<td>b</tr>四、<div>五</div>",
	    "text c\ntext d\ncell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n"
	    "text 四、\ntext 五\n");
	assert_blocks("<table>" TWO "</tr><table>" TWO "</table>",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n"
	    "cell 2 1,1 1x1 a\ncell 2 1,2 1x1 b\n");
	assert_blocks(T("<caption>附表</caption>" TWO),
	    "text 附表\ncell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n");
}

#define HANZI100 \
	"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五" \
	"六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十" \
	"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"

static void
test_layout(void **state)
{
	(void)state;
	/* a table in a cell: what is around is layout */
	assert_blocks(T("<tr><td>导航<td><h1>题</h1><p>文" T(TWO) "后"),
	    "text 导航\nhead 题\ntext 文\ncell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\ntext 后\n");
	/* text in front of a table in a cell of a table of figures is a cell,
	 * a block there is not */
	assert_blocks(T("<tr><td>1<td>2<td>3<tr><td>4<td>5<td>6<tr><td>甲"
	    T(TWO) "<td>7<td>8"), "cell 1 1,1 1x1 1\ncell 1 1,2 1x1 2\n"
	    "cell 1 1,3 1x1 3\ncell 1 2,1 1x1 4\ncell 1 2,2 1x1 5\n"
	    "cell 1 2,3 1x1 6\ncell 1 3,1 1x1 甲\ncell 2 1,1 1x1 a\n"
	    "cell 2 1,2 1x1 b\ncell 1 3,2 1x1 7\ncell 1 3,3 1x1 8\n");
	assert_blocks(T("<tr><td>1<td>2<td>3<tr><td>4<td>5<td>6<tr><td><div>甲"
	    "</div>" T(TWO) "<td>7<td>8"),
	    "cell 1 1,1 1x1 1\ncell 1 1,2 1x1 2\n"
	    "cell 1 1,3 1x1 3\ncell 1 2,1 1x1 4\ncell 1 2,2 1x1 5\n"
	    "cell 1 2,3 1x1 6\ntext 甲\ncell 2 1,1 1x1 a\n"
	    "cell 2 1,2 1x1 b\ncell 1 3,2 1x1 7\ncell 1 3,3 1x1 8\n");
	/* the rows of a group end with it, also behind what is given out */
	assert_blocks(T("<tr><td>1<td>2<td>3<tr><td>4<td>5<td>6<tr><td>"
	    T(TWO) "<tbody><tr><td rowspan=9>x<td>y<td>z<tbody><tr><td>u<td>v"),
	    "cell 1 1,1 1x1 1\ncell 1 1,2 1x1 2\ncell 1 1,3 1x1 3\n"
	    "cell 1 2,1 1x1 4\ncell 1 2,2 1x1 5\ncell 1 2,3 1x1 6\n"
	    "cell 2 1,1 1x1 a\ncell 2 1,2 1x1 b\n"
	    "cell 1 4,1 1x1 x\ncell 1 4,2 1x1 y\ncell 1 4,3 1x1 z\n"
	    "cell 1 5,1 1x1 u\ncell 1 5,2 1x1 v\n");
	/* one column */
	assert_blocks(T("<tr><td>甲<tr><td>乙<td>&nbsp;"),
	    "text 甲\ntext 乙\n");
	/* a form without figures is one all the same */
	assert_blocks(T("<tr><td>甲<td><td><tr><td><td><td>"),
	    "cell 1 1,1 1x1 甲\ncell 1 1,2 1x1 \ncell 1 1,3 1x1 \n"
	    "cell 1 2,1 1x1 \ncell 1 2,2 1x1 \ncell 1 2,3 1x1 \n");
	/* running text */
	assert_blocks(T("<tr><td>甲<td><p>1" HANZI100 "<p>2" HANZI100 "<p>3"
	    HANZI100 "<p>4"), "text 甲\ntext 1" HANZI100 "\ntext 2" HANZI100
	    "\ntext 3" HANZI100 "\ntext 4\n");
	/* rows behind a cell that flows are judged anew */
	assert_blocks("<table><tr><td>" T("<tr><td>项目<tr><td>类别")
	    "<td>甲<td>乙<td>丙<tr><td>a<td>1<td>2<td>3</table>",
	    "text 项目\ntext 类别\n"
	    "cell 1 1,2 1x1 甲\ncell 1 1,3 1x1 乙\ncell 1 1,4 1x1 丙\n"
	    "cell 1 2,1 1x1 a\ncell 1 2,2 1x1 1\ncell 1 2,3 1x1 2\n"
	    "cell 1 2,4 1x1 3\n");
	/* a table of figures whose end is missing stays one */
	assert_blocks("<table><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3"
	    "<tr><td>d<td>4<td>0<p>四、复议" T(TWO),
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\ncell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 1\ncell 1 2,2 1x1 2\ncell 1 2,3 1x1 3\n"
	    "cell 1 3,1 1x1 d\ncell 1 3,2 1x1 4\ncell 1 3,3 1x1 0\n"
	    "text 四、复议\ncell 2 1,1 1x1 a\ncell 2 1,2 1x1 b\n");
}

static void
test_furniture(void **state)
{
	(void)state;
	assert_blocks("<nav><p>a</nav><div class='x NAV'>b</div>"
	    "<div id=footer>c</div><div role=search>d</div>"
	    "<p>您的位置：首页 &gt; 公开<p>e",
	    "furniture text a\nfurniture text b\nfurniture text c\n"
	    "furniture text d\nfurniture text 您的位置：首页 > 公开\n"
	    "text e\n");
	assert_blocks(T("<tr><td>当前位置：首页 » 公开"),
	    "furniture text 当前位置：首页 » 公开\n");
	assert_blocks("<div style='color:red;DISPLAY : none'>a<div>b</div>"
	    "</div><p hidden>c<p style='x-display:none;display:block'>d",
	    "furniture text a\nfurniture text b\nfurniture text c\n"
	    "text d\n");
	assert_blocks("a<span style='display:none'>b<span>c</span>d</span>e",
	    "furniture text bcd\ntext ae\n");
	assert_blocks("a<span style='display:none'>b<p>c</p>d</span>e",
	    "furniture text b\ntext a\nfurniture text c\nfurniture text d\n"
	    "text e\n");
	/* a menu does not hold running text: its end is missing */
	assert_blocks("<div class=nav>a<p>" HANZI100 HANZI100 "<p>b",
	    "furniture text a\ntext " HANZI100 HANZI100 "\ntext b\n");
	assert_blocks("<div class=nav>" T("<tr><td>a<td>b<td>c"
	    "<tr><td>1<td>2<td>3") "d",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\ncell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 1\ncell 1 2,2 1x1 2\ncell 1 2,3 1x1 3\n"
	    "text d\n");
	assert_blocks("<p style=display>a<p style='display none'>b"
	    "<p style='displays:none'>c<p style='display:'>d"
	    "<p style='display:inline;none'>e<p style=' ; display:none'>f"
	    "<p style='direction:none'>g",
	    "text a\ntext b\ntext c\ntext d\ntext e\nfurniture text f\n"
	    "text g\n");
	/* a single wide row is none of figures */
	assert_blocks("<div class=nav>" T("<tr><td>a<td>b<td>c<tr><td>1<td>2"),
	    "furniture cell 1 1,1 1x1 a\nfurniture cell 1 1,2 1x1 b\n"
	    "furniture cell 1 1,3 1x1 c\nfurniture cell 1 2,1 1x1 1\n"
	    "furniture cell 1 2,2 1x1 2\n");
	/* not a body that a script will show */
	assert_blocks("<body style='display:none'>a", "text a\n");
}

/* Each name of what stands around a report: of classes, ids and roles. */
static void
test_names(void **state)
{
	static const char *const classes[] = {
		"nav", "navs", "navbar", "nav-bar", "navigation", "topnav",
		"mainnav", "main-nav", "subnav", "menu", "breadcrumb",
		"breadcrumbs", "crumb", "crumbs", "dqwz", "footer", "foot",
		"copyright",
	};
	static const char *const roles[] = {
		"navigation", "contentinfo", "search",
	};
	char page[128];

	(void)state;
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		snprintf(page, sizeof(page), "<div class=%s>a</div>"
		    "<div id=%s>a</div>", classes[i], classes[i]);
		assert_blocks(page, "furniture text a\nfurniture text a\n");
		snprintf(page, sizeof(page), "<div class='x%s %sx'>a</div>",
		    classes[i], classes[i]);
		assert_blocks(page, "text a\n");
	}
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		snprintf(page, sizeof(page), "<div role=%s>a</div>", roles[i]);
		assert_blocks(page, "furniture text a\n");
	}
	assert_blocks("<div class='x\ty\nmenu'>a</div><div class='menu x'>b"
	    "</div><div class=''>c</div><div class=' '>d</div><div role=menu>e"
	    "</div><span class=menu>f</span>", "furniture text a\n"
	    "furniture text b\ntext c\ntext d\ntext e\ntext f\n");
}

/* Cells that are not shown take no place in the grid. */
static void
test_hidden_cells(void **state)
{
	(void)state;
	assert_blocks(T("<tr><td>a<td style='display:none'>x<td>b"
	    "<tr style='display:none'><td>y<tr><td>c<td>d"),
	    "cell 1 1,1 1x1 a\nfurniture text x\ncell 1 1,2 1x1 b\n"
	    "furniture text y\ncell 1 2,1 1x1 c\ncell 1 2,2 1x1 d\n");
	/* a table in one of them, behind a cell with a table and others */
	assert_blocks(T("<tr><td>" T(TWO) "<td>c<td>d<td hidden>" T(TWO)
	    "<td>e<td>f"), "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n"
	    "text c\ntext d\nfurniture cell 2 1,1 1x1 a\n"
	    "furniture cell 2 1,2 1x1 b\ntext e\ntext f\n");
	assert_blocks("<div hidden>" T(TWO) "</div>",
	    "furniture cell 1 1,1 1x1 a\nfurniture cell 1 1,2 1x1 b\n");
}

static void
test_places(void **state)
{
	(void)state;
	b.places = true;
	assert_blocks("\n<p>\n a\n<br>\n&nbsp;b<table>\n<tr><td>\nc\n<td\n>d"
	    "</table>\ne",
	    "L3 text a\nL5 text b\nL6 cell 1 1,1 1x1 c\n"
	    "L8 cell 1 1,2 1x1 d\nL10 text e\n");
	b.places = false;
}

/* What is struck out or cannot be seen is no text; a cell keeps its place. */
static void
test_look(void **state)
{
	(void)state;
	assert_blocks(
	    "<p>a<del>b</del>c<s>d</s>e<strike>f</strike>g",
	    "furniture text b\n"
	    "furniture text d\n"
	    "furniture text f\n"
	    "text aceg\n");
	assert_blocks(
	    "<p>a<b style=\"visibility:hidden\">b<i style=\"visibility:visib"
	    "le\">c</i>d</b>e",
	    "furniture text b\n"
	    "furniture text d\n"
	    "text ace\n");
	assert_blocks(
	    "<p>a<b style=\"opacity:0\">b</b>c<b style=\"font-size: 0px\">d</"
	    "b>e<b style=\"font-size:0.5em\">f</b>",
	    "furniture text b\n"
	    "furniture text d\n"
	    "text acef\n");
	assert_blocks(
	    "<table><tr><td>a<td style=\"visibility:hidden\">1<td style=\"te"
	    "xt-decoration:line-through\"><p>2<p>3</table>",
	    "furniture text 1\n"
	    "furniture text 2\n"
	    "furniture text 3\n"
	    "text a\n");
	assert_blocks(
	    "<table><tr style=\"opacity:0\"><td>a<td>1<tr><td>b<td>2</table"
	    ">",
	    "furniture text a\n"
	    "furniture text 1\n"
	    "cell 1 1,1 1x1 \n"
	    "cell 1 1,2 1x1 \n"
	    "cell 1 2,1 1x1 b\n"
	    "cell 1 2,2 1x1 2\n");
	assert_blocks(
	    "<p style=\"text-indent:-9999px\">a<p style=\"text-indent:-36pt\""
	    ">b<div style=\"LEFT: -1000px !important\">c</div>",
	    "furniture text a\n"
	    "text b\n"
	    "furniture text c\n");
}

/* What has no size, stands above its like, is drawn or played. */
static void
test_look_of_others(void **state)
{
	(void)state;
	assert_blocks("<p>a<b style=\"font-size:0\">b<i style=\"font-size:9pt\">c"
	    "</i><i class=x>d</i>e</b>f<div style=\"font-size:0\">g</div>",
	    "furniture text b\nfurniture text e\ntext acdf\ntext g\n");
	assert_blocks("<p>1<b style=\"vertical-align:4px\">2</b>3<b style=\""
	    "vertical-align:-10%\">4</b><b style=\"vertical-align:0\">5</b>"
	    "<p><b style=\"mso-text-raise:1pt\">6</b><b style=\""
	    "mso-text-raise:1pt\">7</b><p><sup>8</sup> <sup>9</sup>",
	    "text 1²3₄5\ntext 67\ntext 8 9\n");
	assert_blocks("<p>a<audio>b</audio><video>c</video><canvas>d</canvas>e"
	    "<ruby>6<rp>(</rp><rt>1</rt><rp>)</rp></ruby>"
	    "<b style=\"color:transparent\">f</b>",
	    "furniture text b\nfurniture text c\nfurniture text d\n"
	    "furniture text (\nfurniture text )\nfurniture text f\n"
	    "text ae6¹\n");
	assert_blocks("<table><tr><td>a<td><img src=b><td><img>c<td><img "
	    "style=\"display:none\"></table><p><img>",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 \uFFFC\n"
	    "cell 1 1,3 1x1 c\ncell 1 1,4 1x1 \n");
	assert_blocks("<p>69<a href=\"#n\">1</a> 69 <a href=\"#n\">2</a>"
	    "<a href=\"http://a/b#_ftn1\">[3]</a><a href=\"#c\">(c)</a>",
	    "text 69¹ 69 2⁽³⁾(c)\n");
}

/* White text is not seen unless something dark may be behind it. */
static void
test_white(void **state)
{
	(void)state;
	assert_blocks(
	    "<p>a<font color=white>b</font><span style=\"color:#FFF\">c</sp"
	    "an><b style=\"color:rgb(255, 255, 255)\">d</b>e",
	    "furniture text b\n"
	    "furniture text c\n"
	    "furniture text d\n"
	    "text ae\n");
	assert_blocks(
	    "<table bgcolor=#336699><tr><td><font color=white>a</font><td"
	    ">b</table>",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n");
	assert_blocks(
	    "<table><tr style=\"background:navy\"><td><font color=#ffffff>a"
	    "</font><td>b</table>",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n");
	assert_blocks(
	    "<table class=x><tr><td><font color=white>a</font><td>b</tabl"
	    "e>",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n");
	assert_blocks(
	    "<table bgcolor=white><tr><td><font color=white>a</font><td>b"
	    "<td style=\"color:white\">c<b style=\"color:red\">d</b></table>",
	    "furniture text a\n"
	    "furniture text c\n"
	    "cell 1 1,1 1x1 \n"
	    "cell 1 1,2 1x1 b\n"
	    "cell 1 1,3 1x1 d\n");
	assert_blocks(
	    "<div style=\"color:white\">a<p>b</div><span class=x style=\"col"
	    "or:white\">c</span>",
	    "text a\n"
	    "text b\n"
	    "text c\n");
}

/* Figures above or below the line are small characters. */
static void
test_small(void **state)
{
	(void)state;
	assert_blocks(
	    "<p>69<sup>1</sup>件 10<sup>4</sup>m<sup>2</sup> 3<sub>1</sub>",
	    "text 69¹件 10⁴m² 3₁\n");
	assert_blocks(
	    "<table><tr><td><sup>69</sup><td>69<sup>[1]</sup><td>69<a hre"
	    "f=\"#a\">[2]</a><td>69 <a href=\"#a\">2</a></table>",
	    "cell 1 1,1 1x1 69\n"
	    "cell 1 1,2 1x1 69⁽¹⁾\n"
	    "cell 1 1,3 1x1 69⁽²⁾\n"
	    "cell 1 1,4 1x1 69 2\n");
	assert_blocks(
	    "<p>a<sup>注①</sup>b<sup>(附件)</sup>1<sup>234567890123456789012"
	    "3456</sup>",
	    "text a注¹b⁽附件⁾1 2345678901234567890123456\n");
	assert_blocks(
	    "<p>1<a href=\"#x\">2</a>3<a href=\"b#x\">[4]</a><sup style=\"vert"
	    "ical-align:baseline\">5</sup><span style=\"vertical-align:supe"
	    "r\">6</span>",
	    "text 1²3⁽⁴⁾5⁶\n");
	assert_blocks(
	    "<p>a<sup> 1 </sup>b<sup></sup><p><sup>1</sup>&nbsp;<p><sup>1"
	    "</sup>a",
	    "text a ¹ b\n"
	    "text 1\n"
	    "text ¹a\n");
}

/* What fields of forms show is text, and furniture where it stands alone. */
static void
test_fields(void **state)
{
	(void)state;
	assert_blocks(
	    "<table><tr><td><input value=6><input value=9><td><input type"
	    "=hidden value=1>2<td><input type=Text value=\" 3&amp;4 \"><td>"
	    "<input type=submit value=5><td><input style=\"display:none\" v"
	    "alue=6></table>",
	    "cell 1 1,1 1x1 6 9\n"
	    "cell 1 1,2 1x1 2\n"
	    "cell 1 1,3 1x1 3&4\n"
	    "cell 1 1,4 1x1 \n"
	    "cell 1 1,5 1x1 \n");
	assert_blocks(
	    "<table><tr><td><select><option>1<option>2</select><td><selec"
	    "t><option>1<option selected>2<option>3</select><td><select s"
	    "tyle=\"visibility:hidden\"><option>4</select><td>5</table>",
	    "cell 1 1,1 1x1 1\n"
	    "cell 1 1,2 1x1 2\n"
	    "cell 1 1,3 1x1 \n"
	    "cell 1 1,4 1x1 5\n");
	assert_blocks(
	    "<p>共<input value=12>件<p><input value=search><p><select><optg"
	    "roup label=x><option>links</optgroup></select>",
	    "text 共 12 件\n"
	    "furniture text search\n"
	    "furniture text links\n");
	assert_blocks(
	    "<table><tr><td>a<textarea>1\n2</textarea>b<td>c</table>",
	    "cell 1 1,1 1x1 a 1 2 b\n"
	    "cell 1 1,2 1x1 c\n");
}

/* Collapsed rows and columns are in the grid and not seen. */
static void
test_collapsed(void **state)
{
	(void)state;
	assert_blocks(
	    "<table><col><col style=\"visibility:collapse\"><col><tr><td>a<"
	    "td>b<td>c<tr><td colspan=2>d<td>e</table>",
	    "cell 1 1,1 1x1 a\n"
	    "furniture text b\n"
	    "cell 1 1,2 1x1 c\n"
	    "cell 1 2,1 1x1 d\n"
	    "cell 1 2,2 1x1 e\n");
	assert_blocks(
	    "<table><colgroup style=\"visibility:collapse\"><col span=2></c"
	    "olgroup><col><tr><td>a<td>b<td>c<td>d</table>",
	    "furniture text a\n"
	    "furniture text b\n"
	    "cell 1 1,1 1x1 c\n"
	    "cell 1 1,2 1x1 d\n");
	assert_blocks(
	    "<table><colgroup span=2 style=\"visibility:collapse\"><tr><td>"
	    "a<td>b<td>c<td>d</table><table><col style=\"display:none\"><tr"
	    "><td>a<td>b</table>",
	    "furniture text a\n"
	    "furniture text b\n"
	    "cell 1 1,1 1x1 c\n"
	    "cell 1 1,2 1x1 d\n"
	    "cell 2 1,1 1x1 a\n"
	    "cell 2 1,2 1x1 b\n");
	assert_blocks(
	    "<table><tr><td rowspan=3>a<td>b<tr style=\"visibility:collaps"
	    "e\"><td>c<tr><td>d<tr><td>e<td>f</table>",
	    "cell 1 1,1 2x1 a\n"
	    "cell 1 1,2 1x1 b\n"
	    "furniture text c\n"
	    "cell 1 2,2 1x1 d\n"
	    "cell 1 3,1 1x1 e\n"
	    "cell 1 3,2 1x1 f\n");
	assert_blocks(
	    "<table><tr><td>a<td>b<tbody style=\"visibility:collapse\"><tr>"
	    "<td>c<td>d<tbody><tr><td>e<td>f</table>",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n"
	    "furniture text c\n"
	    "furniture text d\n"
	    "cell 1 2,1 1x1 e\n"
	    "cell 1 2,2 1x1 f\n");
}

/* Rules for a class or an element. */
static void
test_rules(void **state)
{
	(void)state;
	assert_blocks(
	    "<style>/* a */ .gone, td.none { display: none } @media print"
	    " { .p { display: none } }\n<!-- span.note { vertical-align:su"
	    "per } -->\n.del { text-decoration: line-through } .keep { dis"
	    "play: inline }</style><div class=gone>a</div><p class=gone>z<p"
	    ">69<span class=\"x not"
	    "e\">1</span><b class=note>2</b><i class=\"del\">68</i><i class="
	    "\"gone keep\">b</i><i class=p>c</i><table><tr><td class=none>d"
	    "<td>e<td>f</table>",
	    "text a\n"
	    "furniture text z\n"
	    "furniture text 68\n"
	    "text 69¹2bc\n"
	    "furniture text d\n"
	    "cell 1 1,1 1x1 e\n"
	    "cell 1 1,2 1x1 f\n");
	assert_blocks(
	    "<style>@import \"a.css\"; .a .b { display:none } .c:hover, #d,"
	    " .e.f, *, .g > i { display: none } del { text-decoration: no"
	    "ne } i.h {visibility:hidden}</style><p>1<i class=b>2</i><i c"
	    "lass=c>3</i><i id=d>4</i><i class=\"e f\">5</i><del>6</del><i "
	    "class=h>7</i>",
	    "furniture text 4\n"
	    "furniture text 5\n"
	    "furniture text 7\n"
	    "text 1236\n");
}

/* Rules for what stands in something, the heavier before the later; for screens. */
static void
test_rules_within(void **state)
{
	(void)state;
	assert_blocks(
	    "<style>#a .up, td > i { vertical-align:super } .t tr.x b.y{text"
	    "-decoration:line-through} @media screen { .s{display:none} } "
	    ".s.k{display:inline} b {text-decoration:none}"
	    ".w[q] i,i:first-child,a~i{display:none}</style>"
	    "<table class=t><tr class=x><td>69<i>1</i><td>6<b class=y>8</b>9"
	    "<tr><td>6<b class=y>8</b>9<td><span class=up>2</span>"
	    "<tr><td>7<span id=a><i class=up>3</i></span><i class=up>4</i>"
	    "<td>5<i class=s>6</i><i class=\"s k\">7</i></table>",
	    "furniture text 8\n"
	    "furniture text 6\n"
	    "cell 1 1,1 1x1 69¹\n"
	    "cell 1 1,2 1x1 69\n"
	    "cell 1 2,1 1x1 689\n"
	    "cell 1 2,2 1x1 2\n"
	    "cell 1 3,1 1x1 7³⁴\n"
	    "cell 1 3,2 1x1 5⁷\n");
	assert_blocks(
	    "<style>.q p i{display:none} table.m i{display:none}</style>"
	    "<p class=q>a<p>1<i>2</i><table class=m><tr><td>3<td>4"
	    "</table><p>5<i>6</i>",
	    "text a\n" "text 12\n" "cell 1 1,1 1x1 3\n" "cell 1 1,2 1x1 4\n"
	    "text 56\n");
}

/* A page within the page, as programs save frames, is told, not passed over. */
static void
test_srcdoc(void **state)
{
	(void)state;
	assert_reason("<p>a<iframe srcdoc='&lt;p&gt;b'></iframe>", NULL);
	assert_reason("<p>a<iframe srcdoc='&lt;table&gt;&lt;tr&gt;&lt;td&gt;"
	    "1'></iframe><p>c", "a page within the page, in srcdoc, is not read");
}

/* What only screen readers have, colours that are white or none, text moved up. */
static void
test_unseen_by_style(void **state)
{
	static const struct {
		const char *style, *seen;
	} cases[] = {
		{ "position:absolute;clip:rect(0,0,0,0)", "text 6\n" },
		{ "clip: rect(1px 1px 1px 1px)", "text 6\n" },
		{ "clip:rect(0,20px,20px,0)", "text 69\n" },
		{ "clip-path:inset(50%)", "text 6\n" },
		{ "clip-path:inset(5% 10%)", "text 69\n" },
		{ "color:rgba(10,20,30,0)", "text 6\n" },
		{ "color:rgba(10,20,30,0.5)", "text 69\n" },
		{ "color:rgb(255 255 255)", "text 6\n" },
		{ "color:hsl(0, 0%, 100%)", "text 6\n" },
		{ "color:hsl(0, 100%, 50%)", "text 69\n" },
		{ "color:#12345600", "text 6\n" },
		{ "color:#123456ff", "text 69\n" },
		{ "position:relative;top:-4px", "text 6⁹\n" },
		{ "position:relative;bottom:.5em", "text 6⁹\n" },
		{ "position:relative;top:4px", "text 69\n" },
		{ "position:absolute;top:-4px", "text 69\n" },
		{ "top:-4px", "text 69\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char        page[200];
		const char *end;

		snprintf(page, sizeof(page), "<p>6<span style=\"%s\">9</span>",
		    cases[i].style);
		blocks_decode(&b, &format_html, slice_of(page), SIZE_MAX);
		end = b.text + strlen(b.text) - strlen(cases[i].seen);
		assert_true(end >= b.text);
		assert_string_equal(end, cases[i].seen);
	}
}

/* Parts of tables by their look or role. */
static void
test_stand_ins(void **state)
{
	(void)state;
	assert_blocks(
	    "<div style=\"display:table\"><div style=\"display:table-row\"><d"
	    "iv style=\"display:table-cell\">a</div><div style=\"display: ta"
	    "ble-cell;\"><div>b</div></div></div><div style=\"display:table"
	    "-row\"><div style=\"display:table-cell\">c</div><div style=\"dis"
	    "play:table-cell\">1</div></div></div>d",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n"
	    "cell 1 2,1 1x1 c\n"
	    "cell 1 2,2 1x1 1\n"
	    "text d\n");
	assert_blocks(
	    "<div role=table><div role=rowgroup><div role=row><div role=c"
	    "olumnheader>a</div><div role=columnheader>b</div></div></div"
	    "><div role=rowgroup><div role=row><div role=cell>c</div><div"
	    " role=cell>2</div></div></div></div>d",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n"
	    "cell 1 2,1 1x1 c\n"
	    "cell 1 2,2 1x1 2\n"
	    "text d\n");
	assert_blocks(
	    "<style>.t{display:table}.r{display:table-row}.c{display:tabl"
	    "e-cell}</style><div class=t><ul class=r><li class=c>a<li cla"
	    "ss=c>b</ul><ul class=r><li class=c>d</li><li class=c>3</li><"
	    "/ul></div>e",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n"
	    "cell 1 2,1 1x1 d\n"
	    "cell 1 2,2 1x1 3\n"
	    "text e\n");
	assert_blocks(
	    "<table><tr><td>a<td><div style=\"display:table-cell\">b</div><"
	    "/table><div style=\"display:table-cell\">c</div><div style=\"di"
	    "splay:table\"><div><div style=\"display:table-row\"><div style="
	    "\"display:table-cell\">d</div></div></div></div>e",
	    "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n"
	    "text c\n"
	    "text d\n"
	    "text e\n");
}

/* Whatever an element looks like, where it begins and ends: a page in single
 * bytes is the page. */
static void
test_looks_in_chunks(void **state)
{
	static const char *const part[] = {
		"<table>", "<tr>", "<td>", "</td>", "</table>", "<p>", "</p>",
		"<div style='display:table'>", "<div role=row>", "</div>",
		"<div style='display:table-cell'>", "<sup>", "</sup>", "<s>",
		"</s>", "<b style='visibility:hidden'>", "</b>",
		"<b style='visibility:visible; font-family: Calibri'>",
		"<td style='color:white'>", "<b style='color:red'>",
		"<b style='font-size:0'>", "<b class='x g'>", "<tr class=c>",
		"<style>.g{display:none} .c{visibility:collapse}</style>",
		"<col span=2 style='visibility:collapse'>", "<a href='#n'>",
		"</a>", "<input value='6&amp;9'>", "<img>", "<td rowspan=0>",
		"<select><option>1<option selected>2</select>", "<td hidden>",
		"<textarea>6\n9</textarea>", "69", "1", "[2]", "件", " ", "\n",
		"&nbsp;", "&#49;", "12345678901234567890", "</body>", "<!-- -->",
	};
	uint32_t seed = 1;
	char     page[4096], whole[16 * 1024];

	(void)state;
	for (int i = 0; i < 1000; i++) {
		size_t n = 0;

		page[0] = '\0';
		while (n < 600) {
			seed = seed * 1664525 + 1013904223;
			n += (size_t)sprintf(page + n, "%s", part[(seed >> 8) %
			    (sizeof(part) / sizeof(part[0]))]);
		}
		blocks_decode(&b, &format_html, slice_of(page), SIZE_MAX);
		assert_true(strlen(b.text) < sizeof(whole));
		strcpy(whole, b.text);
		blocks_decode(&b, &format_html, slice_of(page), 1);
		assert_string_equal(b.text, whole);
	}
}

static void
test_cut(void **state)
{
	(void)state;
	assert_reason("<p>a<b", "cut off in line 1");
	assert_reason("<table><tr><td>a</table>\n<table><tr><td>b\n",
	    "cut off in line 3");
	assert_reason("<table><tr><td>a</body>", NULL);
	assert_reason("<body><p>a", NULL);
	assert_reason("<body><p>a</p>b", "cut off in line 1");
	assert_reason("<body><div><p>a", "cut off in line 1");
	assert_reason("<html><div>a</html>\n<!-- b -->c<d", NULL);
	assert_blocks("<table><tr><td>a<td>1<tr><td>b<td>2",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 1\n"
	    "cell 1 2,1 1x1 b\ncell 1 2,2 1x1 2\uFFFD\n");
	assert_blocks("<table><tr><td>a<td>1<tr><td>b</td><t",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 1\n"
	    "cell 1 2,1 1x1 b\ncell 1 2,2 1x1 \uFFFD\n");
	assert_blocks("<table><tr><td>a<td>1<tr>",
	    "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 1\n");
	assert_blocks("<p>a<p>b 6<im", "text a\ntext b 6\uFFFD\n");
	assert_blocks("<p>a</p><im", "text a\n");
}

static void
test_reasons(void **state)
{
	static char page[300 * 1024];
	size_t      n = 0;

	(void)state;
	assert_reason("<p>a", NULL);
	assert_reason("<p>a<script>b", "an element without end hides what "
	    "follows it");
	assert_reason("<p>a<select>b", "an element without end hides what "
	    "follows it");
	assert_reason("<p>a<!-- b -- >", "a comment without end hides what "
	    "follows it");
	for (int i = 0; i < 16; i++)
		n += (size_t)sprintf(page + n, "<table><tr><td>");
	assert_reason(page, "cut off in line 1");
	n += (size_t)sprintf(page + n, "<table><tr><td>");
	assert_reason(page, "tables nested too deep: read as paragraphs");
	while (n < sizeof(page) - 100)
		n += (size_t)sprintf(page + n, "<table><tr><td>%zu", n);
	assert_reason(page, "tables nested too deep: read as paragraphs");
	for (n = 0; n < sizeof(page) - 100;)
		n += (size_t)sprintf(page + n, "<td colspan=1000>");
	memcpy(page, "<table><tr>", 11);
	assert_reason(page, "table with more cells than allowed");
	/* nothing more is read */
	sprintf(page + n, "</table>behind<p>behind<title>b</title>");
	blocks_decode(&b, &format_html, slice_of(page), SIZE_MAX);
	assert_null(strstr(b.text, "behind"));
	assert_null(strstr(b.text, "meta"));
	/* as many as are allowed (20,000, with those looked at for room), in
	 * each of two tables; and one more */
	n = 0;
	for (int table = 0; table < 2; table++) {
		n += (size_t)sprintf(page + n, "<table><tr>");
		for (int i = 0; i < 10; i++)
			n += (size_t)sprintf(page + n, "<td colspan=1000>");
		n += (size_t)sprintf(page + n, "<td colspan=10></table>");
	}
	assert_reason(page, NULL);
	page[n - strlen("0></table>")] = '1';
	assert_reason(page, "table with more cells than allowed");
	blocks_decode(&b, &format_html, slice_of(T("<tr><td rowspan=9>a<td>b")
	    T("<tr><td>c<td>d")), SIZE_MAX);
	assert_string_equal(b.text, "cell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n"
	    "cell 2 1,1 1x1 c\ncell 2 1,2 1x1 d\n");
}

/* A paragraph without end comes out in parts of whole characters; blanks of any
 * kind at its ends go. */
static void
test_long_paragraph(void **state)
{
	enum { CHARACTERS = 400 * 1000 };
	char  *page = malloc(3 * CHARACTERS + 64);
	size_t parts = 0;

	(void)state;
	for (int i = 0; i < CHARACTERS; i++)
		memcpy(page + 3 * i, "年", 3);
	strcpy(page + 3 * CHARACTERS, "<span hidden>x</span>");
	blocks_decode(&b, &format_html, slice_of(page), 1 << 20);
	assert_string_equal(b.failed,
	    "a paragraph longer than is read in one piece");
	assert_int_equal(b.n, 3 * CHARACTERS + strlen("text \ntext \n") +
	    strlen("furniture text x\n"));
	for (const char *p = b.text; (p = strstr(p, "text 年")) != NULL; p++)
		parts++;
	assert_int_equal(parts, 2);
	memcpy(page, "<i hidden>", 10);
	page[10] = page[11] = ' ';
	strcpy(page + 3 * CHARACTERS, "</i>x");
	blocks_decode(&b, &format_html, slice_of(page), 1 << 20);
	assert_int_equal(b.n, 3 * (CHARACTERS - 4) + strlen("furniture text \n"
	    "furniture text \n") + strlen("text x\n"));
	free(page);
	assert_blocks("<p>\xEF\xBB\xBF\xE2\x80\x8B a\xC2\xA0\xE3\x80\x80</p>"
	    "<link rel=canonical href='http://x/?a&amp;b&c=1&#x4E00;&'>",
	    "text a\nmeta url http://x/?a&b&c=1\xE4\xB8\x80&\n");
}

/* How long a paragraph is does not depend on what waits in front of it. */
static void
test_long_cells(void **state)
{
	enum { BYTES = 390 * 1024 };
	char *page = malloc(2 * BYTES + 64), *want = malloc(2 * BYTES + 64);
	char *word = malloc(BYTES + 1);

	(void)state;
	memset(word, 'x', BYTES);
	word[BYTES] = '\0';
	sprintf(page, "<table><tr><td>%s<td>%s</table>", word, word);
	sprintf(want, "cell 1 1,1 1x1 %s\ncell 1 1,2 1x1 %s\n", word, word);
	assert_blocks(page, want);
	free(page);
	free(want);
	free(word);
}

/* Too deep for tables, the text stays. */
static void
test_flattened(void **state)
{
	static char page[16 * 1024], want[4 * 1024];
	size_t      n = 0;

	(void)state;
	for (int i = 0; i < 100; i++)
		n += (size_t)sprintf(page + n, "<table><tr><td>甲");
	n += (size_t)sprintf(page + n, "<td>乙");
	for (int i = 0; i < 100; i++)
		n += (size_t)sprintf(page + n, "</table>");
	sprintf(page + n, T(TWO));
	n = 0;
	for (int i = 0; i < 100; i++)
		n += (size_t)sprintf(want + n, "text 甲\n");
	sprintf(want + n, "text 乙\ncell 1 1,1 1x1 a\ncell 1 1,2 1x1 b\n");
	assert_blocks(page, want);
}

static void
test_claimed_charset(void **state)
{
	static const struct { const char *page, *want; } rows[] = {
		{ "<meta charset=utf-8>", "utf-8" },
		{ "<META http-equiv='Content-Type' content=\"text/html; "
		    "charset=gb2312\">", "gb2312" },
		{ "<meta name=charset><meta charset = ' GBK '>", "GBK" },
		{ "\xEF\xBB\xBF<?xml version='1.0' encoding='gb18030'?>",
		    "gb18030" },
		{ "<!-- <meta charset=big5> --><meta charset=\"x\"", "x" },
		{ "<p charset=a>charset=b", "" },
		{ "<meta charset", "" },
		{ "<meta content='text/html; charset='>", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct slice got = charset_claim(
		    slice_of(rows[i].page));

		assert_int_equal(got.n, strlen(rows[i].want));
		if (got.n > 0)
			assert_memory_equal(got.p, rows[i].want, got.n);
	}
}

/* A claim is looked for in the first 4096 bytes. */
static void
test_late_charset(void **state)
{
	static const char claim[] = "<meta charset=gbk>";
	char              page[4096 + 10];

	(void)state;
	memset(page, ' ', sizeof(page));
	memcpy(page + 4096 + 1 - sizeof(claim), claim, sizeof(claim) - 1);
	assert_true(slice_is(charset_claim((struct slice){ page,
	    sizeof(page) }), "gbk"));
	memset(page, ' ', sizeof(page));
	memcpy(page + 4096 - strlen("<meta "), claim, sizeof(claim) - 3);
	assert_int_equal(charset_claim((struct slice){ page,
	    sizeof(page) }).n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_skipped_markup),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_raw_text),
		cmocka_unit_test(test_long_tag),
		cmocka_unit_test(test_grid),
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_meta),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_xhtml),
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_paragraph_ends),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_fostered),
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_furniture),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_hidden_cells),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_look),
		cmocka_unit_test(test_look_of_others),
		cmocka_unit_test(test_white),
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_collapsed),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_rules_within),
		cmocka_unit_test(test_unseen_by_style),
		cmocka_unit_test(test_srcdoc),
		cmocka_unit_test(test_stand_ins),
		cmocka_unit_test(test_looks_in_chunks),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_long_paragraph),
		cmocka_unit_test(test_long_cells),
		cmocka_unit_test(test_flattened),
		cmocka_unit_test(test_claimed_charset),
		cmocka_unit_test(test_late_charset),
	};
	int failed = cmocka_run_group_tests_name("html", tests, NULL, NULL);

	free(b.text);
	return failed;
}
