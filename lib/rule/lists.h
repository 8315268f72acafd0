/* Lists in sentences, as report.c reads them. */
#ifndef RULE_LISTS_H
#define RULE_LISTS_H

#include "report.h"

/* An item whose facts are members of lists; the column names the member.
 * Those of one family stand in one list: a category and its share. */
struct list_item {
	const char *item;
	int         family;
	bool        is_share;
};

/* ITEM among them, or NULL. */
const struct list_item *listed_item(struct slice item);

/* Whether ITEM is the total that a list of categories breaks down wherever it
 * stands before it. */
bool listed_is_total(struct slice item);

/* The cell that a list of ITEM behind the figures read so far breaks down:
 * the last one, if lists stand right behind its like, else TOTAL for
 * categories. */
unsigned listed_head(const struct report *report,
    const struct list_item *item, unsigned total);

/* Adds RECORD to the last list, or to a new one of HEAD when it does not
 * belong there or other facts INTERRUPTED it. */
void listed_add(struct report *report, const struct record *record,
    const struct list_item *item, bool interrupted, unsigned head);

/* What the fact RECORD says, by its STATE, which becomes unreadable when the
 * value is no number.  In report.c. */
struct quantity fact_value(const struct record *record,
    enum fact_state *state, bool is_signed);

#endif
