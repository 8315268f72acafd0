/* Any bytes as a file: archives in archives, WARC, documents of every type. */
#include <stdint.h>

#include "lib/member.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	if (n > 0)
		member_take((struct slice){ (const char *)bytes, n },
		    bytes[n - 1] < 16 ? 1u + bytes[n - 1] : 65536);
	return 0;
}
