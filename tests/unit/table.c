/* Tables laid over a form: how the rows stand, and what is read of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "form/form.h"
#include "table/tables.h"

enum { RECORDS_MAX = 400 };

static struct forms  *forms;
static struct tables *tables;
static struct buffer  out;

static int
set_up(void **state)
{
	(void)state;
	forms = forms_load();
	tables = tables_new(forms);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tables_free(tables);
	forms_free(forms);
	buffer_free(&out);
	return 0;
}

/* N and more as digits, for the life of the test. */
static struct slice
digits(const char *prefix, unsigned n)
{
	static char   pool[RECORDS_MAX * 6][12];
	static size_t used;
	char         *p = pool[used++ % (RECORDS_MAX * 6)];

	snprintf(p, sizeof(pool[0]), "%s%u", prefix, n);
	return slice_of(p);
}

/* The records of a document: its lines, `|a|b' a row of a grid, `a{2}' a cell
 * over two columns, `~a' a line of the page around it. */
struct sketch {
	struct document document;
	struct record   record[RECORDS_MAX];
	unsigned        line, table;
	bool            grid;
};

static struct record *
add_record(struct sketch *s, const char *kind, struct slice text)
{
	struct record *record = &s->record[s->document.records++];

	assert_true(s->document.records < RECORDS_MAX);
	for (size_t i = 0; i < RECORD_FIELDS_MAX; i++)
		record->field[i] = (struct slice){ "", 0 };
	record->field[BLOCK_KIND] = slice_of(kind);
	record->field[BLOCK_LOC] = digits("L", s->line);
	record->field[BLOCK_TEXT] = text;
	return record;
}

static void
add_grid_row(struct sketch *s, struct slice row)
{
	unsigned col = 1;

	s->table += !s->grid;
	s->grid = true;
	while (row.n > 0) {
		struct record *record;
		const char    *end, *brace;
		struct slice   text;
		unsigned       cols = 1;

		row = slice_from(row, 1);
		end = memchr(row.p, '|', row.n);
		text = (struct slice){ row.p,
			end != NULL ? (size_t)(end - row.p) : row.n };
		row = slice_from(row, text.n);
		brace = text.n > 0 ? memchr(text.p, '{', text.n) : NULL;
		if (brace != NULL) {
			cols = (unsigned)(brace[1] - '0');
			text.n = (size_t)(brace - text.p);
		}
		record = add_record(s, "cell", text);
		record->field[BLOCK_TABLE] = digits("", s->table);
		record->field[BLOCK_ROW] = digits("", s->line);
		record->field[BLOCK_COL] = digits("", col);
		record->field[BLOCK_SPAN] = digits("1x", cols);
		col += cols;
	}
}

static void
add_line(struct sketch *s, struct slice line)
{
	s->line++;
	if (line.n > 0 && line.p[0] == '|') {
		add_grid_row(s, line);
		return;
	}
	s->grid = false;
	if (line.n > 0 && line.p[0] == '~')
		add_record(s, "text", slice_from(line, 1))->
		    field[BLOCK_SECTION] = SLICE("furniture.page");
	else if (line.n > 0)
		add_record(s, "text", line);
}

static const char *wanted;	/* the item, or, with a dot behind, the group */

static void
note(void *context, const struct fact *fact)
{
	static const struct {
		const char *state, *mark;
	} mark[] = {
		{ "blank", "_" }, { "na", "-" }, { "unreadable", "?" },
		{ "absent", "." }, { "approx", "~" },
	};
	bool group = wanted[strlen(wanted) - 1] == '.';

	(void)context;
	if (group ? !slice_starts(fact->item, slice_of(wanted)) :
	    !slice_is(fact->item, wanted))
		return;
	buffer_string(&out, out.n > 0 ? " " : "");
	for (size_t i = 0; i < sizeof(mark) / sizeof(mark[0]); i++)
		if (slice_is(fact->state, mark[i].state))
			buffer_string(&out, mark[i].mark);
	buffer_add(&out, fact->value);
}

