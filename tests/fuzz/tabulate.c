/* Any blocks become facts with values that can be read, the same each time; and
 * what sectionize makes of them does. */
#include "lib/records.h"
#include "record/state.h"

FUZZ_LINES('\t')

/* Whether TEXT is a plain number, if of any size. */
static bool
is_number(struct slice text)
{
	size_t i = 0, points = 0;

	while (i < text.n && ((text.p[i] >= '0' && text.p[i] <= '9') ||
	    (i == 0 && text.p[i] == '-') || (text.p[i] == '.' && points++ == 0)))
		i++;
	return text.n > 0 && i == text.n;
}

/* Every number is one, and nothing else has one. */
static void
hold_values(struct slice facts)
{
	while (facts.n > 0) {
		struct slice    line = records_cut(&facts, '\n');
		struct slice    field[FACT_FIELDS];
		enum fact_state state;

		for (int i = 0; i < FACT_FIELDS; i++)
			field[i] = records_cut(&line, '\t');
		state = fact_state_of(field[FACT_STATE]);
		records_require(state != STATE_UNKNOWN);
		records_require((state == STATE_NUMBER ||
		    state == STATE_APPROX) == is_number(field[FACT_VALUE]));
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
