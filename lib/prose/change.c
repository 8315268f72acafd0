/* By how much a figure differs from last year's: 收到申请12件，同比增长20%. */
#include "internal.h"

#include "base/memory.h"
#include "marks.h"

/* Whether CLAIM is the office's own total of the year. */
static bool
is_plain_total(const struct prose_claim *claim)
{
	const struct scope *scope = &claim->scope;

	return claim->part.n == 0 && !scope->ever && scope->other_year == 0 &&
	    scope->period.n == 0 && scope->whose.n == 0 &&
	    slice_is(claim->col, "count");
}

bool
prose_stands_before(const struct prose *prose, const struct prose_claim *claim,
    size_t i)
{
	size_t first = prose->clause.first;

	if (claim->start != prose_clause_start(prose, i))
		return first > 0 &&
		    prose_token(prose, first - 1)->start == claim->end;
	for (size_t figures = 0; i-- > first;) {
		figures += prose_token(prose, i)->kind == TOKEN_FIGURE;
		if (figures > 1)
			return false;
	}
	return true;
}

/* Where what stands between two ； begins, of which the clause at hand is. */
static size_t
part_start(const struct prose *prose)
{
	size_t t = prose->clause.first;

	while (t > 0 && marks_at(MARK_SEMICOLON,
	    prose_text(prose, t - 1, t)) == 0)
		t--;
	return prose_token(prose, t)->start;
}

/* Whether all that was counted so far, since the last ；, is of one item: else who
 * knows what of it is compared (收到9件，办结8件，同比增长5%). */
static bool
counts_one_item(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const size_t                 start = part_start(prose);
	const struct prose_claim    *last =
	    &sentence->claim[sentence->claims - 1];

	for (size_t c = sentence->claims; c-- > 0 &&
	    sentence->claim[c].start >= start;)
		if (sentence->claim[c].item != last->item)
			return false;
	return true;
}

/* What the figure I compares: the claim right before it, or what the comparison
 * right before it compares; NULL: neither. */
static const struct prose_claim *
compared(const struct prose *prose, size_t i)
{
	const struct prose_sentence *s = &prose->sentence;
	const struct prose_claim    *last;

	if (s->changes > 0 &&
	    prose_stands_before(prose, &s->change[s->changes - 1], i))
		return &s->change[s->changes - 1];
	last = s->claims > 0 ? &s->claim[s->claims - 1] : NULL;
	return last != NULL && counts_one_item(prose) && is_plain_total(last) &&
	    slice_eq(last->code, last->item->code) &&
	    prose_stands_before(prose, last, i) ? last : NULL;
}

/* What the words of the clause at hand say before the figure of a change. */
struct change_words {
	struct classes classes;
	bool           strange;		/* another year, or what nothing accounts for */
	bool           last_year;	/* 较2022年, in a report of 2023 */
};

static struct change_words
words_before(const struct prose *prose, size_t i)
{
	struct change_words words = { .strange = prose->segment.looses > 0 };

	for (size_t t = prose->clause.first; t < i; t++) {
		const struct token *token = prose_token(prose, t);

		words.classes = classes_join(words.classes, token->classes);
		if (token->kind != TOKEN_YEAR)
			continue;
		words.last_year |= token->year + 1 == prose->document.year;
		words.strange |= token->year + 1 != prose->document.year;
	}
	return words;
}

/* Whether WORDS say by how much a figure rose, or fell, since last year. */
static bool
tells_change(const struct prose *prose, const struct change_words *words)
{
	return !words->strange &&
	    (prose_has(prose, words->classes, STEER_YEARLY) ||
	    (words->last_year &&
	    prose_has(prose, words->classes, STEER_COMPARE))) &&
	    prose_has(prose, words->classes, STEER_RISE) !=
	    prose_has(prose, words->classes, STEER_FALL);
}

static void
negate(struct figure *figure)
{
	size_t n = strlen(figure->value);

	if (figure->value[0] == '-' || n + 2 > sizeof(figure->value))
		return;
	memmove(figure->value + 1, figure->value, n + 1);
	figure->value[0] = '-';
}

void
prose_claim_change(struct prose *prose, size_t i)
{
	struct prose_sentence    *s = &prose->sentence;
	const struct prose_claim *of = compared(prose, i);
	const struct change_words words = words_before(prose, i);
	struct prose_claim        claim;
	bool                      percent = prose_token(prose, i)->figure->kind ==
	    UNIT_SHARE;

	if (of == NULL || !tells_change(prose, &words))
		return;
	claim = *of;
	claim.figure = *prose_token(prose, i)->figure;
	if (!percent && (of->item->units & measures_unit(&prose->measures,
	    claim.figure.unit)) == 0)
		return;
	claim.code = prose_with_suffix(prose, of->item->code,
	    SLICE(".other-year"));
	claim.col = percent ? SLICE("growth") : SLICE("change");
	claim.licence = LICENCE_NOT_ASKED;
	claim.source = NULL;
	claim.list = 0;
	claim.start = prose_clause_start(prose, i);
	claim.end = prose_token(prose, prose_clause_end(prose, i))->start;
	if (prose_has(prose, words.classes, STEER_FALL))
		negate(&claim.figure);
	*MEMORY_APPEND(s->change, s->changes, s->change_room) = claim;
}
