#include "hidden_ranges.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

enum { RANGES_MAX = 1 << 20 };	/* as many as a sheet has rows */

void
hidden_ranges_add(struct hidden_ranges *hidden, unsigned first, unsigned last)
{
	struct hidden_range *latest = hidden->n > 0
	    ? &hidden->range[hidden->n - 1] : NULL;

	if (last < first)
		return;
	if (latest != NULL && latest->last + 1 == first)
		latest->last = last;
	else if (hidden->n < RANGES_MAX)
		*MEMORY_APPEND(hidden->range, hidden->n, hidden->room) =
		    (struct hidden_range){ first, last };
	else
		left_out("a sheet of more hidden rows than are kept");
}

static int
by_first(const void *a, const void *b)
{
	const struct hidden_range *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

void
hidden_ranges_ready(struct hidden_ranges *hidden)
{
	size_t kept = 0;

	if (hidden->n < 2)
		return;
	qsort(hidden->range, hidden->n, sizeof(*hidden->range), by_first);
	for (size_t i = 1; i < hidden->n; i++) {
		struct hidden_range *latest = &hidden->range[kept];
		struct hidden_range  next = hidden->range[i];

		if (next.first > latest->last + 1)
			hidden->range[++kept] = next;
		else if (next.last > latest->last)
			latest->last = next.last;
	}
	hidden->n = kept + 1;
}

/* The range that holds NUMBER, or NULL. */
static const struct hidden_range *
range_of(const struct hidden_ranges *hidden, unsigned number)
{
	size_t low = 0, high = hidden->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (hidden->range[middle].last < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < hidden->n && hidden->range[low].first <= number
	    ? &hidden->range[low] : NULL;
}

bool
hidden_ranges_has(const struct hidden_ranges *hidden, unsigned number)
{
	return range_of(hidden, number) != NULL;
}

unsigned
hidden_ranges_next(const struct hidden_ranges *hidden, unsigned number)
{
	const struct hidden_range *range = range_of(hidden, number);

	return range != NULL ? range->last + 1 : number;
}

unsigned
hidden_ranges_previous(const struct hidden_ranges *hidden, unsigned number)
{
	const struct hidden_range *range = range_of(hidden, number);

	return range != NULL ? range->first - 1 : number;
}

unsigned
hidden_ranges_shown(const struct hidden_ranges *hidden, unsigned first,
    unsigned last)
{
	unsigned n = 0;

	while (first <= last) {
		const struct hidden_range *range = range_of(hidden, first);

		if (range != NULL) {
			first = range->last + 1;
			continue;
		}
		n++;
		first++;
	}
	return n;
}
