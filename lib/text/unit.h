/* Words that follow a figure and say what was counted, from units.tsv. */
#ifndef TEXT_UNIT_H
#define TEXT_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum unit_kind {
	UNIT_NONE,		/* no unit word */
	UNIT_COUNT,		/* documents, persons, occasions */
	UNIT_MONEY,
	UNIT_SHARE,		/* percent and permille */
	UNIT_POINT,		/* percentage points: a change, no share */
	UNIT_TIME,		/* dates and durations: no count of anything */
	UNIT_ORDER,		/* numbers that name or divide: 号, 楼, 个部分 */
};

enum { UNIT_NO_POWER = -1, UNIT_POWER_MAX = 12 };

struct unit {
	struct slice   name;	/* simplified, static */
	enum unit_kind kind;
	int            power;	/* of ten: so many yuan; UNIT_NO_POWER: no
				 * money, or none that is told */
};

/* Reads units.tsv; a line that is wrong ends the process with 2.  unit_at does it
 * at its first call. */
void units_load(void);

/* The unit word TEXT begins with, the longest that fits.  Returns its length
 * in bytes, 0 when there is none. */
size_t unit_at(struct slice text, struct unit *unit);

/* Whether NAME is a unit and nothing else: then *UNIT is that. */
bool unit_is(struct slice name, struct unit *unit);

#endif
