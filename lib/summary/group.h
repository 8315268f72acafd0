/* Groups of facts and what is added up of each: all of it exact, so that parts
 * added in any order come to the same. */
#ifndef SUMMARY_GROUP_H
#define SUMMARY_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/slice.h"
#include "record/state.h"
#include "spread.h"
#include "values.h"
#include "wide.h"

/* How a group stands to others, once that is known. */
struct comparison {
	wide               outer, all;	/* sums: of the next outer group,
					 * of everything */
	unsigned long long rank;	/* by sum in the outer group, from 1 */
};

/* The sums of what is above and below a rate's line. */
struct rate {
	wide      above, below;
	long long aboves, belows;	/* values */
};

/* What only some statistics need. */
struct group_more {
	struct squares  squares;
	struct values   values;
	struct comparison comparison;
	long long       zeros;		/* values that are 0 */
	struct rate     rate[];
};

struct group {
	const char        *key;		/* its fields joined by tabs */
	unsigned           key_bytes;
	unsigned           office;	/* besides: which of those of one name */
	size_t             next;	/* the place of the one that was asked
					 * for behind it last */
	long long          records[STATES];
	wide               sum;		/* millionths, as these are, of those
					 * with value */
	long long          least, greatest;
	struct group_more *more;	/* when any of it is kept */
};

/* What is kept of each group besides. */
enum group_need {
	NEEDS_SQUARES = 1, NEEDS_VALUES = 2, NEEDS_ZEROS = 4,
	NEEDS_RATES = 8, NEEDS_RELATION = 16, NEEDS_YEAR = 32,
};

struct groups {			/* all zero: none yet */
	unsigned      needs;	/* of enum group_need; to be set before the
				 * first group is there */
	int           rates;
	int           year;		/* which of a key's fields it is */
	struct group *group;
	size_t        n, room;
	struct map    map;		/* from keys to groups */
	struct arena  keys, mores;
	struct group_place *place;	/* once settled, in their order */
	size_t        places;
	size_t        shared;	/* bytes that all keys begin with */
};

struct group_place {
	unsigned long long head;	/* of the key behind what all share:
					 * enough for most */
	struct group      *group;
};

/* The place of the group of these N fields and of the office number OFFICE, a new
 * one if need be. */
size_t groups_find(struct groups *groups, const struct slice *field, int n,
    size_t office);

/* The same, for a fact behind one of the group at BEFORE: reports repeat, so a
 * guess is mostly right. */
size_t groups_follow(struct groups *groups, const struct slice *field, int n,
    size_t office, size_t before);

/* Its fields, joined by tabs. */
struct slice group_key(const struct group *group);

/* How many of the group's facts have a value. */
long long group_count(const struct group *group);

/* Adds one fact: VALUE, in millionths, if STATE has one. */
void group_add(const struct groups *groups, struct group *group,
    enum fact_state state, long long value);

void rate_merge(struct rate *rate, const struct rate *other);

/* Adds what OTHER has to GROUP, and empties it; OTHER may have no .more. */
void group_merge(const struct groups *groups, struct group *group,
    struct group *other);

/* Orders the groups by the bytes of the key's fields, then by the RANK of their
 * offices, by number; those whose offices have one rank become one.  No group is
 * to be looked for any more. */
void groups_settle(struct groups *groups, const size_t rank[]);

/* The group of KEY and OFFICE, as groups_settle left them; NULL if there is none. */
const struct group *groups_settled(const struct groups *groups,
    struct slice key, unsigned office);

void groups_free(struct groups *groups);

#endif
