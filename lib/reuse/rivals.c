#include "rivals.h"

bool
rivals_add(struct rivals *rivals, struct rival rival)
{
	const bool is_full = rivals->n == RIVALS_MOST;
	int        at = is_full ? RIVALS_MOST : rivals->n++;

	while (at > 0 && rivals->rival[at - 1].shingles < rival.shingles) {
		if (at < RIVALS_MOST)
			rivals->rival[at] = rivals->rival[at - 1];
		at--;
	}
	if (at < RIVALS_MOST)
		rivals->rival[at] = rival;
	return is_full;
}
