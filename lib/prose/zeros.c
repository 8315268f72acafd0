/* Figures said in words: 未收到申请, 均已答复, 均为维持. */
#include "internal.h"
#include "marks.h"

/* The first word for none from FROM to END; END if there is none. */
static size_t
find_none(const struct prose *prose, size_t from, size_t end)
{
	while (from < end && !prose_is(prose, from, STEER_NONE))
		from++;
	return from;
}

static bool
has_thing(const struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		if (prose_is_thing(prose, from))
			return true;
	return false;
}

/* Whether token I may stand between the heads of a clause, or behind them. */
static bool
is_between_heads(const struct prose *prose, size_t i, bool behind)
{
	const struct token *token = prose_token(prose, i);

	if (token->kind == TOKEN_PAUSE || token->kind == TOKEN_ASIDE ||
	    prose_is(prose, i, STEER_NONE))
		return true;
	if (!behind && slice_ends(prose_text(prose, i, i + 1),
	    marks_of(MARK_OF)->mark[0]))
		return false;
	return token->kind == TOKEN_WORD &&
	    (behind || !prose_is(prose, i, STEER_CAUSE)) &&	/* 无诉讼产生 */
	    !prose_is(prose, i, STEER_ABOUT) && (prose_is_filler(prose, i) ||
	    prose_is(prose, i, STEER_AND) ||
	    prose_is(prose, i, STEER_EACH) ||
	    prose_is(prose, i, STEER_ALL) || (behind && classes_meet(
	    token->classes, prose->lexicon.kind[CLASS_VERB])));
}

/* 群众申请行政复议: whether A is an application for B, and none for information. */
static bool
is_applied_for(const struct prose *prose, size_t a, size_t b)
{
	return prose_is(prose, a, STEER_APPLY) &&
	    (prose_is(prose, b, STEER_RECONSIDERATION) ||
	    prose_is(prose, b, STEER_LITIGATION));
}

/* Where the heads of the words from FROM to TO begin: 因申请引发的行政复议、行政
 * 诉讼 has two. */
size_t
zeros_heads(const struct prose *prose, size_t from, size_t to)
{
	bool   behind = true;
	size_t first = to;

	while (to-- > from) {
		if (prose_is_thing(prose, to)) {
			if (!behind && first == to + 1 && (prose_is(prose, to,
			    STEER_REQUEST) || is_applied_for(prose, to, first) ||
			    !classes_meet(prose_token(prose, first)->classes,
			    prose->lexicon.kind[CLASS_OBJECT])))
				break;	/* 信息公开申请行政复议 */
			first = to;
			behind = false;
		} else if (!is_between_heads(prose, to, behind))
			break;
	}
	return first;
}

/* Whether token I is a rule that something was done by: 按照《条例》规定答复. */
static bool
is_cited(const struct prose *prose, size_t i)
{
	return prose_token(prose, i)->kind == TOKEN_UNKNOWN && i > 0 &&
	    prose_is(prose, i - 1, STEER_ABOUT) &&
	    slice_starts(prose_text(prose, i, i + 1),
	    marks_of(MARK_QUOTATION)->mark[0]);
}

/* Where the words from FROM to TO go on behind a cause that DECISION knows, all of
 * it words that are known: 因依申请公开答复引起的 says what the suits are about, and
 * is no part of them.  FROM: there is no such cause. */
static size_t
behind_cause(const struct prose *prose, const struct decision *decision,
    size_t from, size_t to)
{
	struct classes objects = classes_both(decision->allowed,
	    prose->lexicon.kind[CLASS_OBJECT]);
	size_t         cause = from;
	bool           known = false;

	for (size_t i = from; i < to; i++)
		if (prose_is(prose, i, STEER_CAUSE))
			cause = i;
	for (size_t i = from; i < cause; i++) {
		const struct token *token = prose_token(prose, i);

		if (token->kind != TOKEN_WORD)
			return from;
		known = known || classes_meet(token->classes, objects);
	}
	return known ? cause : from;
}

/* Where the words from FROM to TO go on behind whom something is against: 针对北桥镇有
 * 关政府信息公开事务的复议.  FROM: they do not name it. */
