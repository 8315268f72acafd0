#include <stdlib.h>

#include "base/memory.h"
#include "docx.h"
#include "docx_table.h"

enum name {
	PARAGRAPH = 1, PARAGRAPH_PROPERTIES, STYLE, LIST, LEVEL, OUTLINE,
	HIDDEN, DELETED, RUN, TEXT, SPACE, HYPHEN, SYMBOL,
	FIELD, TABLE, COLUMN, ROW, ROW_PROPERTIES, BEFORE, CELL,
	SPAN, DOWN, ACROSS, CELL_DELETED, BOX, NOTE,
	SKIPPED
};

static const struct xml_name names[] = {
	{ "w:p", PARAGRAPH }, { "w:pPr", PARAGRAPH_PROPERTIES },
	{ "w:pStyle", STYLE }, { "w:numId", LIST }, { "w:ilvl", LEVEL },
	{ "w:outlineLvl", OUTLINE }, { "w:vanish", HIDDEN },
	{ "w:del", DELETED },
	{ "w:moveFrom", DELETED }, { "w:r", RUN }, { "w:t", TEXT },
	{ "m:t", TEXT }, { "w:tab", SPACE }, { "w:ptab", SPACE },
	{ "w:br", SPACE }, { "w:cr", SPACE }, { "w:noBreakHyphen", HYPHEN },
	{ "w:sym", SYMBOL }, { "w:fldChar", FIELD }, { "w:tbl", TABLE },
	{ "w:gridCol", COLUMN }, { "w:tr", ROW }, { "w:trPr", ROW_PROPERTIES },
	{ "w:gridBefore", BEFORE }, { "w:tc", CELL },
	{ "w:gridSpan", SPAN },
	{ "w:vMerge", DOWN }, { "w:hMerge", ACROSS },
	{ "w:cellDel", CELL_DELETED }, { "w:txbxContent", BOX },
	{ "w:footnote", NOTE }, { "w:endnote", NOTE },
	/* codes of fields, definitions, readings, what was before a change */
	{ "w:instrText", SKIPPED }, { "w:delText", SKIPPED },
	{ "w:delInstrText", SKIPPED }, { "w:tabs", SKIPPED },
	{ "w:rt", SKIPPED }, { "w:sectPr", SKIPPED }, { "w:sdtPr", SKIPPED },
	{ "w:ffData", SKIPPED }, { "w:tblPr", SKIPPED },
	{ "w:pPrChange", SKIPPED }, { "w:rPrChange", SKIPPED },
	{ "w:tcPrChange", SKIPPED }, { "w:trPrChange", SKIPPED },
	{ "w:tblPrExChange", SKIPPED }, { "w:tblGridChange", SKIPPED },
	{ "w:numberingChange", SKIPPED }, { "c:Fallback", SKIPPED },
	{ NULL, 0 },
};

/* An open paragraph; text boxes put one into another. */
struct open_paragraph {
	struct open_paragraph    *outer;
	struct paragraph          text;
	unsigned long             line;
	const struct docx_style  *style;
	struct docx_properties    own;
	bool                      mark_gone;	/* deleted: the next goes on */
	bool                      waiting;	/* for that next */
	bool                      holds_boxes;
};

struct reader {
	struct held              *held;
	const struct docx_styles *styles;
	struct lists             *lists;
	unsigned long            *line;
	struct docx_tables        tables;
	struct open_paragraph    *paragraph;	/* the innermost, or NULL */
	struct paragraph          number;
	bool                      in_paragraph_properties;
	bool                      in_row_properties, in_text, hidden;
	/* fields open inside each other; bit 0 is the innermost, set where
	 * its code goes on: what stands there is not shown */
	unsigned long long        codes;
};

static void
open_paragraph(struct reader *reader)
{
	struct open_paragraph *p = reader->paragraph;

	++*reader->line;
	if (p != NULL && p->waiting) {
		p->waiting = p->mark_gone = false;
		p->own = (struct docx_properties)DOCX_PLAIN;
		p->style = docx_style(reader->styles, (struct slice){ 0 });
		return;
	}
	p = memory_get(sizeof(*p));
	*p = (struct open_paragraph){
		.outer = reader->paragraph, .line = *reader->line,
		.own = DOCX_PLAIN,
		.style = docx_style(reader->styles, (struct slice){ 0 }),
	};
	reader->paragraph = p;
}

static void
free_paragraph(struct reader *reader)
{
	struct open_paragraph *p = reader->paragraph;

	reader->paragraph = p->outer;
	paragraph_free(&p->text);
	free(p);
}

