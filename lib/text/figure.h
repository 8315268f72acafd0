/* A figure as it was read from text. */
#ifndef TEXT_FIGURE_H
#define TEXT_FIGURE_H

#include <stdbool.h>

#include "base/slice.h"
#include "unit.h"

enum figure_state {
	FIGURE_NUMBER,
	FIGURE_BLANK,		/* nothing, or only white space */
	FIGURE_NA,		/* a mark for "does not apply" or "none" */
	FIGURE_APPROX,		/* the stated figure, marked as inexact */
	FIGURE_UNREADABLE,
};

enum { FIGURE_VALUE_MAX = 40 };	/* bytes, the trailing NUL included */

struct figure {
	enum figure_state state;
	/* A plain decimal: '-' where negative, no grouping, no leading zeros,
	 * '.' as the point, decimals as many as printed.  Empty unless the
	 * state is NUMBER or APPROX. */
	char              value[FIGURE_VALUE_MAX];
	struct slice      unit;		/* simplified, static; may be empty */
	enum unit_kind    kind;
	bool              repaired;	/* stray '?' were taken off */
};

#endif
