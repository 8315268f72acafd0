#include "column_sums.h"

bool
item_is_met(const struct match *match, size_t i)
{
	return !match_item(match, i)->heading && match->first[i] != NO_ROW;
}

bool
column_sums_find(const struct match *match, struct column_sums *sums)
{
	size_t sum = match_summing_item(match);

	*sums = (struct column_sums){ .parts = { ROLE_NONE } };
	if (sum == NO_ITEM)
		return false;
	for (size_t i = 0; i < match->items; i++) {
		if (!item_is_met(match, i))
			continue;
		if (i == sum)
			sums->parts[i] = sums->flow[i] = ROLE_MINUS;
		else if (match_item(match, i)->parent.n > 0)
			sums->parts[i] = ROLE_PLUS;
		else
			sums->flow[i] = i < sum ? ROLE_PLUS : ROLE_MINUS;
	}
	return true;
}
