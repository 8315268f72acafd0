/* Which pattern a figure fits best. */
#include "internal.h"

static bool
is_under(const struct claims *claims, const struct pattern *pattern)
{
	const struct topic *topic = &claims->topic;

	if (pattern->unders == 0)
		return true;
	if (topic->age > 1 ||
	    (pattern->single && strcmp(topic->figure.value, "1") != 0))
		return false;
	for (int i = 0; i < pattern->unders; i++)
		for (int j = 0; j < topic->items; j++)
			if (pattern->under[i] == topic->item[j])
				return true;
	return false;
}

static bool
is_place(const struct claims *claims, const struct place *place)
{
	struct slice section = claims->passage->section;

	return slice_starts(section, place->section) &&
	    (section.n == place->section.n ||
	    section.p[place->section.n] == '.') &&
	    (concepts_none(&place->heading) ||
	    concepts_meet(&place->heading, &claims->heading));
}

static bool
is_placed(const struct claims *claims, const struct pattern *pattern)
{
	for (int i = 0; i < pattern->places; i++)
		if (is_place(claims, &pattern->place[i]))
			return true;
	return pattern->places == 0;
}

/* The words of the paragraph before the sentence, read when they are asked
 * for and not twice. */
static const struct concepts *
words_before(struct claims *claims)
{
	struct slice more = { claims->passage->text + claims->before_end,
	    claims->offset - claims->before_end };
	struct concepts words = lexicon_words(&claims->lexicon, more);

	concepts_join(&claims->before, &words);
	claims->before_end = claims->offset;
	return &claims->before;
}

/* Whether the sentence is about what PATTERN asks for, and the paragraph so
 * far not about what it cannot bear. */
static bool
is_about(struct claims *claims, const struct pattern *pattern)
{
	if (!concepts_none(&pattern->about) &&
	    !concepts_meet(&pattern->about, &claims->sentence_words))
		return false;
	if (concepts_none(&pattern->sans))
		return true;
	if (concepts_meet(&pattern->sans, &claims->sentence_words))
		return false;
	return !concepts_meet(&pattern->sans, words_before(claims));
}

bool
claims_hold(struct claims *claims, const struct pattern *pattern,
    size_t i, struct match *match)
{
	return concepts_within(&pattern->need, &claims->sentence_words) &&
	    !concepts_meet(&pattern->unless, &claims->clause_words) &&
	    is_under(claims, pattern) && is_placed(claims, pattern) &&
	    pattern_match(pattern, &claims->sentence,
	    &claims->lexicon.filler, i, match) && is_about(claims, pattern);
}

/* Whether the figure I is the last of its clause. */
static bool
is_last(const struct claims *claims, size_t i)
{
	return claims_ends_clause(claims, i + 1) &&
	    claims->sentence.token[i + 1].start ==
	    claims->sentence.token[i].end;
}

/* 申请总数 件 5: the unit, set apart, stands before its figure in the row of
 * a table only. */
static bool
is_in_row(struct slice before)
{
	enum { UNIT_BYTES = 6 };
	size_t at = before.n, unit = 0;

	while (at > 0 && before.p[at - 1] == ' ')
		at--;
	while (at > unit && before.p[at - unit - 1] != ' ')
		unit++;
	return at < before.n && unit > 0 && unit <= UNIT_BYTES && at > unit;
}

bool
claims_placed(const struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];

	if (token->figure->kind != UNIT_NONE)
		return true;
	if (!is_last(claims, i) || is_in_row((struct slice){
	    claims->sentence.text.p, token->start }))
		return false;
	return claims->marked || token->figure->state == FIGURE_APPROX;
}

bool
claims_has_unit(const struct claims *claims, const struct item *item,
    const struct figure *figure)
{
	return (patterns_unit(&claims->patterns, figure) & item->units) != 0;
}

/* Whether a list of its parts follows the figure I. */
static bool
is_listed(const struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];

	return (token[1].kind == TOKEN_COMMA || token[1].kind == TOKEN_OPEN) &&
	    token[2].kind == TOKEN_WORD &&
	    token[2].concept == claims->steering[STEER_AMONG];
}

static bool
figure_suits(const struct claims *claims, const struct pattern *pattern,
    size_t i)
{
	const struct figure *figure = claims->sentence.token[i].figure;

	if ((pattern->last && !is_last(claims, i)) ||
	    (pattern->listed && !is_listed(claims, i)))
		return false;
	if (!pattern->zero && !pattern->each)
		return true;
	return (pattern->zero && strcmp(figure->value, "0") == 0) ||
	    (pattern->each && claims_said(claims, STEER_EACH));
}

/* The pattern with the most elements, then the one that says below which head
 * it lies, then the tightest, then the first. */
static bool
is_better(const struct pattern *pattern, const struct match *match,
    const struct best *best)
{
	if (best->pattern == NULL)
		return true;
	if (pattern->elements != best->pattern->elements)
		return pattern->elements > best->pattern->elements;
	if ((pattern->unders > 0) != (best->pattern->unders > 0))
		return pattern->unders > 0;
	if (match->gap != best->match.gap)
		return match->gap < best->match.gap;
	return pattern < best->pattern;
}

static void
consider(struct best *best, const struct pattern *pattern,
    const struct match *match)
{
	if ((pattern->also || pattern->zero || pattern->each) &&
	    best->besides < BESIDES_MAX)
		best->beside[best->besides++] = pattern;
	if (is_better(pattern, match, best)) {
		best->pattern = pattern;
		best->match = *match;
	}
}

/* Leaves of the patterns that may claim beside the best those that do, one an
 * item: 行政复议、行政诉讼均为0 is one figure and two claims. */
static void
choose_besides(struct best *best)
{
	int kept = 0;

	for (int i = 0; i < best->besides; i++) {
		const struct pattern *pattern = best->beside[i];
		bool                  wanted = pattern->item !=
		    best->pattern->item &&
		    pattern->elements >= best->pattern->elements &&
		    (pattern->also || best->pattern->zero ||
		    best->pattern->each);

		for (int j = 0; j < kept; j++)
			wanted = wanted &&
			    best->beside[j]->item != pattern->item;
		if (wanted)
			best->beside[kept++] = pattern;
	}
	best->besides = kept;
}

static void
consider_all(struct claims *claims, size_t i, int concept,
    uint64_t unit, struct best *best)
{
	const struct pattern_index *index = &claims->patterns.figures;

	for (uint32_t p = index->first[concept]; p < index->first[concept + 1];
	    p++) {
		const struct pattern *pattern =
		    &claims->patterns.pattern[index->pattern[p]];
		struct match          match;

		if ((pattern->item->units & unit) != 0 &&
		    claims_hold(claims, pattern, i, &match) &&
		    figure_suits(claims, pattern, i))
			consider(best, pattern, &match);
	}
}

struct best
claims_best(struct claims *claims, size_t i)
{
	struct best best = { 0 };
	uint64_t    unit = patterns_unit(&claims->patterns,
	    claims->sentence.token[i].figure);

	for (int word = 0; unit != 0 && word < CONCEPTS_MAX / 64; word++) {
		uint64_t rest = claims->clause_words.bit[word];

		for (int bit = 0; rest != 0; bit++, rest >>= 1)
			if ((rest & 1) != 0)
				consider_all(claims, i, word * 64 + bit, unit,
				    &best);
	}
	if (best.pattern != NULL)
		choose_besides(&best);
	return best;
}
