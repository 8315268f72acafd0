/* Named things that one verb discloses: 公开预算信息6条、教育信息14条, 统计信息发布27条.
 * No total: each is a part, with what it is called. */
#include "internal.h"
#include "marks.h"
#include "part_words.h"

static struct classes
verbs(const struct prose *prose)
{
	return classes_join(prose_steering(prose, STEER_PROACTIVE),
	    prose_steering(prose, STEER_PUBLISH));
}

static bool
is_verb_of_any(const struct prose *prose, size_t i, struct classes verb)
{
	return prose_is_content(prose, i) &&
	    classes_meet(prose_token(prose, i)->classes, verb);
}

/* Whether the figure at hand counts documents: in digits, for 十条 may be an article's
 * number. */
static bool
is_counted(const struct prose *prose)
{
	const size_t         i = prose->segment.figure;
	const struct figure *figure = prose_token(prose, i)->figure;

	return sentence_is_digit(prose_text(prose, i, i + 1)) &&
	    figure->kind == UNIT_COUNT && (prose->measures.listing->units &
	    measures_unit(&prose->measures, figure->unit)) != 0;
}

/* Whether the word I says that documents are counted, in whatever unit: 各类文件12件. */
static bool
is_document(const struct prose *prose, size_t i)
{
	return prose_is(prose, i, STEER_DOCUMENT) ||
	    prose_is(prose, i, STEER_ALL_KINDS);
}

/* Whether the word I says that information or documents are counted. */
static bool
is_information(const struct prose *prose, size_t i)
{
	return is_document(prose, i) || prose_is(prose, i, STEER_INFORMATION);
}

/* Whether the figure whose words end in LAST counts information or documents: in a unit
 * that they are counted in, or that such words alone are, 政策文件2个. */
static bool
is_counted_as(const struct prose *prose, size_t last)
{
	const size_t         i = prose->segment.figure;
	const struct figure *figure = prose_token(prose, i)->figure;
	const bool           volume = figure->kind == UNIT_COUNT &&
	    marks_at(MARK_VOLUME, figure->unit) == figure->unit.n;

	return is_counted(prose) || (volume && is_information(prose, last) &&
	    sentence_is_digit(prose_text(prose, i, i + 1)));
}

/* Whether what is told by the verb I, 公开, is counted in any unit. */
static bool
is_disclosing(const struct prose *prose, size_t i)
{
	return prose_is(prose, i, STEER_PROACTIVE) ||
	    prose_is(prose, i, STEER_DISCLOSE);
}

/* Whether the unit of the figure counts information and hardly anything else: 条. */
static bool
is_in_listing_unit(const struct prose *prose)
{
	return slice_eq(prose_token(prose, prose->segment.figure)->figure->unit,
	    prose->measures.listing->unit);
}

/* Whether the unit of the figure counts information and hardly anything else: 条, 篇. */
static bool
is_in_pieces(const struct prose *prose)
{
	struct slice unit =
	    prose_token(prose, prose->segment.figure)->figure->unit;

	return marks_at(MARK_PIECE, unit) == unit.n;
}

/* Whether token I is no name and no verb: 结果 of 监测结果, but not 信息公开. */
static bool
says_nothing(const struct prose *prose, size_t i)
{
	return prose_is_filler(prose, i) &&
	    !prose_is(prose, i, STEER_GOVERNMENT);
}

/* The last of the words behind the figure, 30条动态类信息, or figure. */
static size_t
last_behind(const struct prose *prose)
{
	size_t i = prose->segment.to - 1;

	while (i > prose->segment.figure &&
	    prose_token(prose, i)->kind == TOKEN_PAUSE)
		i--;
	return i;
}

/* The last of the words before the figure that says more than that it counts
 * something, or 等, not what brackets say of it, 工作动态（街道动态）130条; where there is
 * none, of those behind it; or figure. */
static size_t
last_word(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                i = segment->figure;

	while (i-- > segment->from)
		if (!prose_is(prose, i, STEER_COUNT) &&
		    !(is_in_pieces(prose) && says_nothing(prose, i)) &&
		    !prose_is(prose, i, STEER_AND_SO_ON) &&
		    prose_token(prose, i)->kind != TOKEN_PAUSE &&
		    prose_token(prose, i)->kind != TOKEN_ASIDE)
			return i;
	return last_behind(prose);
}

/* Whether token I ends the name of something that is disclosed: information, one of
 * its kinds, a document, a word that no table knows. */
