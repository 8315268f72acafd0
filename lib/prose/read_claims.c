/* From sentences to facts: clause by clause, with what the clauses before have
 * said about year, office, subject and outlet. */
#include "base/digits.h"
#include "text/fold.h"
#include "internal.h"
#include "marks.h"
#include "part_words.h"
#include "running_title.h"

/* Whether words before the figure make it no claim of this year's. */
static bool
is_blocked(const struct prose *prose)
{
	return prose->paragraph.future || prose->sentence.plan ||
	    prose_said(prose, STEER_RATE) || prose_said(prose, STEER_NONE) ||
	    prose_said(prose, STEER_NEGATIVE) ||
	    prose_is(prose, prose->segment.figure + 1, STEER_MEANS) ||
	    prose_has(prose, prose->segment.own, STEER_RATE);
}

/* Whether the figure I is the last of its clause. */
static bool
is_last(const struct prose *prose, size_t i)
{
	return prose_ends_clause(prose, i + 1) &&
	    prose_token(prose, i + 1)->start == prose_token(prose, i)->end;
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
	if (at > 0 && before.p[at - 1] == '|')
		return true;
	while (at > unit && before.p[at - unit - 1] != ' ')
		unit++;
	return at < before.n && unit > 0 && unit <= UNIT_BYTES && at > unit;
}

/* Whether a verb stands before the figure I, the first of its clause, which no blank
 * sets apart: 共受理申请0. */
static bool
is_told(const struct prose *prose, size_t i)
{
	if (i == 0 || prose_token(prose, i - 1)->end !=
	    prose_token(prose, i)->start || prose_text(prose, i - 1, i).p[
	    prose_text(prose, i - 1, i).n - 1] == ' ')
		return false;
	while (i > 0 && !prose_ends_clause(prose, --i))
		if (prose_token(prose, i)->kind == TOKEN_FIGURE ||
		    prose_token(prose, i)->kind == TOKEN_DAMAGED)
			return false;
		else if (prose_is_content(prose, i) && classes_meet(
		    prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]))
			return true;
	return false;
}

/* Whether the figure I has a unit, or stands where a sentence has one that
 * has none: at the end of its clause. */
static bool
is_placed(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	if (token->figure->kind != UNIT_NONE)
		return true;
	if (i > 0 && prose_is(prose, i - 1, STEER_AND_SO_ON))
		return false;
	if (!is_last(prose, i) || is_in_row((struct slice){
	    prose->sentence.cut.text.p, token->start }))
		return false;
	return prose->paragraph.marked ||
	    token->figure->state == FIGURE_APPROX ||
	    (prose_figure_is(token->figure, "0") && is_told(prose, i));
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

/* What is said of later figures: objects, verbs, the outlet. */
static void
carry(struct prose *prose, struct classes said, struct classes outlet)
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
	}
}

/* Whether the figure at hand is only what something is compared with, or by how
 * much: then what it arrives at may follow (较上年减少3件，为12件). */
