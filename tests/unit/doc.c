/* Documents of Word made by hand: what their properties do to paragraphs,
 * rows, cells, lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "blocks.h"
#include "streams.h"

enum { TEXT_AT = 0x400, PAGE = 512, SPANS = 64 };

/* Bytes of the text that have properties, or a style. */
struct span {
	size_t       start, end;
	unsigned     style;
	struct slice properties;
};

static struct {
	struct buffer text, table, data, styles, lists, overrides;
	struct buffer pieces;	/* a piece table in place of the right one */
	struct span   paragraph[SPANS], run[SPANS];
	size_t        paragraphs, runs, paragraph_at;
	size_t        wide_from;	/* its second piece; 0: none */
	unsigned      length[8];	/* of the stories, in characters */
	unsigned      flags, version;
	unsigned      count;	/* what a page says it has; 0: the truth */
	bool          reversed;	/* the last page is listed first */
	struct slice  shapes;
	unsigned      story;
} doc;

static void
begin(void)
{
	doc.text.n = doc.table.n = doc.data.n = doc.styles.n = 0;
	doc.lists.n = doc.overrides.n = doc.pieces.n = 0;
	doc.paragraphs = doc.runs = doc.paragraph_at = doc.wide_from = 0;
	memset(doc.length, 0, sizeof(doc.length));
	doc.flags = doc.story = doc.count = 0;
	doc.reversed = false;
	doc.shapes = (struct slice){ NULL, 0 };
	doc.version = 0xC1;
}

/* Text of one byte a character, or of two behind wide(). */
static void
text(const char *s)
{
	for (; *s != '\0'; s++) {
		put_number(&doc.text, (unsigned char)*s,
		    doc.wide_from > 0 ? 2 : 1);
		doc.length[doc.story]++;
	}
}

static void
unit(unsigned c)
{
	put_number(&doc.text, c, 2);
	doc.length[doc.story]++;
}

static void
wide(void)
{
	doc.wide_from = doc.text.n;
}

#define BYTES(...) (struct slice){ (const char *)(const unsigned char[]){ \
	__VA_ARGS__ }, sizeof((const unsigned char[]){ __VA_ARGS__ }) }
#define NONE (struct slice){ NULL, 0 }

static void
mark(unsigned c, unsigned style, struct slice properties)
{
	if (doc.wide_from > 0)
		unit(c);
	else
		text((const char[]){ (char)c, '\0' });
	doc.paragraph[doc.paragraphs++] = (struct span){ doc.paragraph_at,
	    doc.text.n, style, properties };
	doc.paragraph_at = doc.text.n;
}

/* Text with properties of its own. */
static void
run(const char *s, struct slice properties)
{
	size_t start = doc.text.n;

	text(s);
	doc.run[doc.runs++] = (struct span){ start, doc.text.n, 0, properties };
}

/* Pages of properties: 2.9.32 ChpxFkp and 2.9.180 PapxFkp, six spans each. */
static void
put_pages(struct buffer *out, const struct span *span, size_t n,
    bool paragraphs)
{
	enum { EACH = 6 };

	for (size_t from = 0; from < n; from += EACH) {
		size_t        all = n - from < EACH ? n - from : EACH;
		size_t        end = PAGE - 2, each = paragraphs ? 13 : 1;
		struct buffer page = { .n = 0 };

		set_number(&page, PAGE - 1, all, 1);
		for (size_t i = 0; i < all; i++) {
			const struct span *s = &span[from + i];
			size_t             n2 = s->properties.n +
			    (paragraphs ? 2 : 0);
			size_t             at = (end - n2 - 2) / 2 * 2;
			bool               odd = n2 % 2 != 0;

			set_number(&page, 4 * i, TEXT_AT + s->start, 4);
			set_number(&page, 4 * i + 4, TEXT_AT + s->end, 4);
			set_number(&page, 4 * (all + 1) + each * i, at / 2, 1);
			end = at;
			if (!paragraphs)
				set_number(&page, at++, n2, 1);
			else if (odd)
				set_number(&page, at++, (n2 + 1) / 2, 1);
			else {
				set_number(&page, at, 0, 1);
				set_number(&page, at + 1, n2 / 2, 1);
				at += 2;
			}
			if (paragraphs) {
				set_number(&page, at, s->style, 2);
				at += 2;
			}
			if (s->properties.n > 0)
				memcpy(page.p + at, s->properties.p,
				    s->properties.n);
		}
		if (doc.count > 0)
			set_number(&page, PAGE - 1, doc.count, 1);
		put_bytes(out, page.p, PAGE);
		buffer_free(&page);
	}
}

/* Notes in the header MAIN that STRUCTURE stands in the table stream. */
static void
structure(struct buffer *main, size_t at, struct slice structure)
{
	set_number(main, at, doc.table.n, 4);
	set_number(main, at + 4, structure.n, 4);
	buffer_add(&doc.table, structure);
}

/* 2.8.5: where the properties of bytes are, PAGES pages from FIRST on. */
static void
page_list(struct buffer *main, size_t at, size_t first, size_t pages)
{
	struct buffer list = { .n = 0 };

	for (size_t i = 0; i <= pages; i++)
		put_number(&list, 0, 4);
	for (size_t i = 0; i < pages; i++)
		put_number(&list, first + (doc.reversed ? pages - 1 - i : i),
		    4);
	structure(main, at, buffer_slice(&list));
	buffer_free(&list);
}

static void
piece(struct buffer *clx, size_t offset, bool narrow)
{
	put_number(clx, 0, 2);
	put_number(clx, narrow ? (TEXT_AT + offset) * 2 | 1u << 30 :
	    TEXT_AT + offset, 4);
	put_number(clx, 0, 2);
}

static void
piece_table(struct buffer *main)
{
	struct buffer clx = { .n = 0 };
	bool          two = doc.wide_from > 0;
	size_t        narrow = two ? doc.wide_from : doc.text.n;

	put_number(&clx, 1, 1);		/* properties, which nobody needs */
	put_number(&clx, 2, 2);
	put_number(&clx, 0, 2);
	put_number(&clx, 2, 1);
	put_number(&clx, two ? 28 : 16, 4);
	put_number(&clx, 0, 4);
	put_number(&clx, narrow, 4);
	if (two)
		put_number(&clx, narrow + (doc.text.n - narrow) / 2, 4);
	piece(&clx, 0, true);
	if (two)
		piece(&clx, doc.wide_from, false);
	structure(main, 0x1A2, buffer_slice(&clx));
	buffer_free(&clx);
}

