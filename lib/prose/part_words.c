/* What the words of a figure say of it as a part of a list. */
#include "part_words.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "marks.h"

/* Whether token I is no part of a name that begins or ends with it. */
static bool
is_around_name(const struct prose *prose, size_t i)
{
	const struct lexicon *lexicon = &prose->lexicon;
	const struct token   *token = prose_token(prose, i);

	return token->kind == TOKEN_ASIDE || token->kind == TOKEN_PAUSE ||
	    token->kind == TOKEN_YEAR ||
	    classes_meet(token->classes, classes_join(
	    prose_steering(prose, STEER_AMONG),
	    classes_join(prose_steering(prose, STEER_COUNT),
	    lexicon->kind[CLASS_TIME])));
}

/* The end of the name of the tokens from FROM to TO, without 信息, 共. */
static size_t
name_end(const struct prose *prose, size_t from, size_t to)
{
	bool info = false;

	for (; to > from; to--) {
		const struct token *token = prose_token(prose, to - 1);
		struct slice        text = prose_text(prose, to - 1, to);

		if (is_around_name(prose, to - 1) ||
		    (info && slice_eq(text, marks_of(MARK_OF)->mark[0])))
			continue;
		if (token->kind != TOKEN_WORD ||
		    !prose_is(prose, to - 1, STEER_INFORMATION))
			break;
		info = true;
	}
	return to;
}

/* NAME without 信息, or 的信息, at its end. */
static struct slice
without_information(struct slice name)
{
	const enum mark_kind end[] = { MARK_INFORMATION, MARK_OF };

	for (size_t i = 0; i < sizeof(end) / sizeof(*end); i++) {
		struct slice mark = marks_of(end[i])->mark[0];

		if (name.n > mark.n && slice_ends(name, mark) &&
		    !marks_end(MARK_WHOLE, name))
			name.n -= mark.n;
		else
			break;
	}
	return name;
}

/* Whether token I says of a kind that it was disclosed, as of them all; of
 * requests it is an outcome (公开5件). */
static bool
is_said_of_all(const struct prose *prose, size_t i)
{
	const struct prose_sentence *sentence = &prose->sentence;
	const struct item           *head = sentence->lists == 0 ? NULL :
	    sentence->list[sentence->lists - 1].head;

	return (head == NULL || head->share.n > 0) &&
	    classes_meet(classes_both(prose_token(prose, i)->classes,
	    prose->decisions.listing), prose->lexicon.kind[CLASS_VERB]);
}

/* Whether token I is 以及, and not 与, which a name may begin with. */
static bool
is_long_and(const struct prose *prose, size_t i)
{
	enum { TWO_CHARACTERS = 6 };

	return prose_is(prose, i, STEER_AND) &&
	    prose_text(prose, i, i + 1).n >= TWO_CHARACTERS;
}

/* NAME with the quote that opens before it, where that closes within it: “双随机”公开. */
static struct slice
with_quote(const struct prose *prose, struct slice name)
{
	const struct marks *quote = marks_of(MARK_QUOTE);
	const char         *text = prose->sentence.cut.text.p;
	const struct slice  before = { text, (size_t)(name.p - text) };

	for (size_t i = 0; i + 1 < quote->marks; i += 2)
		if (slice_ends(before, quote->mark[i]) &&
		    slice_find(name, quote->mark[i + 1]) != NULL)
			return (struct slice){ name.p - quote->mark[i].n,
			    name.n + quote->mark[i].n };
	return name;
}

struct slice
part_name(const struct prose *prose)
{
	return part_name_before(prose, prose->segment.figure);
}

struct slice
part_name_before(const struct prose *prose, size_t to)
{
	const struct segment *segment = &prose->segment;
	size_t                from = segment->from;
	struct slice          name;
	size_t                n;

	for (size_t i = from; i < to; i++)
		if (prose_is(prose, i, STEER_AMONG))
			from = i + 1;
	while (from < to && (is_around_name(prose, from) ||
	    is_long_and(prose, from)) &&
	    (from + 1 == to || !prose_is(prose, from, STEER_COUNT) ||
	    is_around_name(prose, from + 1)))
		from++;
	if (from + 1 < to && is_said_of_all(prose, from))
		from++;			/* 其中发布公告5条 */
	to = name_end(prose, from, to);
	while (from + 1 < to && is_said_of_all(prose, from))
		from++;
	if (from == to) {
		from = segment->figure + 1;
		to = segment->to;
	}
	name = prose_text(prose, from, to);
	n = fold_enumerator(name).length;
	return with_quote(prose, without_information(utf8_trim(
	    slice_from(name, n < name.n ? n : 0))));
}

struct slice
part_disclosed(const struct prose *prose, size_t verb)
{
	const struct segment *segment = &prose->segment;
	size_t from = verb + 1, to = segment->figure;

	while (to > from && is_around_name(prose, to - 1))
		to--;
	if (from == to && segment->to > segment->figure + 1) {
		from = segment->figure + 1;
		to = segment->to;
	} else if (from == to) {
		from = segment->from;
		while (from < verb && is_around_name(prose, from))
			from++;
		to = verb;
	}
	to = name_end(prose, from, to);
	return without_information(utf8_trim(prose_text(prose, from, to)));
}

