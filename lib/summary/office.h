/* Numbers for offices, so that two of one name in two places are two, and one
 * that a report names without its place is one, in whatever order they come. */
#ifndef SUMMARY_OFFICE_H
#define SUMMARY_OFFICE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/slice.h"

struct office {
	struct slice name, region;
};

struct offices {		/* all zero: none yet */
	struct office *office;
	size_t         n, room;
	struct map     map;	/* from name and region */
	struct arena   text;
	size_t        *rank;	/* once settled: by number, one for all that
				 * are one office, in the order of names and
				 * regions */
};

/* The number of the office NAME in REGION, which may be lost or shortened, from
 * 0: another one for each spelling of the region. */
size_t offices_note(struct offices *offices, struct slice name,
    struct slice region);

/* Fills .rank, when all are noted: a region that says less is that of the one
 * office of its name which it can be of; where it can be of several it is an
 * office of its own. */
void offices_settle(struct offices *offices);

/* Forgets all, and keeps memory for others. */
void offices_reset(struct offices *offices);

void offices_free(struct offices *offices);

#endif