/* What is read of ITEM in the document that TEXT sketches, of YEAR. */
static const char *
read_item(const char *text, const char *year, const char *item)
{
	static struct sketch s;

	s = (struct sketch){ .document = { .record = s.record } };
	for (; *text != '\0'; text += *text == '\n') {
		struct slice line = { text, strcspn(text, "\n") };

		add_line(&s, line);
		text += line.n;
	}
	out.n = 0;
	wanted = item;
	tables_read(tables, &s.document, slice_of(year));
	tables_facts(tables, note, NULL);
	buffer_add(&out, (struct slice){ "", 1 });
	return out.p;
}

struct row {
	const char *text, *want;
};

/* Whether GOT is what TEXT should read as; says so if not. */
static bool
is_read(const char *text, const char *got, const char *want)
{
	if (strcmp(got, want) == 0)
		return true;
	print_error("%s\ngot:  %s\nwant: %s\n", text, got, want);
	return false;
}

static void
check(const char *item, const char *before, const struct row row[],
    size_t rows)
{
	bool right = true;

	for (size_t i = 0; i < rows; i++) {
		char text[4096];

		snprintf(text, sizeof(text), "%s%s", before, row[i].text);
		right &= is_read(text, read_item(text, "2022", item),
		    row[i].want);
	}
	assert_true(right);
}

#define CHECK(item, before, rows) \
	check(item, before, rows, sizeof(rows) / sizeof((rows)[0]))

#define MADE "|信息内容|本年制发件数|本年废止件数|现行有效件数\n"
#define PROSE "今年，工作有序；各项任务完成。\n"
#define WHO "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
#define ASK "|申请人情况|" WHO
#define NEW "|一、本年新收政府信息公开申请数量"
#define CARRIED "|二、上年结转政府信息公开申请数量"
#define FORWARD "|四、结转下年度继续办理"
#define ALL "? ? ? ? ? ? ?"

static void
test_headers(void **state)
{
	static const struct row row[] = {
		{ MADE "|规章|1|0|9\n", "1 0 9" },
		{ MADE "|规章|1||9\n", "1 _ 9" },
		{ MADE "|规章||||\n", "_ _ _" },
		{ MADE "|规章|1|①5件|9\n", "1 ? 9" },
		{ MADE "|规章|1|/|约9\n", "1 - ~9" },
		{ MADE "|规章|件15\n", "? ? ?" },
		{ MADE "|规章|件\n", "_ _ _" },
		{ MADE "|规章|一百零三|-||\n", "? ? ?" },
		{ MADE "|规章|一百零三|-|\n", "103 - _" },
		{ MADE "|规章|3{3}\n", "? ? ?" },
		{ MADE "|规章|2018|0|2020\n", "2018 0 2020" },
		{ "|信息内容|本年制发件数{2}|本年废止件数|现行有效件数\n"
		    "|规章|1|2{2}|\n", "? ? ?" },
		{ "|信息内容|本年制发件数{2}|本年废止件数|现行有效件数\n"
		    "|规章|1{2}|2|\n", "1 2 _" },
		{ "|信息内容|本年制发件数{2}|本年废止件数|现行有效件数\n"
		    "|规章||1|2|\n", "1 2 _" },
		/* The number of the next label, cut off at the end of a page. */
		{ MADE "|规章||||\n|2||||\n|.规范性文件|2|0|8\n", "_ _ _" },
		{ MADE "|规章||||\n|2||||\n|规范性文件|2|0|8\n", "? ? ?" },
		{ MADE "|规章||||\n|200||||\n|.规范性文件|2|0|8\n", "? ? ?" },
		/* A header that prints fewer columns. */
		{ "|信息内容|本年制发件数|现行有效件数\n|规章|1|9\n", "1 . 9" },
		{ "|信息内容|本年制发件数|现行有效件数\n|规章|1|\n", "? ? ?" },
		{ "|信息内容|本年制发件数|怪|现行有效件数\n|规章|1|9\n", "? ? ?" },
		{ "|信息内容|本年制发件数|怪\n|规章|1|9\n", "? ? ?" },
		/* Columns in another order, one named twice. */
		{ "|信息内容|现行有效件数|本年制发件数|本年废止件数\n|规章|9|1|0\n",
		    "1 0 9" },
		{ "|信息内容|本年制发件数|本年制发件数|现行有效件数\n|规章|1||9\n",
		    "? ? ?" },
		/* A unit between label and figures. */
		{ "|信息内容|单位|本年制发件数|本年废止件数|现行有效件数\n"
		    "|规章|件|1||9\n", "1 _ 9" },
		{ "|信息内容|单位|本年制发件数|本年废止件数|现行有效件数\n"
		    "|规章||1||9\n", "? ? ?" },
		/* No header: a row that ends right behind its columns. */
		{ "|规章|1||9\n|规范性文件|2|0|8\n", "1 _ 9" },
		{ "|规章|1||9\n|规范性文件|2|0|8|\n", "? ? ?" },
		{ "|规章|1||9|\n|规范性文件|2|0|8\n", "? ? ?" },
		{ "|规章|件|1||9\n", "? ? ?" },
	};

	(void)state;
	CHECK("proactive.regulations", "", row);
}

