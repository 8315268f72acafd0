/* Percentages right behind what they are said of: 其中自然人申请90件，占75%; 收到申请
 * 120件，办结率98%. */
#include "internal.h"
#include "part_words.h"

static const struct slice share_suffix = { ".share", 6 };

/* Whether CLAIM is the office's own of the year, and no unknown part of it. */
static bool
is_own(const struct prose_claim *claim)
{
	const struct scope *scope = &claim->scope;

	return claim->part.n == 0 && !scope->ever && scope->other_year == 0 &&
	    scope->period.n == 0 && scope->whose.n == 0;
}

/* The last claim of the sentence, if it stands right before the figure I, is the
 * office's own and no percentage itself; else NULL. */
static const struct prose_claim *
claim_before(const struct prose *prose, size_t i)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct prose_claim    *last = sentence->claims == 0 ? NULL :
	    &sentence->claim[sentence->claims - 1];

	return last != NULL && is_own(last) &&
	    last->figure.kind != UNIT_SHARE &&
	    prose_stands_before(prose, last, i) ? last : NULL;
}

/* Claims the figure I as the share CODE.share, in what else like LIKE. */
static void
claim_share(struct prose *prose, struct prose_claim like, struct slice code,
    size_t i)
{
	struct prose_claim *claim = prose_claim(prose, like.item, like.col,
	    prose_token(prose, i)->figure, i);

	claim->code = prose_with_suffix(prose, code, share_suffix);
	claim->list = like.list;
	claim->start = like.start;
}

/* Whether ITEM is an outlet, or heads no list and is a part of another one's: 网站公开
 * 90条，占75%; 公民申请90件，占75%. */
static bool
is_part_of_any(const struct measures *measures, const struct item *item)
{
	if (item_is_member(measures->listing, item->code))
		return true;
	for (size_t i = 0; i < measures->items; i++)
		if (item_is_member(&measures->item[i], item->code))
			return !item->head;
	return false;
}

bool
share_take_part(struct prose *prose)
{
	const struct segment     *segment = &prose->segment;
	const size_t              i = segment->figure;
	const struct prose_claim *part = claim_before(prose, i);

	if (part == NULL || (part->list == 0 &&
	    !is_part_of_any(&prose->measures, part->item)) ||
	    segment->looses > 0 ||
	    !slice_is(prose_token(prose, i)->figure->unit, "%") ||
	    prose_has(prose, segment->own, STEER_SHARE_OF) ||
	    prose_has(prose, segment->own, STEER_DISTINCT) ||
	    classes_meet(segment->own, prose->lexicon.content) ||
	    !part_is_share(prose))
		return false;
	claim_share(prose, *part, part->code, i);
	return true;
}

/* What is done of OF's kind: answered, of requests; NULL: nothing is. */
static const struct item *
done_of(const struct measures *measures, const struct item *of)
{
	for (size_t i = 0; i < measures->items; i++)
		if (measures->item[i].done &&
		    item_is_kin(&measures->item[i], of))
			return &measures->item[i];
	return NULL;
}

bool
share_take_rate(struct prose *prose)
{
	const struct segment     *segment = &prose->segment;
	const size_t              i = segment->figure;
	const struct prose_claim *of = claim_before(prose, i);
	struct prose_claim        done;

	/* 均已答复，答复率100%: of the answers, which were said of all */
	if (of == NULL || (of->list != 0 && !(of->same &&
	    i == segment->from + 1)) || segment->looses > 0 ||
	    !slice_eq(of->code, of->item->code) || i == segment->from ||
	    !prose_is(prose, i - 1, STEER_DONE_RATE) ||
	    classes_meet(segment->own, prose->lexicon.content))
		return false;
	done = *of;
	done.item = done_of(&prose->measures, of->item);
	if (done.item == NULL)
		return false;
	claim_share(prose, done, done.item->code, i);
	return true;
}
