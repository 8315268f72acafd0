#include "state.h"

#include <stdio.h>

#include "base/diagnostics.h"

static const char *const state_names[STATES] = {
	[STATE_NUMBER] = "number", [STATE_APPROX] = "approx",
	[STATE_BLANK] = "blank", [STATE_NA] = "na",
	[STATE_UNREADABLE] = "unreadable", [STATE_ABSENT] = "absent",
};

enum fact_state
fact_state_of(struct slice name)
{
	enum fact_state state = STATE_NUMBER;

	while (state < STATES && !slice_is(name, state_names[state]))
		state++;
	return state;
}

void
fact_warn(const struct record *record, const char *reason)
{
	struct slice doc = record->field[FACT_DOC];
	struct slice item = record->field[FACT_ITEM];
	struct slice col = record->field[FACT_COL];
	char         place[1024];

	snprintf(place, sizeof(place), "%.*s", (int)doc.n, doc.p);
	warn_at(place, "%.*s@%.*s: %s", (int)item.n, item.p, (int)col.n,
	    col.p, reason);
}