static size_t
behind_aim(const struct prose *prose, size_t from, size_t to)
{
	size_t aim = from;

	while (aim < to && prose_token(prose, aim)->kind == TOKEN_WORD &&
	    !prose_is(prose, aim, STEER_ABOUT))
		aim++;
	if (aim == to || !prose_is(prose, aim, STEER_ABOUT))
		return from;
	while (to > aim && !prose_is(prose, to - 1, STEER_GOVERNMENT))
		to--;
	for (size_t i = aim; i < to; i++)
		if (prose_token(prose, i)->kind != TOKEN_UNKNOWN &&
		    prose_token(prose, i)->kind != TOKEN_WORD)
			return from;
	return to > aim ? to : from;
}

/* Whether the words from FROM to TO, which restrict the heads, may stand with
 * DECISION. */
static bool
bears_words(const struct prose *prose, const struct decision *decision,
    size_t from, size_t to)
{
	from = behind_aim(prose, from, to);
	for (from = behind_cause(prose, decision, from, to); from < to;
	    from++) {
		const struct token *token = prose_token(prose, from);

		if (is_cited(prose, from))
			continue;
		if (token->kind == TOKEN_FIGURE || (token->kind == TOKEN_UNKNOWN &&
		    !own_office_has_field(prose, prose_text(prose, from,
		    from + 1))))
			return false;
		if (prose_is_content(prose, from) &&
		    !classes_meet(token->classes, decision->allowed))
			return false;
	}
	return true;
}

/* What a clause with a negation says. */
struct denial {
	size_t         from, to;	/* its words, */
	size_t         heads;		/* of which those from here are heads */
	struct classes verbs;
	struct classes about;		/* of what stands before the heads */
	struct classes beside;		/* of all its heads */
	struct classes of;		/* objects before the negation, or none */
};

static void
claim_zero(struct prose *prose, const struct decision *decision, size_t i)
{
	struct figure       zero = { .state = FIGURE_NUMBER, .value = "0",
	    .unit = decision->item->unit, .kind = UNIT_COUNT };
	struct prose_claim *claim;

	for (size_t c = 0; c < prose->sentence.claims; c++)
		if (prose->sentence.claim[c].source == decision->row &&
		    prose->sentence.claim[c].start ==
		    prose_clause_start(prose, i))
			return;
	claim = prose_claim(prose, decision->item, decision->col, &zero, i);
	claim->source = decision->row;
	if (decision->dated)
		claim->scope.other_year = 0;
	claim->scope.ever = false;	/* 历年未收费: nor in this year */
	lists_set_head(prose, claim);
}

/* The decision for the head I of DENIAL, or NULL. */
static const struct decision *
decide(const struct prose *prose, const struct denial *denial, size_t i)
{
	struct said        said = {
		.own = classes_join(denial->verbs,
		    prose_token(prose, i)->classes),
		.topic = classes_join(prose->paragraph.topic,
		    denial->beside),
		.carried = prose->sentence.carried,
	};
	bool                   asked = prose_is(prose, i, STEER_APPLY) ||
	    prose_is(prose, i, STEER_REQUEST);
	struct decisions_walk  walk = { .unit = 0 };
	const struct decision *decision, *best = NULL;

	if (classes_any(denial->of))
		said.carried = denial->of;
	if (!asked)
		said.own = classes_join(said.own, denial->about);
	walk.own = said.own;
	while ((decision = decisions_next(&prose->decisions, &walk)) != NULL)
		if (decision->zero &&
		    decision_fits(decision, &prose->lexicon, &said) &&
		    (best == NULL || decision->rank > best->rank) &&
		    classes_meet(prose_token(prose, i)->classes,
		    decision->allowed) && bears_words(prose, decision,
		    denial->from, denial->heads))
			best = decision;
	return best;
}

static struct classes
verbs_of(const struct prose *prose, size_t from, size_t to)
{
	struct classes verbs = { { 0 } };

	for (; from < to; from++)
		verbs = classes_join(verbs, classes_less(
		    prose_token(prose, from)->classes,
		    prose->lexicon.kind[CLASS_OBJECT]));
	return verbs;
}

static struct classes
words_of(const struct prose *prose, size_t from, size_t to)
{
	struct classes words = { { 0 } };

	for (; from < to; from++)
		words = classes_join(words, prose_token(prose, from)->classes);
	return words;
}

/* Whether the clause from FROM to END is of no use for a zero: another time,
 * another office, a restriction before the negation. */
