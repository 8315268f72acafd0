/* Groups of facts and what is added up of each. */
#ifndef SUMMARY_GROUP_H
#define SUMMARY_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "base/slice.h"
#include "record/state.h"

/* Sums are kept as whole numbers and millionths, exact far beyond the range
 * of a single value. */
struct group {
	size_t        key, key_bytes;	/* where in groups->keys */
	size_t        office;	/* besides: which of those of one name */
	size_t        next;	/* the place of the one that was asked for
				 * behind it last */
	const struct groups *groups;
	long long     records[STATES];
	long long     whole, millionths;
	long long     least, greatest;	/* millionths, of those with value */
	long long    *value;		/* when kept: all, unsorted */
	size_t        values, value_room;
};

struct groups {			/* all zero: none yet */
	bool          keeps_values;	/* for the median */
	struct group *group;
	size_t        n, room;
	struct map    map;		/* from keys to groups */
	char         *keys;
	size_t        key_bytes, key_room;
};

/* The group of these N fields and of the office number OFFICE, a new one if need
 * be.  Valid until the next call. */
struct group *groups_find(struct groups *groups, const struct slice *field,
    int n, size_t office);

/* The place of the same, for a fact behind one of the group at BEFORE: reports
 * repeat, so a guess is mostly right. */
size_t groups_follow(struct groups *groups, const struct slice *field, int n,
    size_t office, size_t before);

/* Its fields, joined by tabs. */
struct slice group_key(const struct group *group);

/* How many of the group's facts have a value. */
long long group_count(const struct group *group);

/* Adds one fact: VALUE, in millionths, if STATE has one; VALUES: keeps the value
 * itself too. */
void group_add(struct group *group, enum fact_state state, long long value,
    bool values);

/* Calls FN for each group, ordered by the bytes of the key's fields, then by the
 * RANK of its office, by number; those whose offices have one rank are one. */
void groups_each(struct groups *groups, const size_t rank[],
    void fn(void *, struct group *), void *context);

void groups_free(struct groups *groups);

#endif