static struct blocks b;

static const char *
decode(void)
{
	struct buffer      main = { .n = 0 };
	struct stream_part part[3];
	struct slice       file;
	size_t             first, pages = (doc.paragraphs + 5) / 6;
	size_t             lists_n = doc.lists.n;

	set_number(&main, 0, 0xA5EC, 2);
	set_number(&main, 2, doc.version, 2);
	set_number(&main, 10, doc.flags, 2);
	for (size_t i = 0; i < 8; i++)
		set_number(&main, 0x4C + 4 * i, doc.length[i], 4);
	set_number(&main, TEXT_AT - 1, 0, 1);
	put_bytes(&main, doc.text.p, doc.text.n);
	while (main.n % PAGE != 0)
		put_number(&main, 0, 1);
	first = main.n / PAGE;
	put_pages(&main, doc.paragraph, doc.paragraphs, true);
	put_pages(&main, doc.run, doc.runs, false);
	if (doc.shapes.n > 0)
		structure(&main, 0x1DA, doc.shapes);
	if (doc.pieces.n > 0)
		structure(&main, 0x1A2, buffer_slice(&doc.pieces));
	else
		piece_table(&main);
	page_list(&main, 0x102, first, pages);
	page_list(&main, 0xFA, first + pages, (doc.runs + 5) / 6);
	structure(&main, 0xA2, buffer_slice(&doc.styles));
	structure(&main, 0x2EA, buffer_slice(&doc.overrides));
	structure(&main, 0x2E2, buffer_slice(&doc.lists));
	/* the levels stand behind the stated length */
	if (lists_n > 0)
		set_number(&main, 0x2E6, 2 + 28 * 2, 4);
	part[0] = (struct stream_part){ "WordDocument", main };
	part[1] = (struct stream_part){ doc.flags & 0x200 ? "1Table" :
	    "0Table", doc.table };
	part[2] = (struct stream_part){ "Data", doc.data };
	file = streams_file(part, doc.data.n > 0 ? 3 : 2);
	blocks_decode(&b, &format_doc, file, 1000);
	free((char *)file.p);
	buffer_free(&main);
	return b.text;
}

#define IN_TABLE 0x16, 0x24, 1
#define ROW_END 0x16, 0x24, 1, 0x17, 0x24, 1
#define DEPTH(n) 0x49, 0x66, n, 0, 0, 0
/* 2.9.326: three cells from 0 over 1000 and 2000 to 3000, with their flags. */
#define CELLS(a, b, c) 0x08, 0xD6, 2 + 2 * 4 + 60, 0, 3, \
	0, 0, 0xE8, 3, 0xD0, 7, 0xB8, 11, \
	a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, \
	b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, \
	c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0

static void
cells(const char *a, const char *b2, const char *c)
{
	static const char in_table[] = { IN_TABLE };
	const char       *cell[] = { a, b2, c };

	for (int i = 0; i < 3; i++) {
		text(cell[i]);
		mark(7, 0, (struct slice){ in_table, sizeof(in_table) });
	}
}

/* Merged as Word 97 wrote it, by later properties, and undone again. */
static void
test_merges(void **state)
{
	(void)state;
	begin();
	text("before");
	mark('\r', 0, NONE);
	cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END, CELLS(0x40, 0, 0x02)));
	cells("d", "e", "f");
	mark(7, 0, BYTES(ROW_END, CELLS(0x20, 0, 0), 0x24, 0x56, 1, 3));
	cells("g", "h", "i");
	mark(7, 0, BYTES(ROW_END, CELLS(0, 0, 0), 0x2B, 0xD6, 2, 0, 3,
	    0x24, 0x56, 0, 2, 0x25, 0x56, 0, 2));
	cells("j", "k", "l");
	mark(7, 0, BYTES(ROW_END, CELLS(0, 0, 0), 0x2B, 0xD6, 2, 0, 1,
	    0x2B, 0xD6, 2, 9, 1));
	cells("m", "n", "o");
	mark(7, 0, BYTES(ROW_END, CELLS(0, 0, 0), 0x24, 0x56, 0, 2));
	cells("p", "q", "r");
	text("no cell");
	mark(7, 0, BYTES(ROW_END, CELLS(0, 0, 0), 0x24, 0x56, 1, 9));
	text("after");
	mark('\r', 0, NONE);
	assert_string_equal(decode(),
	    "text before\n"
	    "cell 1 1,1 2x1 a\n" "cell 1 1,2 1x2 b\n"
	    "cell 1 2,2 1x2 e\n"
	    "cell 1 3,1 2x1 g\n" "cell 1 3,2 1x1 h\n" "cell 1 3,3 1x1 i\n"
	    "cell 1 4,2 1x1 k\n" "cell 1 4,3 1x1 l\n"
	    "cell 1 5,1 1x2 m\n" "cell 1 5,3 1x1 o\n"
	    "cell 1 6,1 1x1 p\n" "cell 1 6,2 1x2 q\n"
	    "text after\n");
	assert_null(b.failed);
}

/* 2.9.326: the edges of three cells, in both bytes of each. */
#define EDGES(a, b, c, d) 0x08, 0xD6, 2 + 2 * 4, 0, 3, (a) & 0xFF, \
	(a) >> 8 & 0xFF, (b) & 0xFF, (b) >> 8 & 0xFF, (c) & 0xFF, \
	(c) >> 8 & 0xFF, (d) & 0xFF, (d) >> 8 & 0xFF

/* Cells of other widths than those above them; edges out of order. */
static void
test_edges(void **state)
{
	(void)state;
	begin();
	cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000)));
	cells("d", "e", "f");
	mark(7, 0, BYTES(ROW_END, EDGES(1000, 2000, 3000, 4000)));
	cells("g", "h", "i");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 3000, 1000, 4000)));
	cells("j", "k", "l");
	mark(7, 0, BYTES(ROW_END, EDGES(1000, -1000, 3000, 4000)));
	cells("m", "n", "o");
	mark(7, 0, BYTES(ROW_END, EDGES(-1000, 0, 2000, 4000)));
	assert_string_equal(decode(),
	    "cell 1 1,2 1x1 a\n" "cell 1 1,3 1x2 b\n" "cell 1 1,5 1x1 c\n"
	    "cell 1 2,3 1x2 d\n" "cell 1 2,5 1x1 e\n" "cell 1 2,6 1x2 f\n"
	    "cell 1 3,2 1x4 g\n" "cell 1 3,6 1x1 h\n" "cell 1 3,7 1x1 i\n"
	    "cell 1 4,3 1x1 j\n" "cell 1 4,4 1x2 k\n" "cell 1 4,6 1x2 l\n"
	    "cell 1 5,1 1x1 m\n" "cell 1 5,2 1x3 n\n" "cell 1 5,5 1x3 o\n");
	assert_null(b.failed);
}

