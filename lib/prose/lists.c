/* The parts of a list: 其中机构设置类信息5条，占12.8%; … */
#include <stdlib.h>

#include "base/left_out.h"
#include "marks.h"
#include "part_words.h"

enum { REQUEST_NAME_MAX = 36 };	/* bytes */

static void
push(struct prose *prose, struct open_list list)
{
	struct prose_sentence *sentence = &prose->sentence;

	if (sentence->lists == LISTS_MAX) {
		left_out("brackets nested deeper than are read");
		return;
	}
	list.depth = sentence->depth;
	sentence->list[sentence->lists++] = list;
}

/* What the parts of the figure at hand are marked with. */
static unsigned
sum_of(const struct prose *prose)
{
	const struct token *token =
	    prose_token(prose, prose->segment.figure);

	return token->kind == TOKEN_FIGURE ? SUMS_FIGURE +
	    (unsigned)(token->figure - prose->sentence.cut.figure) :
	    SUMS_NOTHING;
}

/* The list that the figure at hand, which CLAIM is of, heads. */
static struct open_list
headed_by(struct prose *prose, const struct prose_claim *claim)
{
	struct prose_sentence *sentence = &prose->sentence;
	struct open_list       list = { .head = claim->item,
	    .unit = claim->figure.unit, .scope = claim->scope,
	    .claim = prose_claim_number(prose, claim), .sum = sum_of(prose),
	    .count = sums_count(&claim->figure) };

	if (sentence->headings == SUMS_HEADS)
		sentence->headings--;
	sentence->heading[sentence->headings++] = list;
	return list;
}

void
lists_set_head(struct prose *prose, const struct prose_claim *claim)
{
	if (!claim->item->head)
		return;
	prose->sentence.head = headed_by(prose, claim);
	prose->sentence.head.objects = prose->sentence.carried;
}

/* The head that 其中 refers to: the last figure of this sentence, else, if there is
 * none, of the one before. */
static const struct open_list *
head_of(const struct prose *prose)
{
	if (prose->sentence.head.head != NULL)
		return &prose->sentence.head;
	if (prose->paragraph.age <= 1 && !prose->sentence.counted &&
	    prose->paragraph.last.head != NULL)
		return &prose->paragraph.last;
	return NULL;
}

void
lists_open(struct prose *prose, bool behind_figure)
{
	const struct open_list *head = head_of(prose);
	struct open_list       *top = lists_top(prose);

	if (top != NULL) {
		top->open = true;
		return;
	}
	if (prose->sentence.head.head == NULL &&
	    (prose->sentence.partial ||
	    (behind_figure && prose->sentence.uncounted))) {
		push(prose, (struct open_list){ .open = true });
		return;
	}
	if (head == NULL)
		return;
	push(prose, *head);
	lists_top(prose)->open = true;
	if (head == &prose->paragraph.last)
		prose->sentence.carried = head->objects;
}

void
lists_open_bracket(struct prose *prose)
{
	struct open_list list = lists_top(prose) == NULL ?
	    prose->sentence.head : prose->sentence.nested;

	if (prose->sentence.depth < LISTS_MAX) {
		prose->sentence.outside[prose->sentence.depth] =
		    prose->sentence.member;
		prose->sentence.bracket[prose->sentence.depth] =
		    prose_token(prose, prose->clause.first)->start;
	}
	prose->sentence.depth++;
	push(prose, list);
	lists_top(prose)->open = true;
}

/* A share behind a bracket is none of the last part in it, but of what stood
 * before: 子站信息20条（机关12条，直属单位8条），占20% */
static void
forget_inside(struct prose_sentence *sentence)
{
	if (sentence->depth < LISTS_MAX &&
	    sentence->member.start >= sentence->bracket[sentence->depth])
		sentence->member = sentence->outside[sentence->depth];
}

void
lists_close_bracket(struct prose *prose)
{
	struct prose_sentence *sentence = &prose->sentence;

	if (sentence->depth == 0)
		return;
	while (sentence->lists > 0 &&
	    sentence->list[sentence->lists - 1].depth >= sentence->depth)
		sentence->lists--;
	sentence->depth--;
	forget_inside(sentence);
}

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

