/* The parts of a list: 其中机构设置类信息5条，占12.8%; … */
#include <stdlib.h>

#include "list_members.h"
#include "marks.h"
#include "part_words.h"

/* Whether a share behind the figure at hand shows it a part of what sentences
 * just before were about. */
static bool
goes_on_from_before(const struct prose *prose, struct slice name)
{
	const struct open_list *last = &prose->paragraph.last;

	return last->head != NULL && last->head->part.n > 0 &&
	    (last->shares ? prose->paragraph.age <= 1 :
	    prose->paragraph.age <= 2 && last->head->share.n == 0 &&
	    part_is_typed(prose, name)) &&
	    part_has_share(prose);
}

/* Whether the heading is about what no list without a head is of. */
static bool
is_about_other(const struct prose *prose)
{
	struct classes topic = prose->paragraph.topic;

	return prose->sentence.head.head == NULL &&
	    classes_meet(topic, prose->lexicon.kind[CLASS_OBJECT]) &&
	    !classes_meet(topic, prose->decisions.listing);
}

/* 印发公文155件，其中机构类信息33条: whether TOP, of something that nothing claims, is of
 * documents, of which these are kinds. */
static bool
is_of_documents(const struct prose *prose, const struct open_list *top)
{
	return top != NULL && top->head == NULL && !top->nested &&
	    top->members == 0 &&
	    prose_has(prose, prose->sentence.carried, STEER_DOCUMENT);
}

/* 公开动态类信息30条，占60%: the verbs that a kind which opens a list may have. */
static struct classes
verbs_of_kind(const struct prose *prose)
{
	const struct classes verbs = prose->lexicon.kind[CLASS_VERB];

	return part_has_share(prose) ?
	    classes_both(verbs, prose->decisions.listing) :
	    (struct classes){ { 0 } };
}

/* A list without a head opens with a name that is clearly a kind. */
static void
open_headless(struct prose *prose, const struct verdict *verdict)
{
	const struct item *listing = prose->measures.listing;
	struct slice       name = part_name(prose);
	struct classes     verbs = prose->lexicon.kind[CLASS_VERB];

	if (lists_top(prose) == NULL && goes_on_from_before(prose, name))
		list_push(prose, prose->paragraph.last);
	if ((lists_top(prose) != NULL &&
	    !is_of_documents(prose, lists_top(prose))) || listing == NULL ||
	    !part_is_typed(prose, name) || classes_meet(classes_less(
	    prose->segment.own, verbs_of_kind(prose)), verbs) ||
	    (verdict->decision != NULL && verdict->licensed))
		return;
	if (lists_top(prose) == NULL && (is_about_other(prose) ||
	    (prose->sentence.head.head == NULL && named_follows(prose))))
		return;
	if (lists_top(prose) == NULL && (prose->sentence.head.head != NULL ?
	    prose->sentence.head.head->share.n == 0 :
	    classes_meet(classes_less(prose->sentence.carried,
	    prose->decisions.listing), prose->lexicon.kind[CLASS_OBJECT])))
		return;
	if (prose->sentence.head.head != NULL &&
	    prose->sentence.head.scope.whose.n == 0)
		list_push(prose, prose->sentence.head);
	else
		list_push(prose, (struct open_list){ .head = listing,
		    .scope = prose_scope(prose, listing) });
}

static void
close_all(struct prose *prose)
{
	prose->sentence.lists = 0;
}

/* Whether the figure at hand is none of the list TOP: it has an object of its
 * own, and a verb where parts are named by what they are. */