static void
test_sums(void **state)
{
	static const struct row row[] = {
		{ ASK NEW "|1|2|0|0|0|0|3\n", "1 2 0 0 0 0 3" },
		{ ASK NEW "|1|2|0|0|0|0|4\n", "1 2 0 0 0 0 4" },
		{ ASK NEW "||2|0|0|0|0|3\n", ALL },
		{ ASK NEW "||2|0|0|0|0|2\n", "_ 2 0 0 0 0 2" },
		{ ASK NEW "||2|0|0|0|0|1\n", ALL },
		{ ASK NEW "|1|2|3||||\n", ALL },
		{ ASK NEW "|1|2|4||||\n", "1 2 4 _ _ _ _" },
		{ ASK NEW "|1,827|2件|/|/|0|0|1829\n", "1827 2 - - 0 0 1829" },
		{ ASK NEW "||2|/|/|0|0|2\n", "_ 2 - - 0 0 2" },
		/* A label that does not end where the columns begin. */
		{ "|申请人情况{2}|" WHO NEW "|1|2|0|0|0|0|3\n", "1 2 0 0 0 0 3" },
		{ "|申请人情况{2}|" WHO NEW "|1||0|0|0|0|1\n", ALL },
		{ "|申请人情况{2}|" WHO NEW "||1||0|0|0|0|1\n", "1 _ 0 0 0 0 1" },
		{ "|申请人情况{2}|" WHO NEW "||1||0|0|0|0|2\n", ALL },
		{ "|申请人情况{2}|" WHO NEW "||1||0|0|0|0|2\n"
		    CARRIED "||0|0|0|0|0|0|0\n", "1 _ 0 0 0 0 2" },
		{ "|申请人情况{2}|" WHO NEW "||1||0|0|0|0|2\n"
		    CARRIED "||0|0|0|0|0|0|0\n" FORWARD "|0|0|0|0|0|0|0|\n", ALL },
		/* Rows of one shape, under no header. */
		{ CARRIED "|x|0|0|0|0|0|0|0\n" FORWARD "|x|0|0|0|0|0|0|0\n"
		    NEW "|x|1||0|0|0|0|2\n", "1 _ 0 0 0 0 2" },
		{ CARRIED "|x|0|0|0|0|0|0|0\n" NEW "|x|1||0|0|0|0|2\n", ALL },
		/* Two rows narrower than the header, which each lost a blank, are no
		 * witnesses; one is that has all its figures. */
#define DEEP "|申请人情况{3}|" WHO CARRIED "{3}|1|1|1|1|1|1|6\n" \
	"|（一）予以公开{3}|1|1|1|1|1|1|6\n|（七）总计{3}|2|2|2|2|2|2|12\n"
		{ DEEP "||一、本年新收政府信息公开申请数量||4||||3|7\n"
		    "||四、结转下年度继续办理||5|||||5\n", ALL },
		{ DEEP "||一、本年新收政府信息公开申请数量||4||||3|7\n"
		    "||四、结转下年度继续办理|1|1|1|1|1|1|6\n", "_ 4 _ _ _ 3 7" },
	};

	(void)state;
	CHECK("requests.new", "", row);
}

