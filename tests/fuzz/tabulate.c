/* Any blocks become facts with values that can be read, the same each time; and
 * what sectionize makes of them does. */
#include "lib/records.h"
#include "record/amount.h"
#include "record/state.h"

FUZZ_LINES('\t')

/* Every number is one; a fingerprint may be larger. */
static void
hold_values(struct slice facts)
{
	struct slice line, field[FACT_FIELDS];

	while (facts.n > 0) {
		enum fact_state state;
		long long       value;

		line = records_cut(&facts, '\n');
		for (int i = 0; i < FACT_FIELDS; i++)
			field[i] = records_cut(&line, '\t');
		state = fact_state_of(field[FACT_STATE]);
		records_require(state != STATE_UNKNOWN);
		records_require((state == STATE_NUMBER ||
		    state == STATE_APPROX) == amount_parse(field[FACT_VALUE],
		    &value) || slice_is(field[FACT_COL], "hash"));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct arena arena;
	struct slice        in = { (const char *)bytes, n }, once;

	arena_reset(&arena);
	if (n % 4 == 1)
		in = arena_copy(&arena, stage_sectionize(in));
	once = arena_copy(&arena, stage_tabulate(in, false));
	records_hold(in, once, FACT_FIELDS);
	hold_values(once);
	if (n % 8 == 0)
		records_require(slice_eq(once, stage_tabulate(in, false)));
	if (n % 8 == 1)
		records_hold(in, stage_tabulate(in, true), 7);
	return 0;
}