static bool
is_restricted(const struct prose *prose, size_t from, size_t none, size_t end)
{
	for (size_t i = from; i < end; i++) {
		if (prose_is(prose, i, STEER_NEGATIVE) ||
		    prose_is(prose, i, STEER_COMPARE) ||
		    prose_is(prose, i, STEER_PERIOD) ||
		    prose_is(prose, i, STEER_BELOW) ||
		    prose_is(prose, i, STEER_LEVEL) ||
		    prose_is(prose, i, STEER_OTHER) ||
		    prose_is(prose, i, STEER_EXCLUDING))
			return true;
		if (i < none && prose_is_content(prose, i) && classes_meet(
		    prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_QUALITY]))
			return true;
	}
	return prose->sentence.whose.n > 0 || prose->sentence.other.n > 0;
}

/* 未收到行政复议、行政诉讼的申请: what was applied for are the heads. */
static bool
drop_application(const struct prose *prose, struct denial *denial)
{
	size_t of = denial->heads, heads;

	if (of < denial->from + 2 || !slice_eq(prose_text(prose, of - 1, of),
	    marks_of(MARK_OF)->mark[0]))
		return false;
	if (prose_is(prose, denial->heads, STEER_APPLY) ?
	    !prose_is(prose, of - 2, STEER_RECONSIDERATION) &&
	    !prose_is(prose, of - 2, STEER_LITIGATION) :
	    !classes_meet(prose_token(prose, denial->heads)->classes,
	    prose->decisions.listing))
		return false;
	heads = zeros_heads(prose, denial->from, of - 1);
	if (heads == of - 1 || prose_is(prose, of - 2, STEER_CAUSE))
		return false;
	denial->heads = heads;
	denial->to = of - 1;
	return true;
}

/* 全年未收到: no head at all, so what the section is about. */
static void
claim_nothing(struct prose *prose, const struct denial *denial, size_t from,
    size_t end)
{
	for (size_t i = from; i < end; i++) {
		const struct decision *decision = prose_is_content(prose, i) ?
		    decide(prose, denial, i) : NULL;

		if (decision != NULL) {
			claim_zero(prose, decision, i);
			return;
		}
	}
}

/* Whether the words from FROM to END say nothing but that there is none: no thing,
 * no word that is not known, nothing that goes on (未发生针对). */
static bool
says_only_none(const struct prose *prose, size_t from, size_t end)
{
	for (; from < end; from++) {
		const struct token *token = prose_token(prose, from);

		if ((token->kind != TOKEN_WORD && token->kind != TOKEN_YEAR) ||
		    prose_is(prose, from, STEER_CAUSE) ||
		    prose_is(prose, from, STEER_ABOUT) ||
		    prose_is_thing(prose, from))
			return false;
	}
	return true;
}

/* What the heading is about; of a paragraph that opens with one of its own, 3.收费情况。无, that
 * one. */
static struct classes
heading_of(const struct prose *prose)
{
	return prose->paragraph.opened ? prose->paragraph.topic :
	    prose->document.heading;
}

/* The decision for the one object OBJECT beside those of the heading, or NULL. */
static const struct decision *
decide_heading(const struct prose *prose, struct classes object,
    struct classes verbs)
{
	const struct said said = { .own = classes_join(object, verbs),
	    .topic = heading_of(prose) };
	const struct decision *best = NULL;

	for (size_t d = 0; d < prose->decisions.decisions; d++) {
		const struct decision *decision =
		    &prose->decisions.decision[d];

		if (decision->zero && decision->item->share.n == 0 &&
		    classes_meet(object, decision->allowed) &&
		    decision_fits(decision, &prose->lexicon, &said) &&
		    (best == NULL || decision->rank > best->rank))
			best = decision;
	}
	return best;
}

/* 四、行政复议、诉讼情况 / 本年度未发生: none of what the heading names. */
static void
claim_heading(struct prose *prose, size_t from, size_t end)
{
	const struct classes objects = classes_both(heading_of(prose),
	    prose->lexicon.kind[CLASS_OBJECT]);
	const struct classes verbs = verbs_of(prose, from, end);

	for (int n = 0; n < CLASSES_MAX; n++) {
		const struct decision *decision = classes_has(objects, n) ?
		    decide_heading(prose, classes_of(n), verbs) : NULL;

		if (decision != NULL)
			claim_zero(prose, decision, from);
	}
}

/* Whether token I is a verb that may share the heads of a negation. */
static bool
is_shared_verb(const struct prose *prose, size_t i)
{
	return prose_is_content(prose, i) && classes_meet(
	    prose_token(prose, i)->classes, prose->lexicon.kind[CLASS_VERB]);
}

