#include "pattern.h"

/* Unknown text that may stand between two elements, in bytes: eight
 * characters, enough for a name between a verb and its object. */
enum {
	GAP_MAX = 24,
	GAP_TIGHT = 3,		/* a quotation mark, or 的 */
};

/* One walk from element to element, to the left or to the right. */
struct walk {
	const struct sentence *sentence;
	const uint64_t        *filler;
	long                   at;	/* token reached */
	int                    step;	/* -1 or 1 */
	bool                   wordy;	/* no figure is sought: 未发生一起 */
	size_t                 gap;	/* unknown bytes since an element */
};

static size_t
between(const struct sentence *sentence, long left)
{
	size_t blanks = 0;
	size_t from = sentence->token[left].end;
	size_t to = sentence->token[left + 1].start;

	for (size_t i = from; i < to; i++)
		blanks += sentence->text.p[i] == ' ';
	return to - from - blanks;
}

/* Goes on to the next token.  False at either end. */
static bool
advance(struct walk *walk)
{
	long next = walk->at + walk->step;

	if (next < 0 || next >= (long)walk->sentence->tokens)
		return false;
	walk->gap += between(walk->sentence, walk->step > 0 ? walk->at : next);
	walk->at = next;
	return true;
}

/* Whether an element may be sought beyond the token reached. */
static bool
passes(struct walk *walk, const struct element *element, bool far)
{
	const struct token *token = &walk->sentence->token[walk->at];

	switch (token->kind) {
	case TOKEN_YEAR:
	case TOKEN_ASIDE:
		return true;
	case TOKEN_FIGURE:
		return walk->wordy && strcmp(token->figure->value, "1") == 0;
	case TOKEN_PAUSE:
		walk->gap += token->end - token->start;
		return true;
	case TOKEN_COMMA:
		if (!element->comma)
			return false;
		walk->gap = 0;
		return true;
	case TOKEN_WORD:
		if (bitset_has(walk->filler, token->concept))
			return true;
		walk->gap += token->end - token->start;
		return far;
	default:
		return false;
	}
}

/* Moves to the token that ELEMENT is; LINK, of the two elements the walk is
 * between the left one, says how far it may be. */
static bool
find(struct walk *walk, const struct element *element,
    const struct element *link)
{
	size_t max = link->tight ? GAP_TIGHT : GAP_MAX;

	walk->gap = 0;
	while (advance(walk)) {
		const struct token *token = &walk->sentence->token[walk->at];

		if (!link->far && walk->gap > max)
			return false;
		if ((token->kind == TOKEN_WORD || token->kind == TOKEN_YEAR) &&
		    token->concept == element->concept)
			return true;
		if (!passes(walk, element, link->far))
			return false;
	}
	return false;
}

/* Walks from the element number FROM to the first or the last one. */
static bool
walk_on(const struct pattern *pattern, int from, struct walk walk,
    struct pattern_match *match)
{
	for (int i = from + walk.step; i >= 0 && i < pattern->elements;
	    i += walk.step) {
		if (!find(&walk, &pattern->element[i],
		    &pattern->element[walk.step < 0 ? i : i - 1]))
			return false;
		match->gap += walk.gap;
	}
	if (walk.step < 0)
		match->first = (size_t)walk.at;
	return true;
}

bool
pattern_match(const struct pattern *pattern, const struct sentence *sentence,
    const uint64_t *filler, size_t token, struct pattern_match *match)
{
	struct walk walk = { .sentence = sentence, .filler = filler,
	    .at = (long)token, .step = -1, .wordy = pattern->figure < 0 };
	int         from = pattern->figure >= 0 ? pattern->figure : 0;

	match->gap = 0;
	if (!walk_on(pattern, from, walk, match))
		return false;
	walk.step = 1;
	return walk_on(pattern, from, walk, match);
}