/* A row says its own merges, not those of the row above. */
static void
test_bare_row(void **state)
{
	(void)state;
	begin();
	cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END, CELLS(0, 2, 0)));
	cells("d", "e", "f");
	mark(7, 0, BYTES(ROW_END));
	assert_string_equal(decode(),
	    "cell 1 1,1 1x2 a\n" "cell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 d\n" "cell 1 2,2 1x2 e\n" "cell 1 2,4 1x1 f\n");
}

/* A heading in front of a table is none of its cells. */
static void
test_heading_before_table(void **state)
{
	(void)state;
	begin();
	text("head");
	mark('\r', 0, BYTES(0x40, 0x26, 1));
	cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END));
	b.places = true;
	decode();
	b.places = false;
	assert_string_equal(b.text, "G1 head head\n"
	    "T1R1C1 cell 1 1,1 1x1 a\n" "T1R1C2 cell 1 1,2 1x1 b\n"
	    "T1R1C3 cell 1 1,3 1x1 c\n");
}

/* Properties that lead to others in the Data stream, up to four times. */
static void
test_chains(void **state)
{
	enum { EACH = 8 };

	(void)state;
	begin();
	for (unsigned i = 0; i < 5; i++) {
		put_number(&doc.data, i == 4 ? 3 : 6, 2);
		if (i == 4)
			put_number(&doc.data, 0x012640, 3);
		else {
			put_number(&doc.data, 0x6646, 2);
			put_number(&doc.data, (i + 1) * EACH, 4);
		}
	}
	text("four");
	mark('\r', 0, BYTES(0x46, 0x66, EACH, 0, 0, 0));
	text("five");
	mark('\r', 0, BYTES(0x46, 0x66, 0, 0, 0, 0));
	assert_string_equal(decode(), "head four\n" "text five\n");
}

/* Definitions of rows that are none: too many cells, cut short; properties
 * that lead to themselves. */
static void
test_odd_rows(void **state)
{
	static const unsigned char loop[] = { 6, 0, 0x46, 0x66, 0, 0, 0, 0 };

	(void)state;
	begin();
	put_bytes(&doc.data, loop, sizeof(loop));
	cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END, 0x08, 0xD6, 3, 0, 70, 0, 0));
	cells("d", "e", "f");
	mark(7, 0, BYTES(ROW_END, 0x08, 0xD6, 6, 0, 3, 0, 0, 0, 0));
	cells("g", "h", "i");
	mark(7, 0, BYTES(ROW_END, 0x08, 0xD6, 10, 0, 3, 0, 0, 0xA0, 5, 0x40,
	    11, 0xE0, 16, 0x46, 0x66, 0, 0, 0, 0));
	text("j");
	mark('\r', 0, BYTES(0x4A, 0x66, 0xFF, 0xFF, 0xFF, 0x7F, 0x15, 0xC6, 255,
	    0, 0, 0x40, 0x26, 0));
	text("k");
	mark('\r', 0, BYTES(0x40, 0x26));
	decode();
	assert_string_equal(b.failed, "a row of more cells than are read");
	assert_string_equal(b.text,
	    "cell 1 1,1 1x1 a\n" "cell 1 1,2 1x1 b\n" "cell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 d\n" "cell 1 2,2 1x1 e\n" "cell 1 2,3 1x1 f\n"
	    "cell 1 3,1 1x1 g\n" "cell 1 3,2 1x1 h\n" "cell 1 3,3 1x1 i\n"
	    "head j\n" "text k\n");
}

/* A table in a cell; the properties of its rows in the Data stream; a depth
 * that is changed, and one that is none. */
static void
test_nested(void **state)
{
	static const unsigned char row[] = { CELLS(0, 0, 2) };

	(void)state;
	begin();
	put_number(&doc.data, 0, 2);
	put_number(&doc.data, sizeof(row), 2);
	put_bytes(&doc.data, row, sizeof(row));
	text("in1");
	mark('\r', 0, BYTES(IN_TABLE, DEPTH(2), 0x4B, 0x24, 1));
	text("part");
	mark('\r', 0, BYTES(IN_TABLE, 0x4A, 0x66, 1, 0, 0, 0));
	text("in2");
	mark('\r', 0, BYTES(IN_TABLE, 0x4A, 0x66, 1, 0, 0, 0, 0x4B, 0x24, 1));
	mark('\r', 0, BYTES(IN_TABLE, DEPTH(2), 0x4B, 0x24, 1, 0x4C, 0x24, 1));
	text("x");
	mark(7, 0, BYTES(IN_TABLE));
	text("y");
	mark(7, 0, BYTES(IN_TABLE));
	text("z");
	mark(7, 0, BYTES(IN_TABLE));
	mark(7, 0, BYTES(ROW_END, 0x46, 0x66, 2, 0, 0, 0));
	text("end");
	mark('\r', 0, BYTES(0x49, 0x66, 0xFF, 0xFF, 0xFF, 0x7F));
	assert_string_equal(decode(),
	    "cell 1 1,1 1x1 x\n" "cell 1 1,2 1x1 y\n"
	    "cell 2 1,1 1x1 in1\n" "cell 2 1,2 1x1 part in2\n" "text end\n");
	assert_null(b.failed);
}

/* A shape that floats and a symbol of a font of its own, and nothing else. */
static void
test_cells_not_blank(void **state)
{
	(void)state;
	begin();
	run("\x08", BYTES(0x55, 0x08, 1));
	mark(7, 0, BYTES(IN_TABLE));
	run("(", BYTES(0x55, 0x08, 1, 0x09, 0x6A, 0, 0, 0xFC, 0xF0));
	mark(7, 0, BYTES(IN_TABLE));
	text("\x08");
	mark(7, 0, BYTES(IN_TABLE));
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000)));
	assert_string_equal(decode(), "cell 1 1,1 1x1 \uFFFC\n"
	    "cell 1 1,2 1x1 \uFFFC\n" "cell 1 1,3 1x1 \n");
}

