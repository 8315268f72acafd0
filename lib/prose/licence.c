/* Which words of a figure something accounts for.  A figure is a total only
 * when all are: one unknown modifier (公告公示, 征地类) makes it a part. */
#include "base/utf8.h"
#include "internal.h"
#include "marks.h"

static bool
is_unknown(const struct prose *prose, size_t i)
{
	return prose_token(prose, i)->kind == TOKEN_UNKNOWN;
}

static struct slice
text_of(const struct prose *prose, size_t i)
{
	return prose_text(prose, i, i + 1);
}

static bool
is_outlet(const struct prose *prose, size_t i)
{
	return classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_OUTLET]);
}

static bool
is_verb(const struct prose *prose, size_t i)
{
	return prose_is_content(prose, i) &&
	    classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_VERB]);
}

static bool
is_object(const struct prose *prose, size_t i)
{
	return prose_is_content(prose, i) &&
	    classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_OBJECT]);
}

static bool
is_information(const struct prose *prose, size_t i)
{
	return is_object(prose, i) && classes_meet(prose_token(prose, i)->classes,
	    prose->decisions.listing);
}

static void
free_tokens(struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		prose->segment.free[from] = true;
}

static void
free_unknown(struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		if (is_unknown(prose, from))
			prose->segment.free[from] = true;
}

/* The next token behind I that restricts something. */
static size_t
next_word(const struct prose *prose, size_t i)
{
	do
		i++;
	while (i < prose->segment.to && prose_is_filler(prose, i));
	return i;
}

/* 公开教育信息51条，安全生产信息28条: whether another kind of information is counted in the
 * same breath, so that the office's own field is but one. */
static bool
is_first_of_row(const struct prose *prose)
{
	size_t i = prose->segment.to;
	bool   kind = false;

	if (prose_token(prose, i)->kind != TOKEN_COMMA &&
	    prose_token(prose, i)->kind != TOKEN_PAUSE)
		return false;
	for (i++; prose_token(prose, i)->kind == TOKEN_WORD ||
	    prose_token(prose, i)->kind == TOKEN_UNKNOWN ||
	    prose_token(prose, i)->kind == TOKEN_PAUSE; i++) {
		if (is_verb(prose, i) || is_outlet(prose, i) ||
		    prose_is(prose, i, STEER_AMONG))
			return false;
		kind = kind || is_information(prose, i);
	}
	return kind && prose_token(prose, i)->kind == TOKEN_FIGURE;
}

/* Whether token I is the office's own field, which restricts nothing. */
static bool
is_own_field(const struct prose *prose, size_t i)
{
	return own_office_has_field(prose, text_of(prose, i)) &&
	    !is_first_of_row(prose);
}

/* 围绕民生领域公开信息, 财政等领域信息: what was counted is only of that. */
static bool
is_sphere(const struct prose *prose, size_t i)
{
	size_t next;

	if (!prose_is(prose, i, STEER_SPHERE) || (i > prose->segment.from &&
	    is_own_field(prose, i - 1)))
		return false;		/* 交通行业信息, of the office for that */
	next = next_word(prose, i);
	return next >= prose->segment.figure || is_verb(prose, next) ||
	    is_information(prose, next);
}

/* The end of what 通过 or 围绕 at I begins: at 方式, or before the verb. */
static size_t
circumstance_end(const struct prose *prose, size_t i)
{
	const struct segment *segment = &prose->segment;
	size_t                end = i, verb = segment->figure;

	for (size_t j = segment->figure; --j > i;) {
		if (end == i && prose_is(prose, j, STEER_MEANS))
			end = j + 1;
		if (is_verb(prose, j))
			verb = j;
	}
	if (end > i)
		return end;
	return verb < segment->figure ? verb : i;
}

/* Whether a field of what is disclosed is named from FROM to TO: 围绕征地等领域公开
 * is not all. */
static bool
has_field(const struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		if (prose_is(prose, from, STEER_FIELD) &&
		    prose_is(prose, from - 1, STEER_AND_SO_ON))
			return true;
	return false;
}

static void
bind_spheres(struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		if (is_sphere(prose, from))
			prose->segment.free[from] = false;
}