static bool
is_comparison(struct prose *prose, size_t i)
{
	const struct classes own = prose->segment.own;

	if (!prose_has(prose, own, STEER_COMPARE) &&
	    !prose_said(prose, STEER_COMPARE))
		return false;
	if (prose_has(prose, own, STEER_REACH))
		return false;
	prose_claim_change(prose, i);
	carry(prose, own, (struct classes){ { 0 } });
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

/* Whether 累计 was said of the figure at hand, which counts ITEM, and no year; of all
 * that is disclosed by its own words: 全年新增12条，累计公开80条. */
static bool
is_since(const struct prose *prose, const struct item *item)
{
	const struct segment *segment = &prose->segment;

	if (!prose_has(prose, segment->before, STEER_TOTAL) ||
	    prose_has(prose, segment->before, STEER_THIS_YEAR))
		return false;
	for (size_t i = segment->from; i < segment->figure; i++)
		if (prose_token(prose, i)->kind == TOKEN_YEAR)
			return false;
	return !prose->sentence.this_year || item == prose->measures.listing;
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
	    decision->col, &figure, i);

	claim->source = decision->row;
	claim->dated = decision->dated;
	claim->part = verdict->rest;
	claim->licence = verdict_licence(prose, decision);
	claim->since = is_since(prose, decision->item);
	claim->words = part_name(prose);
	if (prose->sentence.other.n > 0 && claim->part.n == 0)
		claim->part = prose->sentence.other;
	if (segment->whose.n > 0)
		claim->scope.whose = segment->whose;
	else if (prose_has(prose, segment->own, STEER_SELF))
		claim->scope.whose.n = 0;
	take_scope_before(prose, claim);
	if (claim->part.n == 0)
		lists_set_head(prose, claim);
	else
		prose->sentence.head.head = NULL;
	/* 公开67条。全文电子化67条: the part is the whole. */
	prose->sentence.partial = claim->part.n > 0 &&
	    claim->item->share.n > 0 && !(prose->paragraph.claim.item ==
	    claim->item && prose_figure_is(&figure,
	    prose->paragraph.claim.figure.value));
	prose->sentence.member.n = 0;
	if (verdict->also != NULL && !zero) {
		struct prose_claim first = *claim;

		claim = prose_claim(prose, verdict->also->item,
		    verdict->also->col, &figure, i);
		claim->scope = first.scope;
		claim->part = first.part;
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

/* 行政许可类5件: a kind of something, whatever it is. */
static void
refuse_kind(const struct prose *prose, struct verdict *verdict)
{
	size_t last = prose->segment.figure;

	while (last > prose->segment.from &&
	    prose_is(prose, last - 1, STEER_COUNT))
		last--;
	if (!verdict->licensed || last == prose->segment.from ||
	    prose_is_filler(prose, last - 1) ||
	    !marks_end(MARK_KIND, prose_text(prose, last - 1, last)))
		return;
	verdict->licensed = false;
	verdict->rest = part_name(prose);
}

static void
read_figure(struct prose *prose, size_t i)
{
	const struct figure *figure = prose_token(prose, i)->figure;
	struct verdict       verdict;

	if (is_blocked(prose) || is_second_measure(prose, i) ||
	    is_told_by_next(prose, i))
		return;
	if (figure->kind == UNIT_SHARE && lists_take_share(prose))
		return;
	if (is_comparison(prose, i))
		return;
	verdict = verdict_of(prose, taken_over(prose));
	if (verdict.licensed && verdict.decision->minds_outlet &&
	    prose->sentence.narrowed.n > 0 && !classes_within(
	    prose->sentence.narrowed_to, verdict.decision->allowed) &&
	    !classes_meet(prose->segment.own,
	    prose->lexicon.kind[CLASS_OBJECT])) {
		verdict.licensed = false;
		verdict.rest = prose->sentence.narrowed;
	}
	prose_tell(prose, &verdict);
	if (verdict.decision != NULL && verdict.decision->dated)
		prose->clause.year = prose->sentence.year;
	if (figure->kind == UNIT_SHARE && (verdict.decision == NULL ||
	    !verdict.licensed)) {
		if (prose->segment.looses == 0)
			prose->sentence.pending = prose->segment.own;
		return;
	}
	if ((verdict.decision == NULL && (claim_bare(prose) ||
	    zeros_read_heading(prose))) ||
	    zeros_read_each(prose) || lists_take(prose, &verdict))
		return;
	if (figure->kind == UNIT_NONE && !verdict.licensed && !classes_meet(
	    prose->segment.own, prose->lexicon.content))
		return;			/* 邮编：530000 */
	note_refusal(prose, &verdict);
	refuse_kind(prose, &verdict);
	carry(prose, objects_of(prose, &verdict), (struct classes){ { 0 } });
	prose->sentence.uncounted = verdict.decision == NULL &&
	    figure->kind == UNIT_COUNT && !prose_has(prose,
	    prose->segment.own, STEER_INFORMATION);
	if (prose->sentence.uncounted || (verdict.decision != NULL &&
	    verdict.decision->item->share.n == 0))
		prose->sentence.counted = true;
	if (verdict.decision == NULL)
		prose->sentence.head.head = NULL;
	else if (!is_plan(prose, verdict.decision))
		claim_verdict(prose, &verdict);
	if (classes_any(prose->segment.outlet))
		prose->sentence.outlet = !verdict.licensed ||
		    (verdict.decision->item->share.n == 0 &&
		    classes_within(prose->lexicon.kind[CLASS_OUTLET],
		    verdict.decision->outlets)) ?
		    prose->segment.outlet : (struct classes){ { 0 } };
}

/* What a clause without a figure says of those that follow. */
static void
note_words(struct prose *prose, size_t from, size_t end)
{
	struct prose_sentence *sentence = &prose->sentence;
	struct classes         said = { { 0 } };
	bool                   joined = false, about = false;

	for (size_t i = from; i < end; i++)
		joined = joined || prose_token(prose, i)->kind == TOKEN_PAUSE ||
		    prose_is(prose, i, STEER_AND) || (prose_is_content(prose, i) &&
		    classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]));
	for (size_t i = from; i < end; i++) {
		said = classes_join(said, prose_token(prose, i)->classes);
		if (!joined && prose_is(prose, i, STEER_BELOW))
			sentence->whose = prose_text(prose, i, i + 1);
		else if (prose_is(prose, i, STEER_SELF))
			sentence->whose.n = 0;
		about = about || prose_is(prose, i, STEER_ABOUT);
		if ((!about && prose_is(prose, i, STEER_OTHER)) ||
		    prose_is(prose, i, STEER_EXCLUDING))
			sentence->other = prose_text(prose, i, i + 1);
	}
	if (!prose_has(prose, said, STEER_NONE) &&
	    !(prose_has(prose, said, STEER_CAUSE) &&	/* 涉及…等方面 */
	    (prose_has(prose, said, STEER_FIELD) ||
	    prose_has(prose, said, STEER_AND_SO_ON))))
		carry(prose, said, classes_both(said,
		    prose->lexicon.kind[CLASS_OUTLET]));
	if (prose_has(prose, said, STEER_COMPARE))
		sentence->pending = sentence->carried;
}