/* Characters that mean something, hidden and deleted ones, fields, symbols,
 * text of two bytes a character, stories behind the first. */
static void
test_characters(void **state)
{
	(void)state;
	begin();
	text("\x80\x93 a\tb\x0B" "c\x0E" "d\x1E" "e\x01" "f");
	run("gone", BYTES(0x00, 0x08, 1));
	run("hidden", BYTES(0x3C, 0x08, 1));
	run("kept", BYTES(0x3C, 0x08, 0x80));
	mark('\r', 0, NONE);
	text("\x13" "PAGE \x14" "7\x15" "(");
	run("(", BYTES(0x55, 0x08, 1, 0x09, 0x6A, 0, 0, 0xB7, 0));
	run("(", BYTES(0x09, 0x6A, 0, 0, 0x41, 0xF0));
	run("(", BYTES(0x55, 0x08, 1));
	run("(", BYTES(0x55, 0x08, 0));
	mark('\r', 0, NONE);
	text("open \x13" "PAGE");
	mark('\r', 0, NONE);
	text("goes ");
	run("\r", BYTES(0x00, 0x08, 1));
	text("on");
	mark('\r', 0, NONE);
	text("page\x0C" "break");
	mark('\r', 0, NONE);
	text("section");
	mark(0x0C, 0, NONE);
	wide();
	unit(0x5E74);
	unit(0xD83D);
	unit(0xDE00);
	unit(0xDC00);
	text("!");
	mark('\r', 0, NONE);
	doc.story = 1;
	text("note");
	mark('\r', 0, NONE);
	doc.story = 2;
	text("header");
	mark('\r', 0, NONE);
	doc.story = 6;
	text("box");
	mark('\r', 0, NONE);
	text("open");
	assert_string_equal(decode(),
	    "text €“ a b c d-efkept\n" "text 7(\xC2\xB7(\n" "text open\n"
	    "text goes on\n"
	    "text page break\n" "text section\n" "text 年😀\xEF\xBF\xBD!\n"
	    "text box\n" "text open\n" "text note\n");
	assert_null(b.failed);
}

/* 2.9.327 ToggleOperand: runs that are hidden or deleted say so by themselves;
 * the paragraph's style hides none of these. */
static void
test_toggles(void **state)
{
	(void)state;
	begin();
	run("a", BYTES(0x3C, 0x08, 0));
	run("b", BYTES(0x3C, 0x08, 1));
	run("c", BYTES(0x3C, 0x08, 0x80));
	run("d", BYTES(0x3C, 0x08, 0x81));
	run("A", BYTES(0x00, 0x08, 0));
	run("B", BYTES(0x00, 0x08, 1));
	run("C", BYTES(0x00, 0x08, 0x80));
	run("D", BYTES(0x00, 0x08, 0x81));
	mark('\r', 0, NONE);
	assert_string_equal(decode(), "text acAC\n");
	assert_null(b.failed);
}

/* More paragraphs and runs than a page of properties has room for: each keeps
 * its own. */
static void
test_many_pages(void **state)
{
	enum { N = 20 };
	struct slice  hides = BYTES(0x3C, 0x08, 1);
	struct slice  deletes = BYTES(0x00, 0x08, 1);
	struct slice  shows = BYTES(0x3C, 0x08, 0), outline = BYTES(0x40, 0x26, 1);
	struct buffer want = { .n = 0 };

	(void)state;
	begin();
	for (unsigned i = 0; i < N; i++) {
		char shown[16], gone[16];

		snprintf(shown, sizeof(shown), "p%u", i);
		snprintf(gone, sizeof(gone), "x%u", i);
		text(shown);
		run(gone, i % 2 == 0 ? hides : deletes);
		run("!", shows);
		mark('\r', 0, i % 3 == 0 ? outline : NONE);
		buffer_string(&want, i % 3 == 0 ? "head " : "text ");
		buffer_string(&want, shown);
		buffer_string(&want, "!\n");
	}
	put_number(&want, 0, 1);
	assert_string_equal(decode(), want.p);
	assert_null(b.failed);
	doc.reversed = true;
	assert_string_equal(decode(), want.p);
	buffer_free(&want);
}

/* A page has room for fewer than 127 places. */
static void
test_crowded_pages(void **state)
{
	(void)state;
	begin();
	text("a");
	mark('\r', 0, NONE);
	doc.count = 126;
	decode();
	assert_null(b.failed);
	doc.count = 127;
	decode();
	assert_string_equal(b.failed,
	    "no properties of paragraphs: tables are lost");
}

/* Properties behind lists of tabs, short ones and long ones (2.9.184), and
 * such as end before their operand does. */
static void
test_tabs(void **state)
{
	(void)state;
	begin();
	text("short");
	mark('\r', 0, BYTES(0x15, 0xC6, 3, 1, 9, 9, 0x40, 0x26, 1));
	text("long");
	mark('\r', 0, BYTES(0x15, 0xC6, 255, 2, 1, 1, 1, 1, 2, 2, 2, 2,
	    1, 3, 3, 3, 0x40, 0x26, 1));
	text("other");
	mark('\r', 0, BYTES(0x0D, 0xC6, 4, 2, 1, 1, 1, 0x40, 0x26, 1));
	text("cut");
	mark('\r', 0, BYTES(0x0D, 0xC6, 4, 0x40, 0x26, 1));
	assert_string_equal(decode(), "head short\n" "head long\n"
	    "head other\n" "text cut\n");
}

/* Paragraphs whose pieces stand in the opposite order; pages of runs of no bytes
 * at the start of each heading. */