/* What holds for P: its own properties before those of its style. */
static struct docx_properties
properties(struct reader *reader, const struct open_paragraph *p)
{
	struct docx_properties all =
	    docx_style_properties(reader->styles, p->style);

	if (p->own.outline >= 0)
		all.outline = p->own.outline;
	if (p->own.list >= 0) {
		all.list = p->own.list;
		all.level = p->own.level;
	} else if (all.list > 0 && p->own.level >= 0) {
		all.level = p->own.level;
	} else if (all.list > 0) {
		int level = lists_level_of(reader->lists, all.list,
		    p->style->id);

		if (level >= 0)
			all.level = level;
	}
	if (all.level < 0)
		all.level = 0;
	return all;
}

/* Hands the text of P on: to its cell, or as a block. */
static void
hand_on(struct reader *reader, const struct open_paragraph *p)
{
	struct docx_properties all = properties(reader, p);
	struct block           block = {
		.kind = all.outline >= 0 && all.outline < DOCX_BODY_TEXT
		    ? BLOCK_IS_HEAD : BLOCK_IS_TEXT,
		.line = p->line,
	};

	paragraph_clear(&reader->number);
	if (all.list > 0)
		lists_number(reader->lists, all.list, all.level,
		    &reader->number);
	paragraph_add(&reader->number,
	    (struct slice){ p->text.p, p->text.n });
	block.text = paragraph_text(&reader->number);
	held_paragraph(reader->held, &block);
}

static void
close_paragraph(struct reader *reader)
{
	struct open_paragraph *p = reader->paragraph;
	struct holder         *box;

	reader->codes = 0;
	if (p == NULL)
		return;
	if (p->mark_gone && !p->waiting) {
		p->waiting = true;
		return;
	}
	box = p->holds_boxes ? held_box_take(reader->held) : NULL;
	hand_on(reader, p);
	held_box_release(reader->held, box);
	free_paragraph(reader);
}

/* A paragraph whose mark was deleted but that nothing follows. */
static void
end_of_story(struct reader *reader)
{
	if (reader->paragraph != NULL && reader->paragraph->waiting)
		close_paragraph(reader);
}

/* All boxes of a paragraph are held as one. */
static void
open_box(struct reader *reader)
{
	struct open_paragraph *p = reader->paragraph;

	if (p == NULL || p->holds_boxes)
		return;
	p->holds_boxes = true;
	held_box_open(reader->held);
}

static void
add_character(struct reader *reader, uint32_t c)
{
	if (reader->paragraph != NULL && !reader->hidden && reader->codes == 0)
		paragraph_character(&reader->paragraph->text, c);
}

/* Symbol fonts have their characters in the private area, where they mean
 * nothing to others: ECMA-376-1, 17.3.3.30. */
static void
add_symbol(struct xml *xml, struct reader *reader)
{
	struct slice code = xml_attribute(xml, "char");
	uint32_t     c = 0;

	for (size_t i = 0; i < code.n && i < 4; i++) {
		const char *digits = "0123456789abcdef0123456789ABCDEF";
		const char *digit = code.p[i] == '\0' ? NULL
		    : strchr(digits, code.p[i]);

		if (digit == NULL)
			return;
		c = c * 16 + (uint32_t)((digit - digits) % 16);
	}
	if (c >= ' ' && c < 0xD800)
		add_character(reader, c);
}

static void
field(struct xml *xml, struct reader *reader)
{
	struct slice type = xml_attribute(xml, "fldCharType");

	if (slice_is(type, "begin"))
		reader->codes = reader->codes << 1 | 1;
	else if (slice_is(type, "separate"))
		reader->codes &= ~1ULL;
	else if (slice_is(type, "end"))
		reader->codes >>= 1;
}

static void
paragraph_property(struct xml *xml, struct reader *reader, int id)
{
	struct open_paragraph *p = reader->paragraph;

	if (p == NULL || !reader->in_paragraph_properties)
		return;
	switch (id) {
	case STYLE:
		p->style = docx_style(reader->styles,
		    xml_attribute(xml, "val"));
		if (p->style == NULL)
			p->style = docx_style(reader->styles,
			    (struct slice){ 0 });
		break;
	case LIST: p->own.list = xml_number(xml, "val", -1); break;
	case LEVEL: p->own.level = (int)xml_number(xml, "val", -1); break;
	case OUTLINE:
		p->own.outline = (int)xml_number(xml, "val", -1);
		break;
	}
}

