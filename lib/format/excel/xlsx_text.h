/* Texts of XLSX, plain or of runs in fonts of their own: ECMA-376-1, 18.4. */
#ifndef EXCEL_XLSX_TEXT_H
#define EXCEL_XLSX_TEXT_H

#include "format/office/xml.h"
#include "workbook.h"

/* Names for xml_parse, with ids beyond those of any reader. */
enum { XLSX_RUN = 1000, XLSX_RUN_FONT, XLSX_STRUCK, XLSX_ALIGN, XLSX_TEXT };
#define XLSX_TEXT_NAMES { "s:r", XLSX_RUN }, { "s:rPr", XLSX_RUN_FONT }, \
	{ "s:strike", XLSX_STRUCK }, { "s:vertAlign", XLSX_ALIGN }, \
	{ "s:t", XLSX_TEXT }, { "s:rPh", XML_SKIP }

/* A text in the making; all zero is an empty one. */
struct xlsx_text {
	struct buffer        lead, rest, raw;
	struct workbook_font font;	/* of the open run */
	bool                 own_font, in_text;
};

/* What the elements of XLSX_TEXT_NAMES do; others are left alone. */
void xlsx_text_start(struct xlsx_text *text, struct xml *xml, int id);
void xlsx_text_end(struct xlsx_text *text, int id);
void xlsx_text_characters(struct xlsx_text *text, struct slice characters);

/* What the text is, until it is cleared. */
struct workbook_text xlsx_text_whole(const struct xlsx_text *text);
void                 xlsx_text_clear(struct xlsx_text *text);
void                 xlsx_text_free(struct xlsx_text *text);

/* Lets FONT say what the element ID does that begins in XML. */
void xlsx_font_property(struct workbook_font *font, struct xml *xml, int id);

/* Appends TEXT with its _x000D_ undone: 22.9.2.19 ST_Xstring. */
void xlsx_text_add(struct buffer *out, struct slice text,
    enum vertical_align align);

#endif
