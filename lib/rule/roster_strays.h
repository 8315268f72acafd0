/* Reports of offices that are not on the roster, but nearly: under a name that one
 * of its offices may have with a slip.  That is proposed, never taken for granted. */
#ifndef RULE_ROSTER_STRAYS_H
#define RULE_ROSTER_STRAYS_H

#include "office_keys.h"
#include "roster_entry.h"

struct roster_stray {
	struct notice notice;
	struct slice  name;		/* what it is proposed under */
	bool          is_told;
};

/* That STRAY may be what ENTRY expects. */
struct roster_proposal {
	const struct roster_entry *entry;
	size_t                     stray;
};

struct roster_strays {		/* all zero: none */
	struct roster_stray    *stray;
	size_t                  n, room;
	struct roster_proposal *proposal;	/* by entries, once sorted */
	size_t                  proposals, proposal_room;
	struct arena            text;
};

/* Whether REPORT, which is known by KEYS, may be what some of the N entries of its
 * year expect; if its year is not known, those of its own office.  Then it is kept
 * until roster_strays_close. */
bool roster_strays_take(struct roster_strays *strays,
    const struct roster_entry entry[], size_t n, const struct report *report,
    const struct office_keys *keys);

void roster_strays_sort(struct roster_strays *strays);

/* Tells which reports may be the one that ENTRY lacks.  Returns whether there are
 * any. */
bool roster_strays_propose(struct roster_strays *strays,
    const struct roster_entry *entry, const struct notices *notices);

/* Tells of those that have not been proposed that the roster does not know them. */
void roster_strays_close(struct roster_strays *strays,
    const struct notices *notices);

void roster_strays_free(struct roster_strays *strays);

#endif