static void
table_property(struct xml *xml, struct reader *reader, int id)
{
	struct docx_tables *tables = &reader->tables;
	struct slice        value = xml_attribute(xml, "val");
	bool                first = slice_is(value, "restart");

	switch (id) {
	case COLUMN:
		docx_table_column(tables, xml_number(xml, "w", 0));
		break;
	case BEFORE:
		docx_cell_set(tables, DOCX_BEFORE, xml_number(xml, "val", 0));
		break;
	case SPAN:
		docx_cell_set(tables, DOCX_COLUMNS, xml_number(xml, "val", 1));
		break;
	case DOWN:	/* without a value: going on */
		docx_cell_set(tables, DOCX_DOWN,
		    first ? MERGE_FIRST : MERGE_NEXT);
		break;
	case ACROSS: docx_cell_set(tables, DOCX_JOINED, !first); break;
	case CELL_DELETED: docx_cell_set(tables, DOCX_CELL_GONE, 1); break;
	}
}

/* Whether the style of the open paragraph hides its characters. */
static bool
is_hidden(struct reader *reader)
{
	return reader->paragraph != NULL &&
	    docx_style_properties(reader->styles,
	    reader->paragraph->style).hidden > 0;
}

/* A deletion is an element around runs, or a property: of the mark of a
 * paragraph, or of a row. */
static void
deleted(struct reader *reader)
{
	if (reader->in_paragraph_properties && reader->paragraph != NULL)
		reader->paragraph->mark_gone = true;
	else if (reader->in_row_properties)
		docx_cell_set(&reader->tables, DOCX_ROW_GONE, 1);
}

static bool
start(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);

	switch (id) {
	case SKIPPED: return false;
	case DELETED: deleted(reader); return false;
	case NOTE: return xml_attribute(xml, "type").n == 0 ||
	    slice_is(xml_attribute(xml, "type"), "normal");
	case PARAGRAPH: open_paragraph(reader); break;
	case PARAGRAPH_PROPERTIES:
		reader->in_paragraph_properties = true;
		break;
	case HIDDEN:
		if (!reader->in_paragraph_properties)
			reader->hidden = xml_on(xml, "val");
		break;
	case RUN: reader->hidden = is_hidden(reader); break;
	case TEXT: reader->in_text = true; break;
	case SPACE: add_character(reader, ' '); break;
	case HYPHEN: add_character(reader, '-'); break;
	case SYMBOL: add_symbol(xml, reader); break;
	case FIELD: field(xml, reader); break;
	case TABLE:
		end_of_story(reader);
		docx_table_open(&reader->tables);
		break;
	case ROW: docx_row_open(&reader->tables); break;
	case ROW_PROPERTIES: reader->in_row_properties = true; break;
	case CELL: docx_cell_open(&reader->tables, *reader->line + 1); break;
	case BOX: open_box(reader); break;
	default:
		paragraph_property(xml, reader, id);
		table_property(xml, reader, id);
	}
	if (reader->held->failed != NULL)
		xml_stop(xml, reader->held->failed);
	return true;
}

static void
end(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);

	switch (id) {
	case PARAGRAPH: close_paragraph(reader); break;
	case PARAGRAPH_PROPERTIES:
		reader->in_paragraph_properties = false;
		break;
	case TEXT: reader->in_text = false; break;
	case TABLE: docx_table_close(&reader->tables); break;
	case ROW: docx_row_close(&reader->tables); break;
	case ROW_PROPERTIES: reader->in_row_properties = false; break;
	case CELL:
		end_of_story(reader);
		docx_cell_close(&reader->tables);
		break;
	case BOX: end_of_story(reader); break;
	}
}

static void
text(struct xml *xml, struct slice text)
{
	struct reader *reader = xml_context(xml);

	if (reader->in_text && reader->paragraph != NULL &&
	    !reader->hidden && reader->codes == 0)
		paragraph_add(&reader->paragraph->text, text);
}

const char *
docx_text_read(struct held *held, struct package *package, struct slice part,
    const struct docx_styles *styles, struct lists *lists,
    unsigned long *line)
{
	static const struct xml_events events = { names, start, end, text };
	struct reader reader = {
		.held = held, .styles = styles, .lists = lists,
		.line = line, .tables = { held, NULL },
	};
	const char *failed = package_parse(package, part, &events, &reader);

	while (reader.paragraph != NULL)	/* of a part cut short */
		close_paragraph(&reader);
	docx_tables_free(&reader.tables);
	paragraph_free(&reader.number);
	return failed;
}
