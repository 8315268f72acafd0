/* Offices that a document names, weighed: which of them reports. */
#ifndef IDENTITY_CONTENDERS_H
#define IDENTITY_CONTENDERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "mentions.h"
#include "org.h"
#include "section/parts.h"

enum { CONTENDERS_MAX = 96 };

struct contender {
	struct org         org;
	struct slice       key;		/* the same for one office's forms */
	const char        *source;
	const struct part *part;	/* NULL: in a sentence */
	unsigned           trust;	/* in tenths */
	bool               sound;	/* the gazetteer has its places, and
					   the lists its name or a place */
	bool               listed;	/* a name that is known for one */
	bool               strong;	/* said for the report, not in passing */
	struct slice       called;	/* what it is called, by its own word */
	unsigned           times;	/* that it is named just like that */
	unsigned           sentences;	/* that name the best one */
	bool               fits;	/* the best one, in a list, is what the
					   document calls itself */
};

struct contenders {
	struct arena    *arena;
	struct contender contender[CONTENDERS_MAX + 1];	/* the last is read */
	size_t           n;
	struct selves    selves;	/* what the office calls itself */
	bool             governs;	/* what only a government's report tells */
	bool             rules;		/* a sentence is about what 县政府 does */
	bool             acts;		/* a sentence is about what the office
					   that writes for one does */
	const struct contender *open;	/* what most speaks for, where that
					   does not tell a government from who
					   writes for it */
	bool             torn;		/* the title has other words beside
					   the name */
};

/* Adds the office TEXT, folded, names, if it names one and no more. */
void contenders_add(struct contenders *c, struct slice text,
    const char *source, unsigned trust, const struct part *part);
void contenders_add_mention(struct contenders *c,
    const struct mention *mention);

/* The first one if it is a title that names a known office, else NULL. */
const struct contender *contenders_known_title(const struct contenders *c);

/* Whether the document calls itself an office (我局) more than a place. */
bool contenders_know_kind(const struct contenders *c);

/* Whether the document calls itself a place (我县), often, and nothing else. */
bool contenders_govern(const struct contenders *c);

/* The office that reports, its name completed from what else names it: NULL
 * when too little speaks for any, or as much for two.  Lives in the arena. */
const struct contender *contenders_best(struct contenders *c);

#endif