/* A list without a head opens with a name that is clearly a kind. */
static void
open_headless(struct prose *prose, const struct verdict *verdict)
{
	const struct item *listing = prose->measures.listing;
	struct slice       name = part_name(prose);
	struct classes     verbs = prose->lexicon.kind[CLASS_VERB];

	if (lists_top(prose) == NULL && goes_on_from_before(prose, name))
		push(prose, prose->paragraph.last);
	if (lists_top(prose) != NULL || listing == NULL ||
	    !part_is_typed(prose, name) ||
	    classes_meet(prose->segment.own, verbs) ||
	    (verdict->decision != NULL && verdict->licensed))
		return;
	if (is_about_other(prose) ||
	    (prose->sentence.head.head == NULL && named_follows(prose)))
		return;
	if (prose->sentence.head.head != NULL ?
	    prose->sentence.head.head->share.n == 0 :
	    classes_meet(classes_less(prose->sentence.carried,
	    prose->decisions.listing), prose->lexicon.kind[CLASS_OBJECT]))
		return;
	if (prose->sentence.head.head != NULL &&
	    prose->sentence.head.scope.whose.n == 0)
		push(prose, prose->sentence.head);
	else
		push(prose, (struct open_list){ .head = listing,
		    .scope = prose_scope(prose, listing) });
}

static void
close_all(struct prose *prose)
{
	prose->sentence.lists = 0;
}

/* The claim of the figure at hand for CODE, within the list TOP. */
static struct prose_claim *
claim_member(struct prose *prose, const struct open_list *top,
    const struct item *item, struct slice code, struct slice col)
{
	size_t              i = prose->segment.figure;
	struct prose_claim *claim = prose_claim(prose, item, col,
	    prose_token(prose, i)->figure, i);

	claim->code = code;
	claim->scope = top->scope;
	claim->list = top->claim;
	return claim;
}

static void
remember_member(struct prose *prose, const struct open_list *top,
    struct slice name, size_t start)
{
	prose->sentence.member = (struct last_part){ name, top->head, start };
}

/* Whether claim I was made of ITEM too, by the same words: 办理34件 counts what came
 * in and what was answered. */
static bool
is_said_twice(const struct prose_sentence *sentence, size_t i,
    const struct item *item)
{
	for (size_t j = 0; j < sentence->claims; j++)
		if (j != i && sentence->claim[j].item == item &&
		    sentence->claim[j].end == sentence->claim[i].end)
			return true;
	return false;
}

/* 共办理34件, 其中结转下年5件: what was called answered is all that came in. */
static void
rename_head(struct prose *prose, const struct item *head,
    const struct item *other)
{
	struct prose_sentence *sentence = &prose->sentence;

	for (size_t i = 0; i < sentence->claims; i++)
		if (sentence->claim[i].item != head &&
		    sentence->claim[i].item->head &&
		    item_is_kin(sentence->claim[i].item, head) &&
		    !is_said_twice(sentence, i, head))
			return;		/* 收到30件，办理34件 */
	for (size_t i = 0; i < sentence->claims; i++)
		if (sentence->claim[i].item == head &&
		    slice_eq(sentence->claim[i].code, head->code)) {
			sentence->claim[i].same |= is_said_twice(sentence, i,
			    other);
			sentence->claim[i].item = other;
			sentence->claim[i].code = other->code;
		}
}

/* A part that some decision knows: a channel, an outcome. */
static bool
take_known(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct decision *decision = verdict->decision;
	struct prose_claim    *claim;

	if (decision == NULL || !verdict->licensed ||
	    decision->item == top->head ||
	    prose->segment.whose.n > 0 ||
	    !item_is_member(top->head, decision->item->code))
		return false;
	if (decision->head != NULL && !prose_figure_is(
	    prose_token(prose, prose->segment.figure)->figure, "0") &&
	    classes_meet(top->objects, decision->after))
		rename_head(prose, top->head, decision->head);
	claim = claim_member(prose, top, decision->item, decision->item->code,
	    verdict_col(prose, decision));
	claim->source = decision->row;
	claim->dated = decision->dated;
	if (decision->item->share.n > 0) {
		claim->licence = verdict_licence(prose, decision);
		claim->words = part_name(prose);
	}
	prose->sentence.member.name.n = 0;
	prose->sentence.carried = classes_join(prose->sentence.carried,
	    classes_both(prose->segment.own,
	    prose->lexicon.kind[CLASS_OBJECT]));
	if (decision->item->head)
		prose->sentence.head = prose->sentence.nested =
		    headed_by(prose, claim);
	return true;
}