/* 通过召开会议等方式, 围绕民生领域: circumstances, not what was counted. */
static void
find_circumstances(struct prose *prose)
{
	struct segment *segment = &prose->segment;

	for (size_t i = segment->from; i < segment->figure; i++) {
		bool   via = prose_is(prose, i, STEER_VIA), named = false;
		size_t end;

		if (!via && !prose_is(prose, i, STEER_ABOUT))
			continue;
		end = circumstance_end(prose, i);
		for (size_t j = segment->from; j < end; j++)
			named = named || is_outlet(prose, j) ||
			    (j > i && prose_is(prose, j, STEER_PLACE));
		if (via && !named && end > i + 1)
			segment->outlet = classes_join(segment->outlet,
			    prose_steering(prose, STEER_OUTLET));
		if (end > i && (via || !has_field(prose, i, end)))
			free_tokens(prose, i, end);
		if (end > i && !via)
			bind_spheres(prose, i, end);
		if (end > i)
			i = end - 1;
	}
}

/* Whether an outlet stands behind the name I, of which it is, or behind the government
 * of that: 青石区人民政府门户网站. */
static bool
names_outlet_of(const struct prose *prose, size_t i)
{
	do
		i = next_word(prose, i);
	while (i < prose->segment.figure && prose_is(prose, i, STEER_SELF));
	return is_outlet(prose, i);
}

/* An office before verb, object and outlet is the subject. */
static void
find_subject(struct prose *prose)
{
	enum { NAME_MIN = 6 };	/* bytes: two characters */
	struct segment *segment = &prose->segment;
	size_t          first = segment->from, subject = SENTENCE_TOKENS;
	size_t          from = segment->from;

	for (; first < segment->figure; first++) {
		if (is_verb(prose, first) || is_outlet(prose, first) ||
		    prose_is(prose, first, STEER_VIA) ||
		    prose_is(prose, first, STEER_ABOUT))
			break;
		if (is_unknown(prose, first) &&
		    (marks_end(MARK_ORGAN, text_of(prose, first)) ||
		    (subject == SENTENCE_TOKENS && slice_find(
		    prose->document.org, text_of(prose, first)) != NULL)) &&
		    !prose_is_quoted(prose, first))
			subject = first;
	}
	if (subject == SENTENCE_TOKENS || first == segment->figure)
		return;
	free_tokens(prose, segment->from, subject + 1);
	for (size_t i = subject; i-- > segment->from;)
		if (prose_token(prose, i)->kind != TOKEN_UNKNOWN &&
		    prose_token(prose, i)->kind != TOKEN_WORD) {
			from = i + 1;
			break;
		}
	while (from < subject && (prose_is_filler(prose, from) ||
	    prose_is(prose, from, STEER_AMONG) ||
	    classes_meet(prose_token(prose, from)->classes,
	    prose->lexicon.kind[CLASS_TIME])))
		from++;
	if (prose_text(prose, from, subject + 1).n >= NAME_MIN &&
	    !names_outlet_of(prose, subject) &&
	    !own_office_is(prose, prose_text(prose, from, subject + 1)))
		segment->whose = prose_text(prose, from, subject + 1);
}

/* What stands before a verb that has its object behind it says how, not what:
 * 认真落实责任主动公开政府信息. */
static void
find_manner(struct prose *prose)
{
	struct segment *segment = &prose->segment;

	for (size_t i = segment->figure; i-- > segment->from + 1;) {
		size_t next = next_word(prose, i);

		if (!is_verb(prose, i) || next >= segment->figure ||
		    !(prose_is(prose, next, STEER_REQUEST) ||
		    prose_is(prose, next, STEER_APPLY) ||
		    (is_information(prose, next) && classes_meet(
		    prose_token(prose, i)->classes,
		    prose->decisions.listing))))
			continue;
		for (size_t j = segment->from; j < i; j++)
			if (is_unknown(prose, j) &&
			    !prose_is(prose, next_word(prose, j), STEER_FIELD))
				segment->free[j] = true;
		return;
	}
}

/* 《…》等文件: an example of what was counted. */
static bool
is_title(const struct prose *prose, size_t i)
{
	return is_unknown(prose, i) && slice_starts(text_of(prose, i),
	    marks_of(MARK_QUOTATION)->mark[0]);
}

/* Whether the title I, or what stands in one row with it, is followed by what it is an
 * example of: 《甲办法》、《乙办法》等文件. */
static bool
is_title_of_example(const struct prose *prose, size_t i)
{
	while (i < prose->segment.to && (is_title(prose, i) ||
	    prose_token(prose, i)->kind == TOKEN_PAUSE ||
	    prose_is(prose, i, STEER_AND)))
		i++;
	return i < prose->segment.to && prose_is_filler(prose, i);
}

