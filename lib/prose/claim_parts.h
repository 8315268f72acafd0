/* The pieces of reading claims, one file each: time.c, part.c, and what they
 * share with claim.c. */
#ifndef PROSE_CLAIM_PARTS_H
#define PROSE_CLAIM_PARTS_H

#include "claim.h"

/* The pattern that fits a figure best. */
struct best {
	const struct pattern *pattern;		/* NULL: none */
	struct match          match;
};

/* A fact about to be written. */
struct claim {
	struct slice         item, col;
	const struct figure *figure;
	size_t               start, end;	/* the clause in its sentence */
	bool                 ever;
	int                  other_year;
};

void claims_emit(struct claims *claims, const struct claim *claim);

/* The token that ends the clause of token I, and the byte it begins at. */
size_t claims_clause_end(const struct claims *claims, size_t i);
size_t claims_clause_start(const struct claims *claims, size_t i);

/* Whether the open clause has the word before token END. */
bool claims_clause_has(const struct claims *claims, size_t end,
    enum steering steering);

/* Keeps account of the time a figure is of: called for each token of a
 * clause, and at its end. */
void claims_see_time(struct claims *claims, size_t i);
void claims_end_time(struct claims *claims, size_t end);

/* Claims the figure I as a part of the open list, unless BEST, the pattern
 * found for it, knows better; or as the share of the part before. */
bool claims_take_part(struct claims *claims, size_t i,
    const struct best *best);
bool claims_take_share(struct claims *claims, size_t i);

#endif
