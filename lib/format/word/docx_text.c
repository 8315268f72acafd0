#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "docx.h"
#include "docx_table.h"

enum {
	PARAGRAPH = 1, PARAGRAPH_PROPERTIES, STYLE, LIST, LEVEL, OUTLINE,
	DELETED, RUN, RUN_STYLE, POSITION, TEXT, SPACE, HYPHEN, SYMBOL,
	RAISED, LOWERED, DIVIDED,
	FIELD, TABLE, COLUMN, ROW, ROW_PROPERTIES, BEFORE, CELL,
	SPAN, DOWN, ACROSS, CELL_DELETED, BOX, NOTE, CHUNK,
	CELL_PROPERTIES, TABLE_PROPERTIES, TABLE_STYLE, BACKGROUND, ANCHOR,
	PICTURE
};

static const struct xml_name names[] = {
	{ "w:p", PARAGRAPH }, { "w:pPr", PARAGRAPH_PROPERTIES },
	{ "w:pStyle", STYLE }, { "w:numId", LIST }, { "w:ilvl", LEVEL },
	{ "w:outlineLvl", OUTLINE }, { "w:del", DELETED },
	{ "w:moveFrom", DELETED }, { "w:r", RUN }, { "m:r", RUN },
	{ "w:rStyle", RUN_STYLE }, { "w:position", POSITION },
	DOCX_RUN_PROPERTIES, { "w:t", TEXT }, { "m:t", TEXT },
	{ "m:sup", RAISED }, { "m:sub", LOWERED }, { "m:den", DIVIDED }, { "w:tab", SPACE }, { "w:ptab", SPACE },
	{ "w:br", SPACE }, { "w:cr", SPACE }, { "w:noBreakHyphen", HYPHEN },
	{ "w:sym", SYMBOL }, { "w:fldChar", FIELD }, { "w:tbl", TABLE },
	{ "w:gridCol", COLUMN }, { "w:tr", ROW }, { "w:trPr", ROW_PROPERTIES },
	{ "w:gridBefore", BEFORE }, { "w:tc", CELL },
	{ "w:gridSpan", SPAN },
	{ "w:vMerge", DOWN }, { "w:hMerge", ACROSS },
	{ "w:cellDel", CELL_DELETED }, { "w:txbxContent", BOX },
	{ "w:footnote", NOTE }, { "w:endnote", NOTE },
	{ "w:altChunk", CHUNK }, { "w:tcPr", CELL_PROPERTIES },
	{ "w:tblPr", TABLE_PROPERTIES }, { "w:tblPrEx", TABLE_PROPERTIES },
	{ "w:tblStyle", TABLE_STYLE }, { "w:background", BACKGROUND },
	{ "a:anchor", ANCHOR }, { "a:inline", PICTURE },
	/* of Word 2007 and older; a choice of a form's field, which has no text */
	{ "w:object", PICTURE }, { "l:imagedata", PICTURE },
	{ "l:textpath", PICTURE }, { "w:ddList", PICTURE },
	/* codes of fields, definitions, readings, what was before a change */
	{ "w:instrText", XML_SKIP }, { "w:delText", XML_SKIP },
	{ "w:delInstrText", XML_SKIP }, { "w:tabs", XML_SKIP },
	{ "w:rt", XML_SKIP }, { "w:sdtPr", XML_SKIP },
	{ "w:tblPrChange", XML_SKIP },
	{ "w:pPrChange", XML_SKIP }, { "w:rPrChange", XML_SKIP },
	{ "w:tcPrChange", XML_SKIP }, { "w:trPrChange", XML_SKIP },
	{ "w:tblPrExChange", XML_SKIP }, { "w:tblGridChange", XML_SKIP },
	{ "w:numberingChange", XML_SKIP }, { "c:Fallback", XML_SKIP },
	{ NULL, 0 },
};

/* An open paragraph; text boxes put one into another. */
struct open_paragraph {
	struct open_paragraph   *outer;
	struct buffer            text;
	unsigned long            number;
	const struct docx_style *style;
	struct paragraph_style   own;
	bool                     mark_gone;	/* deleted: the next goes on */
	bool                     waiting;	/* for that next */
	bool                     holds_boxes;
	bool                     backed;	/* has a ground of its own */
	long                     position;	/* of its first run */
};

struct docx_reader {
	struct docx_document  *document;
	struct table_buffer   *tables;
	struct docx_tables     grids;
	struct open_paragraph *paragraph;	/* the innermost, or NULL */
	bool                   in_paragraph_properties, in_row_properties;
	bool                   in_table_properties;	/* or a cell's */
	bool                   in_text;
	struct run_style       run;	/* of the open run of characters */
	enum vertical_align    formula;	/* above or below, in a formula */
	/* fields open inside each other; bit 0 is the innermost, set where
	 * its code goes on: what stands there is not shown */
	unsigned long long codes;
};

