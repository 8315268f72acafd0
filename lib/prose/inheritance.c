/* What a figure may take from the words before it, its subject, its outlet, what its
 * outcomes are of: only where nothing else stands between that has them too. */
#include "refusals.h"

static void
drop(struct verdict *verdict)
{
	*verdict = (struct verdict){ .decision = NULL };
}

/* Whether nothing but a verb that discloses is said of the figure at hand: no object,
 * time, office or outlet. */
static bool
is_only_verb(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	const struct classes *kind = prose->lexicon.kind;
	const struct classes  more = classes_join(classes_join(
	    kind[CLASS_OBJECT], kind[CLASS_OUTLET]),
	    classes_join(kind[CLASS_TIME], kind[CLASS_WHOSE]));

	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure &&
		    (prose_token(prose, i)->kind == TOKEN_YEAR || classes_meet(
		    prose_token(prose, i)->classes, more)))
			return false;
	return segment->looses == 0;
}

/* The figure that heads what was counted last, here or in the sentence before; its item
 * is NULL if there is none. */
static struct open_list
last_head(const struct prose *prose)
{
	if (prose->sentence.head.head == NULL && prose->sentence.claims == 0 &&
	    prose->paragraph.age <= 1)
		return prose->paragraph.last;
	return prose->sentence.head;
}

/* 收到申请15件。主动公开5件、不属于本机关6件: what became of requests, not all that was
 * disclosed. */
static void
refuse_outcome(const struct prose *prose, struct verdict *verdict)
{
	const struct open_list head = last_head(prose);
	const struct figure   *figure =
	    prose_token(prose, prose->segment.figure)->figure;

	if (verdict->decision != NULL && verdict->decision->item ==
	    prose->measures.listing && head.head != NULL &&
	    (prose_has(prose, head.objects, STEER_REQUEST) ||
	    prose_has(prose, head.objects, STEER_APPLY)) &&
	    slice_eq(head.unit, figure->unit) &&
	    sums_count(figure).value <= head.count.value &&
	    is_only_verb(prose))
		drop(verdict);
}

/* Whether DECISION's figure may take its object from before, and the words of the figure
 * have none. */
static bool
takes_object(const struct prose *prose, const struct decision *decision)
{
	const struct classes objects = prose->lexicon.kind[CLASS_OBJECT];

	if (classes_meet(prose->segment.own, objects))
		return false;
	for (int i = 0; i < decision->needs; i++)
		if (decision->need[i].carried &&
		    classes_meet(decision->need[i].any, objects))
			return true;
	return false;
}

/* 五、复议诉讼情况 / 维持2件: of which of the two that the heading names, nobody knows. */
static void
refuse_either(const struct prose *prose, struct verdict *verdict)
{
	const struct classes topic = prose->paragraph.topic;

	if (verdict->decision != NULL &&
	    takes_object(prose, verdict->decision) &&
	    prose_has(prose, topic, STEER_RECONSIDERATION) &&
	    prose_has(prose, topic, STEER_LITIGATION) &&
	    !classes_meet(prose->sentence.carried,
	    prose->lexicon.kind[CLASS_OBJECT]))
		drop(verdict);
}

const struct prose_claim *
inherited_from(const struct prose *prose, const struct item *item)
{
	const struct prose_sentence *sentence = &prose->sentence;

	for (size_t i = sentence->claims; i > 0; i--)
		if (sentence->claim[i - 1].item != item && item_is_member(
		    sentence->claim[i - 1].item, item->code))
			return &sentence->claim[i - 1];
	return NULL;
}

/* 办理行政复议30件，维持20件: what is of some of what an item counts is no whole either,
 * but 清理文件30件，废止3件: all that there were. */
static void
refuse_of_part(const struct prose *prose, struct verdict *verdict)
{
	const struct prose_claim *from;

	if (verdict->decision == NULL || !verdict->licensed ||
	    verdict->decision->item->head ||
	    verdict->decision->item->share.n > 0 ||
	    !takes_object(prose, verdict->decision))
		return;
	from = inherited_from(prose, verdict->decision->item);
	if (from == NULL || from->part.n == 0 || from->list > 0 ||
	    from->item->stock)
		return;
	verdict->licensed = false;
	verdict->rest = from->part;
}

/* 网上公开了1件: a way of asking with a verb that discloses is none. */
static void
refuse_disclosed(const struct prose *prose, struct verdict *verdict)
{
	const struct segment *segment = &prose->segment;
	const struct classes  verbs = classes_join(
	    prose_steering(prose, STEER_PROACTIVE),
	    prose_steering(prose, STEER_PUBLISH));

	if (verdict->decision == NULL || verdict->licensed ||
	    verdict->decision->item->head ||
	    !takes_object(prose, verdict->decision))
		return;
	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure && !segment->free[i] &&
		    prose_is_content(prose, i) && classes_meet(
		    prose_token(prose, i)->classes, verbs) && !classes_meet(
		    prose_token(prose, i)->classes, verdict->decision->allowed))
			drop(verdict);
}

/* 通过微信宣传，发放资料300份，发布信息12条: an outlet that was said of something else, with
 * a figure between, may not be where this was disclosed. */
static void
refuse_outlet(const struct prose *prose, struct verdict *verdict)
{
	if (verdict->decision != NULL && verdict->licensed &&
	    verdict->decision->minds_outlet && !verdict->decision->no_outlet &&
	    !classes_any(prose->segment.outlet) && !prose->segment.column &&
	    prose->sentence.outlet_left)
		drop(verdict);
}

/* 完成电台4期《民情热线》: what was disclosed by an outlet has a verb, or says so, 通过公开栏公示
 * 信息, or nothing but what the outlet had. */
static void
refuse_verbless(const struct prose *prose, struct verdict *verdict)
{
	const struct decision *decision = verdict->decision;

	if (decision == NULL || verdict->licensed || decision->item->head ||
	    !decision->minds_outlet || decision->no_outlet ||
	    prose_has(prose, prose->segment.before, STEER_VIA) ||
	    prose_has(prose, prose->segment.before, STEER_AT))
		return;
	for (int i = 0; i < decision->needs; i++)
		if (decision->need[i].carried && !classes_meet(
		    decision->need[i].any, prose->segment.own))
			drop(verdict);
}

void
refuse_inherited(const struct prose *prose, struct verdict *verdict)
{
	refuse_outcome(prose, verdict);
	refuse_either(prose, verdict);
	refuse_of_part(prose, verdict);
	refuse_disclosed(prose, verdict);
	refuse_outlet(prose, verdict);
	refuse_verbless(prose, verdict);
}
