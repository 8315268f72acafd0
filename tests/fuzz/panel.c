/* Any facts make a wide table, the same each time; one with its states comes back as
 * facts that make it again.  Whatever is read for a wide table is none, or comes back
 * as facts. */
#include "lib/records.h"

FUZZ_LINES('\t')

/* As aggregate's options. */
enum { SERIES = 265, WIDE = 268, BY, STATES, LABELS, LONG };

static const struct stage_option wide[] = { { WIDE, NULL }, { STATES, NULL },
	{ 0, NULL } };
static const struct stage_option back[] = { { LONG, NULL }, { 0, NULL } };

static const struct stage_option others[][6] = {
	{ { WIDE, NULL }, { BY, "office" }, { 'S', "*" }, { 0, NULL } },
	{ { WIDE, NULL }, { SERIES, NULL }, { LABELS, NULL }, { 0, NULL } },
	{ { WIDE, NULL }, { SERIES, NULL }, { BY, "office" }, { STATES, NULL },
	    { 0, NULL } },
	{ { SERIES, NULL }, { 'g', "office" }, { 0, NULL } },
	{ { SERIES, NULL }, { 'S', "table" }, { 's', "sum" }, { 0, NULL } },
};

enum { OTHERS = sizeof(others) / sizeof(*others) };

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct arena        arena;
	const struct stage_option *other = others[n % OTHERS];
	struct slice               in = { (const char *)bytes, n }, once, facts;

	arena_reset(&arena);
	once = arena_copy(&arena, stage_aggregate(in, wide));
	facts = arena_copy(&arena, stage_aggregate(once, back));
	records_require(slice_eq(once, stage_aggregate(facts, wide)));
	once = arena_copy(&arena, stage_aggregate(in, other));
	records_require(slice_eq(once, stage_aggregate(in, other)));
	stage_aggregate(in, back);
	return 0;
}