/* 我局开办的微信公众号发布: a verb before the outlet is the outlet's. */
static void
free_makers(struct prose *prose)
{
	struct segment *segment = &prose->segment;
	size_t          outlet = segment->from;

	for (size_t i = segment->from; i < segment->figure; i++)
		if (is_outlet(prose, i))
			outlet = i;
	for (size_t i = outlet + 1; i < segment->figure; i++)
		if (is_verb(prose, i))
			for (size_t j = segment->from; j < outlet; j++)
				if (is_verb(prose, j))
					segment->free[j] = true;
}

/* Frees the words that token I is named by, which stand right before it; how
 * many. */
static int
free_name(struct prose *prose, size_t i)
{
	int words = 0;

	while (i-- > prose->segment.from) {
		const struct token *token = prose_token(prose, i);

		if ((token->kind != TOKEN_UNKNOWN && token->kind != TOKEN_WORD) ||
		    is_outlet(prose, i) || is_verb(prose, i) ||
		    (token->kind == TOKEN_WORD && !prose_is_content(prose, i)))
			break;
		prose->segment.free[i] = true;
		words++;
	}
	return words;
}

/* A column with a name is an outlet of its own where none is said: “阳光村务”专栏发布
 * 20条 is no total. */
static void
find_column(struct prose *prose, size_t i)
{
	struct segment *segment = &prose->segment;

	bool            quoted = i > segment->from &&
	    prose_token(prose, i - 1)->kind == TOKEN_NAME;

	if ((free_name(prose, i) == 0 && !quoted) ||
	    classes_any(prose->sentence.outlet))
		return;
	for (size_t j = segment->from; j < segment->figure; j++)
		if (is_outlet(prose, j))
			return;
	segment->column = true;
}

/* Whether the column I has a name of its own: what it has is some of all. */
static bool
is_named_place(const struct prose *prose, size_t i)
{
	const struct segment *segment = &prose->segment;

	if (i > segment->from + 1 && is_information(prose, i - 1) &&
	    prose_is(prose, i - 2, STEER_CATEGORY))
		return true;		/* 财政信息专栏 */
	return i > segment->from &&
	    (prose_token(prose, i - 1)->kind == TOKEN_NAME ||
	    prose_is(prose, i - 1, STEER_CATEGORY) ||
	    (is_object(prose, i - 1) && !is_information(prose, i - 1)));
}

/* Whether what was counted, behind token I, is something else than information. */
static bool
other_thing_follows(const struct prose *prose, size_t i)
{
	while (++i < prose->segment.to)
		if (is_object(prose, i) && !is_information(prose, i))
			return true;
	return false;
}

/* 云河手机台、《青石日报》、公开栏等: what stands before outlets in one row, and behind
 * no verb, is one too. */
static void
free_outlets_in_row(struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                first = segment->figure, outlets = 0;

	for (size_t i = segment->figure; i-- > segment->from;)
		if (is_outlet(prose, i)) {
			first = i;
			outlets++;
		} else if (is_verb(prose, i))
			return;
	if (outlets > 1 && first > segment->from + 1 &&
	    prose_token(prose, first - 1)->kind == TOKEN_PAUSE)
		free_unknown(prose, first - 2, first);
}

/* Whether a word of A or B stands before the figure. */
static bool
has_either(const struct prose *prose, enum steering a, enum steering b)
{
	return prose_has(prose, prose->segment.before, a) ||
	    prose_has(prose, prose->segment.before, b);
}

/* 在“青石之声”上发布: an outlet, whatever its name. */
static void
find_unknown_outlet(struct prose *prose)
{
	struct segment *segment = &prose->segment;
	size_t          first, end;

	if (!classes_meet(segment->before, prose->decisions.listing) ||
	    classes_meet(segment->before, prose->lexicon.kind[CLASS_OUTLET]) ||
	    !(prose_has(prose, segment->before, STEER_AT) ||
	    has_either(prose, STEER_VIA, STEER_PLATFORM)) ||
	    !outlets_find_unknown(prose, &first, &end))
		return;
	free_tokens(prose, first, end);
	segment->outlet = classes_join(segment->outlet,
	    prose_steering(prose, STEER_OUTLET));
}

/* What an outlet, a hotline, a column is called. */
static void
find_names(struct prose *prose)
{
	struct segment *segment = &prose->segment;

	if (classes_meet(segment->before, prose->lexicon.kind[CLASS_OUTLET])) {
		free_makers(prose);
		free_outlets_in_row(prose);
	}
	for (size_t i = segment->from; i < segment->to; i++) {
		if (is_title(prose, i) && is_title_of_example(prose, i))
			segment->free[i] = true;
		if (prose_is(prose, i, STEER_PLACE) && is_named_place(prose, i)) {
			if (segment->free[i])	/* 通过“阳光村务”专栏 */
				find_column(prose, i);
			continue;
		}
		if (prose_is(prose, i, STEER_PLACE)) {
			find_column(prose, i);
			free_unknown(prose, segment->from, i);
		} else if (is_outlet(prose, i) ||
		    prose_is(prose, i, STEER_NAMED))
			(void)free_name(prose, i);
		if (is_unknown(prose, i) && marks_end(MARK_PRESS,
		    text_of(prose, i))) {
			segment->free[i] = true;
			segment->outlet = classes_join(segment->outlet,
			    prose_steering(prose, STEER_OUTLET));
		}
	}
}

