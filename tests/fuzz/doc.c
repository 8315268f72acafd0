/* Any streams as a document of Word. */
#include "decode.h"
#include "lib/streams.h"

static const char *const names[] = { "WordDocument", "1Table", "Data", NULL };

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t n, size_t most, unsigned seed)
{
	return streams_mutate(names, bytes, n, most, seed);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct slice file = { (const char *)bytes, n };

	if (!streams_are_file(file))
		file = streams_file_of(file, names);
	fuzz_format(&format_doc, (const uint8_t *)file.p, file.n);
	return 0;
}