static void
test_backwards(void **state)
{
	enum { N = 18, PAGE_OF = 6 };
	struct slice  outline = BYTES(0x40, 0x26, 1);
	struct buffer want = { .n = 0 };

	(void)state;
	begin();
	for (unsigned i = 0; i < N; i++) {
		text((const char[]){ (char)('a' + i), '\0' });
		mark('\r', 0, i % 3 == 0 ? outline : NONE);
	}
	for (unsigned i = 0; i < N / 3 * PAGE_OF; i++) {
		size_t at = 2 * 3 * (i / PAGE_OF);

		doc.paragraph[doc.paragraphs++] = (struct span){ at, at, 0,
		    NONE };
	}
	put_number(&doc.pieces, 2, 1);
	put_number(&doc.pieces, 4 + 12 * N, 4);
	for (unsigned i = 0; i <= N; i++)
		put_number(&doc.pieces, 2 * i, 4);
	for (unsigned i = N; i > 0; i--) {
		piece(&doc.pieces, 2 * (i - 1), true);
		buffer_string(&want, (i - 1) % 3 == 0 ? "head " : "text ");
		buffer_add(&want, (struct slice){
		    (const char[]){ (char)('a' + i - 1), '\n' }, 2 });
	}
	put_number(&want, 0, 1);
	assert_string_equal(decode(), want.p);
	buffer_free(&want);
}

/* 2.9.271 STD, its paragraph properties at PAPX, its characters' at CHPX. */
static void
put_style(unsigned built_in, unsigned kind, unsigned base, struct slice papx,
    struct slice chpx)
{
	size_t at = doc.styles.n;

	put_number(&doc.styles, 0, 2);
	put_number(&doc.styles, built_in, 2);
	put_number(&doc.styles, base << 4 | kind, 2);
	put_number(&doc.styles, 0, 6);
	put_number(&doc.styles, 1, 2);
	put_number(&doc.styles, 'S', 2);
	put_number(&doc.styles, 0, 2);
	if (kind != 2) {	/* one of characters has no paragraph's */
		put_number(&doc.styles, papx.n + 2, 2);
		put_number(&doc.styles, 0, 2);
		buffer_add(&doc.styles, papx);
		put_number(&doc.styles, 0, papx.n % 2 != 0);
	}
	put_number(&doc.styles, chpx.n, 2);
	buffer_add(&doc.styles, chpx);
	set_number(&doc.styles, at, doc.styles.n - at - 2, 2);
	put_number(&doc.styles, 0, (doc.styles.n - at) % 2 != 0);
}

static void
begin_styles(unsigned n)
{
	put_number(&doc.styles, 4, 2);
	put_number(&doc.styles, n, 2);
	put_number(&doc.styles, 10, 2);
}

#define RAISED 0x48, 0x2A, 1
#define STRUCK(toggle) 0x37, 0x08, toggle
#define BY(halves) 0x45, 0x48, (halves) & 0xFF, (halves) >> 8 & 0xFF

/* What stands above the line, or is crossed out, is no part of the figure. */
static void
test_marks_and_struck_out(void **state)
{
	(void)state;
	begin();
	text("69");
	run("1", BYTES(RAISED));
	run("(2)", BYTES(0x48, 0x2A, 2));
	run("0", BYTES(0x48, 0x2A, 0));
	mark('\r', 0, NONE);
	run("68", BYTES(STRUCK(1)));
	run("69", NONE);
	run("70", BYTES(0x53, 0x2A, 1));
	run("a", BYTES(STRUCK(0)));
	mark('\r', 0, NONE);
	text("8");
	run("2", BYTES(BY(7)));
	run("3", BYTES(BY(-6)));
	run("4", BYTES(BY(5)));
	mark('\r', 0, NONE);
	run("12", BYTES(BY(8)));
	run("1", BYTES(BY(14)));
	mark('\r', 0, NONE);
	assert_string_equal(decode(), "text 69¹₍₂₎0\n" "text 69a\n"
	    "text 8²₃4\n" "text 12¹\n");

	begin();
	begin_styles(4);
	put_style(0, 1, 0xFFF, NONE, NONE);
	put_style(0, 2, 0xFFF, NONE, BYTES(RAISED));
	put_style(0, 2, 1, NONE, BYTES(STRUCK(1)));
	put_style(0, 1, 0xFFF, NONE, BYTES(STRUCK(1)));
	text("69");
	run("1", BYTES(0x30, 0x4A, 1, 0));
	run("2", BYTES(0x30, 0x4A, 2, 0));
	run("3", BYTES(0x30, 0x4A, 2, 0, STRUCK(0x81)));
	mark('\r', 0, NONE);
	run("68", NONE);
	run("7", BYTES(0x30, 0x4A, 2, 0));
	run("5", BYTES(STRUCK(0x80)));
	run("6", BYTES(STRUCK(0x81)));
	mark('\r', 3, NONE);
	assert_string_equal(decode(), "text 69¹³\n" "text ⁷6\n");
}

#define WHITE 0x70, 0x68, 0xFF, 0xFF, 0xFF, 0
#define WHITE_97 0x42, 0x2A, 8
#define BLACK 0x70, 0x68, 0, 0, 0, 0
/* 2.9.248 Shd: nothing before, BACK behind. */
#define SHADED(red, green, blue) 0, 0, 0, 0xFF, red, green, blue, 0, 0, 0
#define UNSHADED 0, 0, 0, 0xFF, 0, 0, 0, 0xFF, 0, 0

static void
white_cells(const char *a, const char *b2, const char *c)
{
	static const unsigned char white[] = { WHITE }, in[] = { IN_TABLE };
	const char *cell[] = { a, b2, c };

	for (int i = 0; i < 3; i++) {
		run(cell[i], (struct slice){ (const char *)white,
		    sizeof(white) });
		mark(7, 0, (struct slice){ (const char *)in, sizeof(in) });
	}
}