static bool
ends_name(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return token->kind == TOKEN_UNKNOWN || token->kind == TOKEN_NAME ||
	    prose_is(prose, i, STEER_CATEGORY) ||
	    prose_is(prose, i, STEER_PROGRESS) ||
	    prose_is(prose, i, STEER_DOCUMENT) ||
	    prose_is(prose, i, STEER_INFORMATION) ||
	    marks_end(MARK_INFORMATION, prose_text(prose, i, i + 1));
}

/* Whether the words from FROM to before TO, a verb, name a kind of information: 统计信
 * 息发布, but not 青石之声发布. */
static bool
is_known_kind(const struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		if (ends_name(prose, from) &&
		    prose_token(prose, from)->kind == TOKEN_WORD)
			return true;
	return false;
}

/* Whether the words up to LAST say more than that it is information: 相关信息12条. */
static bool
has_name(const struct prose *prose, size_t last)
{
	for (size_t i = prose->segment.from; i <= last; i++)
		if (prose_token(prose, i)->kind == TOKEN_UNKNOWN ||
		    prose_token(prose, i)->kind == TOKEN_NAME ||
		    (prose_is_thing(prose, i) &&
		    !prose_is(prose, i, STEER_INFORMATION)))
			return true;
	return false;
}

/* Whether what the VERB discloses, up to the LAST word, is information for certain: 发
 * 布文件6份, but not 上传资料6份. */
static bool
is_certain(const struct prose *prose, size_t verb, size_t last)
{
	const bool certain = is_in_listing_unit(prose) ||
	    is_disclosing(prose, verb) || (last == verb &&
	    verb > prose->segment.from &&	/* 统计信息发布6件 */
	    is_information(prose, verb - 1));
	const bool plain = is_disclosing(prose, verb) ||
	    prose_is(prose, verb, STEER_TELLING);

	if (last == verb)
		return certain && !classes_any(prose->segment.outlet) &&
		    prose->segment.to == prose->segment.figure + 1 &&
		    is_known_kind(prose, prose->segment.from, verb);
	if (!ends_name(prose, last))
		return false;
	return prose_token(prose, last)->kind == TOKEN_WORD ?
	    certain || plain : certain && plain;
}

/* Whether its words tell of something that no disclosure is counted with. */
static bool
is_something_else(const struct prose *prose)
{
	const struct classes own = prose->segment.own;
	const enum steering  other[] = { STEER_NONE, STEER_EXCLUDING,
	    STEER_REQUEST, STEER_APPLY, STEER_RECONSIDERATION,
	    STEER_LITIGATION, STEER_COMPARE, STEER_EACH, STEER_NAMED,
	    STEER_FULL_TEXT, STEER_OTHER, STEER_LAST_YEAR, STEER_NEXT_YEAR };

	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++)
		if (prose_has(prose, own, other[i]))
			return true;
	return false;
}

/* Whether a figure of SCOPE can be named: what is not the office's own of the year
 * is named by that. */
static bool
is_plain(const struct prose *prose, const struct scope *scope)
{
	return !scope->ever && scope->other_year == 0 &&
	    scope->period.n == 0 && scope->whose.n == 0 &&
	    prose->sentence.other.n == 0;
}

static void
keep_row(struct prose *prose, const struct item *item, struct scope scope)
{
	prose->sentence.row = (struct named_row){ .item = item,
	    .scope = scope, .figure = prose->segment.to - 1,
	    .told = prose->sentence.row.told,
	    .members = prose->sentence.row.members,
	    .unit = prose_token(prose, prose->segment.figure)->figure->unit };
}

static bool
claim_name(struct prose *prose, const struct item *item, struct slice name,
    struct scope scope)
{
	const size_t        i = prose->segment.figure;
	struct prose_claim *claim;

	if (name.n < PART_NAME_MIN || name.n > PART_NAME_MAX)
		return false;
	claim = prose_claim(prose, item, SLICE("count"),
	    prose_token(prose, i)->figure, i);
	claim->scope = scope;
	claim->part = claim->words = name;
	keep_row(prose, item, scope);
	prose->sentence.row.members++;
	return true;
}

/* Whether nothing but commas, and shares of the figure before, stands between that of
 * the row and the words at hand. */
static bool
follows_row(const struct prose *prose)
{
	size_t i = prose->sentence.row.figure + 1;

	for (; i < prose->segment.from; i++) {
		const struct token *token = prose_token(prose, i);

		if (prose_is(prose, i, STEER_AMONG) || (i > 0 &&
		    token->kind == TOKEN_COLON &&
		    prose_is(prose, i - 1, STEER_AMONG)))
			continue;	/* 其中： */
		if (token->kind == TOKEN_FIGURE ?
		    token->figure->kind != UNIT_SHARE :
		    token->kind == TOKEN_UNKNOWN || token->kind == TOKEN_COLON ||
		    (token->kind == TOKEN_WORD && !prose_is_filler(prose, i) &&
		    !prose_is(prose, i, STEER_SHARE)))
			return false;
	}
	return true;
}

