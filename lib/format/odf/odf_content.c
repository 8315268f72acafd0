#include "odf_content.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "format/word/paragraph_style.h"

enum {
	PARAGRAPH = 1, HEADING, SPAN, SPACES, SPACE, LIST, ITEM, LIST_HEADER,
	SECTION, BODY_TEXT, BODY_SHEET, BODY_OTHER,
};

/* What was deleted, remarks, readings, what names pictures, what surrounds a
 * page: none is in the text. */
static const struct xml_name names[] = {
	ODF_STYLE_NAMES,
	{ "b:table", ODF_TABLE }, { "b:table-column", ODF_COLUMN },
	{ "b:table-row", ODF_ROW }, { "b:table-cell", ODF_CELL },
	{ "b:covered-table-cell", ODF_COVERED },
	{ "t:p", PARAGRAPH }, { "t:h", HEADING }, { "t:span", SPAN },
	{ "t:s", SPACES }, { "t:tab", SPACE }, { "t:line-break", SPACE },
	{ "t:list", LIST }, { "t:list-item", ITEM },
	{ "t:list-header", LIST_HEADER }, { "t:section", SECTION },
	{ "o:text", BODY_TEXT }, { "o:spreadsheet", BODY_SHEET },
	{ "o:presentation", BODY_OTHER }, { "o:drawing", BODY_OTHER },
	{ "o:chart", BODY_OTHER },
	{ "t:tracked-changes", XML_SKIP }, { "b:tracked-changes", XML_SKIP },
	{ "o:annotation", XML_SKIP }, { "t:note-citation", XML_SKIP },
	{ "t:ruby-text", XML_SKIP }, { "b:shapes", XML_SKIP },
	{ "o:meta", XML_SKIP }, { "o:settings", XML_SKIP },
	{ "o:master-styles", XML_SKIP }, { "o:scripts", XML_SKIP },
	{ "o:forms", XML_SKIP }, { "t:sequence-decls", XML_SKIP },
	{ "v:title", XML_SKIP }, { "v:desc", XML_SKIP },
	{ NULL, 0 },
};

static void
open_paragraph(struct odf_reader *reader, const struct xml *xml, int heading)
{
	struct odf_paragraph *p = memory_get(sizeof(*p));

	p->outer = reader->paragraph;
	p->text = (struct buffer){ .n = 0 };
	p->heading = heading;
	p->holds_boxes = false;
	p->spans = 1;
	p->run[0] = odf_style_whole(&reader->styles,
	    xml_attribute(xml, "style-name"), "paragraph").run;
	if (reader->is_sheet)
		run_style_inherit(&p->run[0], &reader->at.look);
	if (p->outer != NULL && !p->outer->holds_boxes && !reader->is_sheet) {
		p->outer->holds_boxes = true;
		box_open(&reader->buffer, true);
	}
	p->number = table_buffer_count(&reader->buffer);
	reader->paragraph = p;
}

/* Spans nested deeper than there is room for are as the last one. */
static void
open_span(struct odf_reader *reader, const struct xml *xml)
{
	struct odf_paragraph *p = reader->paragraph;
	struct run_style      run;

	if (p == NULL)
		return;
	run = odf_style_whole(&reader->styles,
	    xml_attribute(xml, "style-name"), "text").run;
	if (p->spans < ODF_SPANS_MAX) {
		run_style_inherit(&run, &p->run[p->spans - 1]);
		p->run[p->spans] = run;
	} else
		left_out(STYLES_TOO_DEEP);
	p->spans++;
}

/* Whether white letters may have something below them: what boxes are filled with
 * is not read. */
static bool
is_backed(const struct odf_reader *reader, const struct run_style *run)
{
	return run->backed > 0 || reader->paragraph->run[0].backed > 0 ||
	    reader->paragraph->outer != NULL || reader->styles.backed ||
	    docx_tables_back(&reader->tables.grids);
}

