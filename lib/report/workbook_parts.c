#include "workbook_parts.h"

#include <stdio.h>

#include "markup.h"
#include "xml_text.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

extern const struct slice data_workbook_package_xml, data_workbook_styles_xml;

void
workbook_text_add(struct buffer *out, struct slice text)
{
	bool has_space = text.n > 0 && (strchr(" \n", text.p[0]) != NULL ||
	    strchr(" \n", text.p[text.n - 1]) != NULL);

	buffer_string(out, has_space ? "<t xml:space=\"preserve\">" : "<t>");
	xml_text(out, text);
	buffer_string(out, "</t>");
}

static void
write_types(size_t sheets, struct packing *packing)
{
	struct buffer out = { NULL, 0, 0 };

	buffer_string(&out, XML "<Types xmlns=\"" PACKAGE "content-types\">"
	    "<Default Extension=\"rels\" ContentType=\"application/vnd."
	    "openxmlformats-package.relationships+xml\"/>"
	    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE
	    "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
	    "ContentType=\"" TYPE "styles+xml\"/>"
	    "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" TYPE
	    "sharedStrings+xml\"/>");
	for (size_t i = 1; i <= sheets; i++) {
		buffer_string(&out, "<Override PartName=\"/xl/worksheets/sheet");
		markup_number(&out, (long long)i);
		buffer_string(&out, ".xml\" ContentType=\"" TYPE
		    "worksheet+xml\"/>");
	}
	buffer_string(&out, "</Types>");
	packing_add_part(packing, "[Content_Types].xml", buffer_slice(&out));
	buffer_free(&out);
}

/* The sheets are r1, r2, ... */
static void
write_relations(size_t sheets, struct packing *packing)
{
	struct buffer out = { NULL, 0, 0 };

	buffer_string(&out, XML "<Relationships xmlns=\"" PACKAGE
	    "relationships\"><Relationship Id=\"styles\" Type=\"" RELATIONS
	    "/styles\" Target=\"styles.xml\"/><Relationship Id=\"texts\" "
	    "Type=\"" RELATIONS "/sharedStrings\" "
	    "Target=\"sharedStrings.xml\"/>");
	for (size_t i = 1; i <= sheets; i++) {
		buffer_string(&out, "<Relationship Id=\"r");
		markup_number(&out, (long long)i);
		buffer_string(&out, "\" Type=\"" RELATIONS "/worksheet\" "
		    "Target=\"worksheets/sheet");
		markup_number(&out, (long long)i);
		buffer_string(&out, ".xml\"/>");
	}
	buffer_string(&out, "</Relationships>");
	packing_add_part(packing, "xl/_rels/workbook.xml.rels",
	    buffer_slice(&out));
	buffer_free(&out);
}

/* Adds the name of PART as formulas have it. */
static void
add_quoted(struct buffer *out, const struct sheet_part *part,
    enum rule_language language)
{
	struct buffer name = { NULL, 0, 0 };

	sheet_part_name(part, language, &name);
	buffer_string(out, "'");
	xml_text(out, buffer_slice(&name));
	buffer_string(out, "'!");
	buffer_free(&name);
}

/* A filter has all rows of its sheet, and each page the head. */
static void
add_names(struct buffer *out, const struct sheet_part part[], size_t n,
    enum rule_language language)
{
	char text[96];

	buffer_string(out, "<definedNames>");
	for (size_t i = 0; i < n; i++) {
		snprintf(text, sizeof(text), "<definedName name=\""
		    "_xlnm._FilterDatabase\" localSheetId=\"%zu\" "
		    "hidden=\"1\">", i);
		buffer_string(out, text);
		add_quoted(out, &part[i], language);
		snprintf(text, sizeof(text), "$A$1:$%c$%u</definedName>",
		    'A' + part[i].shape->columns - 1, part[i].rows);
		buffer_string(out, text);
	}
	for (size_t i = 0; i < n; i++) {
		snprintf(text, sizeof(text), "<definedName name=\""
		    "_xlnm.Print_Titles\" localSheetId=\"%zu\">", i);
		buffer_string(out, text);
		add_quoted(out, &part[i], language);
		buffer_string(out, "$1:$1</definedName>");
	}
	buffer_string(out, "</definedNames>");
}

static void
write_workbook(const struct sheet_part part[], size_t n,
    enum rule_language language, struct packing *packing)
{
	struct buffer out = { NULL, 0, 0 }, name = { NULL, 0, 0 };
	char          text[64];

	buffer_string(&out, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\""
	    RELATIONS "\"><bookViews><workbookView xWindow=\"240\" "
	    "yWindow=\"15\" windowWidth=\"16095\" windowHeight=\"9660\"/>"
	    "</bookViews><sheets>");
	for (size_t i = 0; i < n; i++) {
		name.n = 0;
		sheet_part_name(&part[i], language, &name);
		buffer_string(&out, "<sheet name=\"");
		xml_text(&out, buffer_slice(&name));
		snprintf(text, sizeof(text), "\" sheetId=\"%zu\" r:id=\"r%zu\"/>",
		    i + 1, i + 1);
		buffer_string(&out, text);
	}
	buffer_string(&out, "</sheets>");
	add_names(&out, part, n, language);
	buffer_string(&out, "</workbook>");
	packing_add_part(packing, "xl/workbook.xml", buffer_slice(&out));
	buffer_free(&out);
	buffer_free(&name);
}

static void
write_texts(const struct shared_texts *texts, struct packing *packing)
{
	struct buffer out = { NULL, 0, 0 };

	buffer_string(&out, XML "<sst xmlns=\"" MAIN "\">");
	for (size_t i = 0; i < texts->texts; i++) {
		buffer_string(&out, "<si>");
		workbook_text_add(&out, texts->text[i]);
		buffer_string(&out, "</si>");
	}
	buffer_string(&out, "</sst>");
	packing_add_part(packing, "xl/sharedStrings.xml", buffer_slice(&out));
	buffer_free(&out);
}

void
workbook_parts_write(const struct sheet_part part[], size_t n,
    enum rule_language language, const struct shared_texts *texts,
    struct packing *packing)
{
	write_types(n, packing);
	packing_add_part(packing, "_rels/.rels", data_workbook_package_xml);
	write_workbook(part, n, language, packing);
	write_relations(n, packing);
	packing_add_part(packing, "xl/styles.xml", data_workbook_styles_xml);
	write_texts(texts, packing);
}
