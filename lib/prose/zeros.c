/* Figures said in words: 未收到申请, 均为维持. */
#include "internal.h"

/* 未收到申请 is the figure 0, 均为维持 the figure of its head. */
static void
claim_words(struct claims *claims, const struct pattern *pattern, size_t i,
    bool *again)
{
	struct figure zero = { .state = FIGURE_NUMBER, .value = "0",
	    .unit = pattern->item->unit, .kind = UNIT_COUNT };
	struct claim  claim = claims_claim_at(claims, pattern->item, i);

	claim.col = pattern->col;
	claim.figure = pattern->same ? &claims->topic.figure : &zero;
	claims_emit(claims, &claim);
	if (pattern->same)
		return;
	claims_set_topic(claims, pattern->item, *again, &claim);
	*again = true;
}

/* An item is claimed once by a clause, however many patterns say so. */
static bool
was_claimed(struct claims *claims, const struct pattern_index *index,
    uint32_t p, size_t i)
{
	const struct pattern *pattern = claims->patterns.pattern;
	const struct pattern *now = &pattern[index->pattern[p]];
	struct match          match;
	int                   concept = claims->sentence.token[i].concept;

	for (uint32_t q = index->first[concept]; q < p; q++) {
		const struct pattern *before = &pattern[index->pattern[q]];

		if (before->item == now->item &&
		    slice_eq(before->col, now->col) &&
		    claims_hold(claims, before, i, &match))
			return true;
	}
	return false;
}

/* Whether the clause counts something: then its 没有 is about something else,
 * unless it is 没有一件 or says 0 itself. */
static bool
counts_more(const struct claims *claims)
{
	size_t end = claims_clause_end(claims, claims->clause);

	for (size_t i = claims->clause; i < end; i++) {
		const struct token *token = &claims->sentence.token[i];

		if (token->kind == TOKEN_FIGURE &&
		    strcmp(token->figure->value, "0") != 0 &&
		    strcmp(token->figure->value, "1") != 0)
			return true;
	}
	return false;
}

void
claims_read_words(struct claims *claims, size_t i)
{
	const struct patterns      *patterns = &claims->patterns;
	const struct pattern_index *index = &patterns->words;
	int                         concept = claims->sentence.token[i].concept;
	bool                        again = false;

	for (uint32_t p = index->first[concept]; p < index->first[concept + 1];
	    p++) {
		const struct pattern *pattern =
		    &patterns->pattern[index->pattern[p]];
		struct match          match;

		if (claims_hold(claims, pattern, i, &match) &&
		    (pattern->same || !counts_more(claims)) &&
		    !was_claimed(claims, index, p, i))
			claim_words(claims, pattern, i, &again);
	}
}
