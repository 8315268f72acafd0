/* What a figure counts, from the words around it and what was said before. */
#include "internal.h"
#include "marks.h"
#include "part_words.h"
#include "refusals.h"

/* 总体情况、公开情况等六项内容: whether a figure in characters only says how many examples
 * stand before it. */
static bool
counts_examples(const struct prose *prose)
{
	const size_t i = prose->segment.figure;

	return i > 0 && prose_is(prose, i - 1, STEER_AND_SO_ON) &&
	    !sentence_is_digit(prose_text(prose, i, i + 1));
}

/* Whether words before the figure make it no claim of this year's. */
static bool
is_blocked(const struct prose *prose)
{
	return prose->paragraph.future || prose->sentence.plan ||
	    counts_examples(prose) || prose_said(prose, STEER_RATE) || prose_said(prose, STEER_NONE) ||
	    prose_said(prose, STEER_NEGATIVE) ||
	    prose_is(prose, prose->segment.figure + 1, STEER_MEANS) ||
	    prose_has(prose, prose->segment.own, STEER_RATE);
}

/* Whether token I is a verb that ITEM is counted with. */
static bool
is_verb_of(const struct prose *prose, const struct item *item, size_t i)
{
	struct classes verbs = classes_both(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_VERB]);

	for (size_t d = 0; d < prose->decisions.decisions; d++)
		if (prose->decisions.decision[d].item == item &&
		    classes_meet(prose->decisions.decision[d].allowed, verbs))
			return true;
	return false;
}

/* Whether the segment at hand says nothing but the time, and a verb of HEAD. */
static bool
is_bare(const struct prose *prose, const struct item *head)
{
	const struct segment *segment = &prose->segment;
	bool                  timed = false;

	for (size_t i = segment->from; i < segment->to; i++) {
		if (i == segment->figure)
			continue;
		if (prose_token(prose, i)->kind == TOKEN_ASIDE)
			return false;
		timed = timed || prose_is(prose, i, STEER_EVER) ||
		    prose_is(prose, i, STEER_THIS_YEAR) ||
		    prose_token(prose, i)->kind == TOKEN_YEAR;
		if ((prose_is_content(prose, i) && !is_verb_of(prose, head, i)) ||
		    classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_OUTLET]) ||
		    (prose_token(prose, i)->kind == TOKEN_UNKNOWN &&
		    prose_text(prose, i, i + 1).n > 3))
			return false;
	}
	return timed || prose->sentence.ever;
}

/* 历年累计2件, 其中2018年5件: nothing but the time, so the same thing again. */
static bool
claim_bare(struct prose *prose)
{
	size_t              i = prose->segment.figure;
	const struct open_list  *head = &prose->sentence.head;
	const struct token *token = prose_token(prose, i);
	size_t              last = prose->sentence.claims, start = last;
	struct figure       figure = *token->figure;
	bool                ever;

	if (lists_top(prose) != NULL && lists_top(prose)->head != NULL &&
	    prose_has(prose, prose->segment.own, STEER_EVER))
		head = lists_top(prose);	/* 其中网站20条，历年累计80条 */
	if (head->head == NULL && prose->paragraph.age <= 1)
		head = &prose->paragraph.last;
	if (head->head == NULL || !is_bare(prose, head->head) ||
	    (head->head->units & measures_unit(&prose->measures,
	    figure.unit)) == 0)
		return false;
	for (size_t c = last; c > 0 && prose->sentence.claim[c - 1].start ==
	    prose->sentence.claim[last - 1].start; c--)
		start = c - 1;
	if (start + 1 < last && !prose_figure_is(&figure, "0"))
		return true;
	ever = prose->sentence.ever && !head->scope.ever;
	if (start + 1 >= last)
		lists_set_head(prose, prose_claim(prose, head->head,
		    SLICE("count"), &figure, i));
	else
		for (size_t c = start; c < last; c++)
			(void)prose_claim(prose, prose->sentence.claim[c].item,
			    SLICE("count"), &figure, i);
	if (ever)		/* only of this figure: 复议4件，历年累计9件；诉讼1件 */
		prose->sentence.ever = false;
	return true;
}