/* White letters are seen on what is not white. */
static void
test_white(void **state)
{
	(void)state;
	begin();
	text("1");
	run("9", BYTES(WHITE));
	run("8", BYTES(WHITE_97));
	run("2", BYTES(WHITE, BLACK));
	run("3", BYTES(WHITE, 0x0C, 0x2A, 1));		/* highlighted */
	run("7", BYTES(WHITE, 0x0C, 0x2A, 8));
	run("4", BYTES(WHITE, 0x71, 0xCA, 10, SHADED(0, 0, 99)));
	run("6", BYTES(WHITE, 0x71, 0xCA, 10, SHADED(255, 255, 255)));
	run("5", BYTES(WHITE, 0x66, 0x48, 0x20, 0));	/* on black */
	run("6", BYTES(WHITE, 0x66, 0x48, 0x00, 0x01));	/* on white */
	mark('\r', 0, NONE);
	run("on a ground", BYTES(WHITE));
	mark('\r', 0, BYTES(0x4D, 0xC6, 10, SHADED(0, 0, 99)));
	run("in a pattern", BYTES(WHITE));
	mark('\r', 0, BYTES(0x2D, 0x44, 0x00, 0x10));
	run("gone", BYTES(WHITE));
	mark('\r', 0, BYTES(0x4D, 0xC6, 10, UNSHADED));
	white_cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000)));
	white_cells("d", "e", "f");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000), 0x12, 0xD6, 30,
	    UNSHADED, SHADED(0, 0, 99), UNSHADED));
	white_cells("g", "h", "i");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000), 0x09, 0xD6, 4,
	    0x00, 0x01, 0x20, 0));
	white_cells("j", "k", "l");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000), 0x2D, 0xD6, 12, 1,
	    3, SHADED(0, 0, 99)));
	white_cells("m", "n", "o");
	mark(7, 0, BYTES(ROW_END, EDGES(0, 1000, 2000, 3000), 0x60, 0xD6, 10,
	    SHADED(0, 0, 99)));
	assert_string_equal(decode(),
	    "text 12345\n" "text on a ground\n" "text in a pattern\n"
	    "cell 1 1,1 1x1 \n" "cell 1 1,2 1x1 \n" "cell 1 1,3 1x1 \n"
	    "cell 1 2,1 1x1 \n" "cell 1 2,2 1x1 e\n" "cell 1 2,3 1x1 \n"
	    "cell 1 3,1 1x1 \n" "cell 1 3,2 1x1 h\n" "cell 1 3,3 1x1 \n"
	    "cell 1 4,1 1x1 \n" "cell 1 4,2 1x1 k\n" "cell 1 4,3 1x1 l\n"
	    "cell 1 5,1 1x1 m\n" "cell 1 5,2 1x1 n\n" "cell 1 5,3 1x1 o\n");

	/* 2.8.37 PlcfSpa: one shape, behind the text */
	begin();
	run("over a shape", BYTES(WHITE));
	mark('\r', 0, NONE);
	doc.shapes = BYTES(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0);
	assert_string_equal(decode(), "text over a shape\n");

	/* a style says so */
	begin();
	begin_styles(3);
	put_style(0, 1, 0xFFF, NONE, NONE);
	put_style(0, 1, 0, NONE, BYTES(WHITE));
	put_style(0, 1, 1, BYTES(0x4D, 0xC6, 10, SHADED(0, 0, 99)), NONE);
	text("gone");
	mark('\r', 1, NONE);
	text("black");
	mark('\r', 0, NONE);
	text("on a ground");
	mark('\r', 2, NONE);
	assert_string_equal(decode(), "text black\ntext on a ground\n");
}

/* 2.9.150 LVL */
static void
put_level(unsigned start, unsigned format, unsigned flags, unsigned follow,
    const char *number)
{
	size_t at = doc.lists.n;

	set_number(&doc.lists, at, start, 4);
	set_number(&doc.lists, at + 4, format, 1);
	set_number(&doc.lists, at + 5, flags, 1);
	set_number(&doc.lists, at + 15, follow, 1);
	set_number(&doc.lists, at + 24, 0, 4);
	/* properties of its paragraphs and of its characters */
	set_number(&doc.lists, at + 24, 3, 1);
	set_number(&doc.lists, at + 25, 2, 1);
	put_number(&doc.lists, 0, 5);
	put_number(&doc.lists, strlen(number + 1) + 1, 2);
	put_number(&doc.lists, (unsigned char)number[0], 2);
	for (number++; *number != '\0'; number++)
		put_number(&doc.lists, (unsigned char)*number, 2);
}

/* put_level puts to the overrides, to the lists again. */
static void
swap_lists(void)
{
	struct buffer lists = doc.lists;

	doc.lists = doc.overrides;
	doc.overrides = lists;
}

static void
put_styles(void)
{
	begin_styles(8);
	put_style(0, 1, 0xFFF, NONE, NONE);
	put_style(1, 1, 0, NONE, NONE);
	put_style(0xFFE, 1, 1, BYTES(0x0B, 0x46, 1, 0), NONE);
	put_style(0xFFE, 1, 0, NONE, BYTES(0x3C, 0x08, 1));
	put_style(0xFFE, 1, 3, NONE, BYTES(0x3C, 0x08, 0x81));
	put_style(1, 2, 0, BYTES(0x40, 0x26, 1), BYTES(0x3C, 0x08, 1));
	put_style(0xFFE, 1, 0, NONE, BYTES(0x3C, 0x08, 0x81));
	put_style(0xFFE, 1, 3, NONE, BYTES(0x3C, 0x08, 0x80));
}

/* Lists of one level and of nine; overrides, one with a start of its own, one
 * with a level of its own. */
static void
put_lists(void)
{
	put_number(&doc.lists, 2, 2);
	for (unsigned i = 0; i < 2; i++) {
		size_t at = doc.lists.n;

		set_number(&doc.lists, at, 101 - i, 4);
		set_number(&doc.lists, at + 26, i == 0, 1);
		set_number(&doc.lists, at + 27, 0, 1);
	}
	put_level(1, 39, 0, 2, (const char[]){ 0, '.', '\0' });
	put_level(3, 0, 0, 0, (const char[]){ 0, ')', '\0' });
	for (unsigned i = 1; i < 9; i++)
		if (i == 2)	/* all numbers decimal, begins never anew */
			put_level(1, 4, 4 | 8, 0, (const char[]){ 1, '.', 2, '\0' });
		else
			put_level(1, i == 1 ? 4 : 23, 0, 0,
			    (const char[]){ (char)i, ')', '\0' });
	/* 2.9.131 PlfLfo */
	put_number(&doc.overrides, 4, 4);
	for (unsigned i = 0; i < 4; i++) {
		size_t at = doc.overrides.n;

		set_number(&doc.overrides, at, i == 0 ? 101 : 100, 4);
		set_number(&doc.overrides, at + 12, i == 2 ? 1 : i == 3 ? 2 : 0,
		    1);
		set_number(&doc.overrides, at + 15, 0, 1);
	}
	put_number(&doc.overrides, 0, 4);
	put_number(&doc.overrides, 0, 4);
	put_number(&doc.overrides, 0, 4);
	put_number(&doc.overrides, 9, 4);
	put_number(&doc.overrides, 0x10, 4);
	put_number(&doc.overrides, 0, 4);
	put_number(&doc.overrides, 0, 4);
	put_number(&doc.overrides, 0x19, 4);	/* of no level */
	put_number(&doc.overrides, 0, 4);
	put_number(&doc.overrides, 0x20, 4);	/* a level of its own */
	swap_lists();
	put_level(6, 1, 8, 0, (const char[]){ 0, ':', '\0' });
	swap_lists();
}