bool
named_follows(const struct prose *prose)
{
	return prose->sentence.row.item != NULL && follows_row(prose);
}

/* Whether the words at hand are joined to the row as closely as can be: 公开甲类6条、乙类
 * 5条, but not 公开甲类6条，悬挂横幅5条. */
static bool
is_joined_to_row(const struct prose *prose)
{
	const size_t behind = prose->sentence.row.figure + 1;

	return prose_is(prose, behind, STEER_AND) ||
	    marks_at(MARK_PAUSE, prose_text(prose, behind, behind + 1)) > 0;
}

/* Whether token I is a verb, or the like, that is no part of a name: 办理 of 提案办理信
 * 息 is one. */
static bool
is_deed(const struct prose *prose, size_t i)
{
	return prose_is_content(prose, i) && !prose_is_thing(prose, i) &&
	    !prose_is(prose, i + 1, STEER_INFORMATION);
}

/* Whether what no table knows is one of those that add up to another figure of the
 * sentence, whatever its words do elsewhere: 公开住房领域信息45件，其中资格审核15件、配租30
 * 件. */
static bool
is_of_sum(const struct prose *prose)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct segment        *segment = &prose->segment;
	const unsigned               of = sentence->sums.of[prose_token(prose,
	    segment->figure)->figure - sentence->cut.figure];

	for (size_t i = segment->from; of >= SUMS_FIGURE &&
	    i < segment->figure; i++)
		if (prose_token(prose, i)->kind == TOKEN_UNKNOWN ||
		    prose_token(prose, i)->kind == TOKEN_NAME)
			return true;
	return false;
}

/* Whether the words at hand have neither a verb nor an outlet of their own, so that
 * those of the row go on. */
static bool
goes_on(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	if (classes_any(segment->outlet) || segment->column)
		return false;
	if (is_of_sum(prose))
		return true;
	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure && is_deed(prose, i))
			return false;
	return true;
}

/* Whether so many kinds of information have been named that what no table knows is one
 * too: 动态89条，通知7条，以案释法6条. */
static bool
is_long_row(const struct prose *prose)
{
	enum { LONG = 2 };

	return prose->sentence.row.members >= LONG && is_in_pieces(prose);
}

bool
named_go_on(struct prose *prose, const struct verdict *verdict)
{
	const struct named_row *row = &prose->sentence.row;
	const struct item      *item = row->item;
	const size_t            last = last_word(prose);
	const bool              unknown =
	    prose_token(prose, last)->kind == TOKEN_UNKNOWN;
	const bool              summed = is_of_sum(prose);
	bool                    joined, alike;

	if (item == NULL || prose->segment.whose.n > 0 ||
	    is_something_else(prose) || !follows_row(prose) || !goes_on(prose))
		return false;
	if (verdict->decision != NULL && (verdict->licensed ||
	    (!item_is_kin(verdict->decision->item, item) &&
	    !prose_is(prose, last, STEER_INFORMATION)))) {
		prose->sentence.row.figure = prose->segment.to - 1;
		return false;
	}
	joined = is_joined_to_row(prose);
	alike = row->told && row->unit.n == 0 ? is_in_listing_unit(prose) :
	    slice_eq(prose_token(prose, prose->segment.figure)->figure->unit,
	    row->unit);
	prose->sentence.row.figure = prose->segment.to - 1;
	if (!is_counted(prose) || last == prose->segment.figure ||
	    !(summed || ends_name(prose, last)) || !has_name(prose, last) ||
	    (unknown && !joined && !row->told && !is_long_row(prose) &&
	    !summed) ||
	    (!alike && !prose_is(prose, last, STEER_INFORMATION) &&
	    !prose_is(prose, last, STEER_CATEGORY)))
		return false;
	/* 网站公开12条、云河发布3条; 公报2期、公示信息13条 */
	if (unknown || !alike)
		item = prose->measures.listing;
	return claim_name(prose, item, part_name(prose), row->scope);
}

/* The last verb before the figure that discloses something, or figure; 安全生产信息公开6条
 * has none but the last word. */