/* 未制定、未废止规范性文件: claims 0 for each verb.  False if there are not several
 * that differ, and nothing else before the heads. */
static bool
claim_each_verb(struct prose *prose, const struct denial *denial)
{
	const struct decision *decision[SENTENCE_TOKENS];
	int                    decisions = 0;

	for (size_t i = denial->from; i < denial->heads; i++) {
		struct denial one = { .from = denial->heads,
		    .heads = denial->heads, .to = denial->to,
		    .verbs = prose_token(prose, i)->classes };

		if (!is_shared_verb(prose, i)) {
			if (!is_between_heads(prose, i, true))
				return false;
			continue;
		}
		decision[decisions] = decide(prose, &one, denial->heads);
		if (decision[decisions] != NULL && (decisions == 0 ||
		    decision[decisions]->item != decision[decisions - 1]->item))
			decisions++;
	}
	if (decisions < 2)
		return false;
	for (int d = 0; d < decisions; d++)
		claim_zero(prose, decision[d], denial->heads);
	return true;
}

/* 未有行政许可、行政处罚等信息公开: whether what is denied from NONE to END is information
 * on the things named before it, none of which is 0. */
static bool
denies_information(const struct prose *prose, size_t none, size_t end)
{
	bool other = false, information = false;

	for (; none < end; none++) {
		information = prose_is(prose, none, STEER_EXAMPLES) ||
		    (information && !prose_is_thing(prose, none)) ||
		    (other && prose_is(prose, none, STEER_INFORMATION));
		other = other || (prose_is_thing(prose, none) &&
		    !classes_meet(prose_token(prose, none)->classes,
		    prose->decisions.listing));
	}
	return information;
}

static void
claim_zeros(struct prose *prose, size_t from, size_t none, size_t end)
{
	struct denial denial = { .from = none + 1, .to = end };
	bool          applied;

	if (is_restricted(prose, from, none, end) ||
	    denies_information(prose, none, end))
		return;
	if (prose_is_thing(prose, none) && !has_thing(prose, from, none)) {
		/* 零申请 */
		denial.from = none;
		denial.to = none + 1;
	} else if (!has_thing(prose, none + 1, end)) {
		denial.from = from;			/* 申请：无 */
		denial.to = none;
	}
	if (denial.from > none)
		denial.of = classes_both(words_of(prose, from, none),
		    prose->lexicon.kind[CLASS_OBJECT]);
	denial.heads = zeros_heads(prose, denial.from, denial.to);
	denial.verbs = classes_join(verbs_of(prose, from, denial.heads),
	    verbs_of(prose, none, end));
	denial.about = words_of(prose, denial.from, denial.heads);
	applied = drop_application(prose, &denial);
	if (denial.heads == denial.to) {
		claim_nothing(prose, &denial, from, end);
		if (prose->sentence.claims == 0 &&
		    says_only_none(prose, from, end))
			claim_heading(prose, from, end);
		return;
	}
	if (!applied && claim_each_verb(prose, &denial))
		return;
	for (size_t i = denial.heads; i < denial.to; i++)
		denial.beside = classes_join(denial.beside,
		    prose_token(prose, i)->classes);
	for (size_t i = denial.heads; i < denial.to; i++) {
		const struct decision *decision = prose_is_thing(prose, i) ?
		    decide(prose, &denial, i) : NULL;

		if (decision != NULL && (!applied || prose_has(prose,
		    decision->allowed, STEER_APPLY)))
			claim_zero(prose, decision, i);
	}
}

/* Where the words behind token I speak of something else that is denied too:
 * 未收到举报、因申请引起的诉讼; END if nowhere. */
static size_t
next_denied(const struct prose *prose, size_t i, size_t end)
{
	while (++i < end)
		if (i + 1 < end && prose_is(prose, i + 1, STEER_ABOUT) &&
		    (prose_token(prose, i)->kind == TOKEN_PAUSE ||
		    prose_is(prose, i, STEER_AND)))
			return i;
	return end;
}

/* What was counted last, in this sentence or the one before; NULL: nothing. */
static const struct prose_claim *
last_claim(const struct prose *prose)
{
	if (prose->sentence.claims > 0)
		return &prose->sentence.claim[prose->sentence.claims - 1];
	return prose->paragraph.age <= 1 && prose->paragraph.claim.item != NULL ?
	    &prose->paragraph.claim : NULL;
}

