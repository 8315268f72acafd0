#include "package.h"

#define O "xmlns:o='http://www.ofdspec.org/2016'"

static struct part parts[] = {
	{ "a/page.xml", NULL },
	{ "OFD.xml", "<o:OFD " O "><o:DocBody><o:DocRoot>a/b.xml</o:DocRoot>"
	    "</o:DocBody></o:OFD>" },
	{ "a/b.xml", "<o:Document " O "><o:CommonData><o:PublicRes>page.xml"
	    "</o:PublicRes><o:TemplatePage ID='1' BaseLoc='page.xml'/>"
	    "</o:CommonData><o:Pages><o:Page BaseLoc='page.xml'/><o:Page "
	    "BaseLoc='/a/page.xml'/></o:Pages></o:Document>" },
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	fuzz_package(&format_ofd, parts, sizeof(parts) / sizeof(parts[0]),
	    bytes, n);
	return 0;
}
