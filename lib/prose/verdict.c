/* Which figure it is, and whether every word of it is accounted for. */
#include "base/utf8.h"
#include "internal.h"
#include "part_words.h"

struct classes
verdict_outlet(const struct prose *prose, struct classes set)
{
	const struct classes several = prose_steering(prose, STEER_SEVERAL);
	const struct classes media = prose_steering(prose, STEER_NEW_MEDIA);
	struct classes       none = { { 0 } };
	int                  outlets = 0;

	if (classes_meet(set, media) && !prose_has(prose, set, STEER_SITE))
		set = classes_any(classes_less(set, media)) ?
		    classes_less(set, media) :
		    prose_steering(prose, STEER_OUTLET);

	for (size_t i = 0; i < sizeof(set.bit) / sizeof(*set.bit); i++)
		for (uint64_t rest = set.bit[i]; rest != 0; rest &= rest - 1)
			outlets++;
	if (outlets == 0)
		return none;
	if (outlets == 1 && !classes_meet(set, several))
		return set;
	return classes_meet(set, classes_join(several,
	    prose_steering(prose, STEER_SITE))) ? several :
	    prose_steering(prose, STEER_OUTLET);
}

/* Whether DECISION accounts for the token I. */
static bool
accounts(const struct prose *prose, const struct decision *decision, size_t i)
{
	const struct classes classes = prose_token(prose, i)->classes;

	return prose->segment.free[i] || !prose_is_content(prose, i) ||
	    classes_meet(classes, decision->allowed) ||
	    (decision->named &&		/* 其他方式 is an outlet here */
	    classes_meet(classes, prose->lexicon.kind[CLASS_OUTLET]));
}

/* The words of the segment at hand from the first to the last one that is not
 * accounted for, how many in *LEFT. */
static struct slice
rest_of(const struct prose *prose, const struct decision *decision, int *left)
{
	const struct segment *segment = &prose->segment;
	size_t                first = segment->to, last = segment->to;
	int                   loose = 0;

	*left = 0;
	for (size_t i = segment->from; i < segment->to; i++) {
		bool out = loose < segment->looses && segment->loose[loose] == i;

		if (i == segment->figure)
			continue;
		loose += out;
		if (!out && accounts(prose, decision, i))
			continue;
		if (*left == 0)
			first = i;
		last = i;
		(*left)++;
	}
	if (*left == 0)
		return (struct slice){ "", 0 };
	if (first < segment->figure && last > segment->figure)
		last = segment->figure - 1;
	return prose_text(prose, first, last + 1);
}

/* Whether what was counted may be DECISION's at all: its last object is one
 * that the decision knows. */
static bool
is_about(const struct prose *prose, const struct decision *decision)
{
	const struct segment *segment = &prose->segment;

	return segment->object == segment->to || classes_meet(
	    prose_token(prose, segment->object)->classes, decision->allowed);
}

/* 政策解读栏目发布信息12条: what stands before a column is its name.  Whether
 * DECISION, if it counts something else than information, has it behind. */
static bool
is_behind_column(const struct prose *prose, const struct decision *decision)
{
	const struct segment *segment = &prose->segment;
	struct classes        behind = { { 0 } };
	size_t                i = segment->to;

	if (decision->item->share.n > 0 || segment->object == segment->to ||
	    !prose_is(prose, segment->object, STEER_INFORMATION))
		return true;
	while (i > segment->from && !prose_is(prose, i - 1, STEER_PLACE)) {
		i--;
		behind = classes_join(behind, prose_token(prose, i)->classes);
	}
	return i == segment->from || i > segment->figure ||
	    decision->need[0].carried ||
	    classes_meet(decision->need[0].any, behind);
}

/* Whether the words of the figure are those of a whole sentence: 全年我局主动公开. */
static bool
says_whole(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	bool                  when = prose_has(prose, segment->before,
	    STEER_THIS_YEAR) || prose_has(prose, segment->before, STEER_SELF);

	for (size_t i = segment->from; i < segment->figure; i++)
		when = when || prose_token(prose, i)->kind == TOKEN_YEAR;
	return when && prose_has(prose, segment->before, STEER_PROACTIVE);
}

/* 在社会救助平台发布: whether the words say where by a name that no table knows. */
static bool
is_elsewhere(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	for (size_t i = segment->from + 1; i < segment->figure; i++)
		if (prose_is(prose, i, STEER_MEANS) &&
		    prose_token(prose, i - 1)->kind == TOKEN_UNKNOWN)
			return true;
	return false;
}

/* 发挥网站作用，主动公开信息12条，其中政务公开5条: whether the figure at hand, in the list of
 * a total, is of no outlet that was said before that. */
