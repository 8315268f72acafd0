/* Figures said in words: 未收到申请, 均为维持. */
#include "internal.h"

/* 未收到申请 is the figure 0, 均为维持 the figure of its head. */
static void
claim_words(struct prose *prose, const struct pattern *pattern, size_t i,
    bool *again)
{
	struct figure      zero = { .state = FIGURE_NUMBER, .value = "0",
	    .unit = pattern->item->unit, .kind = UNIT_COUNT };
	struct prose_claim claim = prose_claim_at(prose, pattern->item, i);

	claim.col = pattern->col;
	claim.source = pattern->row;
	claim.figure = pattern->same ? &prose->paragraph.topic.figure : &zero;
	prose_emit(prose, &claim);
	if (pattern->same)
		return;
	prose_set_topic(prose, pattern->item, *again, &claim);
	*again = true;
}

/* An item is claimed once by a clause, however many patterns say so.  Whether
 * one of those from FIRST to NOW does. */
static bool
was_claimed(struct prose *prose, const struct pattern_entry *first,
    const struct pattern_entry *now, size_t i)
{
	struct pattern_match match;

	for (; first < now; first++)
		if (first->pattern->item == now->pattern->item &&
		    slice_eq(first->pattern->col, now->pattern->col) &&
		    prose_holds(prose, first->pattern, i, &match))
			return true;
	return false;
}

/* Whether the clause counts something: then its 没有 is about something else,
 * unless it is 没有一件 or says 0 itself. */
static bool
counts_more(const struct prose *prose)
{
	size_t end = prose_clause_end(prose, prose->clause.first);

	for (size_t i = prose->clause.first; i < end; i++) {
		const struct token *token = prose_token(prose, i);

		if (token->kind == TOKEN_FIGURE &&
		    !prose_figure_is(token->figure, "0") &&
		    !prose_figure_is(token->figure, "1"))
			return true;
	}
	return false;
}

void
prose_read_words(struct prose *prose, size_t i)
{
	const struct pattern_index *index = &prose->patterns.words;
	int                         concept = prose_token(prose, i)->concept;
	const struct pattern_entry *first = index->entry +
	    index->first[concept];
	const struct pattern_entry *end = index->entry +
	    index->first[concept + 1];
	bool                        again = false;

	for (const struct pattern_entry *p = first; p < end; p++) {
		struct pattern_match match;

		if ((p->need & ~prose->sentence.fold) == 0 &&
		    prose_holds(prose, p->pattern, i, &match) &&
		    (p->pattern->same || !counts_more(prose)) &&
		    !was_claimed(prose, first, p, i))
			claim_words(prose, p->pattern, i, &again);
	}
}