void
prose_carry(struct prose *prose, struct classes said, struct classes outlet)
{
	struct prose_sentence *sentence = &prose->sentence;
	const struct classes  *kind = prose->lexicon.kind;

	sentence->heard = classes_join(sentence->heard, said);
	if (classes_meet(said, kind[CLASS_OBJECT]))
		sentence->carried = classes_join(
		    classes_less(sentence->carried, kind[CLASS_OBJECT]),
		    classes_both(said, kind[CLASS_OBJECT]));
	if (classes_meet(said, kind[CLASS_VERB]))
		sentence->carried = classes_join(
		    classes_less(sentence->carried, kind[CLASS_VERB]),
		    classes_both(said, kind[CLASS_VERB]));
	if (classes_any(outlet)) {
		sentence->outlet = outlet;
		sentence->via = prose_has(prose, said, STEER_VIA);
		sentence->outlet_left = false;
	}
}

/* 从30件增加到42件: whether the figure at hand is what it was before, of no year that is
 * named. */
static bool
is_start_of_change(const struct prose *prose)
{
	return prose->clause.year == 0 &&
	    prose_is(prose, prose->segment.to, STEER_REACH) &&
	    prose_token(prose, prose->segment.to + 1)->kind == TOKEN_FIGURE;
}

/* Whether the figure at hand is only what something is compared with, or by how
 * much: then what it arrives at may follow (较上年减少3件，为12件). */
static bool
is_comparison(struct prose *prose, size_t i)
{
	const struct classes own = prose->segment.own;
	const bool           start = is_start_of_change(prose);

	if (!start && ((!prose_has(prose, own, STEER_COMPARE) &&
	    !prose_said(prose, STEER_COMPARE)) ||
	    prose_has(prose, own, STEER_REACH)))
		return false;
	if (!start)
		prose_claim_change(prose, i);
	prose_carry(prose, own, (struct classes){ { 0 } });
	prose->sentence.pending = prose->sentence.carried;
	return true;
}

/* Objects and verbs that a figure without any of its own takes over. */
static struct classes
taken_over(struct prose *prose)
{
	struct classes       none = { { 0 } }, more = none;
	const struct segment *segment = &prose->segment;

	if (segment->looses == 0 && !classes_meet(segment->own,
	    prose->lexicon.content)) {
		if (prose_has(prose, segment->own, STEER_REACH))
			more = prose->sentence.carried;
		else
			more = prose->sentence.pending;
	}
	prose->sentence.pending = none;
	return more;
}

/* Whether ITEM was claimed in a sentence before. */
static bool
was_stated(const struct prose *prose, const struct item *item)
{
	for (size_t i = 0; i < prose->agreement.n; i++)
		if (prose->agreement.stated[i].item == item)
			return true;
	return false;
}

/* 市直部门公开18条，全文电子化率为90%: a second rate is of what was counted right
 * before it. */
static void
take_scope_before(const struct prose *prose, struct prose_claim *claim)
{
	const struct prose_claim *last = claim - 1;

	if (claim->figure.kind != UNIT_SHARE || prose->sentence.claims < 2 ||
	    !was_stated(prose, claim->item))
		return;
	if (claim->scope.whose.n == 0)
		claim->scope.whose = last->scope.whose;
	if (claim->part.n == 0)
		claim->part = last->part;
	claim->list = prose_claim_number(prose, last);
}

/* 局机关配备专职人员1名、兼职人员2名: who did it goes on behind a pause, where no other
 * verb is said. */
static void
take_doer_before(const struct prose *prose, struct prose_claim *claim)
{
	const size_t from = prose->segment.from;

	if (prose->sentence.claims > 1 && from > 0 && marks_at(MARK_PAUSE,
	    prose_text(prose, from - 1, from)) > 0 &&
	    claim->scope.whose.n == 0 && !classes_meet(prose->segment.own,
	    prose->lexicon.kind[CLASS_VERB]))
		claim->scope.whose = claim[-1].scope.whose;
}

/* Whether a ； stands between the clause of CLAIM and the figure at hand. */
static bool
is_parted_from(const struct prose *prose, const struct prose_claim *claim)
{
	size_t i = prose->segment.from;

	while (i > 0 && prose_token(prose, --i)->start >= claim->end)
		if (prose_token(prose, i)->kind == TOKEN_COMMA &&
		    marks_at(MARK_SEMICOLON, prose_text(prose, i, i + 1)) > 0)
			return true;
	return false;
}