/* The next token behind I that says what was counted: of 公告等主动公开信息 the last. */
static size_t
next_thing(const struct prose *prose, size_t i)
{
	size_t next = next_word(prose, i);

	if (next < prose->segment.figure && is_verb(prose, next) &&
	    classes_meet(prose_token(prose, next)->classes,
	    prose->decisions.listing) &&
	    is_information(prose, next_word(prose, next)))
		return next_word(prose, next);
	return next;
}

/* 公告、文件等各类信息: takes in what is named beside it. */
static void
find_examples(struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                first = segment->figure, last = first;
	bool                  and = false, outlet = false;

	for (size_t i = segment->from; i < segment->figure; i++) {
		size_t next = next_thing(prose, i);

		and = and || prose_is(prose, i, STEER_AND) ||
		    (prose_token(prose, i)->kind == TOKEN_PAUSE &&
		    !prose_is_quoted(prose, i));
		if (is_verb(prose, i) && first == segment->figure)
			first = i + 1;
		if (prose_is(prose, i, STEER_ALL_KINDS))
			last = i;
		if (prose_is(prose, i, STEER_EXAMPLES) && and)
			last = i;
		outlet = outlet || is_outlet(prose, i);
		if (prose_is(prose, i, STEER_AND_SO_ON) && and &&
		    (next >= segment->figure ? text_of(prose, i).n > 3 ||
		    (outlet && first < segment->figure) :
		    is_object(prose, next)))
			last = i;
	}
	if (!and || last == segment->figure)
		return;
	if (first == segment->figure)
		first = segment->from;	/* the verb has been said before */
	for (size_t i = first; i < last; i++)
		if (is_unknown(prose, i) || is_object(prose, i) ||
		    prose_is_content(prose, i))
			prose->segment.free[i] = !is_information(prose, i);
	free_unknown(prose, last, segment->figure);
	bind_spheres(prose, first, segment->figure);
}

/* 因政府信息公开引发的行政复议: the cause says what the suit is about. */
static void
find_cause(struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	size_t                cause = segment->from;

	for (size_t i = segment->from; i < segment->figure; i++)
		if (prose_is(prose, i, STEER_CAUSE))
			cause = i;
	for (size_t i = segment->from; i < cause; i++)
		if (!is_unknown(prose, i))
			prose->segment.free[i] = true;
}

static bool
is_category(const struct prose *prose, size_t i)
{
	return prose_is(prose, i, STEER_CATEGORY);
}

/* Whether token I stands behind a verb. */
static bool
is_behind_verb(const struct prose *prose, size_t i)
{
	while (i-- > prose->segment.from)
		if (is_verb(prose, i))
			return true;
	return false;
}

/* Whether what was disclosed is named behind token I: 部门及所属单位预决算信息. */
static bool
is_before_kind(const struct prose *prose, size_t i)
{
	while (++i < prose->segment.figure && !is_verb(prose, i))
		if (is_information(prose, i) || is_category(prose, i))
			return true;
	return false;
}

/* 清理县本级文件, 发布部门信息: whether the office I is what the documents are called after,
 * not who did it. */
static bool
is_whose_documents(const struct prose *prose, size_t i)
{
	return (prose_is(prose, i, STEER_LEVEL) ||
	    (prose_is(prose, i, STEER_BELOW) && is_before_kind(prose, i))) &&
	    is_behind_verb(prose, i);
}

/* 青石气象部门: all offices of the field that the office itself is of. */
static bool
is_own_system(const struct prose *prose, size_t i)
{
	return i > prose->segment.from && prose_is(prose, i, STEER_BELOW) &&
	    own_office_has_field(prose, text_of(prose, i - 1));
}

/* Whether token I says whose the figure is. */
static bool
is_whose(const struct prose *prose, size_t i)
{
	return ((prose_is(prose, i, STEER_BELOW) &&
	    !slice_ends(prose->document.org, text_of(prose, i))) ||
	    prose_is(prose, i, STEER_LEVEL)) && !is_whose_documents(prose, i) &&
	    !is_own_system(prose, i);
}