/* Whether CLAIM is of one outcome, channel or kind. */
static bool
is_part(const struct prose_claim *claim)
{
	return !slice_eq(claim->code, claim->item->code) ||
	    !slice_is(claim->col, "count") || claim->part.n > 0;
}

bool
zeros_is_within(const struct prose *prose, size_t i)
{
	const struct prose_claim *claim = prose->sentence.claim;

	if (is_part(&claim[i]))
		return true;
	for (size_t j = 0; j < i; j++)
		if (claim[j].item != claim[i].item && !is_part(&claim[j]) &&
		    item_is_member(claim[j].item, claim[i].item->code) &&
		    (prose_figure_is(&claim[i].figure, "0") ||
		    claim[i].list == prose_claim_number(prose, &claim[j])))
			return true;
	return false;
}

/* The claim of this sentence or the one before that ITEM is said of; with ALL,
 * of all whose parts were said, 收到11件，其中信函7件，均已答复.  NULL for none. */
static const struct prose_claim *
claim_with(const struct prose *prose, const struct item *item, bool all)
{
	size_t i = prose->sentence.claims;

	while (i > 0 && (all || prose->sentence.claim[i - 1].same) &&
	    (zeros_is_within(prose, i - 1) ||
	    prose->sentence.claim[i - 1].item == item))
		i--;
	if (i > 0)
		return &prose->sentence.claim[i - 1];
	if (prose->paragraph.age > 1)
		return last_claim(prose);
	if (all && prose->paragraph.whole.item != NULL)
		return &prose->paragraph.whole;
	return prose->paragraph.claim.item != NULL ? &prose->paragraph.claim :
	    last_claim(prose);
}

/* Says the figure of LAST again, of what DECISION is about. */
static void
claim_again(struct prose *prose, const struct prose_claim *last,
    const struct decision *decision, size_t from)
{
	/* A new claim may move those there are. */
	struct figure       figure = last->figure;
	struct scope        scope = last->scope;
	size_t              list = last == &prose->paragraph.claim ?
	    prose->paragraph.claim_number : last == &prose->paragraph.whole ?
	    prose->paragraph.whole_number : prose_claim_number(prose, last);
	struct prose_claim *claim = prose_claim(prose, decision->item,
	    decision->col, &figure, from);

	claim->scope = scope;
	claim->list = list;
	claim->same = true;
	claim->source = decision->row;
}

/* The claim that DECISION says again of all, by what SAID has of the words from FROM
 * to END; NULL: of none.  A rough one is not: 收到近百件，全部办结 does not say how many
 * that were. */
static const struct prose_claim *
said_again(const struct prose *prose, const struct decision *decision,
    const struct said *said, bool all)
{
	const struct prose_claim *last;

	if (!decision->same || !decision_fits(decision, &prose->lexicon, said))
		return NULL;
	last = claim_with(prose, decision->item, all);
	return last->figure.state != FIGURE_APPROX &&
	    item_is_member(last->item, decision->item->code) &&
	    slice_eq(last->code, last->item->code) ? last : NULL;
}

/* The decision that says all of what was counted last again, by what SAID has; in
 * *OF what it says it of.  NULL: none. */
static const struct decision *
decide_again(const struct prose *prose, const struct said *said, bool all,
    const struct prose_claim **of)
{
	struct decisions_walk  walk = { .unit = 0, .own = said->own };
	const struct decision *decision;

	while ((decision = decisions_next(&prose->decisions, &walk)) != NULL) {
		*of = said_again(prose, decision, said, all);
		if (*of != NULL)
			return decision;
	}
	return NULL;
}

/* 均为自然人网上申请: says two things of all.  Claims each if every quality of the
 * words from FROM to END is one. */
static void
claim_each_quality(struct prose *prose, struct said said, size_t from,
    size_t end, bool all)
{
	const struct classes   quality = prose->lexicon.kind[CLASS_QUALITY];
	const struct classes   own = classes_less(said.own, quality);
	const struct decision *decision[SENTENCE_TOKENS];
	size_t                 decisions = 0;
	const struct prose_claim *of = NULL;

	for (size_t i = from; i < end; i++) {
		const struct classes classes = prose_token(prose, i)->classes;

		if (!prose_is_content(prose, i) || !classes_meet(classes, quality))
			continue;
		said.own = classes_join(own, classes);
		decision[decisions] = decide_again(prose, &said, all, &of);
		if (decision[decisions] == NULL)
			return;
		decisions++;
	}
	for (size_t d = 0; decisions > 1 && d < decisions; d++)
		claim_again(prose, claim_with(prose, decision[d]->item, all),
		    decision[d], from);
}