static void
add_text(struct odf_reader *reader, struct slice text)
{
	struct odf_paragraph   *p = reader->paragraph;
	const struct run_style *run;

	if (p == NULL)
		return;
	run = &p->run[p->spans <= ODF_SPANS_MAX ? p->spans - 1 :
	    ODF_SPANS_MAX - 1];
	if (run_style_shows(run) && (run->white <= 0 ||
	    is_backed(reader, run)))
		superscript_add(&p->text, text, run->align > 0 ?
		    (enum vertical_align)run->align : ALIGN_BASELINE);
}

/* The list that numbers P, if any, and on which level. */
static long
list_of(struct odf_reader *reader, const struct odf_paragraph *p, int *level)
{
	long list = 0;

	*level = 0;
	if (reader->list_depth > 0 && reader->numbered) {
		list = reader->list;
		*level = reader->list_depth - 1;
		if (reader->number >= 0)
			lists_go_on_at(&reader->styles.lists, list, *level,
			    (unsigned long)reader->number);
	} else if (reader->list_depth == 0 && p->heading > 0) {
		list = reader->styles.outline;
		*level = p->heading - 1;
	}
	reader->numbered = false;
	return list;
}

static void
close_paragraph(struct odf_reader *reader)
{
	struct odf_paragraph  *p = reader->paragraph;
	struct paragraph_style style = STYLE_SAYS_NOTHING;
	struct open_table     *box;

	if (p == NULL)
		return;
	if (reader->is_sheet)
		odf_sheet_text(reader, paragraph_text(&p->text));
	else {
		box = p->holds_boxes ? box_take(&reader->buffer) : NULL;
		style.outline = p->heading > 0 ? p->heading - 1 : -1;
		style.list = list_of(reader, p, &style.level);
		style_write_paragraph(&style, buffer_slice(&p->text), p->number,
		    &reader->styles.lists, &reader->buffer);
		box_release(&reader->buffer, box);
	}
	reader->paragraph = p->outer;
	buffer_free(&p->text);
	free(p);
}

/* A list begins anew unless it says that it goes on; lists in it are its
 * levels. */
static void
open_list(struct odf_reader *reader, const struct xml *xml)
{
	long list = odf_list_id(&reader->styles,
	    xml_attribute(xml, "style-name"));
	bool goes_on = slice_is(xml_attribute(xml, "continue-numbering"),
	    "true") || xml_attribute(xml, "continue-list").n > 0;

	if (reader->list_depth++ > 0 && list == 0)
		return;
	reader->list = list;
	if (reader->list_depth == 1 && list > 0 && !goes_on)
		lists_restart(&reader->styles.lists, list);
}

static bool
body(struct odf_reader *reader, struct xml *xml, int id)
{
	reader->is_sheet = id == BODY_SHEET;
	if (id == BODY_OTHER) {
		reader->failed = "is a presentation or drawing";
		xml_stop(xml, reader->failed);
		return false;
	}
	return true;
}

/* The table, row or cell (FAMILY) that begins in XML may have a ground. */
static void
take_table_ground(struct odf_reader *reader, const struct xml *xml,
    const char *family)
{
	struct docx_table *table = reader->tables.grids.top;
	bool               backed = odf_style_whole(&reader->styles,
	    xml_attribute(xml, "style-name"), family).run.backed > 0;

	if (table != NULL)
		*(table->in_cell ? &table->cell_backed : table->in_row ?
		    &table->row_backed : &table->backed) |= backed;
}

