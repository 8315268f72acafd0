/* What the words around a figure take back of what the decisions say that it counts. */
#include "refusals.h"

#include "marks.h"
#include "part_words.h"

/* Whether a clause before said that what DECISION counts is some of what is disclosed:
 * of one thing, or in one column. */
static bool
is_narrowed(const struct prose *prose, const struct decision *decision)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct classes object = classes_both(prose->segment.own,
	    prose->lexicon.kind[CLASS_OBJECT]);

	if (sentence->narrowed.n == 0)
		return false;
	if (sentence->column)
		return !classes_meet(prose->segment.own,
		    prose->lexicon.kind[CLASS_OUTLET]) && classes_within(object,
		    prose_steering(prose, STEER_INFORMATION));
	return !classes_any(prose->segment.outlet) && !classes_within(
	    sentence->narrowed_to, decision->allowed) && !classes_any(object);
}

static void
refuse_narrowed(const struct prose *prose, struct verdict *verdict)
{
	if (!verdict->licensed || !verdict->decision->minds_outlet ||
	    !item_is_kin(verdict->decision->item, prose->measures.listing) ||
	    !is_narrowed(prose, verdict->decision))
		return;
	verdict->licensed = false;
	verdict->rest = prose->sentence.narrowed;
}

/* Whether OUTCOME may follow LAST, a way in which the same thing ended, or what did. */
static bool
is_next_outcome(const struct measures *measures, const struct item *outcome,
    const struct item *last)
{
	for (size_t i = 0; i < measures->items; i++)
		if (measures->item[i].ends &&
		    item_is_member(&measures->item[i], outcome->code) &&
		    (last == &measures->item[i] ||
		    item_is_member(&measures->item[i], last->code)))
			return true;
	return outcome == last;
}

/* Whether all that the figure at hand is said to count is 其他, which DECISION takes for
 * an outcome: it is one behind outcomes, and a subject behind subjects. */
static bool
is_only_other(const struct prose *prose, const struct decision *decision)
{
	const struct segment *segment = &prose->segment;
	bool                  other = false;

	for (size_t i = segment->from; i < segment->to; i++) {
		if (i == segment->figure || !prose_is_content(prose, i))
			continue;
		if (!prose_is(prose, i, STEER_CATEGORY) || !classes_meet(
		    prose_token(prose, i)->classes, decision->allowed))
			return false;
		other = true;
	}
	return other && segment->looses == 0;
}

/* 申请12件，涉及征地5件、其他7件: no outcome. */
static void
refuse_other(const struct prose *prose, struct verdict *verdict)
{
	const struct prose_sentence *sentence = &prose->sentence;

	if (verdict->decision == NULL || verdict->decision->item->head ||
	    !is_only_other(prose, verdict->decision) || (sentence->claims > 0 &&
	    is_next_outcome(&prose->measures, verdict->decision->item,
	    sentence->claim[sentence->claims - 1].item)))
		return;
	*verdict = (struct verdict){ .decision = NULL };
}

/* 发布监管和行政处罚类信息12条: information of a kind that is disclosed, and no decisions,
 * where other words say what of. */
static void
refuse_information(const struct prose *prose, struct verdict *verdict)
{
	const struct segment *segment = &prose->segment;
	const struct slice    kind = marks_of(MARK_KIND)->mark[0];
	struct slice          last = prose_text(prose, segment->figure,
	    segment->figure);

	if (verdict->decision == NULL || verdict->licensed ||
	    verdict->decision->item->share.n > 0 ||
	    !classes_meet(segment->before, classes_both(
	    prose->decisions.listing, prose->lexicon.kind[CLASS_VERB])))
		return;
	for (size_t i = segment->figure; i-- > segment->from &&
	    last.n == 0;)
		if (!prose_is(prose, i, STEER_COUNT))
			last = prose_text(prose, i, i + 1);
	if (!marks_end(MARK_INFORMATION, last))
		return;
	last.n -= marks_of(MARK_INFORMATION)->mark[0].n;
	if (slice_ends(last, kind))
		*verdict = (struct verdict){ .decision = NULL };
}

/* “政策解读”12条: whether the words right before the figure I are the title of a column,
 * whatever they are of else. */
