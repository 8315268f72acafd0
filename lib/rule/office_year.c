#include "office_year.h"

#include <stdlib.h>

#include "record/region.h"

int
office_year_order(const struct office_year *l, const struct office_year *r)
{
	int order = slice_cmp(l->org, r->org);

	return order != 0 ? order : (l->year > r->year) - (l->year < r->year);
}

static int
by_org_and_year(const void *left, const void *right)
{
	return office_year_order(left, right);
}

void
office_years_sort(void *table, size_t n, size_t size)
{
	if (n > 0)
		qsort(table, n, size, by_org_and_year);
}

size_t
office_years_search(const void *table, size_t n, size_t size,
    struct office_year wanted)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_org_and_year((const char *)table + middle * size,
		    &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
office_year_is(const struct office_year *entry,
    const struct office_year *wanted)
{
	return entry->year == wanted->year &&
	    slice_eq(entry->org, wanted->org) &&
	    region_may_be(entry->region, wanted->region);
}

struct slice
office_in_full(struct arena *arena, struct slice region, struct slice org)
{
	return slice_starts(org, region) ? org :
	    arena_join(arena, region, org);
}