/* 各乡镇收到申请12件，网络申请8件: whose that of which it is was goes on. */
static void
take_head_before(const struct prose *prose, struct prose_claim *claim)
{
	const struct prose_claim *from = inherited_from(prose, claim->item);

	if (from != NULL && from->list == 0 && claim->scope.whose.n == 0 &&
	    !claim->item->head && !is_parted_from(prose, from))
		claim->scope.whose = from->scope.whose;
}

/* Whether the sentence counted ITEM, or anything that is disclosed if that is what it
 * is, before its last claim. */
static bool
was_counted_before(const struct prose *prose, const struct item *item)
{
	const struct prose_sentence *sentence = &prose->sentence;

	for (size_t i = 0; i + 1 < sentence->claims; i++)
		if (item == prose->measures.listing ||
		    sentence->claim[i].item == item)
			return true;
	return false;
}

/* Whether 累计 was said of the figure at hand, which counts ITEM, the last claim, and
 * no year: 2023年，累计公开80条 is the year's.  A year said before is another figure's,
 * if there is one: 全年新增12条，累计公开80条. */
static bool
is_since(const struct prose *prose, const struct item *item)
{
	const struct segment *segment = &prose->segment;

	if (prose_has(prose, segment->before, STEER_THIS_YEAR))
		return false;
	if (!prose_has(prose, segment->before, STEER_TOTAL))
		return prose->sentence.as_of &&	/* 截至年底，已公开80条 */
		    prose_has(prose, segment->before, STEER_DONE);
	for (size_t i = segment->from; i < segment->figure; i++)
		if (prose_token(prose, i)->kind == TOKEN_YEAR)
			return false;
	return !prose->sentence.this_year || was_counted_before(prose, item);
}

/* What the figure of VERDICT is claimed of first: of 收到和处理申请0件 only what a zero
 * in words may be of. */
static const struct decision *
first_of(const struct verdict *verdict, bool zero)
{
	return zero && verdict->also != NULL && verdict->also->zero ?
	    verdict->also : verdict->decision;
}

static void
claim_verdict(struct prose *prose, const struct verdict *verdict)
{
	const bool             zero = prose_figure_is(prose_token(prose,
	    prose->segment.figure)->figure, "0");
	const struct decision *decision = first_of(verdict, zero);
	const struct segment  *segment = &prose->segment;
	size_t                 i = segment->figure;
	struct figure          figure = *prose_token(prose, i)->figure;
	struct prose_claim    *claim = prose_claim(prose, decision->item,
	    verdict_col(prose, decision), &figure, i);

	claim->source = decision->row;
	claim->dated = decision->dated;
	claim->presumed = decision->first;
	claim->part = verdict->rest;
	claim->licence = verdict_licence(prose, decision);
	claim->since = is_since(prose, decision->item);
	claim->outlet = decision->minds_outlet && !decision->no_outlet;
	claim->words = part_name(prose);
	if (prose->sentence.other.n > 0 && claim->part.n == 0)
		claim->part = prose->sentence.other;
	if (segment->whose.n > 0)
		claim->scope.whose = segment->whose;
	else if (prose_has(prose, segment->own, STEER_SELF))
		claim->scope.whose.n = 0;
	else {
		take_doer_before(prose, claim);
		take_head_before(prose, claim);
	}
	take_scope_before(prose, claim);
	named_note(prose, claim);
	if (claim->part.n == 0)
		lists_set_head(prose, claim);
	else
		prose->sentence.head.head = NULL;
	/* 公开67条。全文电子化67条: the part is the whole. */
	prose->sentence.partial = claim->part.n > 0 &&
	    claim->item->share.n > 0 && !(prose->paragraph.claim.item ==
	    claim->item && prose_figure_is(&figure,
	    prose->paragraph.claim.figure.value));
	prose->sentence.member.name.n = 0;
	if (verdict->also != NULL && !zero) {
		struct prose_claim first = *claim;

		claim = prose_claim(prose, verdict->also->item,
		    verdict_col(prose, verdict->also), &figure, i);
		claim->scope = first.scope;
		claim->part = first.part;
		claim->presumed = verdict->also->first;
		claim->source = verdict->also->row;
		claim->licence = first.licence;
		claim->words = first.words;
	}
}

