#include "rivals.h"

static bool
is_better(const struct rival *a, const struct rival *b)
{
	return a->shingles > b->shingles || (a->shingles == b->shingles &&
	    a->distance < b->distance);
}

bool
rivals_add(struct rivals *rivals, struct rival rival)
{
	const bool is_full = rivals->n == RIVALS_MOST;
	int        at = is_full ? RIVALS_MOST : rivals->n++;

	while (at > 0 && is_better(&rival, &rivals->rival[at - 1])) {
		if (at < RIVALS_MOST)
			rivals->rival[at] = rivals->rival[at - 1];
		at--;
	}
	if (at < RIVALS_MOST)
		rivals->rival[at] = rival;
	return is_full;
}