bool
part_has_share(const struct prose *prose)
{
	size_t next = prose->segment.to;

	if (prose_token(prose, next)->kind == TOKEN_COMMA ||
	    prose_token(prose, next)->kind == TOKEN_OPEN)
		next++;
	return prose_is(prose, next, STEER_SHARE) ||
	    (prose_token(prose, next)->kind == TOKEN_FIGURE &&
	    prose_token(prose, next)->figure->kind == UNIT_SHARE);
}

bool
part_is_share(const struct prose *prose)
{
	size_t i = prose->segment.figure;

	return prose_has(prose, prose->segment.own, STEER_SHARE) ||
	    (i > 0 && prose_token(prose, i - 1)->kind != TOKEN_WORD);
}

bool
part_is_typed(const struct prose *prose, struct slice name)
{
	const struct segment *segment = &prose->segment;

	if (!marks_end(MARK_KIND, name) || name.n < PART_NAME_MIN)
		return false;
	if (segment->figure > segment->from && prose_is(prose,
	    segment->figure - 1, STEER_INFORMATION))
		return true;
	return part_has_share(prose);
}

bool
part_has_leading_verb(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	bool                  verb = false;

	for (size_t i = segment->from; i < segment->to; i++) {
		if (i == segment->figure || !prose_is_content(prose, i))
			continue;
		if (verb)
			return true;
		verb = classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_VERB]);
	}
	return false;
}

/* Whether the words of the segment at hand name a thing that is not just
 * information. */
static bool
has_thing(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure &&
		    (prose_token(prose, i)->kind == TOKEN_UNKNOWN ||
		    prose_is(prose, i, STEER_CATEGORY) ||
		    prose_is(prose, i, STEER_PROGRESS) ||
		    (classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_OBJECT]) &&
		    !prose_is(prose, i, STEER_INFORMATION))))
			return true;
	return false;
}

/* Whether they say anything but that it is information, and what it tells of
 * (解读及回应信息). */
static bool
has_content(const struct prose *prose)
{
	struct classes beside = prose_steering(prose, STEER_INFORMATION);

	if (prose_has(prose, prose->segment.own, STEER_INFORMATION))
		beside = classes_join(beside, classes_less(
		    prose->lexicon.kind[CLASS_VERB], prose->decisions.listing));
	for (size_t i = prose->segment.from; i < prose->segment.to; i++)
		if (prose_is_content(prose, i) &&
		    !classes_meet(prose_token(prose, i)->classes, beside))
			return true;
	return false;
}

bool
part_is_column(const struct prose *prose, const struct item *head)
{
	return head->share.n > 0 && head != prose->measures.listing &&
	    classes_any(prose->segment.outlet) &&
	    classes_within(prose->segment.outlet,
	    prose_steering(prose, STEER_BOARD));
}

/* Whether the words before the figure tell of a deed that discloses nothing: 回复
 * 网友留言5条, but not 回应关切类信息5条. */
static bool
is_deed(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                first = segment->from, last = segment->figure;

	while (last > first && is_around_name(prose, last - 1))
		last--;
	while (first < segment->figure && !prose_is_content(prose, first) &&
	    prose_token(prose, first)->kind == TOKEN_WORD)
		first++;
	return first + 1 < last && prose_is_content(prose, first) &&
	    classes_meet(prose_token(prose, first)->classes,
	    prose->lexicon.kind[CLASS_VERB]) &&
	    !classes_meet(prose_token(prose, first)->classes,
	    prose->decisions.listing) &&
	    !prose_is(prose, last - 1, STEER_INFORMATION) &&
	    !marks_end(MARK_KIND, part_name(prose));
}

bool
part_names_thing(const struct prose *prose, const struct item *head)
{
	return part_is_column(prose, head) ||
	    ((has_thing(prose) || !has_content(prose)) &&
	    !classes_any(classes_less(prose->segment.outlet,
	    prose_steering(prose, STEER_OWN_LIST))));
}

bool
part_is_kind(const struct prose *prose, const struct verdict *verdict,
    const struct item *head)
{
	if (head->share.n == 0)
		return true;
	if (verdict->decision != NULL && verdict->licensed && item_is_foreign(
	    head, verdict->decision->item->code) && !part_has_share(prose))
		return false;
	return part_is_column(prose, head) ||
	    (part_names_thing(prose, head) && !is_deed(prose));
}

bool
part_ends_in_deed(const struct prose *prose, bool outlets)
{
	size_t last = prose->segment.figure;

	while (last > prose->segment.from && (is_around_name(prose, last - 1) ||
	    prose_is(prose, last - 1, STEER_INFORMATION)))
		last--;
	return last > prose->segment.from + 1 &&
	    prose_is_content(prose, last - 1) &&
	    !prose_is_thing(prose, last - 1) &&
	    classes_meet(prose_token(prose, last - 1)->classes,
	    prose->decisions.listing) &&
	    (outlets || prose_is(prose, last - 2, STEER_MEANS));
}

