/* What a report shares with others, all of its sections together. */
#ifndef REUSE_WHOLES_H
#define REUSE_WHOLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "compare.h"

/* Another report that shares sections with the one at hand. */
struct whole {
	uint32_t      report;
	unsigned      sections;
	struct share  now, other;	/* how much is shared; of what is not known yet */
	struct buffer names, other_names;
	bool          is_same;		/* each of these sections is, word for word */
};

struct wholes {			/* all zero: none */
	struct whole *whole;
	size_t        n, room;
};

/* The one of REPORT, a new one if there is none; valid until the next call. */
struct whole *wholes_find(struct wholes *wholes, uint32_t report);

/* Adds a list of NAMES to LIST, behind a comma where both have any. */
void names_add(struct buffer *list, struct slice names);

/* Sorts them by their reports. */
void wholes_sort(struct wholes *wholes);

/* Forgets them all, and frees what each has. */
void wholes_forget(struct wholes *wholes);

#endif
