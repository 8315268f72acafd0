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

/* The group of these N fields, a new one if need be.  Valid until the next
 * call. */
struct group *groups_find(struct groups *groups, const struct slice *field,
    int n);

/* Its fields, joined by tabs. */
struct slice group_key(const struct group *group);

/* How many of the group's facts have a value. */
long long group_count(const struct group *group);

/* Adds one fact; VALUES: keeps the value itself too.  Returns false when the
 * state is unknown or the value no number; such a fact is not added. */
bool group_add(struct group *group, struct slice state, struct slice value,
    bool values);

/* Calls FN for each group, ordered by the bytes of the key's fields. */
void groups_each(struct groups *groups, void fn(void *, struct group *),
    void *context);

void groups_free(struct groups *groups);

#endif