/* 招标公告均通过网站公开，全年发布18条: what was disclosed is named, and is not
 * all there is. */
static void
note_narrowing(struct prose *prose, size_t from, size_t end)
{
	struct classes listing = prose->decisions.listing;
	struct classes things = { { 0 } };
	bool           verb = false, thing = false;

	for (size_t i = from; i < end; i++) {
		struct classes classes = prose_token(prose, i)->classes;

		verb = verb || classes_meet(classes, classes_both(listing,
		    prose->lexicon.kind[CLASS_VERB]));
		if (prose_is(prose, i, STEER_CATEGORY) ||
		    (prose_is_content(prose, i) && classes_meet(classes,
		    prose->lexicon.kind[CLASS_OBJECT]) &&
		    !classes_meet(classes, listing))) {
			things = classes_join(things, classes);
			thing = true;
		}
	}
	if (verb && thing) {
		prose->sentence.narrowed = prose_text(prose, from, end);
		prose->sentence.narrowed_to = things;
	}
}

/* Reads the words from FROM to END of a clause, behind its last figure. */
static void
read_words(struct prose *prose, size_t from, size_t end)
{
	if (from >= end || prose->paragraph.future || prose->sentence.plan)
		return;
	zeros_read(prose, from, end);
	note_words(prose, from, end);
	note_narrowing(prose, from, end);
}

/* 没有一件: no figure, but a negation. */
static void
drop_denied(struct prose *prose, size_t end)
{
	bool none = false;

	for (size_t i = prose->clause.first; i < end; i++) {
		struct token *token = &prose->sentence.cut.token[i];

		none = none || prose_is(prose, i, STEER_NONE);
		if (none && token->kind == TOKEN_FIGURE &&
		    (prose_figure_is(token->figure, "1") ||
		    prose_figure_is(token->figure, "0")))
			token->kind = TOKEN_ASIDE;
	}
}

/* Whether token I is 一件 in characters, which may count nothing. */
static bool
is_one(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return token->kind == TOKEN_FIGURE &&
	    prose_figure_is(token->figure, "1") &&
	    !sentence_is_digit(prose_text(prose, i, i + 1));
}

/* 所要的是一份清单, 发布一条解读一条: articles, not figures. */
static void
drop_articles(struct prose *prose, size_t end)
{
	struct token *token = prose->sentence.cut.token;
	size_t        last = end;

	for (size_t i = prose->clause.first; i < end; i++) {
		if (token[i].kind != TOKEN_FIGURE)
			continue;
		if (last + 2 == i && is_one(prose, i) && is_one(prose, last) &&
		    prose_is_content(prose, i - 1))
			token[i].kind = token[last].kind = TOKEN_ASIDE;
		else if (last < end && is_one(prose, i) &&
		    prose_is(prose, i - 1, STEER_COUNT))
			token[i].kind = TOKEN_ASIDE;
		last = i;
	}
}

