#include "decode.h"
#include "format/html/html.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	html_claimed_charset((struct slice){ (const char *)bytes, n });
	fuzz_format(&format_html, bytes, n);
	return 0;
}