static void
test_flow(void **state)
{
	static const struct row row[] = {
		{ "规章\n1\n0\n9\n规范性文件\n2\n0\n8\n行政许可\n7\n", "2 0 8" },
		{ "规章\n1\n0\n9\n规范性文件\n2\n8\n行政许可\n7\n", "? ? ?" },
		{ "规章 1 0 9\n规范性文件 2 0 8\n行政许可 7\n", "2 0 8" },
		{ "规章 1 0 9\n规范性文件 2 8\n行政许可 7\n", "? ? ?" },
		{ "规章 1 0 9\n规范性文件\n2 0 8\n行政许可 7\n", "? ? ?" },
		{ "规章 1 0 9\n2 0 8\n规范性文件\n行政许可 7\n", "? ? ?" },
		{ "规章000\n规范性文件208\n行政许可7\n", "2 0 8" },
		/* Or 20 and 8, and a blank. */
		{ "规章109\n规范性文件208\n行政许可7\n", "? ? ?" },
		{ "规章000\n规范性文件00\n行政许可7\n", "? ? ?" },
		{ "规章109\n规范性文件000\n行政许可7\n", "0 0 0" },
		{ "规章109\n规范性文件28\n行政许可7\n", "? ? ?" },
		{ "规章109\n规范性文件2.8\n行政许可7\n", "? ? ?" },
		{ "信息内容本年制发件数本年废止件数现行有效件数\n规章000\n"
		    "规范性文件208\n行政许可7\n", "2 0 8" },
		{ "规章 1 0 9\n规范性文件　2　0　8\n行政许可 7\n", "2 0 8" },
		{ "规章 1 0 9\n规范性文件\u00A02\u00A00\u00A08\n行政许可 7\n", "2 0 8" },
		/* Prose speaks of 规范性文件 too. */
		{ "规章 1 0 9\n规范性文件　2　0　8　详见说明。\n行政许可 7\n", "? ? ?" },
		{ "|规章|1|0|9\n今年，工作有序；各项任务完成。\n规范性文件\n", ". . ." },
		{ "|规章|1|0|9\n规范性文件\n行政许可\n", ". . ." },
		/* Cells down the page, one a row. */
		{ "|规章\n|1\n|0\n|9\n|规范性文件\n|2\n|\n|8\n|行政许可\n|7\n", "2 _ 8" },
		{ "|规章\n|1\n|0\n|9\n|规范性文件\n|2\n|8\n|行政许可\n|7\n", "? ? ?" },
		{ "|规章\n|1\n|0\n|9\n|规范性文件\n|\n|\n|\n|行政许可\n|7\n", "_ _ _" },
		{ "||规章\n|1\n|0\n|9\n||规范性文件\n|2\n|0\n|8\n||行政许可\n|7\n",
		    "2 0 8" },
		/* A label and no cells; figures beside it that are nobody's. */
		{ "|规章|1|0|9\n~规范性文件\n|行政许可|7\n", ". . ." },
		{ "规章 1 0 9\n规范性文件\n行政许可 7\n", ". . ." },
		/* All in one line. */
		{ "规章 1 0 9 规范性文件 2 0 8 行政许可 7\n", "2 0 8" },
	};

	(void)state;
	CHECK("proactive.normative", "", row);
}

/* Each cell with an empty line behind it: a wider gap is a blank cell, but not
 * one behind a table, nor one of half a step. */