bool
part_is_said_of(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                last = segment->figure;

	while (last > segment->from && is_around_name(prose, last - 1))
		last--;
	if (last == segment->from)
		return prose_is(prose, segment->to - 1, STEER_COUNT);
	return prose_is(prose, last - 1, STEER_TELLING);
}

/* Whether the last of the words before the figure is an office. */
static bool
ends_in_office(const struct prose *prose)
{
	size_t last = prose->segment.figure;

	while (last > prose->segment.from && (is_around_name(prose, last - 1) ||
	    prose_is_filler(prose, last - 1) ||
	    (prose_is_content(prose, last - 1) && classes_meet(
	    prose_token(prose, last - 1)->classes, prose->decisions.listing))))
		last--;
	return last > prose->segment.from &&
	    (classes_meet(prose_token(prose, last - 1)->classes,
	    prose->lexicon.kind[CLASS_WHOSE]) ||
	    marks_end(MARK_ORGAN, prose_text(prose, last - 1, last)));
}

bool
part_is_only_whose(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	const struct classes *kind = prose->lexicon.kind;
	bool                  whose = false;

	if (classes_meet(segment->before, kind[CLASS_OBJECT]) &&
	    !classes_meet(segment->before, kind[CLASS_VERB]))
		return false;		/* 部门文件5条 */
	for (size_t i = segment->from; i < segment->figure; i++) {
		const struct token *token = prose_token(prose, i);

		whose = whose || classes_meet(token->classes,
		    kind[CLASS_WHOSE]);
		if (prose_is(prose, i, STEER_CATEGORY) ||
		    (token->kind == TOKEN_UNKNOWN && !marks_end(MARK_ORGAN,
		    prose_text(prose, i, i + 1))) ||
		    (classes_meet(token->classes,
		    prose->lexicon.kind[CLASS_OBJECT]) &&
		    !prose_is(prose, i, STEER_INFORMATION)))
			return false;
	}
	return whose && ends_in_office(prose);
}

bool
part_is_no_kind(const struct prose *prose, const struct item *head)
{
	const struct classes own = prose->segment.own;

	return (head->share.n > 0 && (prose_has(prose, own, STEER_REQUEST) ||
	    (prose_has(prose, own, STEER_FULL_TEXT) &&
	    !marks_end(MARK_KIND, part_name(prose))))) ||
	    prose_has(prose, own, STEER_NONE) ||
	    prose_has(prose, own, STEER_EXCLUDING) ||
	    (prose_has(prose, own, STEER_THIS_YEAR) &&
	    !part_is_typed(prose, part_name(prose)));
}

bool
part_is_gazette(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;

	return classes_any(segment->outlet) && classes_within(segment->outlet,
	    prose_steering(prose, STEER_GAZETTE)) &&
	    !classes_meet(segment->own, prose->lexicon.kind[CLASS_VERB]);
}

/* Whether the last of the words before the figure is a kind of what is disclosed. */
static bool
ends_in_category(const struct prose *prose)
{
	size_t last = prose->segment.figure;

	while (last > prose->segment.from && is_around_name(prose, last - 1))
		last--;
	return last > prose->segment.from &&
	    prose_is(prose, last - 1, STEER_CATEGORY);
}

bool
part_is_vouched(const struct prose *prose, const struct verdict *verdict)
{
	const struct segment *segment = &prose->segment;
	const struct item    *listing = prose->measures.listing;
	const struct classes *kind = prose->lexicon.kind;
	const struct classes  narrowing = classes_join(kind[CLASS_QUALITY],
	    kind[CLASS_WHOSE]);
	bool                  unknown = false;

	if (item_is_kin(listing, verdict->decision->item) ||
	    item_is_member(listing, verdict->decision->item->code))
		return true;
	if (ends_in_category(prose))
		return false;		/* 规范性文件的通知公告12份 */
	for (size_t i = segment->from; i < segment->to; i++) {
		const struct token *token = prose_token(prose, i);
		struct slice        text = prose_text(prose, i, i + 1);

		if (i == segment->figure || segment->free[i] ||
		    text.p < verdict->rest.p ||
		    text.p >= verdict->rest.p + verdict->rest.n)
			continue;
		unknown = unknown || token->kind == TOKEN_UNKNOWN;
		if (token->kind != TOKEN_UNKNOWN ? token->kind == TOKEN_NAME ||
		    classes_meet(token->classes, narrowing) :
		    marks_end(MARK_KIND, text) ||
		    marks_end(MARK_ORGAN, text) || slice_starts(text,
		    marks_of(MARK_QUOTATION)->mark[0]))
			return true;
	}
	return !unknown;
}

bool
part_begins_with_verb(const struct prose *prose)
{
	size_t         i = prose->segment.from;
	struct classes classes;

	while (i < prose->segment.figure && !prose_is_content(prose, i))
		i++;
	classes = prose_token(prose, i)->classes;
	return classes_meet(classes, prose->lexicon.kind[CLASS_VERB]) &&
	    !classes_meet(classes, prose->lexicon.kind[CLASS_OBJECT]);
}
