/* Tables about offices and years, rosters and waivers: arrays of structures
 * that begin with a struct office_year, sorted and searched by it. */
#ifndef RULE_OFFICE_YEAR_H
#define RULE_OFFICE_YEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct office_year {
	struct slice org;
	int          year;
};

/* Sorts N elements of SIZE bytes. */
void office_years_sort(void *table, size_t n, size_t size);

/* The number of the first element that is not before ORG and YEAR; N when
 * there is none. */
size_t office_years_search(const void *table, size_t n, size_t size,
    struct office_year wanted);

bool office_year_is(const struct office_year *entry, struct slice org,
    int year);

#endif