static void
test_blank_lines(void **state)
{
#define HEAD_LINES "信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n" \
	"规章\n\n1\n\n0\n\n9\n\n"
#define TAIL_LINES "行政许可\n\n7\n\n行政处罚\n\n5\n\n行政强制\n\n6\n"
	static const struct row row[] = {
		{ HEAD_LINES "规范性文件\n\n2\n\n0\n\n8\n\n" TAIL_LINES, "2 0 8" },
		{ HEAD_LINES "规范性文件\n\n2\n\n\n\n8\n\n" TAIL_LINES, "2 _ 8" },
		{ HEAD_LINES "规范性文件\n\n\n\n\n\n8\n\n" TAIL_LINES, "_ _ 8" },
		{ HEAD_LINES "规范性文件\n\n2\n\n\n8\n\n" TAIL_LINES, "? ? ?" },
		{ HEAD_LINES "|规范性文件\n\n\n\n2\n\n8\n\n" TAIL_LINES, "? ? ?" },
		{ HEAD_LINES "|规范性文件\n\n\n\n2\n\n0\n\n8\n\n" TAIL_LINES,
		    "2 0 8" },
		{ "规章\n\n1\n\n0\n\n9\n\n规范性文件\n\n2\n\n\n\n8\n\n行政许可\n\n7\n",
		    "? ? ?" },
	};

	(void)state;
	CHECK("proactive.normative", "", row);
}

static void
test_long_rows(void **state)
{
	static const char row[] =
	    "|信息内容|本年制发件数|本年废止件数|现行有效件数|规章|1|0|9"
	    "|规范性文件|2|0|8|信息内容|本年处理决定数量|行政许可|7|信息内容"
	    "|本年处理决定数量|行政处罚|6|行政强制|5|信息内容|本年收费金额"
	    "|行政事业性收费|4|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x";
	char              cut[sizeof(row)];

	(void)state;
	assert_string_equal(read_item(row, "2022", "proactive."),
	    "1 0 9 2 0 8 7 6 5 4");
	/* Forty cells are a row of a grid. */
	snprintf(cut, sizeof(cut), "%.*s", (int)sizeof(row) - 1 - 2, row);
	assert_string_not_equal(read_item(cut, "2022", "proactive."),
	    "1 0 9 2 0 8 7 6 5 4");
}

