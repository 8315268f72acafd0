/* Which pattern a figure fits best. */
#include "base/memory.h"
#include "internal.h"

static bool
is_under(const struct prose *prose, const struct pattern *pattern)
{
	const struct topic *topic = &prose->paragraph.topic;

	if (pattern->under == NULL)
		return true;
	if (topic->age > 1 ||
	    (pattern->single && !prose_figure_is(&topic->figure, "1")))
		return false;
	for (int i = 0; i < topic->items; i++)
		if (bitset_has(pattern->under,
		    patterns_number(&prose->patterns, topic->item[i])))
			return true;
	return false;
}

static bool
is_place(const struct prose *prose, const struct pattern_place *place)
{
	struct slice section = prose->paragraph.passage.section;

	return slice_starts(section, place->section) &&
	    (section.n == place->section.n ||
	    section.p[place->section.n] == '.') &&
	    (place->heading == NULL || bitset_meets(place->heading,
	    prose->document.heading, prose->lexicon.set_words));
}

static bool
is_placed(const struct prose *prose, const struct pattern *pattern)
{
	const struct pattern_place *place = pattern->place;

	while (place != NULL && !is_place(prose, place))
		place = place->next;
	return place != NULL || pattern->place == NULL;
}

/* The words of the paragraph before the sentence, read when they are asked
 * for and not twice. */
static const uint64_t *
paragraph_words(struct prose *prose)
{
	struct prose_paragraph *paragraph = &prose->paragraph;
	struct slice            more = {
		paragraph->passage.text.p + paragraph->before_end,
		prose->sentence.offset - paragraph->before_end };

	lexicon_add_words(&prose->lexicon, more, paragraph->before);
	paragraph->before_end = prose->sentence.offset;
	return paragraph->before;
}

/* Whether the sentence is about what PATTERN asks for, and the paragraph so
 * far not about what it cannot bear. */
static bool
is_about(struct prose *prose, const struct pattern *pattern)
{
	size_t words = prose->lexicon.set_words;

	if (pattern->about != NULL &&
	    !bitset_meets(pattern->about, prose->sentence.words, words))
		return false;
	return pattern->sans == NULL ||
	    (!bitset_meets(pattern->sans, prose->sentence.words, words) &&
	    !bitset_meets(pattern->sans, paragraph_words(prose), words));
}

bool
prose_holds(struct prose *prose, const struct pattern *pattern, size_t i,
    struct pattern_match *match)
{
	size_t words = prose->lexicon.set_words;

	return bitset_within(pattern->need, prose->sentence.words, words) &&
	    !bitset_meets(pattern->unless, prose->clause.words, words) &&
	    is_under(prose, pattern) && is_placed(prose, pattern) &&
	    pattern_match(pattern, &prose->sentence.cut,
	    prose->lexicon.filler, i, match) && is_about(prose, pattern);
}

/* Whether the figure I is the last of its clause. */
static bool
is_last(const struct prose *prose, size_t i)
{
	return prose_ends_clause(prose, i + 1) &&
	    prose->sentence.cut.token[i + 1].start ==
	    prose->sentence.cut.token[i].end;
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
prose_is_placed(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	if (token->figure->kind != UNIT_NONE)
		return true;
	if (!is_last(prose, i) || is_in_row((struct slice){
	    prose->sentence.cut.text.p, token->start }))
		return false;
	return prose->paragraph.marked || token->figure->state == FIGURE_APPROX;
}

/* Whether a list of its parts follows the figure I. */
static bool
is_listed(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return (token[1].kind == TOKEN_COMMA || token[1].kind == TOKEN_OPEN) &&
	    prose_is(prose, i + 2, STEER_AMONG);
}

static bool
figure_suits(const struct prose *prose, const struct pattern *pattern,
    size_t i)
{
	const struct figure *figure = prose_token(prose, i)->figure;

	if ((pattern->last && !is_last(prose, i)) ||
	    (pattern->listed && !is_listed(prose, i)))
		return false;
	if (!pattern->zero && !pattern->each)
		return true;
	return (pattern->zero && prose_figure_is(figure, "0")) ||
	    (pattern->each && prose_said(prose, STEER_EACH));
}

/* The pattern with the most elements, then the one that says below which head
 * it lies, then the tightest, then the first. */
static bool
is_better(const struct pattern *pattern, const struct pattern_match *match,
    const struct best_match *best)
{
	if (best->pattern == NULL)
		return true;
	if (pattern->elements != best->pattern->elements)
		return pattern->elements > best->pattern->elements;
	if ((pattern->under != NULL) != (best->pattern->under != NULL))
		return pattern->under != NULL;
	if (match->gap != best->match.gap)
		return match->gap < best->match.gap;
	return pattern < best->pattern;
}

static void
consider(struct best_match *best, const struct pattern *pattern,
    const struct pattern_match *match)
{
	if (pattern->also || pattern->zero || pattern->each) {
		best->beside = memory_room(best->beside, &best->room,
		    best->besides, sizeof(*best->beside));
		best->beside[best->besides++] = pattern;
	}
	if (is_better(pattern, match, best)) {
		best->pattern = pattern;
		best->match = *match;
	}
}

/* Whether PATTERN claims beside the best one and the first KEPT others. */
static bool
claims_beside(const struct best_match *best, size_t kept,
    const struct pattern *pattern)
{
	if (pattern->item == best->pattern->item ||
	    pattern->elements < best->pattern->elements ||
	    !(pattern->also || best->pattern->zero || best->pattern->each))
		return false;
	for (size_t i = 0; i < kept; i++)
		if (best->beside[i]->item == pattern->item)
			return false;
	return true;
}

/* Leaves of the patterns that may claim beside the best those that do, one an
 * item: 行政复议、行政诉讼均为0 is one figure and two claims. */
static void
choose_besides(struct best_match *best)
{
	size_t kept = 0;

	for (size_t i = 0; best->pattern != NULL && i < best->besides; i++)
		if (claims_beside(best, kept, best->beside[i]))
			best->beside[kept++] = best->beside[i];
	best->besides = kept;
}

/* Considers the patterns for figures of ITEMS beside CONCEPT. */
static void
consider_all(struct prose *prose, size_t i, int concept,
    const uint64_t *items)
{
	const struct pattern_index *index = &prose->patterns.figures;
	const struct pattern_entry *entry = index->entry +
	    index->first[concept];
	const struct pattern_entry *end = index->entry +
	    index->first[concept + 1];

	for (; entry < end; entry++) {
		const struct pattern *pattern = entry->pattern;
		struct pattern_match  match;

		if ((entry->need & ~prose->sentence.fold) == 0 &&
		    bitset_has(items, patterns_number(&prose->patterns,
		    pattern->item)) &&
		    prose_holds(prose, pattern, i, &match) &&
		    figure_suits(prose, pattern, i))
			consider(&prose->best, pattern, &match);
	}
}

const struct best_match *
prose_best_match(struct prose *prose, size_t i)
{
	const struct item_unit *unit = patterns_unit(&prose->patterns,
	    prose_token(prose, i)->figure->unit);

	prose->best.pattern = NULL;
	prose->best.besides = 0;
	for (size_t word = 0; unit != NULL && word < prose->lexicon.set_words;
	    word++) {
		uint64_t rest = prose->clause.words[word];

		for (int bit = 0; rest != 0; bit++, rest >>= 1)
			if ((rest & 1) != 0)
				consider_all(prose, i, (int)word * 64 + bit,
				    unit->items);
	}
	choose_besides(&prose->best);
	return &prose->best;
}