static bool
stands_alone(const struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct classes own = prose->segment.own;
	const bool           verb = top->head != NULL && top->open &&
	    top->head->share.n > 0 && list_is_counted_in(prose, top->unit) ?
	    part_has_leading_verb(prose) :
	    classes_meet(own, prose->lexicon.kind[CLASS_VERB]);

	if (verdict->decision == NULL || (!verdict->licensed &&
	    (prose_has(prose, own, STEER_AMONG) ||
	    (top->head != NULL && top->head->share.n > 0))) ||
	    (verdict->decision->item == top->head && !verdict->licensed) ||
	    (!classes_meet(own, prose->lexicon.kind[CLASS_OBJECT]) &&
	    (top->head != NULL || !classes_any(prose->segment.outlet))))
		return false;
	if (top->head != NULL && (item_is_member(top->head,
	    verdict->decision->item->code) || (!verb &&
	    item_is_kin(top->head, verdict->decision->item))))
		return false;		/* 答复9件，其中书面申请2件 */
	if (top->head != NULL && verdict->licensed && item_stands_apart(
	    top->head, verdict->decision->item->code))
		return !part_has_share(prose);
	if (top->head != NULL && verdict->licensed && item_is_foreign(top->head,
	    verdict->decision->item->code)) {
		if (!list_is_counted_in(prose, top->unit))
			return true;
		if (top->head->share.n == 0 && top->open)
			return false;	/* 收到16件，其中信箱收到3件 */
	}
	if (top->head != NULL && verdict->licensed && top->head->share.n > 0 &&
	    prose->sentence.parted && verdict->decision->item != top->head &&
	    !list_is_counted_in(prose, top->unit))
		return true;		/* 动态151条；政策解读9篇 */
	return verb || (verdict->licensed && top->head != NULL &&
	    top->head->share.n == 0 && !prose_has(prose, own, STEER_AMONG));
}

/* Whether the words at hand say where something was disclosed: 其中通过部门频道公开. */
static bool
says_where(const struct prose *prose)
{
	const struct classes before = prose->segment.before;

	return classes_any(prose->segment.outlet) || prose->segment.column ||
	    prose_has(prose, before, STEER_VIA) ||
	    prose_has(prose, before, STEER_PLACE);
}

/* 公开61条，其中主动公开57条: what was called disclosed was on request too.  Makes the
 * head of TOP a part; whether it did. */
static bool
narrow_head(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	struct prose_sentence *sentence = &prose->sentence;
	struct prose_claim    *claim;

	if (top->head != prose->measures.listing || verdict->decision == NULL ||
	    verdict->decision->item != top->head || !verdict->licensed ||
	    says_where(prose) ||
	    prose_has(prose, top->objects, STEER_PROACTIVE) ||
	    !prose_has(prose, prose->segment.own, STEER_PROACTIVE) ||
	    top->claim <= prose->agreement.n)
		return false;
	claim = &sentence->claim[top->claim - prose->agreement.n - 1];
	claim->part = claim->words;
	close_all(prose);
	return true;
}

/* Whether the words of the figure at hand say nothing but that what it counts is about
 * disclosure: 涉及政府信息公开的5件. */
static bool
is_about_disclosure(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure && prose_is_content(prose, i) &&
		    !prose_is(prose, i, STEER_REQUEST) &&
		    !prose_is(prose, i, STEER_CAUSE))
			return false;
	return segment->looses == 0 && !classes_any(segment->outlet) &&
	    (prose_has(prose, segment->own, STEER_GOVERNMENT) ||
	    prose_has(prose, segment->own, STEER_REQUEST));
}

bool
lists_narrow_suits(struct prose *prose)
{
	struct prose_sentence  *sentence = &prose->sentence;
	const struct open_list *top = lists_top(prose);
	const struct open_list  head = top != NULL && top->head != NULL ? *top :
	    sentence->head;
	const struct classes    about = classes_join(
	    prose_steering(prose, STEER_GOVERNMENT),
	    prose_steering(prose, STEER_REQUEST));
	struct prose_claim     *claim;

	if (head.head == NULL || !head.head->ends ||
	    head.claim <= prose->agreement.n ||
	    classes_meet(sentence->heard, about) ||
	    !list_is_counted_in(prose, head.unit) ||
	    !is_about_disclosure(prose))
		return false;
	claim = &sentence->claim[head.claim - prose->agreement.n - 1];
	if (claim->part.n == 0)
		claim->part = claim->words;
	close_all(prose);
	claim = prose_claim(prose, head.head, SLICE("count"), prose_token(prose,
	    prose->segment.figure)->figure, prose->segment.figure);
	claim->words = part_name(prose);
	lists_set_head(prose, claim);
	return true;
}

