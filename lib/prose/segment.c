/* A figure and the words that go with it. */
#include "internal.h"
#include "marks.h"

/* What ends the words behind a figure: the next clause's verb, time or mark. */
static bool
ends_words(const struct prose *prose, size_t j)
{
	const struct lexicon *lexicon = &prose->lexicon;
	const struct token   *token = prose_token(prose, j);
	struct classes        ending = classes_join(lexicon->kind[CLASS_VERB],
	    classes_join(lexicon->kind[CLASS_TIME], lexicon->kind[CLASS_MARK]));

	if (token->kind == TOKEN_PAUSE)
		return false;		/* 12件代表建议、政协提案 */
	if (token->kind != TOKEN_WORD && token->kind != TOKEN_UNKNOWN &&
	    token->kind != TOKEN_NAME && token->kind != TOKEN_ASIDE)
		return true;
	return (classes_meet(token->classes, ending) &&
	    !prose_is_filler(prose, j)) || prose_is(prose, j, STEER_AND);
}

static struct classes
classes_between(const struct prose *prose, size_t from, size_t to)
{
	struct classes set = { { 0 } };

	for (; from < to; from++)
		set = classes_join(set, prose_token(prose, from)->classes);
	return set;
}

static bool
has_content(const struct prose *prose, size_t from, size_t to)
{
	for (; from < to; from++)
		if (prose_is_content(prose, from) ||
		    prose_token(prose, from)->kind == TOKEN_UNKNOWN)
			return true;
	return false;
}

static struct classes
things(const struct prose *prose)
{
	return classes_join(prose->lexicon.kind[CLASS_OBJECT],
	    prose->lexicon.kind[CLASS_QUALITY]);
}

/* Whether nothing but words lies from FROM to END. */
static bool
is_last_figure(const struct prose *prose, size_t from, size_t end)
{
	for (; from < end; from++)
		if (prose_token(prose, from)->kind == TOKEN_FIGURE)
			return false;
	return true;
}

/* Where, in the words from FROM to the next figure at END, those of that one
 * begin, 28条短视频，播放量900万 without a comma; END where there is one object
 * and no 超 before what counts something else. */
static size_t
next_subject(const struct prose *prose, size_t from, size_t end)
{
	struct slice unit = prose_token(prose, from - 1)->figure->unit;
	size_t       objects = 0, last = end;

	for (; from < end; from++)
		if (prose_is_content(prose, from) && classes_meet(
		    prose_token(prose, from)->classes,
		    prose->lexicon.kind[CLASS_OBJECT])) {
			objects++;
			last = from;
		}
	return objects > 1 || (prose_is(prose, end - 1, STEER_COUNT) &&
	    !slice_eq(unit, prose_token(prose, end)->figure->unit)) ?
	    last : end;
}

/* 40个新媒体发布信息12条, 10个直管镇开展: whether the figure I counts what its unit alone
 * tells, no documents, and tells of who did what stands behind. */
static bool
counts_doers(const struct prose *prose, size_t i, size_t end)
{
	const struct figure *figure = prose_token(prose, i)->figure;
	size_t               j = i + 1;

	if (figure->kind != UNIT_COUNT || (prose->measures.listing->units &
	    measures_unit(&prose->measures, figure->unit)) != 0)
		return false;
	while (j < end && (prose_token(prose, j)->kind == TOKEN_UNKNOWN ||
	    prose_is_filler(prose, j)))
		j++;
	return j < end && (prose_is(prose, j, STEER_BELOW) ||
	    (classes_meet(prose_token(prose, j)->classes,
	    prose->lexicon.kind[CLASS_OUTLET]) &&
	    !is_last_figure(prose, i + 1, end)));
}

/* The end of the words behind the figure I: 12件政府信息公开申请. */
static size_t
words_behind(const struct prose *prose, size_t from, size_t i, size_t end)
{
	const struct classes before = classes_between(prose, from, i);
	struct classes       behind = { { 0 } };
	size_t               j = i + 1;

	if (counts_doers(prose, i, end))
		return i + 1;
	for (; j < end && !ends_words(prose, j); j++) {
		if (prose_token(prose, j)->kind == TOKEN_UNKNOWN &&
		    classes_meet(behind, things(prose)))
			break;
		if (classes_meet(prose_token(prose, j)->classes,
		    prose->lexicon.kind[CLASS_OUTLET]) &&
		    classes_meet(before, things(prose)))
			return i + 1;	/* 征集1期微信公众号发布… */
		behind = classes_join(behind, prose_token(prose, j)->classes);
	}
	if (j < end && prose_is(prose, j, STEER_AMONG) &&
	    classes_meet(prose_token(prose, j)->classes, things(prose)))
		return j + 1;		/* 45件申请中 */
	if (j < end && prose_token(prose, j)->kind == TOKEN_FIGURE)
		return classes_meet(before, things(prose)) ? i + 1 :
		    next_subject(prose, i + 1, j);
	if (!has_content(prose, from, i) &&
	    is_last_figure(prose, i + 1, end) &&
	    classes_meet(classes_between(prose, i + 1, end),
	    prose->lexicon.content))
		return end;
	return j;
}

