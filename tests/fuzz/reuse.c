/* Any blocks: what they share, the same each time. */
#include "lib/records.h"

FUZZ_LINES('\t')

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	records_hold_again((struct slice){ (const char *)bytes, n },
	    stage_reuse, REUSE_FIELDS);
	return 0;
}
