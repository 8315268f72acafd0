/* Any blocks through all filters: what one writes the next one reads. */
#include "lib/records.h"

FUZZ_LINES('\t')

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct stage_option all[] = { { 'S', "*" }, { 0, NULL } };
	static const struct slice        none = { "", 0 };
	static struct arena              arena;
	struct slice                     in = { (const char *)bytes, n }, out;

	arena_reset(&arena);
	out = arena_copy(&arena, stage_sectionize(in));
	out = arena_copy(&arena, stage_tabulate(out, false));
	records_hold(in, stage_check(out, none, none), FINDING_FIELDS);
	records_hold(in, stage_pinpoint(out), REPAIR_FIELDS);
	stage_aggregate(out, all);
	return 0;
}
