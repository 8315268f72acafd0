/* What has become of what was found in the round before: what is found now is new or
 * left (or new again, where it was waived then), and what was found then and is not now
 * is mended.  A finding is known again as
 * waivers know it: by rule, office (under any of its names), year, where, left and
 * right. */
#ifndef REPORT_LAST_ROUND_H
#define REPORT_LAST_ROUND_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "record_file.h"

/* Findings by what they are known by; their numbers are those of their lines. */
struct known_findings {
	const struct record_file *file;
	struct slice             *office;	/* of each, its key */
	struct map                map;
};

struct last_round {		/* all zero: there was none */
	struct known_findings now, last;
	bool                 *was_there;	/* of each of now */
	size_t               *mended;	/* of last, by office and year */
	size_t                n;
	struct arena          keys;
};

/* Compares the findings NOW with those of LAST, both of which stay in use. */
void last_round_compare(struct last_round *round, const struct record_file *now,
    const struct record_file *last);

/* Whether there was one. */
bool last_round_was(const struct last_round *round);

/* Whether FINDING, a record of NOW, was found then. */
bool last_round_had(const struct last_round *round, const struct slice *finding);

/* How many of what was found then of the office ORG in REGION and YEAR are mended; the
 * number of the first goes to *FIRST, for last_round_mended. */
size_t last_round_count(const struct last_round *round, struct slice region,
    struct slice org, struct slice year, size_t *first);

/* The finding of then that is mended and has the number I. */
const struct slice *last_round_mended(const struct last_round *round, size_t i);

void last_round_free(struct last_round *round);

#endif
