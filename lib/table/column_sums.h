/* The sums over the rows of a table: of each column, the parts of the group that
 * an item sums up are together what that item is, and what comes in before it is
 * what it and the items behind it are: received and carried in, answered and
 * carried out. */
#ifndef TABLE_COLUMN_SUMS_H
#define TABLE_COLUMN_SUMS_H

#include "match.h"

/* How the figures of an item enter a sum, which is 0. */
enum role { ROLE_NONE, ROLE_PLUS, ROLE_MINUS };

struct column_sums {
	enum role parts[FORM_ITEMS_MAX], flow[FORM_ITEMS_MAX];
};

/* Whether item number I of MATCH prints figures and has a row. */
bool item_is_met(const struct match *match, size_t i);

/* Finds the roles of the items of MATCH that have rows.  Returns false where no
 * item sums up a group. */
bool column_sums_find(const struct match *match, struct column_sums *sums);

/* N, as ROLE has it enter its sum. */
static inline long long
role_amount(enum role role, long long n)
{
	return role == ROLE_PLUS ? n : role == ROLE_MINUS ? -n : 0;
}

#endif