/* Whether what was counted last has parts by kind. */
static bool
is_listed(const struct prose *prose)
{
	const struct open_list *head = prose->sentence.head.head != NULL ||
	    prose->paragraph.age > 1 ? &prose->sentence.head :
	    &prose->paragraph.last;

	return head->head != NULL && head->head->share.n > 0;
}

/* Whether nothing but commas and words that restrict nothing stands between the last
 * figure and token I. */
static bool
is_behind_figure(const struct prose *prose, size_t i)
{
	while (i > 0 && prose_token(prose, i - 1)->kind != TOKEN_FIGURE) {
		i--;
		if (prose_token(prose, i)->kind == TOKEN_UNKNOWN ||
		    (prose_token(prose, i)->kind == TOKEN_WORD &&
		    !prose_is_filler(prose, i)))
			return false;
	}
	return i > 0;
}

/* 公开的信息中: a list whose head has no figure. */
static void
open_list_at(struct prose *prose, size_t i)
{
	const struct item *listing = prose->measures.listing;
	struct classes     verbs = classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_VERB]);

	if (lists_top(prose) == NULL && listing != NULL &&
	    i > prose->clause.first && classes_meet(prose->clause.said, verbs) &&
	    (prose_is(prose, i, STEER_OF_INFORMATION) ? !is_listed(prose) :
	    prose->sentence.head.head == NULL &&
	    prose_ends_clause(prose, i + 1)))
		prose->sentence.head = (struct open_list){ .head = listing,
		    .scope = prose_scope(prose, listing) };
	lists_open(prose, is_behind_figure(prose, i));
}

/* 推送268期892条: what the issues had in all is counted behind. */
static void
drop_issues(struct prose *prose, size_t i)
{
	struct token *token = &prose->sentence.cut.token[i];
	size_t        next = i + 1;

	if (prose_token(prose, next)->kind == TOKEN_PAUSE ||
	    prose_token(prose, next)->kind == TOKEN_COMMA)
		next++;
	if (prose_token(prose, next)->kind == TOKEN_FIGURE &&
	    prose_token(prose, next)->figure->kind == UNIT_COUNT &&
	    marks_end(MARK_ISSUE, token->figure->unit) &&
	    (prose->measures.listing->units & measures_unit(&prose->measures,
	    prose_token(prose, next)->figure->unit)) != 0 &&
	    !marks_end(MARK_ISSUE, prose_token(prose, next)->figure->unit))
		token->kind = TOKEN_ASIDE;
}

/* Reads the clause before token END. */
static void
read_clause(struct prose *prose, size_t end)
{
	size_t from = prose->clause.first;

	prose->clause.end = end;
	prose->clause.said = (struct classes){ { 0 } };
	lists_begin_clause(prose);
	drop_denied(prose, end);
	drop_articles(prose, end);
	for (size_t i = from; i < end; i++) {
		const struct token *token = prose_token(prose, i);

		prose_see_time(prose, i);
		if (prose_is(prose, i, STEER_PLAN))
			prose->sentence.plan = true;
		if (prose_is(prose, i, STEER_FUTURE))
			prose->paragraph.future = true;
		if (prose_is(prose, i, STEER_AMONG))
			open_list_at(prose, i);
		if (token->kind == TOKEN_FIGURE)
			drop_issues(prose, i);
		if (token->kind == TOKEN_FIGURE && is_placed(prose, i)) {
			segment_read(prose, from, i, end);
			read_figure(prose, i);
			from = prose->segment.to;
			if (from > i + 1 && prose_is(prose, from - 1, STEER_AMONG))
				open_list_at(prose, from - 1);
			i = from - 1;
		} else
			prose->clause.said = classes_join(prose->clause.said,
			    token->classes);
	}
	read_words(prose, from, end);
	prose_end_time(prose, end);
}