/* Whether the office I is whose documents were disclosed, not who did it: 公开区政府
 * 文件. */
static bool
is_owner(const struct prose *prose, size_t i)
{
	const struct segment *segment = &prose->segment;

	return is_behind_verb(prose, i) &&
	    prose_has(prose, segment->before, STEER_DOCUMENT);
}

/* Whether TEXT has Han characters or more than one letter: marks restrict
 * nothing. */
static bool
is_worded(struct slice text)
{
	enum { HAN = 0x3400 };
	int      letters = 0;
	uint32_t c;

	while (text.n > 0) {
		text = slice_from(text, utf8_decode(text, &c));
		if (c >= HAN && c < 0xFF00)
			return true;
		letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	}
	return letters > 1;
}

static bool
is_loose(const struct prose *prose, size_t i)
{
	if (prose->segment.free[i])
		return false;
	if (prose_is(prose, i, STEER_EXCLUDING) ||
	    (prose_is(prose, i, STEER_OTHER) && !prose_has(prose,
	    prose->segment.before, STEER_AGAINST_US)))
		return true;
	if (is_sphere(prose, i) ||
	    (prose_is(prose, i, STEER_SELF) && is_owner(prose, i)) ||
	    is_whose_documents(prose, i) ||
	    (prose_is(prose, i, STEER_PLACE) && is_named_place(prose, i) &&
	    !other_thing_follows(prose, i)))
		return true;
	return is_unknown(prose, i) && is_worded(text_of(prose, i)) &&
	    !is_own_field(prose, i);
}

/* 我市各级政府及部门: both together are the whole. */
static bool
is_joined_to_self(const struct prose *prose, size_t i)
{
	bool and = false;

	while (i-- > prose->segment.from) {
		if (prose_is(prose, i, STEER_SELF))
			return and;
		and = and || prose_is(prose, i, STEER_AND) ||
		    prose_token(prose, i)->kind == TOKEN_PAUSE;
		if (prose_is_content(prose, i))
			return false;
	}
	return false;
}

/* Sums up what is left: whose, outlet, own words, words nothing accounts for. */
static void
sum_up(struct prose *prose)
{
	struct segment *segment = &prose->segment;

	for (size_t i = segment->from; i < segment->to; i++) {
		struct classes classes = prose_token(prose, i)->classes;

		if (i == segment->figure)
			continue;
		segment->outlet = classes_join(segment->outlet, classes_both(
		    classes, prose->lexicon.kind[CLASS_OUTLET]));
		if ((is_object(prose, i) || is_category(prose, i)) &&
		    i + 1 < segment->figure && is_own_field(prose, i))
			segment->free[i] = true;
		if (segment->free[i])
			continue;
		segment->own = classes_join(segment->own, classes);
		if (is_whose(prose, i) && !is_outlet(prose, i + 1) &&
		    !is_joined_to_self(prose, i))
			segment->whose = text_of(prose, i);
		if (is_loose(prose, i))
			segment->loose[segment->looses++] = i;
	}
}

/* 微信、微博分别发布120条、80条: each figure has the outlet in its place. */
static void
share_outlets(struct prose *prose)
{
	const struct classes own = outlets_of_figure(prose,
	    prose->segment.figure);

	if (classes_any(own))
		prose->segment.outlet = own;
}

/* Looks for what is told by words before the figure, where they have those at all. */
static void
find_told(struct prose *prose)
{
	const struct classes before = prose->segment.before;

	if (has_either(prose, STEER_VIA, STEER_ABOUT))
		find_circumstances(prose);
	find_subject(prose);
	if (has_either(prose, STEER_REQUEST, STEER_APPLY) ||
	    classes_meet(before, prose->decisions.listing))
		find_manner(prose);
	find_names(prose);
	find_unknown_outlet(prose);
	if (prose_has(prose, before, STEER_CAUSE))
		find_cause(prose);
	if (prose_has(prose, before, STEER_ALL_KINDS) ||
	    has_either(prose, STEER_EXAMPLES, STEER_AND_SO_ON))
		find_examples(prose);
}

void
licence_account(struct prose *prose)
{
	struct segment *segment = &prose->segment;

	memset(segment->free + segment->from, 0,
	    segment->to - segment->from + 1);
	segment->looses = 0;
	segment->column = false;
	segment->outlet = segment->own = (struct classes){ { 0 } };
	segment->whose = (struct slice){ "", 0 };
	find_told(prose);
	sum_up(prose);
	share_outlets(prose);
}
