/* Which division of the gazetteer a chain of names means. */
#ifndef PLACE_RESOLVE_H
#define PLACE_RESOLVE_H

#include "base/arena.h"
#include "gazetteer.h"

enum { DIVISIONS_MAX = 128 };	/* 112 are called 城关镇 */

struct divisions {
	struct division at[DIVISIONS_MAX];
	size_t          n;
};

/* Adds DIVISION to FOUND, if it is not there and there is room. */
void divisions_add(struct divisions *found, const struct division *division);

/* Finds what the last of the N NAMEs means, from the widest to the narrowest:
 * 青石市, 南湖区, 北桥镇; wider ones may be missing.  Those of YEAR, 0 being any,
 * go before those of other years.  More than one: any of them.  None: no place
 * is called so, or the places do not lie in each other. */
void place_resolve(const struct slice name[], size_t n, int year,
    struct divisions *found);

/* Leaves those of FOUND that were there in YEAR, if there are any. */
void divisions_keep_year(struct divisions *found, int year);

/* The place of LEVEL that DIVISION lies in, as in YEAR, or the next wider one
 * where there is none: a county's province, a town's city.  False when there is
 * none either. */
bool division_outer(const struct division *division,
    enum division_level level, int year, struct division *outer);

/* What DIVISION is called where nothing else says where it lies: a county by
 * its own name if no other county has it, a district behind its city's
 * (青石市南湖区), a town behind its county's.  In ARENA. */
struct slice division_full_name(struct arena *arena,
    const struct division *division, int year);

#endif
