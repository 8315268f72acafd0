#include "package.h"

#define S "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/" \
	"main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/" \
	"2006/relationships'"

static struct part parts[] = {
	{ "xl/worksheets/sheet1.xml", NULL },
	{ "_rels/.rels", RELATIONS(RELATION("r1", "officeDocument",
	    "xl/workbook.xml")) },
	{ "xl/workbook.xml", "<workbook " S "><sheets><sheet name='A' "
	    "r:id='r1'/></sheets></workbook>" },
	{ "xl/_rels/workbook.xml.rels", RELATIONS(
	    RELATION("r1", "worksheet", "worksheets/sheet1.xml")
	    RELATION("r2", "sharedStrings", "sharedStrings.xml")
	    RELATION("r3", "styles", "styles.xml")) },
	{ "xl/sharedStrings.xml", "<sst " S "><si><t>甲</t></si><si><t>乙"
	    "</t></si></sst>" },
	{ "xl/styles.xml", "<styleSheet " S "><borders><border/><border>"
	    "<left style='thin'/></border></borders><cellXfs><xf/><xf "
	    "numFmtId='14'/><xf numFmtId='10' borderId='1'/></cellXfs>"
	    "</styleSheet>" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	fuzz_package(&format_xlsx, parts, sizeof(parts) / sizeof(parts[0]),
	    bytes, n);
	return 0;
}
