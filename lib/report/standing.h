/* The offices of a page: what each has sent, how it stands. */
#ifndef REPORT_STANDING_H
#define REPORT_STANDING_H

#include "paper.h"

/* How an office stands, in the order of a list. */
enum standing_state {
	STANDING_BAD, STANDING_UNREAD, STANDING_MISSING, STANDING_ASK,
	STANDING_OK,
	STANDING_STATES
};

extern const char *const standing_name[STANDING_STATES];

struct standing {
	struct slice         name, region, office;	/* office: its key */
	enum standing_state  state;
	struct paper       **paper;	/* the latest year first */
	size_t               papers, room;
	size_t               entries[RULE_LEVELS];	/* of those expected */
	size_t               changes[CHANGES];	/* likewise */
	size_t               mended, waived;	/* findings, likewise */
	long long            weight;
	struct slice         missing;	/* a year of which no report came */
	const struct slice  *let_be;	/* the finding of that, if waived
					 * and nothing came */
	const struct slice  *file;	/* rejected, that bears its name */
};

struct standings {
	struct standing *standing;	/* the worst first */
	size_t           n, room;
	struct paper   **other;		/* documents that are no reports */
	size_t           others, other_room;
	size_t           count[STANDING_STATES];
	size_t           pages;		/* of so many there is a page: the first */
	bool             has_roster;	/* some finding tells of one */
};

enum reject_field { REJECT_PATH, REJECT_STATUS, REJECT_REASON, REJECT_FIELDS };

/* Gathers the N PAPERS by office and ranks the offices; those that a roster misses
 * come from the findings of MATERIAL, files that could not be read from REJECTS.
 * All of these stay in use. */
void standings_make(struct standings *standings, struct paper *papers[],
    size_t n, const struct material *material,
    const struct record_file *rejects);

void standings_free(struct standings *standings);

#endif