static size_t
find_verb(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	const size_t          last = last_word(prose);
	bool                  verb = false;

	for (size_t i = segment->figure; i-- > segment->from;) {
		if (is_verb_of_any(prose, i, verbs(prose)))
			return i;
		verb = verb || is_deed(prose, i);
	}
	return !verb && prose_is(prose, last, STEER_GOVERNMENT) ? last :
	    segment->figure;
}

bool
named_begin(struct prose *prose)
{
	const struct item   *item = prose->measures.listing;
	const size_t         verb = find_verb(prose);
	const struct scope   scope = prose_scope(prose, item);
	const struct segment *segment = &prose->segment;
	size_t               last = last_word(prose);
	struct slice         name;

	if (last == verb && last_behind(prose) > segment->figure &&
	    prose_token(prose, last_behind(prose))->kind == TOKEN_WORD)
		last = last_behind(prose);	/* 发布30条动态信息 */
	if (verb == segment->figure || !is_counted_as(prose,
	    last == verb && verb > segment->from ? verb - 1 : last) ||
	    !is_plain(prose, &scope) || segment->whose.n > 0)
		return false;
	prose->sentence.row.members = 0;
	if (is_something_else(prose)) {
		if (prose_has(prose, segment->own, STEER_EACH))
			keep_row(prose, item, scope);
		return false;
	}
	name = part_disclosed(prose, verb);
	if (last == verb && prose->sentence.narrowed.n > 0 &&
	    !classes_any(segment->outlet) && segment->looses == 0 &&
	    !is_known_kind(prose, segment->from, verb))
		return claim_name(prose, item, prose->sentence.narrowed, scope);
	if (!is_certain(prose, verb, last))
		return false;
	return claim_name(prose, item, name, scope);
}

/* Whether an object that the words name, and that information is not about, is counted in
 * other figures or in none of these reports: 举报线索, 意见建议, but not 公告, 提案信息. */
static bool
counts_other_thing(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	const struct classes  object = prose->lexicon.kind[CLASS_OBJECT];
	bool                  other = false;

	for (size_t i = segment->from; i < segment->to; i++)
		if (i == segment->figure)
			continue;
		else if (ends_name(prose, i))
			other = other && !prose_is(prose, i, STEER_INFORMATION);
		else if (classes_meet(prose_token(prose, i)->classes, object))
			other = other || !classes_meet(prose_token(prose,
			    i)->classes, prose->decisions.listing);
	return other;
}

/* Whether the word I is what a figure of information may end its words with: what ends
 * a name, 稿件, a verb that discloses. */
static bool
ends_disclosure(const struct prose *prose, size_t i)
{
	return ends_name(prose, i) || is_document(prose, i) ||
	    (prose_is_content(prose, i) &&
	    classes_meet(prose_token(prose, i)->classes, classes_both(
	    prose->decisions.listing, classes_join(verbs(prose),
	    prose->lexicon.kind[CLASS_OBJECT]))));
}

/* Whether the sentence said that something was disclosed, and the words of the figure
 * have no verb of anything else. */
static bool
is_disclosed(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	const struct classes  verb = prose->lexicon.kind[CLASS_VERB];
	struct classes        said = { { 0 } };

	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure && !segment->free[i] &&
		    prose_is_content(prose, i))
			said = classes_join(said, classes_both(
			    prose_token(prose, i)->classes, verb));
	return classes_within(said, prose->decisions.listing) &&
	    (classes_meet(said, verbs(prose)) || classes_meet(
	    prose->sentence.heard, verbs(prose)));
}

/* The last verb before the figure that discloses something, or empty. */
static struct slice
verb_text(const struct prose *prose)
{
	const size_t verb = find_verb(prose);

	return verb == prose->segment.figure ? (struct slice){ "", 0 } :
	    prose_text(prose, verb, verb + 1);
}

/* 公开的52条局机关政府信息中: whether the words behind the figure say that something of
 * what it counts follows. */
static bool
is_looked_into(const struct prose *prose)
{
	for (size_t i = prose->segment.figure; !prose_ends_clause(prose, i); i++)
		if (prose_is(prose, i, STEER_OF_INFORMATION))
			return true;
	return false;
}

/* Whether the word LAST counts documents of which the words, or a row or list that they go
 * on with, say that they were disclosed: not 更新信息30次，标注失效文件24件. */
static bool
is_told_document(const struct prose *prose, size_t last)
{
	const size_t figure = prose->segment.figure;

	return is_document(prose, last) && (prose->sentence.lists > 0 ||
	    (named_follows(prose) && slice_eq(prose->sentence.row.unit,
	    prose_token(prose, figure)->figure->unit)) ||
	    find_verb(prose) != figure);
}