/* Whether there is a figure in the brackets that open at token I. */
static bool
has_figure_inside(const struct prose *prose, size_t i)
{
	while (prose_token(prose, ++i)->kind != TOKEN_CLOSE &&
	    prose_token(prose, i)->kind != TOKEN_END)
		if (prose_token(prose, i)->kind == TOKEN_FIGURE)
			return true;
	return false;
}

static void
read_sentence(struct prose *prose)
{
	const struct sentence *sentence = &prose->sentence.cut;

	prose->clause.first = 0;
	if (prose->sentence.offset == 0 && prose->paragraph.last.head != NULL)
		lists_open(prose, false);
	for (size_t i = 0; i <= sentence->tokens; i++) {
		if (!prose_ends_clause(prose, i))
			continue;
		read_clause(prose, i);
		prose->clause.first = i + 1;
		if (sentence->token[i].kind == TOKEN_OPEN && i > 0 &&
		    sentence->token[i - 1].kind == TOKEN_FIGURE &&
		    has_figure_inside(prose, i))
			lists_open_bracket(prose);
		else if (sentence->token[i].kind == TOKEN_CLOSE)
			lists_close_bracket(prose);
		else if (sentence->token[i].kind == TOKEN_COLON && i > 0 &&
		    sentence->token[i - 1].kind == TOKEN_FIGURE &&
		    prose->sentence.head.head != NULL)
			lists_open(prose, false);	/* 公开208条：财政信息14条 */
	}
}

static void
begin_sentence(struct prose *prose)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	sentence->ever = sentence->as_of = sentence->as_of_date = false;
	sentence->year = prose->clause.year = paragraph->year;
	sentence->this_year = sentence->plan = sentence->refused = false;
	sentence->via = false;
	sentence->period.n = sentence->whose.n = sentence->other.n =
	    sentence->narrowed.n = 0;
	sentence->carried = sentence->heard = sentence->outlet =
	    sentence->pending = (struct classes){ { 0 } };
	sentence->lists = sentence->depth = sentence->claims = 0;
	sentence->changes = 0;
	prose->document.sentences++;
	sentence->head.head = sentence->nested.head = NULL;
	sentence->headings = 0;
	sentence->member.n = 0;
	sentence->sorted = sentence->counted = sentence->uncounted = false;
	paragraph->age++;
	paragraph->heads_age++;
	sentence->partial = paragraph->age <= 1 && paragraph->partial;
	if (paragraph->age <= 1 && paragraph->last.head != NULL)
		sentence->carried = paragraph->last.objects;
}

/* Whether the sentence only said more of what the one before counted: 按申请方式分
 * after 收到申请. */
static bool
goes_on_with_last(const struct prose *prose)
{
	const struct prose_sentence  *sentence = &prose->sentence;
	const struct prose_paragraph *paragraph = &prose->paragraph;

	return sentence->claims > 0 && paragraph->age <= 1 &&
	    paragraph->last.head != NULL && item_is_member(
	    paragraph->last.head, sentence->claim[0].item->code);
}

/* Keeps the last claim of the sentence that is of no part: 均已答复 may follow. */
static void
note_whole(struct prose *prose)
{
	struct prose_paragraph *paragraph = &prose->paragraph;
	size_t                  i = prose->sentence.claims;

	while (i > 0 && zeros_is_part(&prose->sentence.claim[i - 1]))
		i--;
	paragraph->whole.item = NULL;
	if (i == 0)
		return;
	paragraph->whole = prose->sentence.claim[i - 1];
	paragraph->whole_number = prose_claim_number(prose,
	    &prose->sentence.claim[i - 1]);
}

/* What the sentence leaves to the next one: 。其中… goes on with its head, and a
 * list with shares with another part. */
static void
end_sentence(struct prose *prose)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	if (sentence->claims > 0) {
		paragraph->claim = sentence->claim[sentence->claims - 1];
		paragraph->claim_number = prose_claim_number(prose,
		    &sentence->claim[sentence->claims - 1]);
		note_whole(prose);
	}
	if (sentence->headings > 0) {
		memcpy(paragraph->head, sentence->heading,
		    sizeof(paragraph->head));
		paragraph->heads = sentence->headings;
		paragraph->heads_age = 0;
	}
	paragraph->partial = sentence->partial && sentence->lists == 0;
	if (paragraph->partial)
		paragraph->last.head = NULL;
	else if (sentence->lists > 0 && sentence->list[0].head != NULL)
		paragraph->last = sentence->list[0];
	else if (sentence->head.head != NULL)
		paragraph->last = sentence->head;
	else if (!goes_on_with_last(prose))
		return;
	paragraph->age = 0;
}