static bool
is_part_of_total(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct open_list      *top = sentence->lists == 0 ? NULL :
	    &sentence->list[sentence->lists - 1];

	return top != NULL && top->open && top->head != NULL &&
	    top->head == prose->measures.listing;
}

/* The outlet said before, of which the figure at hand may be.  网站是主渠道, 开辟网站
 * 专栏: names one that such words do not go on with. */
static struct classes
carried_outlet(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	struct classes               set = sentence->outlet;

	if (is_elsewhere(prose) || is_part_of_total(prose))
		return (struct classes){ { 0 } };
	if (!classes_any(set))
		set = classes_both(prose->paragraph.topic,
		    prose->lexicon.kind[CLASS_OUTLET]);
	else if (sentence->via)
		return verdict_outlet(prose, set);
	return says_whole(prose) ? (struct classes){ { 0 } } :
	    verdict_outlet(prose, set);
}

static struct said
what_is_said(struct prose *prose, struct classes more)
{
	const struct segment *segment = &prose->segment;
	const struct open_list    *list = lists_top(prose);
	struct said       said = {
		.own = classes_join(segment->own, more),
		.carried = prose->sentence.carried,
		.heard = prose->sentence.heard,
		.topic = prose->paragraph.topic,
		.outlet = segment->column ?
		    prose_steering(prose, STEER_OUTLET) :
		    verdict_outlet(prose, segment->outlet),
		.carried_outlet = carried_outlet(prose),
		.list = list != NULL ? list->head : prose->sentence.head.head,
		.unit = measures_unit(&prose->measures,
		    prose_token(prose, segment->figure)->figure->unit),
	};

	return said;
}

bool
verdict_is_fresh(const struct prose *prose)
{
	struct slice   rest = buffer_slice(&prose->paragraph.passage.text);
	struct classes outlets = { { 0 } };

	if (prose_has(prose, prose->paragraph.topic, STEER_CATEGORY) ||
	    classes_meet(prose->paragraph.topic,
	    prose->lexicon.kind[CLASS_OUTLET]))
		return false;
	for (size_t i = 0; i < prose->sentence.claims; i++) {
		const struct prose_claim *claim = &prose->sentence.claim[i];

		if (claim->scope.other_year == 0 && (claim->item->share.n > 0 ||
		    item_is_member(prose->measures.listing,
		    claim->item->code)))
			return false;
	}
	rest = slice_from(rest, prose->paragraph.before);
	rest.n = prose->sentence.offset - prose->paragraph.before;
	while (rest.n > 0) {
		struct word_match match[WORD_MATCHES];
		size_t               matches = lexicon_words(&prose->lexicon,
		    rest, match);
		uint32_t             c;

		if (matches > 0)
			outlets = classes_join(outlets, classes_both(
			    lexicon_classes(&prose->lexicon,
			    &match[matches - 1]),
			    prose->lexicon.kind[CLASS_OUTLET]));
		rest = slice_from(rest, matches > 0 ? match[matches - 1].n :
		    utf8_decode(rest, &c));
	}
	/* 通过网站、公众号公开。全年发布12条: by all of them. */
	return !classes_any(outlets) || prose_has(prose, verdict_outlet(prose,
	    outlets), STEER_SEVERAL);
}

/* Whether ITEM, or a part of its lists, was counted in this sentence or the one
 * before. */
static bool
was_counted(const struct prose *prose, const struct item *item)
{
	const struct prose_claim *last = &prose->paragraph.claim;

	for (size_t i = 0; i < prose->sentence.claims; i++)
		if (prose->sentence.claim[i].item == item || item_is_member(
		    item, prose->sentence.claim[i].item->code))
			return true;
	return prose->paragraph.age <= 1 && last->item != NULL &&
	    (last->item == item || item_is_member(item, last->item->code));
}

static struct classes
needs_of(const struct decision *decision)
{
	struct classes needs = { { 0 } };

	for (int i = 0; i < decision->needs; i++)
		needs = classes_join(needs, decision->need[i].any);
	return needs;
}

/* Whether one verb says both A and B: 受理答复. */
static bool
is_said_with(const struct prose *prose, const struct decision *a,
    const struct decision *b)
{
	struct classes only_a = classes_less(needs_of(a), needs_of(b));
	struct classes only_b = classes_less(needs_of(b), needs_of(a));

	for (size_t i = prose->segment.from; i < prose->segment.figure; i++) {
		struct classes verbs = classes_both(
		    prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]);

		if (classes_meet(verbs, only_a) && classes_meet(verbs, only_b))
			return true;
	}
	return false;
}