/* Headings by built-in styles and by levels; styles that hide their text, and
 * runs unlike their styles; lists of one level and of nine, one with a start
 * of its own, one with a level of its own. */
static void
test_styles_and_lists(void **state)
{
	(void)state;
	begin();
	put_styles();
	put_lists();
	text("head");
	mark('\r', 1, NONE);
	text("numbered head");
	mark('\r', 2, NONE);
	text("body by level");
	mark('\r', 2, BYTES(0x40, 0x26, 9));
	text("hidden");
	mark('\r', 3, NONE);
	text("unlike");
	mark('\r', 4, NONE);
	text("unlike a style that shows");
	mark('\r', 6, NONE);
	text("like one that hides");
	mark('\r', 7, NONE);
	text("hidden,");
	run("shown", BYTES(0x3C, 0x08, 0x81));
	mark('\r', 3, NONE);
	text("three");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 0));
	text("letter");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 1));
	text("decimal");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 2));
	text("second");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 2));
	text("next letter");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 1));
	text("third");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 2));
	text("none");
	mark('\r', 0, BYTES(0x0B, 0x46, 2, 0, 0x0A, 0x26, 9));
	text("nine");
	mark('\r', 0, BYTES(0x0B, 0x46, 3, 0, 0x0A, 0x26, 0));
	text("own");
	mark('\r', 0, BYTES(0x0B, 0x46, 4, 0, 0x0A, 0x26, 0));
	text("no style");
	mark('\r', 77, NONE);
	text("style of characters");
	mark('\r', 5, NONE);
	text("behind all properties\r");
	assert_string_equal(decode(),
	    "head head\n" "head 一.numbered head\n"
	    "text 二.body by level\n" "text unlike\n" "text shown\n"
	    "text 3) three\n" "text a) letter\n" "text 1.1 decimal\n"
	    "text 1.2 second\n" "text b) next letter\n" "text 2.3 third\n"
	    "text none\n" "text 9) nine\n" "text X: own\n"
	    "text no style\n" "text style of characters\n"
	    "text behind all properties\n");
	assert_null(b.failed);
}

/* What styles of paragraphs take from those they are based on; a style that
 * ends with its base; nine levels of headings. */
static void
test_inherited(void **state)
{
	(void)state;
	begin();
	begin_styles(9);
	put_style(0, 1, 0xFFF, NONE, NONE);
	put_style(9, 1, 0, NONE, NONE);
	put_style(10, 1, 0, NONE, NONE);
	put_style(0xFFE, 1, 1, BYTES(0x40, 0x26, 9), BYTES(0x3C, 0x08, 1));
	put_style(0xFFE, 1, 3, BYTES(0x40, 0x26, 0), BYTES(0x3C, 0x08, 0));
	put_style(0xFFE, 1, 0, BYTES(0x0B, 0x46, 1, 0), NONE);
	put_style(0xFFE, 1, 5, BYTES(0x0A, 0x26, 1), NONE);
	put_style(0xFFE, 1, 6, BYTES(0x40, 0x26, 1, 0x0A, 0x26, 0), NONE);
	put_number(&doc.styles, 10, 2);
	put_number(&doc.styles, 1, 2);
	put_number(&doc.styles, 1, 2);
	put_number(&doc.styles, 0, 6);
	put_number(&doc.lists, 1, 2);
	set_number(&doc.lists, 2, 100, 4);
	set_number(&doc.lists, 2 + 27, 0, 1);
	for (unsigned i = 0; i < 9; i++)
		put_level(1, 0, 0, 0, (const char[]){ (char)i, i == 1 ? ')' : '.', '\0' });
	put_number(&doc.overrides, 1, 4);
	set_number(&doc.overrides, 4, 100, 4);
	set_number(&doc.overrides, 4 + 15, 0, 1);
	put_number(&doc.overrides, 0, 4);
	for (unsigned i = 0; i < 9; i++) {
		text((const char[]){ (char)('0' + i), '\0' });
		mark('\r', i, NONE);
	}
	text("cut");
	mark('\r', 5, BYTES(0x0A, 0x26));
	assert_string_equal(decode(), "text 0\n" "head 1\n" "text 2\n"
	    "head 4\n" "text 1. 5\n" "text 1) 6\n" "head 2. 7\n"
	    "head 8\n" "text 3. cut\n");
}

/* A table that ends the text has nothing to do with the notes behind it. */
static void
test_table_at_end(void **state)
{
	(void)state;
	begin();
	cells("a", "b", "c");
	mark(7, 0, BYTES(ROW_END));
	text("d");
	mark(7, 0, BYTES(IN_TABLE));
	doc.story = 1;
	text("note");
	mark('\r', 0, NONE);
	assert_string_equal(decode(), "cell 1 1,1 1x1 a\n"
	    "cell 1 1,2 1x1 b\n" "cell 1 1,3 1x1 c\n"
	    "cell 1 2,1 1x1 d\n" "text note\n");
}

/* A piece table of N pieces, whose text begins at OFFSET, that end at ENDS. */
static void
pieces_at(size_t n, const unsigned *ends, size_t offset)
{
	doc.pieces.n = 0;
	put_number(&doc.pieces, 2, 1);
	put_number(&doc.pieces, 4 + 12 * n, 4);
	put_number(&doc.pieces, 0, 4);
	for (size_t i = 0; i < n; i++)
		put_number(&doc.pieces, ends[i], 4);
	for (size_t i = 0; i < n; i++)
		piece(&doc.pieces, offset, true);
	decode();
}