/* Whether the figure is of a time that is no report's: a plan. */
static bool
is_plan(const struct prose *prose, const struct decision *decision)
{
	return !decision->dated && (prose_said(prose, STEER_NEXT_YEAR) ||
	    prose->clause.year > prose->document.year);
}

/* What was counted, and how, for figures that follow: the words' own, and where
 * they have no object, what the decision takes it for. */
static struct classes
objects_of(const struct prose *prose, const struct verdict *verdict)
{
	struct classes said = prose->segment.own;
	struct classes objects = prose->lexicon.kind[CLASS_OBJECT];

	if (classes_meet(said, objects) || verdict->decision == NULL ||
	    classes_meet(prose->sentence.carried, objects))
		return said;
	for (int i = 0; i < verdict->decision->needs; i++)
		said = classes_join(said, classes_both(objects,
		    verdict->decision->need[i].any));
	return said;
}

/* The figure that stands right before the figure I, but for a pause; NULL: none
 * does. */
static const struct figure *
figure_before(const struct prose *prose, size_t i)
{
	const struct token *token = i > 0 ? prose_token(prose, i - 1) : NULL;

	if (token != NULL && token->kind == TOKEN_COMMA && i > 1 &&
	    marks_at(MARK_PAUSE, prose_text(prose, i - 1, i)) > 0)
		token--;
	return token != NULL && token->kind == TOKEN_FIGURE ? token->figure :
	    NULL;
}

/* 推送64期、72篇: the same thing measured twice.  Whether the figure I is the
 * second measure of what was claimed last; the claim has the better one then. */
static bool
is_second_measure(struct prose *prose, size_t i)
{
	const struct figure *figure = prose_token(prose, i)->figure;
	const struct figure *before = figure_before(prose, i);
	struct prose_claim  *last;

	if (before == NULL || prose->sentence.claims == 0 ||
	    figure->kind != UNIT_COUNT || before->kind != UNIT_COUNT ||
	    slice_eq(figure->unit, before->unit) ||
	    prose->segment.to > i + 1)
		return false;
	last = &prose->sentence.claim[prose->sentence.claims - 1];
	if (!prose_figure_is(&last->figure, before->value) ||
	    (last->item->units & measures_unit(&prose->measures,
	    figure->unit)) == 0)
		return false;
	if (item_unit_rank(last->item, figure->unit) <
	    item_unit_rank(last->item, before->unit))
		last->figure = *figure;
	return true;
}

/* 28条短视频播放量达36万: what the figure I counts tells of the next one. */
static bool
is_told_by_next(const struct prose *prose, size_t i)
{
	return prose->segment.to == i + 1 && prose_is_content(prose, i + 1) &&
	    !prose_ends_clause(prose, i + 1) &&
	    classes_meet(prose_token(prose, i + 1)->classes,
	    prose->lexicon.kind[CLASS_OBJECT]) &&
	    !classes_meet(prose->segment.before, prose->lexicon.content);
}

/* Reads the figure at hand as a part of the open list; of one that is of something
 * unknown, by its name.  False if it is none. */
static bool
take_as_part(struct prose *prose, const struct verdict *verdict)
{
	const size_t            claims = prose->sentence.claims;
	const struct open_list *top;

	if (!lists_take(prose, verdict))
		return false;
	top = lists_top(prose);
	if (prose->sentence.claims == claims && top != NULL &&
	    top->depth == 0 && (top->head == NULL || (top->head->share.n > 0 &&
	    verdict->decision == NULL)))
		(void)named_left(prose, verdict->decision != NULL);
	return true;
}

/* 举办培训3次，组织竞赛1次，参加60人: behind something unknown that was done and counted, what was
 * counted before is not what is spoken of. */