static bool
is_title(const struct prose *prose, size_t i)
{
	const struct marks *quote = marks_of(MARK_QUOTE);
	struct slice        before = { prose->sentence.cut.text.p,
	    prose_token(prose, i)->start };

	for (size_t m = 1; m < quote->marks; m += 2)
		if (slice_ends(before, quote->mark[m]))
			return slice_eq(prose_token(prose, i)->figure->unit,
			    prose->measures.listing->unit);
	return false;
}

static void
refuse_title(const struct prose *prose, struct verdict *verdict)
{
	const struct item *listing = prose->measures.listing;

	if (verdict->decision != NULL &&
	    is_title(prose, prose->segment.figure) &&
	    !item_is_kin(verdict->decision->item, listing) &&
	    !item_is_member(listing, verdict->decision->item->code))
		*verdict = (struct verdict){ .decision = NULL };
}

/* 向市政府网站报送信息88条: what was sent to another office is no disclosure, whatever the heading
 * is about. */
static void
refuse_sent(const struct prose *prose, struct verdict *verdict)
{
	const struct classes own = prose->segment.own;

	if (verdict->decision != NULL && prose_has(prose, own, STEER_OTHER) &&
	    !prose_has(prose, own, STEER_ABOUT) && item_is_kin(
	    prose->measures.listing, verdict->decision->item) &&
	    !classes_meet(own, prose->lexicon.kind[CLASS_VERB]))
		*verdict = (struct verdict){ .decision = NULL };
}

/* 受理其他行政复议3件: suits of another kind, and no outcome. */
static void
refuse_others(const struct prose *prose, struct verdict *verdict)
{
	const struct segment *segment = &prose->segment;

	if (verdict->decision != NULL && !verdict->decision->item->head &&
	    segment->object > segment->from && segment->object < segment->to &&
	    (prose_is(prose, segment->object, STEER_RECONSIDERATION) ||
	    prose_is(prose, segment->object, STEER_LITIGATION)) &&
	    prose_is(prose, segment->object - 1, STEER_CATEGORY))
		*verdict = (struct verdict){ .decision = NULL };
}

void
refuse_misread(const struct prose *prose, struct verdict *verdict)
{
	refuse_narrowed(prose, verdict);
	refuse_other(prose, verdict);
	refuse_information(prose, verdict);
	refuse_title(prose, verdict);
	refuse_sent(prose, verdict);
	refuse_others(prose, verdict);
}

/* 合同制人员2名: who knows whether a word that no table has names some or all. */
static void
refuse_unvouched(const struct prose *prose, struct verdict *verdict)
{
	if (verdict->decision != NULL && !verdict->licensed &&
	    !part_is_vouched(prose, verdict))
		*verdict = (struct verdict){ .decision = NULL };
}

/* 办理复议案件120件，应诉案件35件, 发布动态12条、图片5条: a verb that is not accounted for
 * goes on. */
static void
note_refusal(struct prose *prose, struct verdict *verdict)
{
	bool verb = classes_meet(prose->segment.own,
	    prose->lexicon.kind[CLASS_VERB]);

	if (verb) {
		prose->sentence.refused = verdict->decision != NULL &&
		    !verdict->licensed && prose->segment.looses == 0 &&
		    (verdict->decision->no_outlet ||
		    classes_any(prose->segment.outlet));
		prose->sentence.sorted = !verdict->licensed &&
		    classes_meet(prose->segment.own, classes_both(
		    prose->decisions.listing,
		    prose->lexicon.kind[CLASS_VERB]));
	} else if (verdict->licensed && (prose->sentence.refused ||
	    (prose->sentence.sorted && !classes_any(prose->segment.outlet) &&
	    (verdict->decision->item->share.n > 0 ||
	    !verdict->decision->no_outlet)))) {
		verdict->licensed = false;
		verdict->rest = part_name(prose);
	}
}

/* Whether the word before token LAST says of what VERDICT counts that it is a kind: 许可
 * 类, of all that is disclosed 其他文件 too. */