/* The classes of the words in TEXT, which OPENING opens. */
static struct classes
words_of(struct prose *prose, struct slice text, const struct opening *opening)
{
	struct sentence *cut = &prose->sentence.cut;
	struct classes   set = { { 0 } };

	(void)sentence_read(cut, &prose->lexicon, text, opening,
	    prose->document.year);
	for (size_t i = 0; i < cut->tokens; i++)
		set = classes_join(set, cut->token[i].classes);
	return set;
}

/* 二、 before a short sentence that claims nothing makes it a HEADING too, but 二是
 * does not.  Whether it is one. */
static bool
note_heading(struct prose *prose, struct slice text, bool heading)
{
	size_t enumerator;

	if (text.n > HEADING_MAX ||
	    fold_enumerator(text).kind == ENUMERATOR_RUN_IN)
		return false;
	enumerator = sentence_enumerator(text);
	if (enumerator == 0 && !heading)
		return false;
	memcpy(prose->document.heading_text, text.p, text.n);
	prose->document.heading_n = text.n;
	prose->document.heading_from = enumerator;
	return true;
}

/* The classes of the last heading: found when a paragraph below claims, as most
 * headings have none that does. */
static struct classes
heading_classes(struct prose *prose)
{
	struct prose_document *document = &prose->document;
	struct slice           text = { document->heading_text,
	    document->heading_n };

	if (text.n > 0) {
		size_t               n = document->heading_from;
		const struct opening opening = { n,
			sentence_heading(text, n) };

		document->heading = words_of(prose, text, &opening);
	}
	document->heading_n = 0;
	return document->heading;
}

/* The bytes of the phrase that TEXT opens with if it may say what follows is
 * about: it is the heading of OPENING, or has its enumerator, is short, ends in
 * 方面 or before a colon.  0: it may not. */
static size_t
opening_length(struct slice text, const struct opening *opening)
{
	enum { OPENING_MAX = 72 };	/* bytes */
	size_t       n = opening->enumerator, at;
	struct slice rest;

	if (opening->heading > 0)
		return opening->heading;
	for (at = n; at < text.n && at <= n + OPENING_MAX; at++) {
		rest = slice_from(text, at);
		if (is_digit(*rest.p))
			return 0;
		if (marks_between(rest) && (marks_at(MARK_COLON, rest) > 0 ||
		    marks_at(MARK_COMMA, rest) > 0))
			break;
	}
	if (at + 3 >= text.n || at > n + OPENING_MAX)
		return 0;
	return n > 0 || marks_at(MARK_COLON, rest) > 0 ||
	    marks_end(MARK_OPENING, (struct slice){ text.p, at }) ? at : 0;
}

/* 依申请公开方面，…: what opens a paragraph may say what it is about. */
static void
note_opening(struct prose *prose, struct slice text,
    const struct opening *opening)
{
	size_t         n = opening_length(text, opening);
	struct classes words;

	if (n == 0)
		return;
	words = words_of(prose, (struct slice){ text.p, n }, opening);
	if (!prose_has(prose, words, STEER_NONE) &&
	    !prose_has(prose, words, STEER_AMONG) &&
	    classes_meet(words, classes_join(classes_less(
	    prose->lexicon.content, classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_OBJECT])),
	    prose->lexicon.kind[CLASS_OUTLET])))
		prose->paragraph.topic = words;
}

static void
begin_paragraph(struct prose *prose)
{
	struct prose_paragraph *paragraph = &prose->paragraph;

	paragraph->future = false;
	paragraph->claim.item = paragraph->whole.item = NULL;
	paragraph->partial = false;
	paragraph->year = 0;
	if (!paragraph->goes_on) {
		paragraph->last.head = NULL;
		paragraph->heads_age++;
	}
	paragraph->age = 0;
}

/* Finds the figures of the sentence at hand that add up to another one, or to one
 * of those before. */