static void
forget_objects(struct prose *prose)
{
	const struct classes *kind = prose->lexicon.kind;
	const struct classes  disclosing = classes_join(
	    prose_steering(prose, STEER_PROACTIVE),
	    prose_steering(prose, STEER_PUBLISH));

	if (prose->sentence.uncounted && prose->segment.looses > 0 &&
	    !prose_has(prose, prose->sentence.carried, STEER_REQUEST) &&
	    !prose_has(prose, prose->sentence.carried, STEER_APPLY) &&
	    classes_meet(prose->segment.own,
	    classes_less(kind[CLASS_VERB], disclosing)) &&
	    !classes_meet(prose->segment.own, kind[CLASS_OBJECT]))
		prose->sentence.carried = classes_less(prose->sentence.carried,
		    kind[CLASS_OBJECT]);
}

/* Keeps the outlet of the figure at hand, of VERDICT, for those behind, unless that is what
 * it disclosed; in a ROW with outlets that are counted, 微信2个，微博1个，发布12条, all of
 * them. */
static void
carry_outlet(struct prose *prose, const struct verdict *verdict, bool row)
{
	struct prose_sentence *sentence = &prose->sentence;
	const bool             kin = verdict->decision != NULL &&
	    (verdict->decision->item->share.n > 0 ||
	    item_is_member(prose->measures.listing,
	    verdict->decision->item->code));

	if (!classes_any(prose->segment.outlet)) {
		sentence->outlet_left |= !kin && classes_meet(
		    prose->segment.own, classes_less(
		    prose->lexicon.kind[CLASS_VERB],
		    prose->decisions.listing));
		return;
	}
	if (kin && verdict->licensed)
		sentence->outlet = (struct classes){ { 0 } };
	else if (row && sentence->uncounted)
		sentence->outlet = classes_join(sentence->outlet,
		    prose->segment.outlet);
	else
		sentence->outlet = prose->segment.outlet;
	sentence->outlet_left = false;
}

void
prose_read_figure(struct prose *prose, size_t i)
{
	const struct figure *figure = prose_token(prose, i)->figure;
	struct verdict       verdict;
	bool                 row;

	if (figure->kind == UNIT_SHARE && share_take_rate(prose))
		return;
	if (is_blocked(prose) || is_second_measure(prose, i) ||
	    is_told_by_next(prose, i))
		return;
	if (figure->kind == UNIT_SHARE && (lists_take_share(prose) ||
	    share_take_part(prose)))
		return;
	if (is_comparison(prose, i))
		return;
	lists_open_proved(prose);
	verdict = verdict_of(prose, taken_over(prose));
	refuse_misread(prose, &verdict);
	refuse_inherited(prose, &verdict);
	prose_tell(prose, &verdict);
	if (verdict.decision != NULL && verdict.decision->dated)
		prose->clause.year = prose->sentence.year;
	if (figure->kind == UNIT_SHARE && (verdict.decision == NULL ||
	    !verdict.licensed)) {
		if (prose->segment.looses == 0)
			prose->sentence.pending = prose->segment.own;
		return;
	}
	if ((verdict.decision == NULL && (lists_narrow_suits(prose) ||
	    claim_bare(prose) || zeros_read_heading(prose))) ||
	    zeros_read_each(prose) || take_as_part(prose, &verdict))
		return;
	if (figure->kind == UNIT_NONE && !verdict.licensed && !classes_meet(
	    prose->segment.own, prose->lexicon.content))
		return;			/* 邮编：530000 */
	refuse_total(prose, &verdict);
	row = prose->sentence.uncounted;
	prose_carry(prose, objects_of(prose, &verdict), (struct classes){ { 0 } });
	prose->sentence.uncounted = verdict.decision == NULL &&
	    figure->kind == UNIT_COUNT && !prose_has(prose,
	    prose->segment.own, STEER_INFORMATION) &&	/* 52条信息中 */
	    !prose_is(prose, prose->segment.to, STEER_OF_INFORMATION);
	if (prose->sentence.uncounted || (verdict.decision != NULL &&
	    verdict.decision->item->share.n == 0))
		prose->sentence.counted = true;
	if (verdict.decision == NULL) {
		prose->sentence.head.head = NULL;
		forget_objects(prose);
		if (!named_go_on(prose, &verdict) && !named_begin(prose))
			(void)named_left(prose, false);
	} else if (!is_plan(prose, verdict.decision))
		claim_verdict(prose, &verdict);
	carry_outlet(prose, &verdict, row);
}
