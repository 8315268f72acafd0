/* Numbers for offices, so that two of one name in two places are two, and one
 * that a report names without its place is one. */
#ifndef SUMMARY_OFFICE_H
#define SUMMARY_OFFICE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/slice.h"

struct office {
	struct slice name, region;	/* the fullest region so far */
};

struct offices {		/* all zero: none yet */
	struct office *office;
	size_t         n, room;
	struct map     map;	/* from names */
	struct arena   text;
};

/* The number of the office NAME in REGION, which may be lost or shortened, from
 * 1; a new one if need be. */
size_t offices_number(struct offices *offices, struct slice name,
    struct slice region);

void offices_free(struct offices *offices);

#endif
