/* Any stream of records, or a file that has one, as a workbook. */
#include "decode.h"
#include "lib/streams.h"

static const char *const names[] = { "Workbook", NULL };

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t n, size_t most, unsigned seed)
{
	return streams_mutate(names, bytes, n, most, seed);
}

FUZZ_FORMAT(format_xls)