/* Whether the figure at hand counts what TOP does, but of the year, of offices
 * below, or some of it: no part with a name (政策文件5条). */
static bool
is_head_again(const struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct classes own = prose->segment.own;

	return verdict->decision != NULL &&
	    verdict->decision->item == top->head && verdict->licensed &&
	    (!top->open || top->head->share.n == 0 ||
	    classes_any(prose->segment.outlet) ||
	    prose->segment.whose.n > 0 || classes_meet(own, classes_join(
	    prose->lexicon.kind[CLASS_VERB],
	    prose->lexicon.kind[CLASS_TIME])) ||
	    part_name(prose).n < PART_NAME_MIN);
}

/* 累计公开80条，其中网站20条，本年新增12条, or the other way round: whether the figure at
 * hand is of another time than TOP, of the year or since the beginning. */
static bool
is_of_other_time(const struct prose *prose, const struct open_list *top)
{
	const struct classes own = prose->segment.own;
	const struct figure *figure =
	    prose_token(prose, prose->segment.figure)->figure;

	if (top->scope.ever)
		return prose_has(prose, own, STEER_THIS_YEAR);
	return (prose_has(prose, own, STEER_TOTAL) ||
	    prose_has(prose, own, STEER_EVER)) && top->count.value > 0 &&
	    sums_count(figure).value > top->count.value;
}

/* Whether the figure at hand, behind the first ； since the list TOP began, goes
 * on with something else. */
static bool
is_behind_list(const struct prose *prose, const struct open_list *top)
{
	const struct segment *segment = &prose->segment;

	return top->head != NULL && top->head->share.n > 0 &&
	    prose->sentence.depth == 0 && prose->sentence.parted &&
	    !top->parted && top->members > 1 && !part_has_share(prose) &&
	    (top->ended || classes_any(segment->outlet) ||
	    prose_has(prose, segment->before, STEER_PLACE) ||
	    (part_has_leading_verb(prose) && !part_is_typed(prose, part_name(prose))));
}

/* 上报动态30条，其中约稿5条；发布公告12条: whether the figure at hand, behind ；, has a verb
 * that discloses, and TOP is a list of something unknown. */
static bool
is_behind_unknown(const struct prose *prose, const struct open_list *top)
{
	return top->head == NULL && prose->sentence.depth == 0 &&
	    prose->sentence.parted && part_has_leading_verb(prose) &&
	    classes_meet(prose->segment.own, classes_both(
	    prose->decisions.listing, prose->lexicon.kind[CLASS_VERB]));
}

/* The last claim of the sentence, or NULL. */
static const struct prose_claim *
last_claim(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;

	return sentence->claims == 0 ? NULL :
	    &sentence->claim[sentence->claims - 1];
}

/* Whether VERDICT has the figure at hand as a part of LIST by another name than LAST
 * has. */
static bool
is_next_member(const struct open_list *list, const struct verdict *verdict,
    const struct prose_claim *last)
{
	const struct decision *decision = verdict->decision;

	return decision != NULL && verdict->licensed &&
	    item_is_member(list->head, decision->item->code) &&
	    (decision->item != last->item ||
	    !slice_eq(decision->col, last->col));
}

/* Closes a list of parts of a part where the figure at hand is the next part: 不予公开3
 * 件，其中2件涉及隐私，无法提供5件. */
static void
close_nested(struct prose *prose, const struct verdict *verdict)
{
	struct prose_sentence    *sentence = &prose->sentence;
	const struct open_list   *top = lists_top(prose);
	const struct prose_claim *last = last_claim(prose);

	if (last != NULL && sentence->lists > 1 && top->nested &&
	    top[-1].head != NULL && is_next_member(top - 1, verdict, last))
		sentence->lists--;
}

