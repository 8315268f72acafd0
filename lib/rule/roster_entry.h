/* A report that the roster expects, and what became of it. */
#ifndef RULE_ROSTER_ENTRY_H
#define RULE_ROSTER_ENTRY_H

#include "office_year.h"
#include "tree.h"

struct roster_entry {
	struct office_year at;		/* the office by its key; the region that the
					 * line says, or the list where the name
					 * leaves the place unsaid */
	struct slice    name, region, parent;	/* as the roster has them */
	long            due;		/* yyyymmdd; 0: not said */
	bool            is_open;	/* nothing says the place: 财政局 */
	unsigned        seen;		/* how many reports there were */
	struct slice    file;		/* that came for it and could not be read */
	struct office_year met[2];	/* an open one: whose reports there were, if
					 * they may be of two places */
	struct tree_node node;		/* its figures, as those of a parent
					 * or a child */
};

/* A notice about ENTRY. */
static inline struct notice
roster_entry_notice(const struct roster_entry *entry)
{
	return (struct notice){ .region = entry->region, .org = entry->name,
	    .office = entry->at.org, .year = entry->at.year };
}

#endif
