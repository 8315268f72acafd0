#include "office_year.h"

#include <stdlib.h>

static int
by_org_and_year(const void *left, const void *right)
{
	const struct office_year *l = left, *r = right;
	int                       order = slice_cmp(l->org, r->org);

	return order != 0 ? order : (l->year > r->year) - (l->year < r->year);
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
office_year_is(const struct office_year *entry, struct slice org, int year)
{
	return entry->year == year && slice_eq(entry->org, org);
}
