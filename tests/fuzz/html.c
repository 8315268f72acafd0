#include "decode.h"
#include "charset/claim.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	charset_claim((struct slice){ (const char *)bytes, n });
	fuzz_format(&format_html, bytes, n);
	return 0;
}