static void
test_labels(void **state)
{
	static const struct row row[] = {
		{ MADE "|规章|1|0|9\n|行政规范性文伴|2|0|8\n", "2 0 8" },
		{ MADE "|规章|1|0|9\n|行政规范什么文书|2|0|8\n", "? ? ?" },
		{ MADE "|规章|1|0|9\n||2|0|8\n|行政许可|7\n", "2 0 8" },
		{ MADE "|规章|1|0|9\n||2|8\n|行政许可|7\n", "? ? ?" },
		{ MADE "|规章|1|0|9\n||2|0|8\n|行政处罚|7\n", "? ? ?" },
		{ MADE "|规章|1|0|9\n|2|0|8\n|行政许可|7\n", "? ? ?" },
		{ MADE "|规章|1|0|9\n||2|0|8\n", "? ? ?" },
		/* Cut in two. */
		{ MADE "|规章|1|0|9\n|规范性|2|0|8\n|文件\n", "2 0 8" },
		{ MADE "|规章|1|0|9\n|规范\n|性|2|0|8\n|文件\n", "2 0 8" },
		{ MADE "|规章|1|0|9\n|规范|2|0|8\n|性文件|1|1|1\n", "? ? ?" },
		{ MADE "|规章|1|0|9\n|规\n|范\n|性|2|0|8\n|文件\n", "2 0 8" },
		/* A number before the label, a remark behind it. */
		{ MADE "|2|规范性文件|2|0|8\n", "2 0 8" },
		{ MADE "|规范性文件|备注如下|2|0|8\n", "2 0 8" },
		{ MADE "|规章|1|0|9|规范性文件|2|0|8\n", "2 0 8" },
		{ MADE "|2|.规范性文件|2|0|8\n", "2 0 8" },
		/* Printed twice. */
		{ MADE "|规范性文件|2|0|8\n|规范性文件|2|0|8\n", "2 0 8" },
		{ MADE "|规范性文件|2|0|8\n|规范性文件|2|0|7\n", "? ? ?" },
		{ MADE "|规范性文件|2|0|8\n|规范性文件|2||8\n", "? ? ?" },
		{ MADE "|规范性文件|||\n|规范性文件|2|0|8\n", "2 0 8" },
		{ MADE "|规范性文件|2|0|8\n|规范性文件|||\n", "2 0 8" },
	};

	(void)state;
	CHECK("proactive.normative", "", row);
	assert_string_equal(read_item(ASK "|4.保护第三方合法权益|1|0|0|0|0|0|1\n"
	    "|5.属于|2|0|0|0|0|0|2\n|6.属于四类过程性信息|0|0|0|0|0|0|0\n",
	    "2022", "requests.results.denied.internal"), "2 0 0 0 0 0 2");
	assert_string_equal(read_item(ASK "|4.保护第三方合法权益|1|0|0|0|0|0|1\n"
	    "|6.属于|2|0|0|0|0|0|2\n|7.属于行政执法案卷|0|0|0|0|0|0|0\n",
	    "2022", "requests.results.denied.internal"), ". . . . . . .");
	assert_string_equal(read_item(ASK "|4.保护第三方合法权益|1|0|0|0|0|0|1\n"
	    "|属于|2|0|0|0|0|0|2\n|6.属于四类过程性信息|0|0|0|0|0|0|0\n",
	    "2022", "requests.results.denied.internal"), ALL);
	/* The end of a label, which two items have; but one has a row. */
	assert_string_equal(read_item(ASK "|3.重复申请|0|0|0|0|0|0|0\n"
	    "|不再处理其政府信息公开申请|1|0|0|0|0|0|1\n", "2022",
	    "requests.results.other.not-corrected"), "? ? ? ? ? ? ?");
	assert_string_equal(read_item(ASK "|3.重复申请|0|0|0|0|0|0|0\n"
	    "|不再处理其政府信息公开申请|1|0|0|0|0|0|1\n"
	    "|逾期未缴费|0|0|0|0|0|0|0\n", "2022",
	    "requests.results.other.not-corrected"), "1 0 0 0 0 0 1");
	/* Like two open items. */
	assert_string_equal(read_item("|信息内容|本年处理决定数量\n|行政许罚|2\n"
	    "|行政强制|3\n", "2022", "proactive.licence"), "?");
	/* A group prints no figures, unless it does. */
	assert_string_equal(read_item(ASK "|（三）不予公开|1|0|0|0|0|0|1\n"
	    "|1.属于国家秘密|1|0|0|0|0|0|1\n", "2022",
	    "requests.results.denied"), "1 0 0 0 0 0 1");
	assert_string_equal(read_item(ASK "|（三）不予公开|1|0|0|0|0|0|1\n",
	    "2022", "requests.results.denied"), "");
	assert_string_equal(read_item(ASK "|（三）不予公开|||||||\n"
	    "|1.属于国家秘密|1|0|0|0|0|0|1\n", "2022",
	    "requests.results.denied"), "");
}

#define FIVE "|结果维持|结果纠正|其他结果|尚未审结|总计"
#define FIVES FIVE FIVE FIVE "\n"
#define NONE15 ". . . . . . . . . . . . . . ."
#define LOST15 "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?"