/* Whether the figure at hand has the unit UNIT. */
static bool
is_counted_in(const struct prose *prose, struct slice unit)
{
	return slice_eq(prose_token(prose, prose->segment.figure)->figure->unit,
	    unit);
}

/* Whether the figure at hand is none of the list TOP: it has an object of its
 * own, and a verb where parts are named by what they are. */
static bool
stands_alone(const struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct classes own = prose->segment.own;
	const bool           verb = top->head != NULL && top->open &&
	    top->head->share.n > 0 && is_counted_in(prose, top->unit) ?
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
		if (!is_counted_in(prose, top->unit))
			return true;
		if (top->head->share.n == 0 && top->open)
			return false;	/* 收到16件，其中信箱收到3件 */
	}
	if (top->head != NULL && verdict->licensed && top->head->share.n > 0 &&
	    prose->sentence.parted && verdict->decision->item != top->head &&
	    !is_counted_in(prose, top->unit))
		return true;		/* 动态151条；政策解读9篇 */
	return verb || (verdict->licensed && top->head != NULL &&
	    top->head->share.n == 0 && !prose_has(prose, own, STEER_AMONG));
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
	    prose_has(prose, top->objects, STEER_PROACTIVE) ||
	    !prose_has(prose, prose->segment.own, STEER_PROACTIVE) ||
	    top->claim <= prose->agreement.n)
		return false;
	claim = &sentence->claim[top->claim - prose->agreement.n - 1];
	claim->part = claim->words;
	close_all(prose);
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

static bool
is_counted_alike(const struct prose *prose, const struct open_list *top)
{
	const struct figure *figure =
	    prose_token(prose, prose->segment.figure)->figure;

	return (figure->kind == UNIT_COUNT || figure->kind == UNIT_NONE) &&
	    (top->head->units & measures_unit(&prose->measures,
	    figure->unit)) != 0;
}

/* 予以公开或部分公开5件: of what some decision knows, and something else. */
static bool
take_mixed(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct decision *decision = verdict->decision;
	struct prose_claim    *claim;

	if (decision == NULL || verdict->licensed || top->head->share.n > 0 ||
	    marks_end(MARK_KIND, part_name(prose)) ||
	    prose_has(prose, prose->segment.own, STEER_EXCLUDING) ||
	    decision->item == top->head || prose->segment.whose.n > 0 ||
	    !item_is_member(top->head, decision->item->code))
		return false;
	claim = claim_member(prose, top, decision->item, decision->item->code,
	    verdict_col(prose, decision));
	claim->source = decision->row;
	claim->part = part_name(prose);
	prose->sentence.member.name.n = 0;
	return true;
}

/* Claims the figure at hand as the part NAME of TOP; of an office's own, as that
 * office's. */
static void
claim_named(struct prose *prose, const struct open_list *top, struct slice name)
{
	const struct item  *head = top->head;
	struct prose_claim *claim = claim_member(prose, top, head, head->part,
	    name);

	prose->sentence.member.name.n = 0;
	if (part_is_only_whose(prose)) {
		claim->code = head->code;
		claim->scope.whose = prose->segment.whose.n > 0 ?
		    prose->segment.whose : name;
		return;
	}
	lists_top(prose)->kinds = head->share.n > 0;
	remember_member(prose, top, name, claim->start);
}

/* A part that only its name is known of.  Whether it was taken. */
static bool
take_named(struct prose *prose, const struct open_list *top,
    const struct verdict *verdict)
{
	const struct item *head = top->head;
	struct slice       name = part_name(prose);
	bool               whole = head->share.n > 0;

	if (head->part.n == 0 || !is_counted_alike(prose, top) ||
	    !part_is_kind(prose, verdict, head) || part_is_said_of(prose) ||
	    name.n < PART_NAME_MIN || name.n > (whole ? PART_NAME_MAX :
	    REQUEST_NAME_MAX))
		return false;
	if (part_is_no_kind(prose, head) || (whole &&
	    part_ends_in_deed(prose, top->proved && top->outlets)))
		return false;
	claim_named(prose, top, name);
	return true;
}

