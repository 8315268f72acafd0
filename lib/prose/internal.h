/* The pieces of reading claims, one file each: choice.c, part.c, time.c,
 * wordy.c; and
 * what they share with claim.c. */
#ifndef PROSE_INTERNAL_H
#define PROSE_INTERNAL_H

#include "read_claims.h"

enum { BESIDES_MAX = 16 };

/* The pattern that fits a figure best. */
struct best {
	const struct pattern *pattern;		/* NULL: none */
	struct match          match;
	const struct pattern *beside[BESIDES_MAX];	/* that claim too */
	int                   besides;
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

/* The claim of token I for ITEM, but for its column and, where it is said in
 * words, its figure. */
struct claim claims_claim_at(const struct claims *claims,
    const struct item *item, size_t i);

/* Makes ITEM what lists and 历年累计 refer to from here on; with AGAIN beside
 * the one before. */
void claims_set_topic(struct claims *claims, const struct item *item,
    bool again, const struct claim *claim);

/* Claims what the patterns in words that begin with the word I say. */
void claims_read_words(struct claims *claims, size_t i);

/* The token that ends the clause of token I, and the byte it begins at. */
size_t claims_clause_end(const struct claims *claims, size_t i);
size_t claims_clause_start(const struct claims *claims, size_t i);

bool   claims_ends_clause(const struct claims *claims, size_t i);

/* Whether the open clause has had the word so far. */
static inline bool
claims_said(const struct claims *claims, enum steering steering)
{
	return concepts_have(&claims->said, claims->steering[steering]);
}

/* The pattern that the figure I fits best; whether PATTERN holds at token I:
 * the figure, or for a pattern in words its first word. */
struct best claims_best(struct claims *claims, size_t i);
bool        claims_hold(struct claims *claims,
    const struct pattern *pattern, size_t i, struct match *match);

/* Whether the figure I has a unit, or stands where a sentence has one that
 * has none: at the end of its clause. */
bool claims_placed(const struct claims *claims, size_t i);

bool claims_has_unit(const struct claims *claims, const struct item *item,
    const struct figure *figure);

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