/* 均已答复, 均为维持: the figure of what was counted last, said again of
 * something else. */
static void
claim_same(struct prose *prose, size_t from, size_t end, bool all)
{
	struct said said = {
		.carried = prose->sentence.carried, .topic = prose->paragraph.topic,
	};

	if (last_claim(prose) == NULL ||
	    prose_has(prose, prose->sentence.heard, STEER_REST))
		return;			/* 除3件结转以外，均已答复 */
	for (size_t i = from; i < end; i++)
		if ((prose_token(prose, i)->kind == TOKEN_UNKNOWN &&
		    !is_cited(prose, i)) || prose_is(prose, i, STEER_REST))
			return;
		else
			said.own = classes_join(said.own,
			    prose_token(prose, i)->classes);
	for (size_t d = 0; d < prose->decisions.decisions; d++) {
		const struct decision    *decision = &prose->decisions.decision[d];
		const struct prose_claim *last = said_again(prose, decision,
		    &said, all);

		if (last != NULL && bears_words(prose, decision, from, end)) {
			claim_again(prose, last, decision, from);
			return;
		}
	}
	claim_each_quality(prose, said, from, end, all);
}

bool
zeros_read_each(struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                i = segment->figure;
	struct figure         figure = *prose_token(prose, i)->figure;
	struct denial         words = { .from = segment->from, .to = i };
	const struct decision *decision[SENTENCE_TOKENS];
	int                   decisions = 0;

	if (!prose_figure_is(&figure, "0") &&
	    !prose_has(prose, segment->before, STEER_EACH))
		return false;
	words.heads = zeros_heads(prose, words.from, i);
	words.verbs = verbs_of(prose, words.from, words.heads);
	words.beside = words_of(prose, words.heads, i);
	for (size_t h = words.heads; h < i; h++) {
		const struct decision *one = prose_is_thing(prose, h) ?
		    decide(prose, &words, h) : NULL;

		if (one != NULL)
			decision[decisions++] = one;
	}
	if (decisions < 2)
		return false;
	for (int d = 0; d < decisions; d++)
		prose_claim(prose, decision[d]->item, decision[d]->col,
		    &figure, i)->source = decision[d]->row;
	return true;
}

bool
zeros_read_heading(struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	if (!prose_figure_is(prose_token(prose, segment->figure)->figure,
	    "0") || prose->sentence.claims > 0 ||
	    !says_only_none(prose, segment->from, segment->figure) ||
	    !says_only_none(prose, segment->figure + 1, segment->to))
		return false;
	claim_heading(prose, segment->from, segment->to);
	return prose->sentence.claims > 0;
}

static bool
says_all(const struct prose *prose, size_t from, size_t end)
{
	for (; from < end; from++)
		if (prose_is(prose, from, STEER_ALL) &&
		    !prose_is(prose, from, STEER_DONE))
			return true;
	return false;
}

static bool
says(const struct prose *prose, size_t from, size_t end, enum steering what)
{
	for (; from < end; from++)
		if (prose_is(prose, from, what))
			return true;
	return false;
}

/* Whether the words from FROM to END may be of what was counted last: 已答复, or of the
 * only one there is, unless it is 办理, which ends nothing. */
static bool
may_be_of_last(const struct prose *prose, size_t from, size_t end)
{
	const struct prose_claim *last = last_claim(prose);

	if (last == NULL)
		return false;
	return says(prose, from, end, STEER_DONE) ||
	    (prose_figure_is(&last->figure, "1") &&
	    !says(prose, from, end, STEER_HANDLE));
}

void
zeros_read(struct prose *prose, size_t from, size_t end)
{
	size_t none = find_none(prose, from, end);

	if (none < end) {
		size_t next = next_denied(prose, none, end);

		claim_zeros(prose, from, none, next);
		for (size_t denied; next < end; next = denied) {
			denied = next_denied(prose, next, end);
			claim_zeros(prose, next, next, denied);
		}
	} else if (says_all(prose, from, end))
		claim_same(prose, from, end, true);
	else if (may_be_of_last(prose, from, end))
		claim_same(prose, from, end, false);
}
