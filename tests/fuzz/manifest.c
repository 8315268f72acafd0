/* Any bytes as a scraper's list of files. */
#include <stdint.h>

#include "lib/lines.h"
#include "lib/stage.h"
#include "source/manifest.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

FUZZ_LINES(',')

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct slice     in = { (const char *)bytes, n };
	const char      *reason;
	struct manifest *manifest = manifest_read(stage_file(in)[0], &reason);

	if (manifest == NULL)
		return 0;
	manifest_find(manifest, SLICE("a.zip!b/c.html"), SLICE(""));
	manifest_find(manifest, SLICE("c.html"), SLICE("http://a.example/c"));
	manifest_find(manifest, in, in);
	manifest_report(manifest);
	manifest_free(manifest);
	return 0;
}