/* 通过网站、报纸公开: whether its own words say where, so that no outlet named before
 * goes on. */
static bool
is_by_outlets(const struct prose *prose)
{
	return (prose_has(prose, prose->segment.before, STEER_VIA) &&
	    classes_any(prose->segment.outlet)) || (prose->sentence.lists == 0 &&
	    prose_has(prose, verdict_outlet(prose, prose->segment.outlet),
	    STEER_SEVERAL));
}

/* Whether the figure's own words say where it was disclosed, or that it was anywhere:
 * 全局共公开; 各县（市、区）公开. */
static bool
says_where(const struct prose *prose)
{
	const struct classes before = prose->segment.before;

	return is_by_outlets(prose) ||
	    prose_has(prose, before, STEER_WHOLE_AREA) ||
	    prose_has(prose, before, STEER_BELOW);
}

/* Whether the outlet that DECISION is of has a name here, and nothing else was done by it:
 * 电视台采访12次. */
static bool
names_outlet(const struct prose *prose, const struct decision *decision)
{
	const struct segment *segment = &prose->segment;

	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure && !accounts(prose, decision, i) &&
		    classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]))
			return false;
	return outlets_name(prose).n > 0;
}

/* Whether an application is named that no table knows: 办理占用道路申请12件.  It asks for
 * something else than information. */
static bool
is_other_application(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	for (size_t i = segment->from; i + 1 < segment->figure; i++)
		if (prose_token(prose, i)->kind == TOKEN_UNKNOWN &&
		    !segment->free[i] && prose_is(prose, i + 1, STEER_APPLY) &&
		    !prose_is(prose, i + 1, STEER_REQUEST))
			return true;
	return false;
}

struct verdict
verdict_of(struct prose *prose, struct classes more)
{
	struct said said = what_is_said(prose, more);
	struct verdict  verdict = { .decision = NULL };
	struct decisions_walk  walk = { .unit = said.unit, .own = said.own };
	const struct decision *decision;
	struct classes  before = classes_join(classes_join(
	    prose->sentence.carried, prose->sentence.heard),
	    prose->segment.before);
	int             least = 0;

	if (said.unit == 0 || is_other_application(prose))
		return verdict;
	while ((decision = decisions_next(&prose->decisions, &walk)) != NULL) {
		struct slice rest;
		int          left;

		if (!decision_fits(decision, &prose->lexicon, &said) ||
		    !is_about(prose, decision) ||
		    !is_behind_column(prose, decision) || (decision->fresh &&
		    !says_where(prose) && !verdict_is_fresh(prose)) || (decision->first &&
		    was_counted(prose, decision->item)) ||
		    (decision->named && !names_outlet(prose, decision)) ||
		    classes_meet(decision->apart, before))
			continue;
		rest = rest_of(prose, decision, &left);
		if (decision->part && left > 0)
			continue;	/* 会议图解12条 is a kind by its name */
		if (verdict.decision != NULL && left == 0 && least == 0 &&
		    decision->rank == verdict.decision->rank &&
		    decision->item != verdict.decision->item &&
		    verdict.also == NULL &&
		    is_said_with(prose, verdict.decision, decision))
			verdict.also = decision;
		if (verdict.decision != NULL && (left > least ||
		    (left == least && decision->rank <= verdict.decision->rank)))
			continue;
		least = left;
		verdict = (struct verdict){ .decision = decision,
		    .licensed = left == 0, .rest = rest };
	}
	if (verdict.licensed && verdict.decision->part) {	/* 图解12个 */
		verdict.licensed = false;
		verdict.rest = part_name(prose);
	}
	return verdict;
}

int
verdict_licence(const struct prose *prose, const struct decision *decision)
{
	const struct lexicon *lexicon = &prose->lexicon;
	const struct segment *segment = &prose->segment;
	struct classes        said = classes_join(prose->clause.said,
	    classes_join(segment->before, segment->behind));

	int                   licence =
	    classes_meet(segment->own, lexicon->kind[CLASS_VERB]) +
	    classes_meet(segment->own, lexicon->kind[CLASS_OBJECT]) +
	    prose_has(prose, said, STEER_WHOLE_AREA);

	if (!decision->no_outlet)
		return licence + classes_meet(segment->outlet,
		    decision->outlets);
	if (decision->item->share.n == 0)
		return licence;
	return licence + prose_has(prose, said, STEER_THIS_YEAR) +
	    prose_has(prose, segment->own, STEER_PROACTIVE) -
	    (prose_has(prose, segment->before, STEER_AND_SO_ON) ||
	    prose_has(prose, segment->before, STEER_EXAMPLES));
}
