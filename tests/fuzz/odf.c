#include "package.h"

static struct part parts[] = {
	{ "content.xml", NULL },
	{ "styles.xml", "<y:styles xmlns:y='urn:oasis:names:tc:opendocument:"
	    "xmlns:style:1.0'><y:style y:name='a' y:family='paragraph' "
	    "y:parent-style-name='a'/></y:styles>" },
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	fuzz_package(&format_odf, parts, sizeof(parts) / sizeof(parts[0]),
	    bytes, n);
	return 0;
}