static const struct docx_style *
standard_style(const struct docx_reader *reader)
{
	return docx_style(&reader->document->styles, (struct slice){ 0 });
}

static void
open_paragraph(struct docx_reader *reader)
{
	struct open_paragraph *p = reader->paragraph;

	if (p != NULL && p->waiting) {
		p->waiting = p->mark_gone = false;
	} else {
		p = memory_get(sizeof(*p));
		*p = (struct open_paragraph){ .outer = reader->paragraph,
		    .number = table_buffer_count(reader->tables) };
		reader->paragraph = p;
	}
	p->own = (struct paragraph_style)STYLE_SAYS_NOTHING;
	p->style = standard_style(reader);
}

/* What holds for P: its own properties before those of its style. */
static struct paragraph_style
whole_style(struct docx_reader *reader, const struct open_paragraph *p)
{
	struct docx_document  *d = reader->document;
	struct paragraph_style base = docx_style_whole(&d->styles, p->style);
	struct paragraph_style whole = p->own;

	style_inherit(&whole, &base);
	if (p->own.list >= 0)
		whole.level = p->own.level;
	else if (whole.list > 0 && p->own.level < 0) {
		int level = lists_level_of(&d->lists, whole.list,
		    p->style->id);

		if (level >= 0)
			whole.level = level;
	}
	return whole;
}

static void
close_paragraph(struct docx_reader *reader)
{
	struct docx_document  *d = reader->document;
	struct open_paragraph *p = reader->paragraph;
	struct paragraph_style style;
	struct open_table     *box;

	reader->codes = 0;
	if (p == NULL)
		return;
	if (p->mark_gone && !p->waiting) {
		p->waiting = true;
		return;
	}
	box = p->holds_boxes ? box_take(reader->tables) : NULL;
	style = whole_style(reader, p);
	style_write_paragraph(&style, buffer_slice(&p->text), p->number,
	    &d->lists, reader->tables);
	box_release(reader->tables, box);
	reader->paragraph = p->outer;
	buffer_free(&p->text);
	free(p);
}

/* A paragraph whose mark was deleted but that nothing follows. */
static void
end_of_story(struct docx_reader *reader)
{
	if (reader->paragraph != NULL && reader->paragraph->waiting)
		close_paragraph(reader);
}

/* All boxes of a paragraph are one to the table buffer. */
static void
open_box(struct docx_reader *reader)
{
	struct open_paragraph *p = reader->paragraph;

	if (p == NULL || p->holds_boxes)
		return;
	p->holds_boxes = true;
	box_open(reader->tables, true);
}

/* Whether white letters may have something below them: what boxes are filled with
 * is not read. */
static bool
is_backed(const struct docx_reader *reader)
{
	return reader->run.backed > 0 || reader->paragraph->backed ||
	    reader->paragraph->outer != NULL || reader->document->backed ||
	    docx_tables_back(&reader->grids);
}

/* Where text goes, or NULL: nowhere. */
static struct buffer *
shown_text(struct docx_reader *reader)
{
	return reader->paragraph != NULL && run_style_shows(&reader->run) &&
	    reader->codes == 0 && (reader->run.white <= 0 ||
	    is_backed(reader)) ? &reader->paragraph->text : NULL;
}

static enum vertical_align
text_align(const struct docx_reader *reader)
{
	if (reader->formula != ALIGN_BASELINE)
		return reader->formula;
	return reader->run.align > 0 ? (enum vertical_align)reader->run.align
	    : ALIGN_BASELINE;
}

static void
add_character(struct docx_reader *reader, uint32_t c)
{
	struct buffer *text = shown_text(reader);

	if (text != NULL)
		superscript_character(text, c, text_align(reader));
}

/* Symbol fonts have their characters in the private area, where they mean nothing
 * to others: ECMA-376-1, 17.3.3.30.  That called Symbol has digits where ASCII has. */
static void
add_symbol_element(struct xml *xml, struct docx_reader *reader)
{
	enum { PRIVATE = 0xF000 };
	struct slice code = xml_attribute(xml, "char");
	uint32_t     c = 0;

	for (size_t i = 0; i < code.n && i < 4; i++) {
		int digit = hex_digit(code.p[i]);

		if (digit < 0)
			return;
		c = c * 16 + (uint32_t)digit;
	}
	if (c >= PRIVATE + '0' && c <= PRIVATE + '9' &&
	    slice_is(xml_attribute(xml, "font"), "Symbol"))
		c -= PRIVATE;
	if (c >= ' ' && c < 0xD800)
		add_character(reader, c);
	else if (shown_text(reader) != NULL)
		cell_picture(reader->tables);
}