static void
find_sums(struct prose *prose)
{
	enum { NEAR = 1, FAR = 4 };	/* sentences */
	const struct prose_paragraph *paragraph = &prose->paragraph;
	struct sums_before            before = {
		.heads = paragraph->heads_age <= FAR ? paragraph->heads : 0,
		.far = paragraph->heads_age > NEAR };

	for (size_t i = 0; i < before.heads; i++)
		if (!before.far || !paragraph->head[i].scope.ever)
			before.count[i] = paragraph->head[i].count;
	sums_find(&prose->sentence.sums, &prose->sentence.cut,
	    &prose->lexicon, &before);
}

/* Reads TEXT, a sentence that may claim something, which begins at START with
 * OPENING. */
static void
read_claims(struct prose *prose, struct slice text, size_t start,
    struct opening opening)
{
	size_t done = start == 0 ? running_title(text) : 0;

	while (done < text.n) {
		struct slice rest = slice_from(text, done);

		prose->sentence.offset = start + done;
		if (done > 0)
			opening = sentence_opening(rest);
		done += sentence_read(&prose->sentence.cut, &prose->lexicon,
		    rest, &opening, prose->document.year);
		outlets_settle(prose);
		find_sums(prose);
		read_sentence(prose);
		end_sentence(prose);
		prose_write_claims(prose);
	}
}

/* What the headings above say the paragraph is about. */
static void
begin_topic(struct prose *prose, bool heading)
{
	struct prose_paragraph *paragraph = &prose->paragraph;

	paragraph->topic = heading_classes(prose);
	if (!heading)
		paragraph->topic = classes_join(paragraph->topic,
		    lexicon_section(&prose->lexicon,
		    paragraph->passage.section));
}

/* Whether TEXT, which states no figure, may say that of the sentence before of
 * something else: 以上申请均已答复. */
static bool
may_say_again(const struct prose *prose, struct slice text)
{
	const struct marks *marks = marks_of(MARK_AGAIN);

	if (prose->paragraph.claim.item == NULL || prose->paragraph.age > 1)
		return false;
	for (size_t i = 0; i < marks->marks; i++)
		if (slice_find(text, marks->mark[i]) != NULL)
			return true;
	return false;
}

/* Reads the sentences of a paragraph of which one may claim something. */
static void
read_sentences(struct prose *prose, struct slice whole)
{
	size_t before = 0;

	for (size_t at = 0, n; at < whole.n; at += n) {
		struct slice   text = slice_from(whole, at), rest = text;
		struct opening opening = { 0, 0 };
		bool           may_claim;

		n = sentence_length(text, prose->document.year, &may_claim);
		rest.n = n;
		begin_sentence(prose);
		prose->paragraph.before = before;
		before = at;
		opening.enumerator = sentence_enumerator(rest);
		if (opening.enumerator > 0)
			opening.heading = sentence_heading(text,
			    opening.enumerator);
		if (at == 0 || opening.enumerator > 0)
			note_opening(prose, text, &opening);
		if (may_claim || may_say_again(prose, rest))
			read_claims(prose, rest, at, opening);
	}
}

/* Whether a sentence of WHOLE may claim something, and how long the first one
 * is, and whether that does. */
static bool
may_claim(const struct prose *prose, struct slice whole, size_t *first,
    bool *first_claims)
{
	int  year = prose->document.year;
	bool claims;

	*first = sentence_length(whole, year, first_claims);
	claims = *first_claims;
	for (size_t at = *first; at < whole.n && !claims;)
		at += sentence_length(slice_from(whole, at), year, &claims);
	return claims;
}

void
prose_read_paragraph(struct prose *prose)
{
	const struct passage *passage = &prose->paragraph.passage;
	struct slice          whole = buffer_slice(&passage->text);
	size_t                first;
	bool                  first_claims, is_heading;
	/* Most paragraphs claim nothing: nothing of them is cut into words. */
	bool claims = may_claim(prose, whole, &first, &first_claims);

	begin_paragraph(prose);
	prose->paragraph.goes_on = marks_end(MARK_COLON, whole);
	is_heading = (passage->heading || !first_claims) &&
	    note_heading(prose, (struct slice){ whole.p, first },
	    passage->heading);
	if (!claims || !passage_is_prose(passage))
		return;
	begin_topic(prose, is_heading);
	prose->paragraph.marked = passage_is_marked(passage);
	read_sentences(prose, whole);
}