bool
named_left(struct prose *prose, bool listed)
{
	const struct item *item = prose->measures.listing;
	const struct scope scope = prose_scope(prose, item);
	const size_t       last = last_word(prose);
	struct slice       name;

	if (last == prose->segment.figure || (!listed &&
	    !ends_disclosure(prose, last)))
		return false;
	if ((!is_in_pieces(prose) && !is_told_document(prose, last) &&
	    !(prose_is(prose, last, STEER_INFORMATION) &&
	    has_name(prose, last))) ||
	    !is_counted_as(prose, last) || !is_plain(prose, &scope) ||
	    prose->segment.whose.n > 0 || is_something_else(prose) ||
	    prose_has(prose, prose->segment.own, STEER_DENIED) ||
	    is_looked_into(prose) ||
	    prose_has(prose, prose->sentence.heard, STEER_BELOW) ||
	    (!listed && counts_other_thing(prose)) || !is_disclosed(prose))
		return false;
	name = part_name(prose);
	if (name.n < PART_NAME_MIN && prose->sentence.lists == 0) {
		/* 收到申请5件，公开信息12条: those that were asked for, or all */
		if (prose_has(prose, prose->sentence.heard, STEER_REQUEST) ||
		    prose_has(prose, prose->sentence.heard, STEER_APPLY))
			return false;
		name = verb_text(prose);
	}
	return claim_name(prose, item, name, scope);
}

/* Whether token I says nothing but that something was disclosed: a verb that does, or
 * information, before a colon. */
static bool
is_disclosure(const struct prose *prose, size_t i)
{
	const struct classes classes = prose_token(prose, i)->classes;

	return classes_meet(classes, prose->decisions.listing) &&
	    (classes_meet(classes, verbs(prose)) ||
	    !classes_meet(classes, prose->lexicon.kind[CLASS_VERB]));
}

/* Whether the words from FROM to before END end in 公开 and tell of a kind: 推进民生领域信
 * 息公开. */
static bool
ends_in_disclosure(const struct prose *prose, size_t from, size_t end)
{
	if (prose_is(prose, end - 1, STEER_GOVERNMENT))
		return true;
	if (!prose_is(prose, end - 1, STEER_DISCLOSE))
		return false;
	for (; from < end; from++)
		if (prose_is(prose, from, STEER_CATEGORY) ||
		    prose_is(prose, from, STEER_SPHERE))
			return true;
	return false;
}

/* Whether token I, of a clause before COLON or not that ends before END, is of anything
 * but that something was disclosed. */
static bool
is_else(const struct prose *prose, size_t i, size_t end, bool colon)
{
	if (prose_is(prose, i, STEER_NONE) || classes_meet(prose_token(prose,
	    i)->classes, prose->lexicon.kind[CLASS_OUTLET]))
		return true;
	if (!prose_is_content(prose, i))
		return false;
	return colon ? !is_disclosure(prose, i) :
	    !prose_is(prose, i, STEER_CATEGORY) &&
	    !(i + 1 == end && prose_is(prose, i, STEER_DISCLOSE));
}

void
named_begin_clause(struct prose *prose, size_t from, size_t end)
{
	const struct item *listing = prose->measures.listing;
	const struct scope scope = prose_scope(prose, listing);
	const bool         colon = prose_token(prose, end)->kind == TOKEN_COLON ||
	    (prose_token(prose, end)->kind == TOKEN_COMMA &&
	    prose_is(prose, end + 1, STEER_AMONG));
	bool               discloses = false;

	for (size_t i = from; i < end; i++) {
		if (is_else(prose, i, end, colon))
			return;
		discloses = discloses || prose_is_content(prose, i);
	}
	if (end > from && is_plain(prose, &scope) &&
	    (colon ? discloses : ends_in_disclosure(prose, from, end)))
		prose->sentence.row = (struct named_row){ .item = listing,
		    .scope = scope, .figure = end, .told = colon };
}

void
named_note(struct prose *prose, const struct prose_claim *claim)
{
	const struct item *listing = prose->measures.listing;
	const bool         kin = claim->item == listing ||
	    item_is_member(listing, claim->item->code);

	if (!is_plain(prose, &claim->scope))
		return;
	if (classes_meet(prose->segment.before, verbs(prose)) ||
	    (kin && claim->part.n > 0))
		keep_row(prose, kin ? claim->item : listing, claim->scope);
	else if (prose->sentence.row.item != NULL && follows_row(prose) &&
	    goes_on(prose))
		prose->sentence.row.figure = prose->segment.to - 1;
}