static void
field_mark(struct xml *xml, struct docx_reader *reader)
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
paragraph_property(struct xml *xml, struct docx_reader *reader, int id)
{
	struct open_paragraph *p = reader->paragraph;
	long                   n = xml_number(xml, "val", -1);

	if (p == NULL || !reader->in_paragraph_properties)
		return;
	switch (id) {
	case STYLE:
		p->style = docx_style(&reader->document->styles,
		    xml_attribute(xml, "val"));
		if (p->style == NULL)
			p->style = standard_style(reader);
		break;
	case LIST: p->own.list = n; break;
	case LEVEL: p->own.level = (int)n; break;
	case OUTLINE: p->own.outline = (int)n; break;
	}
}

static void
table_property(struct xml *xml, struct docx_tables *grids, int id)
{
	struct docx_table *table = grids->top;
	bool               first =
	    slice_is(xml_attribute(xml, "val"), "restart");
	long               n = xml_number(xml, "val", id == SPAN);

	if (table == NULL)
		return;
	switch (id) {
	case COLUMN: docx_table_column(grids, xml_number(xml, "w", 0)); break;
	case BEFORE: table->column += docx_grid_columns(table, n); break;
	case SPAN:
		table->columns = n < 1 ? 1 : docx_grid_columns(table, n);
		break;
	case DOWN:	/* without a value: going on */
		table->place.down = first ? MERGE_FIRST : MERGE_NEXT;
		break;
	case ACROSS: table->place.joined = !first; break;
	case CELL_DELETED: table->place.gone = true; break;
	}
}

/* Begins a run of the character style NAME (.n 0: of none). */
static void
begin_run(struct docx_reader *reader, struct slice name)
{
	static const struct run_style none = RUN_SAYS_NOTHING;
	const struct docx_styles     *styles = &reader->document->styles;
	struct run_style              of_paragraph = none, own = none;

	if (reader->paragraph != NULL)
		of_paragraph = docx_style_whole(styles,
		    reader->paragraph->style).run;
	if (name.n > 0)
		own = docx_style_whole(styles, docx_style(styles, name)).run;
	reader->run = run_style_joined(&of_paragraph, &own);
}

static void
set_position(struct docx_reader *reader, long position)
{
	struct open_paragraph *p = reader->paragraph;

	if (p == NULL)
		return;
	if (paragraph_text(&p->text).n == 0)
		p->position = position;
	if (reader->run.align <= 0)
		reader->run.align = (int)run_style_raised(position,
		    p->position);
}

/* What is shaded: a cell, a table, a paragraph. */
static void
shade(const struct xml *xml, struct docx_reader *reader)
{
	if (reader->in_table_properties && reader->grids.top != NULL) {
		struct docx_table *table = reader->grids.top;

		*(table->in_cell ? &table->cell_backed : &table->backed) |=
		    docx_shades(xml);
	} else if (reader->paragraph != NULL)
		reader->paragraph->backed |= docx_shades(xml);
}

/* Whether the table style that XML names may give cells a ground. */
static bool
table_style_backs(const struct xml *xml, const struct docx_styles *styles)
{
	const struct docx_style *style =
	    docx_style(styles, xml_attribute(xml, "val"));

	return style == NULL || docx_style_whole(styles, style).run.backed > 0;
}

/* A page may be coloured, pictures and shapes lie behind its text. */
static void
ground(const struct xml *xml, struct docx_reader *reader, int id)
{
	if (id == TABLE_STYLE && reader->grids.top != NULL)
		reader->grids.top->backed |= table_style_backs(xml,
		    &reader->document->styles);
	else if (id == BACKGROUND ||
	    (id == ANCHOR && xml_on(xml, "behindDoc")))
		reader->document->backed = true;
}

static void
run_property(struct xml *xml, struct docx_reader *reader, int id)
{
	if (id == DOCX_SHADE && (reader->in_paragraph_properties ||
	    reader->in_table_properties)) {
		shade(xml, reader);
		return;
	}
	if (reader->in_paragraph_properties)
		return;		/* those of the mark at the end */
	switch (id) {
	case RUN_STYLE: begin_run(reader, xml_attribute(xml, "val")); break;
	case POSITION:
		set_position(reader, xml_number(xml, "val", 0));
		break;
	default: docx_run_property(xml, id, &reader->run);
	}
}

static void
read_chunk(struct docx_reader *reader, struct slice id)
{
	const char *failed;

	end_of_story(reader);
	failed = docx_chunk_read(reader->document, id);
	if (reader->document->failed == NULL)
		reader->document->failed = failed;
}

/* A deletion is an element around runs, or a property: of the mark of a
 * paragraph, or of a row. */