/* The end of the verb at J and its object behind it, where both go on with the
 * figure before: 300条主动公开政府信息; J if they do not. */
static size_t
behind_too(const struct prose *prose, size_t j, size_t end)
{
	size_t object = j + 1;

	while (object < end && prose_is_filler(prose, object))
		object++;
	return object < end && !classes_meet(prose->segment.before,
	    prose_is(prose, j, STEER_PROACTIVE) ? things(prose) :
	    prose->lexicon.content) &&
	    classes_meet(prose_token(prose, j)->classes,
	    prose->lexicon.kind[CLASS_VERB]) &&
	    classes_meet(prose_token(prose, object)->classes,
	    prose->lexicon.kind[CLASS_OBJECT]) ? object + 1 : j;
}

static bool
has_verb_and_object(const struct prose *prose, size_t from, size_t to)
{
	const struct classes *kind = prose->lexicon.kind;
	struct classes        said = { { 0 } };

	for (; from < to; from++)
		if (prose_is_content(prose, from))
			said = classes_join(said,
			    prose_token(prose, from)->classes);
	return classes_meet(said, kind[CLASS_VERB]) &&
	    classes_meet(said, kind[CLASS_OBJECT]);
}

/* Whether a clause begins at token I though no comma does: 推进信息公开工作全年公开
 * 信息12条. */
static bool
begins_clause(const struct prose *prose, size_t from, size_t i, size_t figure)
{
	const struct token *token = prose_token(prose, i);

	if (token->kind != TOKEN_YEAR && !prose_is(prose, i, STEER_THIS_YEAR))
		return false;
	for (size_t j = from; j < i; j++)
		if (classes_meet(prose_token(prose, j)->classes,
		    prose->lexicon.kind[CLASS_OUTLET]) ||
		    prose_is(prose, j, STEER_VIA))
			return false;
	return has_verb_and_object(prose, from, i) &&
	    has_verb_and_object(prose, i, figure);
}

/* 发布预算报告、在网站公开信息12条: whether another deed begins behind the pause at token I. */
static bool
begins_deed(const struct prose *prose, size_t from, size_t i, size_t figure)
{
	return prose_token(prose, i)->kind == TOKEN_PAUSE &&
	    (prose_is(prose, i + 1, STEER_AT) ||
	    prose_is(prose, i + 1, STEER_VIA)) &&
	    classes_meet(classes_between(prose, from, i),
	    prose->lexicon.kind[CLASS_VERB]) &&
	    has_verb_and_object(prose, i, figure);
}

/* Where the words of the figure I begin, which may be at FROM: what stands
 * before 其中, or 主动公开的信息中, is said of the whole. */
static size_t
words_before(const struct prose *prose, size_t from, size_t i)
{
	size_t first = from;

	for (size_t j = from + 1; j + 1 < i; j++)
		if (prose_is(prose, j, STEER_AMONG) ||
		    begins_clause(prose, from, j, i) ||
		    begins_deed(prose, from, j, i))
			first = j;
	return has_content(prose, first + 1, i) ? first : from;
}

static void
find_object(struct prose *prose)
{
	struct segment *segment = &prose->segment;

	segment->object = segment->to;
	for (size_t i = segment->from; i < segment->to; i++)
		if (i != segment->figure && !segment->free[i] &&
		    prose_is_content(prose, i) &&
		    classes_meet(prose_token(prose, i)->classes,
		    prose->lexicon.kind[CLASS_OBJECT]))
			segment->object = i;
}

void
segment_read(struct prose *prose, size_t from, size_t i, size_t end)
{
	struct segment *segment = &prose->segment;
	size_t          to;

	from = words_before(prose, from, i);
	to = words_behind(prose, from, i, end);
	segment->from = from;
	segment->figure = i;
	segment->before = classes_between(prose, from, i);
	segment->to = to = behind_too(prose, to, end);
	segment->behind = classes_between(prose, i + 1, to);
	licence_account(prose);
	find_object(prose);
}

bool
prose_is_quoted(const struct prose *prose, size_t i)
{
	const struct marks *quote = marks_of(MARK_QUOTE);
	struct slice        before = { prose->sentence.cut.text.p,
	    prose_token(prose, i)->start };

	while (before.n > 0 && (!marks_may_end(quote, before.p[before.n - 1]) ||
	    !marks_end(MARK_QUOTE, before)))
		before.n--;
	for (size_t m = 0; before.n > 0 && m < quote->marks; m++)
		if (slice_ends(before, quote->mark[m]))
			return m % 2 == 0;
	return false;
}
