/* Letters as files of WordprocessingML (ECMA-376-1), laid out as official documents are
 * (GB/T 9704-2012); how their parts look the files letter-*.xml say. */
#include "letter_output.h"
#include "markup.h"
#include "packing.h"
#include "xml_text.h"

extern const struct slice data_letter_types_xml, data_letter_package_xml,
    data_letter_relations_xml, data_letter_styles_xml, data_letter_fonts_xml,
    data_letter_footer_xml;

/* Widths of the columns, in twentieths of a point, of 156 mm. */
static const char *const widths[LETTER_FIELDS] = { "700", "1850", "1000", "1100",
	"4194" };

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
    "wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats."
    "org/officeDocument/2006/relationships\"><w:body>";
static const char tail[] =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r3\"/>"
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" "
    "w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" "
    "w:footer=\"1400\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
static const char table[] =
    "<w:tbl><w:tblPr><w:tblW w:w=\"8844\" w:type=\"dxa\"/><w:tblBorders>"
    "<w:top w:val=\"single\" w:sz=\"6\"/><w:left w:val=\"single\" w:sz=\"6\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"6\"/><w:right w:val=\"single\" "
    "w:sz=\"6\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV "
    "w:val=\"single\" w:sz=\"4\"/></w:tblBorders><w:tblLayout "
    "w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/>"
    "<w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/>"
    "<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>";

static void
add_paragraph(struct buffer *out, const char *style, struct slice text)
{
	markup_add(out, "<w:p><w:pPr><w:pStyle w:val=\"", style,
	    "\"/></w:pPr><w:r><w:t xml:space=\"preserve\">", NULL);
	xml_text(out, text);
	buffer_string(out, "</w:t></w:r></w:p>");
}

/* A paragraph for each line of TEXT, and one if there is none. */
static void
add_cell(struct buffer *out, int column, const char *style, struct slice text)
{
	markup_add(out, "<w:tc><w:tcPr><w:tcW w:w=\"", widths[column],
	    "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>", NULL);
	for (;;) {
		const char  *end = text.n > 0 ? memchr(text.p, '\n', text.n) :
		    NULL;
		struct slice line = { text.p, end != NULL ?
		    (size_t)(end - text.p) : text.n };

		add_paragraph(out, style, line);
		if (end == NULL)
			break;
		text = slice_from(text, line.n + 1);
	}
	buffer_string(out, "</w:tc>");
}

static void
begin(struct buffer *out)
{
	out->n = 0;
	buffer_string(out, head);
}

static void
text_add(struct buffer *out, enum letter_text kind, struct slice text)
{
	static const char *const styles[] = {
		[LETTER_TITLE] = "Title", [LETTER_OFFICE] = "Normal",
		[LETTER_HEADING] = "Heading1", [LETTER_TEXT] = "Body",
		[LETTER_REMARK] = "Remark",
	};

	add_paragraph(out, styles[kind], text);
}

static void
open_entries(struct buffer *out, const struct slice name[])
{
	buffer_string(out, table);
	for (int i = 0; i < LETTER_FIELDS; i++)
		markup_add(out, "<w:gridCol w:w=\"", widths[i], "\"/>", NULL);
	buffer_string(out, "</w:tblGrid><w:tr><w:trPr><w:cantSplit/>"
	    "<w:tblHeader/></w:trPr>");
	for (int i = 0; i < LETTER_FIELDS; i++)
		add_cell(out, i, "Head", name[i]);
	buffer_string(out, "</w:tr>");
}

/* A row stays on a page, if it fits on one. */
static void
entry_add_row(struct buffer *out, const struct letter_entry *entry)
{
	struct buffer number = { NULL, 0, 0 };

	markup_number(&number, (long long)entry->number);
	buffer_string(&number, " ");
	buffer_add(&number, entry->mark);
	buffer_string(out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
	add_cell(out, 0, "Cell", buffer_slice(&number));
	for (int i = LETTER_PLACE; i < LETTER_FIELDS; i++)
		add_cell(out, i, "Cell", entry->field[i]);
	buffer_string(out, "</w:tr>");
	buffer_free(&number);
}

static void
close_entries(struct buffer *out)
{
	buffer_string(out, "</w:tbl>");
}

static void
end(struct buffer *out)
{
	buffer_string(out, tail);
}

static const char *
write_package(const char *path, struct slice letter)
{
	const struct packing_part part[] = {
		{ "[Content_Types].xml", data_letter_types_xml },
		{ "_rels/.rels", data_letter_package_xml },
		{ "word/_rels/document.xml.rels", data_letter_relations_xml },
		{ "word/styles.xml", data_letter_styles_xml },
		{ "word/fontTable.xml", data_letter_fonts_xml },
		{ "word/footer.xml", data_letter_footer_xml },
		{ "word/document.xml", letter },
	};

	return packing_write(path, part, sizeof(part) / sizeof(part[0]));
}

const struct letter_output letter_docx = {
	".docx", begin, text_add, open_entries, entry_add_row, close_entries,
	end, write_package,
};
