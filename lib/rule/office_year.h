/* Tables about offices and years, rosters and waivers: arrays of structures
 * that begin with a struct office_year, sorted and searched by it. */
#ifndef RULE_OFFICE_YEAR_H
#define RULE_OFFICE_YEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

struct office_year {
	struct slice org;
	struct slice region;	/* empty: of any, or not known */
	int          year;
};

/* The column of such a table that may say the region. */
#define OFFICE_REGION_COLUMN SLICE("region")

/* By office, then by year: below 0, 0 or above, as strcmp. */
int office_year_order(const struct office_year *l,
    const struct office_year *r);

/* Sorts N elements of SIZE bytes. */
void office_years_sort(void *table, size_t n, size_t size);

/* The number of the first element that is not before ORG and YEAR; N when
 * there is none. */
size_t office_years_search(const void *table, size_t n, size_t size,
    struct office_year wanted);

/* Whether ENTRY is about WANTED, as far as their regions are known. */
bool office_year_is(const struct office_year *entry,
    const struct office_year *wanted);

/* ORG with the region in front of it, which it need not repeat; a copy in
 * ARENA. */
struct slice office_in_full(struct arena *arena, struct slice region,
    struct slice org);

#endif
