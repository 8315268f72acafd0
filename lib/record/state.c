#include "state.h"

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/utf8.h"

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

struct slice
state_name(enum fact_state state)
{
	return slice_of(state_names[state == STATE_UNKNOWN ?
	    STATE_UNREADABLE : state]);
}

void
fact_warn(const struct record *record, const char *reason)
{
	enum { NAME_BYTES = 200 };	/* longer ones are not read anyway */
	struct slice  item = utf8_head(record->field[FACT_ITEM], NAME_BYTES);
	struct slice  col = utf8_head(record->field[FACT_COL], NAME_BYTES);
	struct buffer text = { .n = 0 };

	buffer_add(&text, item);
	buffer_string(&text, "@");
	buffer_add(&text, col);
	buffer_string(&text, ": ");
	buffer_add(&text, slice_of(reason));
	buffer_add(&text, (struct slice){ "", 1 });
	warn_of(record->field[FACT_DOC], text.p);
	buffer_free(&text);
}