/* Between brackets, behind a part that is a kind, all that is counted like the
 * head is one, whatever its words say elsewhere: （其中概况信息5条，政策解读3条，意见
 * 征集2条）; without brackets 政府公报 is.  Whether the figure at hand was taken
 * so. */
static bool
take_among_kinds(struct prose *prose, const struct open_list *top)
{
	struct slice        name = part_name(prose);
	struct prose_claim *claim;

	if (top->head == NULL || !top->kinds ||
	    (top->depth == 0 && !part_is_gazette(prose)) ||
	    !is_counted_in(prose, top->unit) ||
	    prose_has(prose, prose->segment.own, STEER_NONE) ||
	    name.n < PART_NAME_MIN || name.n > PART_NAME_MAX)
		return false;
	claim = claim_member(prose, top, top->head, top->head->part, name);
	remember_member(prose, top, name, claim->start);
	return true;
}

void
lists_begin_clause(struct prose *prose)
{
	struct prose_sentence *sentence = &prose->sentence;
	size_t                 first = prose->clause.first;
	struct open_list      *top;

	sentence->parted = first > 1 && marks_at(MARK_SEMICOLON,
	    prose_text(prose, first - 1, first)) > 0;
	if (!sentence->parted)
		return;
	sentence->other.n = 0;
	while ((top = lists_top(prose)) != NULL && top->nested)
		sentence->lists--;
	if (top != NULL)
		top->ended = prose_is(prose, first - 2, STEER_AND_SO_ON);
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

/* What the figure at hand is marked to be a part of. */
static unsigned
part_of(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;

	return sentence->sums.of[prose_token(prose,
	    prose->segment.figure)->figure - sentence->cut.figure];
}

/* The list that the figure at hand is shown to be a part of by the sum of its
 * parts, now the last one open; NULL: it is of none. */
static struct open_list *
find_proved(struct prose *prose)
{
	struct prose_sentence *sentence = &prose->sentence;
	const unsigned         of = part_of(prose);

	if (of == SUMS_NOTHING)
		return NULL;
	for (size_t i = sentence->lists; i > 0; i--)
		if (sentence->list[i - 1].sum == of) {
			sentence->lists = i;
			return lists_top(prose);
		}
	if (of < SUMS_FIGURE) {
		push(prose, prose->paragraph.head[of - SUMS_BEFORE]);
		lists_top(prose)->sum = of;
		return lists_top(prose);
	}
	for (size_t i = 0; i < sentence->headings; i++)
		if (sentence->heading[i].sum == of) {
			push(prose, sentence->heading[i]);
			return lists_top(prose);
		}
	return NULL;
}

/* Whether the figure at hand is a part of a part of the list that is open: 法规27条，
 * 其中规章12条，文件15条. */
static bool
is_part_of_part(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const unsigned               of = part_of(prose);

	return of >= SUMS_FIGURE && sentence->lists > 0 &&
	    sentence->list[sentence->lists - 1].proved &&
	    sentence->sums.of[of - SUMS_FIGURE] ==
	    sentence->list[sentence->lists - 1].sum;
}

/* Whether VERDICT has the figure at hand as more than a part of a list: a deed of its
 * own (制发规范性文件4件). */
static bool
says_more(const struct prose *prose, const struct verdict *verdict)
{
	return verdict->decision != NULL && verdict->licensed &&
	    part_begins_with_verb(prose);
}

/* Keeps in mind that LIST has an outlet's part, also for when it is opened again. */
static void
note_outlet(struct prose *prose, struct open_list *list)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	list->outlets = true;
	for (size_t i = 0; i < sentence->headings; i++)
		if (sentence->heading[i].claim == list->claim)
			sentence->heading[i].outlets = true;
	for (size_t i = 0; i < paragraph->heads; i++)
		if (paragraph->head[i].claim == list->claim)
			paragraph->head[i].outlets = true;
}

/* Takes the figure at hand as a part of LIST, whose parts add up.  False if it is
 * said to be something else. */
