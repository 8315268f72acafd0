/* What a fact's state says of its value. */
#ifndef RECORD_STATE_H
#define RECORD_STATE_H

#include "reader.h"
#include "base/slice.h"

/* NUMBER and APPROX carry a value. */
enum fact_state {
	STATE_NUMBER, STATE_APPROX, STATE_BLANK, STATE_NA, STATE_UNREADABLE,
	STATE_ABSENT,
	STATES,
	STATE_UNKNOWN = STATES
};

enum fact_state fact_state_of(struct slice name);

/* Its name; that of STATE_UNKNOWN is unreadable's. */
struct slice state_name(enum fact_state state);

static inline bool
state_has_value(enum fact_state state)
{
	return state == STATE_NUMBER || state == STATE_APPROX;
}

/* Reports REASON against the fact RECORD: its document, its cell. */
void fact_warn(const struct record *record, const char *reason);

#endif