static void
test_pieces(void **state)
{
	(void)state;
	begin();
	text("some text");
	mark('\r', 0, NONE);
	put_number(&doc.pieces, 3, 1);
	decode();
	assert_string_equal(b.failed, "no piece table");
	pieces_at(0, NULL, 0);
	assert_string_equal(b.failed, "an empty piece table");
	/* a byte less than one piece needs */
	doc.pieces.n = 0;
	put_number(&doc.pieces, 2, 1);
	put_number(&doc.pieces, 15, 4);
	set_number(&doc.pieces, 5 + 14, 0, 1);
	decode();
	assert_string_equal(b.failed, "an empty piece table");
	pieces_at(2, (const unsigned[]){ 10, 5 }, 0);
	assert_string_equal(b.failed, "a piece table out of order");
	pieces_at(4, (const unsigned[]){ 900, 1800, 2700, 3600 }, 0);
	assert_string_equal(b.failed, "a piece table that says text twice");
	pieces_at(1, (const unsigned[]){ 10 }, 1 << 20);
	assert_string_equal(b.failed, "the text is cut short");
	pieces_at(2, (const unsigned[]){ 0, 9000 }, 5);
	assert_string_equal(b.text, "text text\n");
	/* all there is, from the first byte on, may be said once */
	pieces_at(1, (const unsigned[]){ 1 << 20 }, (size_t)-TEXT_AT);
	assert_null(b.failed);
	pieces_at(2, (const unsigned[]){ 1 << 20, (1 << 20) + 1 },
	    (size_t)-TEXT_AT);
	assert_string_equal(b.failed, "a piece table that says text twice");
}

/* Adds N letters to the text, and to what is WANTed. */
static void
letters(struct buffer *want, int n)
{
	for (int i = 0; i < n; i++) {
		text("a");
		buffer_string(want, "a");
	}
}

/* A short piece behind a long one ends where it says. */
static void
test_short_piece(void **state)
{
	enum { N = 3000 };
	struct buffer want = { .n = 0 };

	(void)state;
	begin();
	buffer_string(&want, "text ");
	letters(&want, N);
	text("bc");
	mark('\r', 0, NONE);
	put_number(&doc.pieces, 2, 1);
	put_number(&doc.pieces, 4 + 12 * 3, 4);
	for (unsigned i = 0; i < 4; i++)
		put_number(&doc.pieces, i == 0 ? 0 : N + i - 1, 4);
	piece(&doc.pieces, 0, true);
	piece(&doc.pieces, N, true);
	piece(&doc.pieces, N + 1, true);
	buffer_string(&want, "bc\n");
	put_number(&want, 0, 1);
	assert_string_equal(decode(), want.p);
	buffer_free(&want);
	/* pieces behind the text */
	doc.length[0] = 5;
	assert_string_equal(decode(), "text aaaaa\n");
}

/* A document saved in a hurry: what is read first stands behind what is read
 * last, each with runs of its own. */
static void
test_moved_pieces(void **state)
{
	(void)state;
	begin();
	run("a", BYTES(0x3C, 0x08, 1));
	run("b", BYTES(0x3C, 0x08, 0));
	run("c", BYTES(0x3C, 0x08, 1));
	run("d", BYTES(0x3C, 0x08, 0));
	mark('\r', 0, NONE);
	run("E", BYTES(0x3C, 0x08, 0));
	run("F", BYTES(0x3C, 0x08, 1));
	run("G", BYTES(0x3C, 0x08, 0));
	mark('\r', 0, BYTES(0x40, 0x26, 1));
	put_number(&doc.pieces, 2, 1);
	put_number(&doc.pieces, 4 + 12 * 2, 4);
	put_number(&doc.pieces, 0, 4);
	put_number(&doc.pieces, 4, 4);
	put_number(&doc.pieces, 9, 4);
	piece(&doc.pieces, 5, true);
	piece(&doc.pieces, 0, true);
	assert_string_equal(decode(), "head EG\n" "text bd\n");
	assert_null(b.failed);
}

/* Two pieces that together are longer than all that stands around them. */
static void
test_long_pieces(void **state)
{
	enum { N = 3000 };
	struct buffer want = { .n = 0 };

	(void)state;
	begin();
	buffer_string(&want, "text ");
	letters(&want, N);
	mark('\r', 0, NONE);
	wide();
	buffer_string(&want, "\ntext ");
	for (int i = 0; i < N; i++) {
		unit('b');
		buffer_string(&want, "b");
	}
	mark('\r', 0, NONE);
	buffer_string(&want, "\n");
	put_number(&want, 0, 1);
	assert_string_equal(decode(), want.p);
	assert_null(b.failed);
	buffer_free(&want);
}

static void
test_damage(void **state)
{
	struct stream_part other = { "Other", { .n = 0 } };
	struct slice       file = streams_file(&other, 1);

	(void)state;
	blocks_decode(&b, &format_doc, file, 1000);
	assert_string_equal(b.failed, "no Word document in it");
	free((char *)file.p);

	/* no stream of tables */
	set_number(&other.bytes, 0, 0xA5EC, 2);
	set_number(&other.bytes, 2, 0xC1, 2);
	set_number(&other.bytes, TEXT_AT, 0, 1);
	other.name = "WordDocument";
	file = streams_file(&other, 1);
	blocks_decode(&b, &format_doc, file, 1000);
	assert_string_equal(b.failed, "a part of the document is missing");
	free((char *)file.p);
	buffer_free(&other.bytes);

	begin();
	doc.version = 0x65;
	decode();
	assert_string_equal(b.failed,
	    "a document of Word 6 or 95, which is not read");

	begin();
	doc.flags = 0x100;
	decode();
	assert_string_equal(b.failed, "encrypted with a password");

	begin();
	assert_string_equal(decode(), "");
	assert_string_equal(b.failed,
	    "no properties of paragraphs: tables are lost");

	begin();
	doc.flags = 0x200;
	text("plain");
	assert_string_equal(decode(), "text plain\n");
	assert_string_equal(b.failed,
	    "no properties of paragraphs: tables are lost");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_merges),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_bare_row),
		cmocka_unit_test(test_heading_before_table),
		cmocka_unit_test(test_chains),
		cmocka_unit_test(test_odd_rows),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_cells_not_blank),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_toggles),
		cmocka_unit_test(test_marks_and_struck_out),
		cmocka_unit_test(test_white),
		cmocka_unit_test(test_many_pages),
		cmocka_unit_test(test_crowded_pages),
		cmocka_unit_test(test_tabs),
		cmocka_unit_test(test_backwards),
		cmocka_unit_test(test_styles_and_lists),
		cmocka_unit_test(test_inherited),
		cmocka_unit_test(test_table_at_end),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_short_piece),
		cmocka_unit_test(test_moved_pieces),
		cmocka_unit_test(test_long_pieces),
		cmocka_unit_test(test_damage),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(b.text);
	return failed;
}