static bool
take_part_of(struct prose *prose, struct open_list *list,
    const struct verdict *verdict)
{
	const struct slice name = part_name(prose);
	bool               gazette;

	list->open = list->proved = true;
	list->members++;
	gazette = list->kinds && part_is_gazette(prose);
	if (!gazette && take_known(prose, list, verdict)) {
		if (classes_any(prose->segment.outlet))
			note_outlet(prose, list);
		return true;
	}
	if (part_is_no_kind(prose, list->head))
		return true;
	if (list->outlets || name.n < PART_NAME_MIN || name.n > PART_NAME_MAX || (!gazette &&
	    (!part_names_thing(prose, list->head) ||
	    part_ends_in_deed(prose, list->outlets) ||
	    says_more(prose, verdict))))
		return false;
	claim_named(prose, list, name);
	return true;
}

/* Whether the figure at hand was taken as a part because the parts of its list
 * add up. */
static bool
take_proved(struct prose *prose, const struct verdict *verdict)
{
	const size_t      lists = prose->sentence.lists;
	struct open_list *list = find_proved(prose);

	if (list == NULL)
		return is_part_of_part(prose);
	if (list->head != NULL && (list->head->share.n > 0 ?
	    take_part_of(prose, list, verdict) :
	    take_known(prose, list, verdict)))
		return true;
	if (prose->sentence.lists > lists)
		prose->sentence.lists = lists;
	return false;
}

/* Closes a list whose parts have added up. */
static void
close_proved(struct prose *prose)
{
	const struct open_list *top;

	while ((top = lists_top(prose)) != NULL && top->proved &&
	    top->depth >= prose->sentence.depth &&
	    part_of(prose) == SUMS_NOTHING)
		prose->sentence.lists--;
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

	close_proved(prose);
	if (take_proved(prose, verdict))
		return true;
	open_headless(prose, verdict);
	close_nested(prose, verdict);
	top = lists_top(prose);
	prose->sentence.nested.head = NULL;
	if (top == NULL)
		return false;
	if (is_behind_list(prose, top)) {
		close_all(prose);
		return false;
	}
	if (opens_nested(prose, top, verdict)) {
		push(prose, (struct open_list){ .open = true, .nested = true });
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
	if (take_among_kinds(prose, top) || (top->head != NULL &&
	    take_known(prose, top, verdict)))
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
	else if (!take_mixed(prose, top, verdict) &&
	    !take_named(prose, top, verdict) && top->head->share.n > 0 &&
	    classes_any(prose->segment.outlet))
		(void)named_begin(prose);	/* 其中网站发布动态27条 */
	return true;
}

/* The name before a share that nothing counts, 机构设置类信息占总体的4.28%: of what is clearly
 * a kind; else empty. */
static struct slice
kind_of_share(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                share = segment->figure;
	struct slice          name;

	while (share > segment->from && !prose_is(prose, share - 1, STEER_SHARE))
		share--;
	if (share-- == segment->from || share == segment->from ||
	    classes_meet(segment->own, prose->lexicon.kind[CLASS_VERB]) ||
	    classes_any(segment->outlet) || segment->whose.n > 0)
		return (struct slice){ "", 0 };
	name = part_name_before(prose, share);
	return marks_end(MARK_KIND, name) && name.n >= PART_NAME_MIN &&
	    name.n <= PART_NAME_MAX ? name : (struct slice){ "", 0 };
}

static bool
take_share_of_kind(struct prose *prose, struct open_list *top)
{
	struct slice name;

	if (top == NULL || top->head == NULL || top->head->share.n == 0)
		return false;
	name = kind_of_share(prose);
	if (name.n == 0)
		return false;
	(void)claim_member(prose, top, top->head, top->head->share, name);
	top->shares = true;
	return true;
}

bool
lists_take_share(struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct last_part    *member = &sentence->member;
	const struct item           *head = member->of;
	struct prose_claim          *claim;
	struct open_list            *top = lists_top(prose);

	if (head == NULL || member->name.n == 0 || head->share.n == 0 ||
	    top == NULL || !part_is_share(prose))
		return take_share_of_kind(prose, top);
	claim = claim_member(prose, top, head, head->share, member->name);
	claim->start = member->start;
	top->shares = true;
	prose->sentence.member.name.n = 0;
	return true;
}