static bool
names_kind(const struct prose *prose, const struct verdict *verdict, size_t last)
{
	return marks_end(MARK_KIND, prose_text(prose, last - 1, last)) ||
	    (verdict->decision->item->share.n > 0 &&
	    prose_is(prose, last - 1, STEER_CATEGORY));
}

/* 文件类政府信息5件: whether the word before token LAST is information, of the kind that the
 * one before it names. */
static bool
is_of_kind(const struct prose *prose, const struct verdict *verdict, size_t last)
{
	return last > prose->segment.from + 1 && verdict->licensed &&
	    verdict->decision->item->share.n > 0 && classes_meet(
	    prose_token(prose, last - 1)->classes, prose->decisions.listing) &&
	    prose_is_thing(prose, last - 1) && prose_is_thing(prose, last - 2) &&
	    !prose_is(prose, last - 2, STEER_PROACTIVE) &&
	    marks_end(MARK_KIND, prose_text(prose, last - 2, last - 1));
}

/* 行政许可类5件: a kind of something, whatever it is. */
static void
refuse_kind(const struct prose *prose, struct verdict *verdict)
{
	size_t last = prose->segment.figure;

	while (last > prose->segment.from &&
	    prose_is(prose, last - 1, STEER_COUNT))
		last--;
	if (is_of_kind(prose, verdict, last)) {
		verdict->licensed = false;
		verdict->rest = prose_text(prose, last - 2, last - 1);
		return;
	}
	if (!verdict->licensed || last == prose->segment.from ||
	    prose_is_filler(prose, last - 1) ||
	    !names_kind(prose, verdict, last))
		return;
	verdict->licensed = false;
	verdict->rest = part_name(prose);
}

/* 专栏公开信息12条, where no outlet is known: what one column disclosed, not all. */
static void
refuse_column(const struct prose *prose, struct verdict *verdict)
{
	const struct segment *segment = &prose->segment;
	const struct classes  verbs = classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_VERB]);
	size_t                column = segment->from;

	if (!verdict->licensed || !verdict->decision->no_outlet ||
	    verdict->decision->item->share.n == 0 ||
	    classes_any(segment->outlet) || classes_any(prose->sentence.outlet))
		return;
	while (column < segment->figure && !(prose_is(prose, column,
	    STEER_PLACE) && classes_meet(prose_token(prose, column + 1)->classes,
	    verbs)))
		column++;
	if (column == segment->figure)
		return;
	verdict->licensed = false;
	verdict->rest = prose_text(prose, column, column + 1);
}

/* 微信发布信息90条，其中公开政务信息40条: some of what one outlet disclosed, not all. */
static void
refuse_some(const struct prose *prose, struct verdict *verdict)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct item           *listing = prose->measures.listing;

	if (!verdict->licensed || sentence->claims == 0 ||
	    !prose_has(prose, prose->segment.before, STEER_AMONG) ||
	    (verdict->decision->item == listing ? !item_is_member(listing,
	    sentence->claim[sentence->claims - 1].code) :
	    !verdict->decision->item->accounts || verdict->decision->item !=
	    sentence->claim[sentence->claims - 1].item))
		return;
	verdict->licensed = false;
	verdict->rest = part_name(prose);
}

/* Whether all that stands before 等 are titles, 《甲报告》《乙办法》等: what was counted are
 * those. */
static bool
are_titles(const struct prose *prose)
{
	const struct slice open = marks_of(MARK_QUOTATION)->mark[0];
	size_t             i = prose->segment.figure, titles = 0;

	while (i > prose->segment.from &&
	    !prose_is(prose, i - 1, STEER_AND_SO_ON) &&
	    !prose_is(prose, i - 1, STEER_EXAMPLES))
		i--;
	for (; i > prose->segment.from; i--)
		if (slice_starts(prose_text(prose, i - 1, i), open))
			titles++;
		else if (!prose_is_filler(prose, i - 1) &&
		    prose_token(prose, i - 1)->kind != TOKEN_PAUSE)
			break;
	return titles > 0;
}

/* Whether the heading names a kind of what is disclosed: 一是推进规划信息公开. */
static bool
is_under_kind(const struct prose *prose)
{
	const struct classes topic = prose->paragraph.topic;

	return prose_has(prose, topic, STEER_CATEGORY) ||
	    classes_meet(topic, classes_less(classes_both(
	    prose->lexicon.kind[CLASS_OBJECT], prose->lexicon.content),
	    prose->decisions.listing));
}

