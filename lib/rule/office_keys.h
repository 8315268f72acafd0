/* The keys by which a roster or the waivers may know an office. */
#ifndef RULE_OFFICE_KEYS_H
#define RULE_OFFICE_KEYS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

enum { OFFICE_KEYS_MAX = 3 };

struct office_keys {		/* all zero: of no office yet */
	struct slice key[OFFICE_KEYS_MAX];
	size_t       n;
	struct slice bare;	/* the key of the name without its region, which a
				   list may have that says the region beside it;
				   empty: the name does not say the region */
	struct slice office, region, org;	/* whose they are */
	struct arena arena;
};

/* Makes KEYS those of the office of the key OFFICE, which a report in REGION calls
 * ORG: that key, if it is not empty, the key of the name, and that of the name
 * with its region in front.  What they are of the same office as before costs
 * nothing. */
void office_keys_find(struct office_keys *keys, struct slice office,
    struct slice region, struct slice org);

void office_keys_free(struct office_keys *keys);

#endif