static void
test_columnar(void **state)
{
	static const struct row row[] = {
		{ FIVES "|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n",
		    "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ FIVES "|1|2|||3|0|0|0|0|0|1|0|0|0|1\n",
		    "1 2 _ _ 3 0 0 0 0 0 1 0 0 0 1" },
		{ FIVES "|||||||||||||||\n", "_ _ _ _ _ _ _ _ _ _ _ _ _ _ _" },
		{ FIVES, NONE15 },
		{ FIVES PROSE
		    "|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n", LOST15 },
		{ FIVES "|1|2|0|0|3|0|0|0|0|0|1|0|0|0\n", LOST15 },
		/* A group over each five. */
		{ "|行政复议{5}|未经复议直接起诉{5}|复议后起诉{5}\n" FIVES
		    "|1||||1|0|0|0|0|0|0|0|0|0|0\n",
		    "1 _ _ _ 1 0 0 0 0 0 0 0 0 0 0" },
		/* Known by its groups alone. */
		{ "|行政复议{5}|未经复议直接起诉{5}|复议后起诉{5}\n"
		    "|1|0|0|0|1|0|0|0|0|0|0|0|0|0|0\n",
		    "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0" },
		{ "|行政复议{5}|未经复议直接起诉{5}|复议后起诉{5}\n"
		    "|1|0|0|0|1|0|0|0|0|0|0|0|0|0|\n",
		    "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?" },
		/* A header without names in places: by the count of cells. */
		{ "|x|x|x|x|x|x|x|x|x|x" FIVE "\n|1||0|0|1|0|0|0|0|0|0|0|0|0|0\n",
		    "1 _ 0 0 1 0 0 0 0 0 0 0 0 0 0" },
		/* A header in another order contradicts the form: sums may tell
		 * which of them is right. */
		{ "|总计|结果维持|结果纠正|其他结果|尚未审结" FIVE FIVE "\n"
		    "|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n",
		    "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ "|总计|结果维持|结果纠正|其他结果|尚未审结" FIVE FIVE "\n"
		    "|3|1|2|0|0|0|0|0|0|0|1|0|0|0|1\n", LOST15 },
		{ "|结果纠正|结果维持|其他结果|尚未审结|总计" FIVE FIVE "\n"
		    "|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n", LOST15 },
		/* One figure too many. */
		{ FIVES "|1|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n",
		    "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ FIVES "|1|0|1|0|0|1|0|0|0|0|0|1|0|0|0|1\n", LOST15 },
		{ FIVES "|9|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n",
		    "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ FIVES "|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1|-\n",
		    "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ FIVES "|9|9|1|2|0|0|3|0|0|0|0|0|1|0|0|0|1\n", LOST15 },
		/* Run together. */
		{ FIVES "|120030000010001\n", "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ FIVES "|12003000001000\n", LOST15 },
		/* Pushed along. */
		{ FIVES "||1|2|0|0|3|0|0|0|0|1|0|0|0\n", LOST15 },
		{ FIVES "|1|2|0|0|3|1|0|0|0|1|1|0|0|1|\n",
		    "1 2 0 0 3 1 0 0 0 1 1 0 0 1 _" },
		{ FIVES "|1|2|0|0|4|1|0|0|0|1|1|0|0|1|\n", LOST15 },
		{ FIVES "|1|2||0|4|1|0|0|0|3|1|0|0|1|2\n",
		    "1 2 _ 0 4 1 0 0 0 3 1 0 0 1 2" },
		{ FIVES "|1|2||0|2|1|0|0|0|3|1|0|0|1|2\n", LOST15 },
		{ FIVES "|1|2|0|0|4|1|0|0|0|3|1|0|0|1|3\n",
		    "1 2 0 0 4 1 0 0 0 3 1 0 0 1 3" },
		{ FIVES "|1||||0|1||0|0|0||||1|0\n",
		    "1 _ _ _ 0 1 _ 0 0 0 _ _ _ 1 0" },
		/* Down the page. */
		{ "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果"
		    " 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
		    "1 2 0 0 3 0 0 0\n0 0 1 0 0 0 1\n规章 4 4 4\n",
		    "1 2 0 0 3 0 0 0 0 0 1 0 0 0 1" },
		{ "结果维持 结果纠正 其他结果 尚未审结 总计\n1 2 0 0 3\n", LOST15 },
		/* Row by row. */
		{ "|行政复议\n|结果维持|1\n|结果纠正|2\n|其他结果|0\n|尚未审结|0\n"
		    "|总计|3\n|未经复议直接起诉\n|结果维持|4\n|结果纠正|0\n"
		    "|其他结果|0\n|尚未审结|0\n|总计|4\n|复议后起诉\n|结果维持|0\n"
		    "|结果纠正|0\n|其他结果|5\n|尚未审结|0\n|总计|5\n",
		    "1 2 0 0 3 4 0 0 0 4 0 0 5 0 5" },
		{ "|行政复议\n|结果维持|1\n|结果维持|2\n|未经复议直接起诉\n|总计|4\n",
		    LOST15 },
		{ "|行政复议\n|结果维持|1\n|结果维持|2\n|未经复议直接起诉\n|总计|4\n"
		    "|复议后起诉\n|总计|5\n", "? ? ? ? ? ? ? ? ? 4 ? ? ? ? 5" },
	};

	(void)state;
	CHECK("review.", MADE "|规章|1|0|9\n" PROSE, row);
}

static void
test_forms(void **state)
{
	static const struct {
		const char *text, *year, *item, *want;
	} row[] = {
		/* Halves of names, over each other. */
		{ "|信息内容|本年新|本年新|对外公开\n||制作数量|公开数量|总数量\n"
		    "|规章|1|2|3\n", "", "proactive.regulations", "1 2 3" },
		{ "|信息内容|本年新|本年新|对外公开\n||制作数量|怪|总数量\n"
		    "|规章|1||3\n", "2019", "proactive.regulations", "? ? ?" },
		/* The year, where rows leave forms open. */
		{ "|规章|1|2|3\n", "2019", "proactive.regulations", "1 2 3" },
		{ "|行政许可|1|2|3\n", "2020", "proactive.licence", "1 2 3" },
		{ "|行政许可|1\n", "2022", "proactive.licence", "1" },
		{ "|行政许可|1\n", "2019", "proactive.licence", "? ? ?" },
		/* A single column, divided. */
		{ "|统计指标|本级|部门|合计\n|1．政府公报公开政府信息数|1|2|3\n"
		    "|2．政府网站公开政府信息数|4||4\n", "2016", "channel.site",
		    "4 _ 4" },
		{ "|统计指标|本级\n|1．政府公报公开政府信息数|1\n", "2016",
		    "channel.gazette", "1" },
		{ "|统计指标|统计数|本级|部门\n|1．政府公报公开政府信息数|7|2|5\n",
		    "2016", "channel.gazette", "?" },
		/* A merged cell, repeated. */
		{ "|统计指标|统计数\n|1．政府公报公开政府信息数|5|5\n", "2016",
		    "channel.gazette", "5" },
		{ "|统计指标|统计数\n|1．政府公报公开政府信息数|5|6\n", "2016",
		    "channel.gazette", "?" },
		{ "|统计指标|单位|统计数\n|1．政府公报公开政府信息数|条|5|5\n",
		    "2016", "channel.gazette", "5" },
		/* A year as a column's name. */
		{ "|指标名称|单位|2018|历年累计\n|申请总数|条|12|100\n", "2018",
		    "requests.received", "12 100" },
		/* Rows of a province stand where it prints them. */
		{ "|信息内容|本年新制作数量|本年新公开数量|对外公开总数量\n"
		    "|规章|1|2|3\n|规范性文件|4|5|6\n|其他主动公开文件|7|8|9\n",
		    "2019", "proactive.other-documents", "7 8 9" },
		/* An empty line or two between cells. */
		{ "规章\n\n1\n\n0\n\n9\n\n规范性文件\n\n2\n\n0\n\n8\n\n"
		    "行政许可\n\n7\n\n行政处罚\n\n\n\n行政强制\n\n5\n\n"
		    "行政事业性收费\n\n4\n", "2022",
		    "proactive.penalty", "_" },
	};

	bool right = true;

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		right &= is_read(row[i].text, read_item(row[i].text,
		    row[i].year, row[i].item), row[i].want);
	assert_true(right);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_headers),
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_flow),
		cmocka_unit_test(test_blank_lines),
		cmocka_unit_test(test_long_rows),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_columnar),
		cmocka_unit_test(test_forms),
	};

	return cmocka_run_group_tests_name("table", tests, set_up, tear_down);
}