static void
table_start(struct odf_reader *reader, const struct xml *xml, int id)
{
	long n = xml_number(xml, "number-columns-repeated", 1);

	switch (id) {
	case ODF_TABLE:
		odf_table_open(&reader->tables);
		take_table_ground(reader, xml, "table");
		break;
	case ODF_COLUMN: odf_table_columns(&reader->tables, n); break;
	case ODF_ROW:
		odf_table_row(&reader->tables);
		take_table_ground(reader, xml, "table-row");
		break;
	case ODF_CELL:	/* blank ones come repeated */
		for (; n > 1 && n < WORKSHEET_COLS; n--)
			odf_cell_open(&reader->tables, 1, 1);
		odf_cell_open(&reader->tables,
		    xml_number(xml, "number-columns-spanned", 1),
		    xml_number(xml, "number-rows-spanned", 1));
		take_table_ground(reader, xml, "table-cell");
		break;
	case ODF_COVERED:
		odf_cell_covered(&reader->tables, n);
		break;
	}
}

/* What a covered place holds is not shown. */
static bool
element_start(struct odf_reader *reader, struct xml *xml, int id)
{
	switch (id) {
	case PARAGRAPH: open_paragraph(reader, xml, 0); break;
	case HEADING:
		open_paragraph(reader, xml,
		    (int)xml_number(xml, "outline-level", 1));
		break;
	case SPAN: open_span(reader, xml); break;
	case SPACES:
	case SPACE: add_text(reader, SLICE(" ")); break;
	case LIST: open_list(reader, xml); break;
	case ITEM:
		reader->numbered = true;
		reader->number = xml_number(xml, "start-value", -1);
		break;
	case LIST_HEADER:
		reader->numbered = false;
		break;
	case SECTION:
		return !odf_style_whole(&reader->styles,
		    xml_attribute(xml, "style-name"), "section").hidden &&
		    !slice_is(xml_attribute(xml, "display"), "none");
	case BODY_TEXT:
	case BODY_SHEET:
	case BODY_OTHER: return body(reader, xml, id);
	}
	return true;
}

static bool
content_start(struct xml *xml, int id)
{
	struct odf_reader *reader = xml_context(xml);
	const char        *failed;
	bool               enters = true;

	if (id >= ODF_TABLE && reader->is_sheet)
		odf_sheet_start(reader, xml, id);
	else if (id >= ODF_TABLE) {
		table_start(reader, xml, id);
		enters = id != ODF_COVERED;
	} else if (id >= ODF_STYLE)
		odf_styles_start(&reader->styles, xml, id);
	else
		enters = element_start(reader, xml, id);
	failed = reader->is_sheet ? reader->sheet.failed :
	    reader->buffer.failed;
	if (failed != NULL)
		xml_stop(xml, failed);
	return enters;
}

static void
content_end(struct xml *xml, int id)
{
	struct odf_reader *reader = xml_context(xml);

	if (id >= ODF_TABLE && reader->is_sheet)
		odf_sheet_end(reader, id);
	else if (id == ODF_TABLE)
		odf_table_close(&reader->tables);
	else if (id == ODF_ROW)
		docx_row_close(&reader->tables.grids);
	else if (id == ODF_CELL)
		docx_cell_close(&reader->tables.grids);
	else if (id >= ODF_STYLE)
		odf_styles_end(&reader->styles, id);
	else if (id == PARAGRAPH || id == HEADING)
		close_paragraph(reader);
	else if (id == SPAN && reader->paragraph != NULL &&
	    reader->paragraph->spans > 1)
		reader->paragraph->spans--;
	else if (id == LIST)
		reader->list_depth--;
}

static void
content_text(struct xml *xml, struct slice text)
{
	add_text(xml_context(xml), text);
}

const struct xml_events odf_events = {
	.name = names, .start = content_start, .end = content_end,
	.text = content_text,
};

const char *
odf_content_end(struct odf_reader *reader, const char *failed)
{
	while (reader->paragraph != NULL)
		close_paragraph(reader);
	if (failed == NULL)
		failed = reader->failed;
	odf_tables_free(&reader->tables);
	if (reader->is_sheet && failed == NULL && !reader->sheet.any)
		failed = "no text in it";
	reader->buffer.any |= reader->is_sheet;
	failed = table_buffer_close(&reader->buffer, failed);
	odf_sheet_free(reader);
	odf_styles_free(&reader->styles);
	return failed;
}
