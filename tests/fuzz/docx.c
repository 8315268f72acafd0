#include "package.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/" \
	"2006/main'"

static struct part parts[] = {
	{ "word/document.xml", NULL },
	{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
	    "word/document.xml")) },
	{ "word/_rels/document.xml.rels", RELATIONS(
	    RELATION("r1", "numbering", "numbering.xml")
	    RELATION("r2", "styles", "styles.xml")) },
	{ "word/numbering.xml", "<w:numbering " W "><w:abstractNum "
	    "w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt "
	    "w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
	    "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/>"
	    "</w:num></w:numbering>" },
	{ "word/styles.xml", "<w:styles " W "><w:style w:type='paragraph' "
	    "w:styleId='1'><w:basedOn w:val='1'/><w:pPr><w:outlineLvl "
	    "w:val='0'/></w:pPr></w:style></w:styles>" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	fuzz_package(&format_docx, parts, sizeof(parts) / sizeof(parts[0]),
	    bytes, n);
	return 0;
}