/* 不予公开3件，其中2件涉及个人隐私, 其中属于国家秘密的2件: whether the figure at hand
 * opens a list of parts of what the last part of TOP counts. */
static bool
opens_nested(const struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct prose_claim *last = last_claim(prose);
	const struct figure      *figure =
	    prose_token(prose, prose->segment.figure)->figure;

	return last != NULL && top->head != NULL && top->head->share.n == 0 &&
	    last->item != top->head &&
	    item_is_member(top->head, last->item->code) &&
	    prose_has(prose, prose->segment.before, STEER_AMONG) &&
	    !is_next_member(top, verdict, last) &&
	    slice_eq(figure->unit, last->figure.unit) &&
	    strtod(figure->value, NULL) <= strtod(last->figure.value, NULL);
}

/* 新媒体公开12条（微信8条、微博4条）: whether DECISION is of an outlet, and the list of all
 * that one disclosed, not of a kind: 公开甲类12条（网站8条）. */
static bool
is_outlet_of_row(const struct prose *prose, const struct decision *decision)
{
	const struct prose_claim *last = last_claim(prose);

	return prose->sentence.row.item != NULL && last != NULL &&
	    last->part.n == 0 &&
	    classes_any(prose->segment.outlet) && item_is_member(
	    prose->measures.listing, decision->item->code);
}

/* 上报新闻30条，其中主动公开信息12条: what VERDICT has for a total is a part of what
 * nothing claimed. */
static bool
is_total_of_part(const struct open_list *top, const struct verdict *verdict)
{
	return top->head == NULL && top->members > 1 &&
	    verdict->decision != NULL && verdict->licensed &&
	    verdict->decision->item->share.n > 0 &&
	    verdict->decision->item->head && verdict->decision->no_outlet;
}

bool
lists_take(struct prose *prose, const struct verdict *verdict)
{
	struct open_list *top;

	list_close_proved(prose);
	if (list_take_proved(prose, verdict))
		return true;
	open_headless(prose, verdict);
	close_nested(prose, verdict);
	top = lists_top(prose);
	prose->sentence.nested.head = NULL;
	if (top == NULL)
		return false;
	if (is_behind_list(prose, top) || is_behind_unknown(prose, top)) {
		close_all(prose);
		return false;
	}
	if (opens_nested(prose, top, verdict)) {
		list_push(prose, (struct open_list){ .open = true, .nested = true });
		return true;
	}
	top->members++;
	top->parted = top->parted || (prose->sentence.parted &&
	    top->members > 1);
	if (is_total_of_part(top, verdict))
		return true;
	if (top->head == NULL && verdict->decision != NULL &&
	    verdict->licensed && (verdict->decision->dated ||
	    is_outlet_of_row(prose, verdict->decision)))
		return false;
	if (list_take_among_kinds(prose, top) || (top->head != NULL &&
	    list_take_known(prose, top, verdict)))
		return true;
	if (verdict->decision != NULL && verdict->licensed &&
	    prose_token(prose, prose->segment.figure)->figure->kind ==
	    UNIT_SHARE)
		return false;
	if (narrow_head(prose, top, verdict))
		return false;
	if (is_head_again(prose, top, verdict)) {
		if (prose->segment.whose.n == 0 && !is_of_other_time(prose, top))
			return true;
		close_all(prose);
		return false;
	}
	if (stands_alone(prose, top, verdict) && !(top->open &&
	    top->head != NULL && part_is_column(prose, top->head))) {
		if (prose->sentence.depth == 0)
			close_all(prose);
		return false;
	}
	if (top->head == NULL)
		(void)named_go_on(prose, verdict);	/* 发布动态71条，其中… */
	else if (!list_take_mixed(prose, top, verdict) &&
	    !list_take_named(prose, top, verdict) &&
	    !list_take_outlets(prose, top) && top->head->share.n > 0 &&
	    classes_any(prose->segment.outlet) &&
	    !named_begin(prose))		/* 其中网站发布动态27条 */
		(void)list_take_of_outlet(prose, top, verdict);
	return true;
}
