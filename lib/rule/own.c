#include "own.h"

const char *const own_rule_id[OWN_RULES] = {
	[OWN_MISSING] = "R-MISSING", [OWN_LATE] = "R-LATE",
	[OWN_DUPLICATE] = "R-DUPLICATE", [OWN_YEAR] = "R-YEAR",
	[OWN_UNKNOWN] = "R-UNKNOWN", [OWN_COPY] = "Y-COPY",
	[OWN_CHANGED] = "Y-CHANGED", [OWN_LAPSED] = "W-LAPSED",
	[OWN_NO_RULE] = "D-NO-RULE",
};

bool
is_own_rule_id(struct slice id)
{
	for (int i = 0; i < OWN_RULES; i++)
		if (slice_is(id, own_rule_id[i]))
			return true;
	return false;
}
