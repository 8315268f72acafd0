/* The names by which a roster knows its offices. */
#ifndef RULE_ROSTER_NAMES_H
#define RULE_ROSTER_NAMES_H

#include "office_keys.h"
#include "roster_entry.h"

struct roster_name {
	struct office_year   at;
	struct roster_entry *entry;
};

struct roster_names {		/* all zero: none yet */
	struct roster_name *name;	/* by office and year, once sorted */
	size_t              n, room;
};

/* Adds NAME, a key of the office of ENTRY. */
void roster_names_add(struct roster_names *names, struct slice name,
    struct roster_entry *entry);
void roster_names_sort(struct roster_names *names);

/* The one entry of YEAR for the office that KEYS are of, in REGION; NULL where there
 * is none, or several that may be meant. */
struct roster_entry *roster_names_find(const struct roster_names *names,
    const struct office_keys *keys, struct slice region, int year);

/* The same, whatever year it is of: NULL also where there are several years. */
struct roster_entry *roster_names_only(const struct roster_names *names,
    const struct office_keys *keys, struct slice region);

/* Whether there is an entry for the office, of some year. */
bool roster_names_know(const struct roster_names *names,
    const struct office_keys *keys, struct slice region);

void roster_names_free(struct roster_names *names);

#endif