static void
deletion(struct docx_reader *reader)
{
	if (reader->in_paragraph_properties && reader->paragraph != NULL)
		reader->paragraph->mark_gone = true;
	else if (reader->in_row_properties && reader->grids.top != NULL)
		reader->grids.top->row_gone = true;
}

static bool
text_start(struct xml *xml, int id)
{
	struct docx_reader *reader = xml_context(xml);

	switch (id) {
	case DELETED: deletion(reader); return false;
	case NOTE: return xml_attribute(xml, "type").n == 0 ||
	    slice_is(xml_attribute(xml, "type"), "normal");
	case PARAGRAPH: open_paragraph(reader); break;
	case PARAGRAPH_PROPERTIES:
		reader->in_paragraph_properties = true;
		break;
	case RUN: begin_run(reader, (struct slice){ NULL, 0 }); break;
	case RAISED: reader->formula = ALIGN_SUPERSCRIPT; break;
	case LOWERED: reader->formula = ALIGN_SUBSCRIPT; break;
	case DIVIDED: add_character(reader, '/'); break;
	case TEXT: reader->in_text = true; break;
	case SPACE: add_character(reader, ' '); break;
	case HYPHEN: add_character(reader, '-'); break;
	case SYMBOL: add_symbol_element(xml, reader); break;
	case FIELD: field_mark(xml, reader); break;
	case TABLE:
		end_of_story(reader);
		docx_table_open(&reader->grids);
		break;
	case ROW: docx_row_open(&reader->grids); break;
	case ROW_PROPERTIES: reader->in_row_properties = true; break;
	case CELL:
		docx_cell_open(&reader->grids);
		break;
	case BOX: open_box(reader); break;
	case CHUNK: read_chunk(reader, xml_attribute(xml, "id")); break;
	case CELL_PROPERTIES:
	case TABLE_PROPERTIES: reader->in_table_properties = true; break;
	case PICTURE: cell_picture(reader->tables); break;
	case ANCHOR:
		cell_picture(reader->tables);
		ground(xml, reader, id);
		break;
	case TABLE_STYLE:
	case BACKGROUND: ground(xml, reader, id); break;
	default:
		run_property(xml, reader, id);
		paragraph_property(xml, reader, id);
		table_property(xml, &reader->grids, id);
	}
	if (reader->tables->failed != NULL)
		xml_stop(xml, reader->tables->failed);
	return true;
}

static void
text_end(struct xml *xml, int id)
{
	struct docx_reader *reader = xml_context(xml);

	switch (id) {
	case PARAGRAPH: close_paragraph(reader); break;
	case PARAGRAPH_PROPERTIES:
		reader->in_paragraph_properties = false;
		break;
	case TEXT: reader->in_text = false; break;
	case RAISED:
	case LOWERED: reader->formula = ALIGN_BASELINE; break;
	case TABLE: docx_table_close(&reader->grids); break;
	case ROW: docx_row_close(&reader->grids); break;
	case ROW_PROPERTIES: reader->in_row_properties = false; break;
	case CELL_PROPERTIES:
	case TABLE_PROPERTIES: reader->in_table_properties = false; break;
	case CELL:
		end_of_story(reader);
		docx_cell_close(&reader->grids);
		break;
	case BOX: end_of_story(reader); break;
	}
}

static void
text_characters(struct xml *xml, struct slice text)
{
	struct docx_reader *reader = xml_context(xml);
	struct buffer      *to = shown_text(reader);

	if (reader->in_text && to != NULL)
		superscript_add(to, text, text_align(reader));
}

/* A part cut short may have lost half a figure, and the rest of a row: what is
 * open ends in U+FFFD, which makes it unreadable. */
static void
mark_cut(struct docx_reader *reader)
{
	struct docx_table *table = reader->grids.top;

	if (reader->paragraph == NULL && table != NULL && table->in_row) {
		if (!table->in_cell)
			docx_cell_open(&reader->grids);
		open_paragraph(reader);
	}
	for (struct open_paragraph *p = reader->paragraph; p != NULL;
	    p = p->outer)
		paragraph_character(&p->text, UTF8_REPLACEMENT);
}

const char *
docx_text_read(struct docx_document *document, struct slice part)
{
	static const struct xml_events events = {
		.name = names, .start = text_start, .end = text_end,
		.text = text_characters,
	};
	struct docx_reader reader = {
		.document = document, .tables = &document->tables,
		.grids = { &document->tables, NULL },
	};
	const char *failed = package_parse(&document->package, part, &events,
	    &reader);

	if (failed != NULL)
		mark_cut(&reader);
	while (reader.paragraph != NULL)
		close_paragraph(&reader);
	docx_tables_free(&reader.grids);
	return failed;
}