/* 公开《甲报告》《乙办法》等4项信息; 规划信息公开 / 公开规划纲要等信息30条: what examples are of is
 * some of what is disclosed, where they or the heading say of what. */
static void
refuse_examples(const struct prose *prose, struct verdict *verdict)
{
	const struct item   *listing = prose->measures.listing;
	const struct classes before = prose->segment.before;

	if (!verdict->licensed || (!prose_has(prose, before, STEER_EXAMPLES) &&
	    !prose_has(prose, before, STEER_AND_SO_ON)) ||
	    (verdict->decision->item != listing &&
	    !item_is_member(listing, verdict->decision->item->code)) ||
	    prose_has(prose, before, STEER_VIA) ||
	    prose_has(prose, before, STEER_BELOW) ||
	    (!are_titles(prose) && !is_under_kind(prose)))
		return;
	verdict->licensed = false;
	verdict->rest = part_name(prose);
}

/* Whether one outlet's figure was claimed in the sentence, and is of no list. */
static bool
has_outlet_beside(const struct prose_sentence *sentence)
{
	for (size_t i = 0; i < sentence->claims; i++)
		if (sentence->claim[i].outlet && sentence->claim[i].list == 0)
			return true;
	return false;
}

/* 网站公开30条；利用微信、微博公开80条: what several outlets disclosed, beside one that did, is
 * no total, but 共 says that it is all. */
static void
refuse_beside(const struct prose *prose, struct verdict *verdict)
{
	const struct classes before = prose->segment.before;
	const struct slice   name = outlets_name(prose);

	if (!verdict->licensed ||
	    verdict->decision->item != prose->measures.listing ||
	    name.n == 0 || prose_has(prose, before, STEER_COUNT) ||
	    prose_has(prose, before, STEER_THIS_YEAR) ||
	    !has_outlet_beside(&prose->sentence))
		return;
	verdict->licensed = false;
	verdict->rest = name;
}

/* 司法局收到行政复议申请30件: an office that decides on the suits of others has its own only
 * where the words say what caused them, or that they are against it. */
static void
refuse_reviewed(const struct prose *prose, struct verdict *verdict)
{
	const struct classes own = prose->segment.own;
	const struct classes topic = prose->paragraph.topic;

	if (!verdict->licensed || !marks_in(MARK_REVIEWER,
	    prose->document.org) || !verdict->decision->item->ends ||
	    !prose_has(prose, own, STEER_RECONSIDERATION) ||
	    !classes_meet(own, classes_less(prose->lexicon.kind[CLASS_VERB],
	    prose_steering(prose, STEER_CAUSE))) ||
	    prose_has(prose, own, STEER_CAUSE) ||
	    prose_has(prose, own, STEER_AGAINST_US) ||
	    marks_in(MARK_SUED, prose_text(prose, prose->segment.from,
	    prose->segment.figure)) ||
	    prose_has(prose, topic, STEER_RECONSIDERATION) ||
	    prose_figure_is(prose_token(prose, prose->segment.figure)->figure,
	    "0"))
		return;
	verdict->licensed = false;
	verdict->rest = part_name(prose);
}

/* 信箱收到30件，咨询12件、投诉8件、建议10件: some of what came there. */
static void
refuse_proved(const struct prose *prose, struct verdict *verdict)
{
	if (!verdict->licensed || verdict->decision->item->share.n > 0 ||
	    !lists_is_proved_part(prose, verdict->decision->item))
		return;
	verdict->licensed = false;
	verdict->rest = part_name(prose);
}

void
refuse_total(struct prose *prose, struct verdict *verdict)
{
	refuse_unvouched(prose, verdict);
	note_refusal(prose, verdict);
	refuse_kind(prose, verdict);
	refuse_column(prose, verdict);
	refuse_some(prose, verdict);
	refuse_examples(prose, verdict);
	refuse_beside(prose, verdict);
	refuse_reviewed(prose, verdict);
	refuse_proved(prose, verdict);
}
