/* A figure and the words that go with it. */
#include "internal.h"

/* What ends the words behind a figure: the next clause's verb, time or mark. */
static bool
ends_words(const struct prose *prose, size_t j)
{
	const struct lexicon *lexicon = &prose->lexicon;
	const struct token   *token = prose_token(prose, j);
	struct classes        ending = classes_join(lexicon->kind[CLASS_VERB],
	    classes_join(lexicon->kind[CLASS_TIME], lexicon->kind[CLASS_MARK]));

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

/* The end of the words behind the figure I: 12件政府信息公开申请. */
static size_t
words_behind(const struct prose *prose, size_t from, size_t i, size_t end)
{
	const struct classes before = classes_between(prose, from, i);
	struct classes       behind = { { 0 } };
	size_t               j = i + 1;

	for (; j < end && !ends_words(prose, j); j++) {
		if (prose_token(prose, j)->kind == TOKEN_UNKNOWN &&
		    classes_meet(behind, things(prose)))
			break;
		behind = classes_join(behind, prose_token(prose, j)->classes);
	}
	if (j < end && prose_is(prose, j, STEER_AMONG) &&
	    classes_meet(prose_token(prose, j)->classes, things(prose)))
		return j + 1;		/* 45件申请中 */
	if (j < end && prose_token(prose, j)->kind == TOKEN_FIGURE &&
	    classes_meet(before, things(prose)))
		return i + 1;
	if (!has_content(prose, from, i) &&
	    is_last_figure(prose, i + 1, end) &&
	    classes_meet(classes_between(prose, i + 1, end),
	    prose->lexicon.content))
		return end;
	return j;
}

/* Whether the verb at J has its object behind it, so that both go on with the
 * figure before: 300条主动公开政府信息. */
static bool
is_behind_too(const struct prose *prose, size_t j, size_t end)
{
	return j + 1 < end && !classes_meet(prose->segment.before,
	    prose->lexicon.content) &&
	    classes_meet(prose_token(prose, j)->classes,
	    prose->lexicon.kind[CLASS_VERB]) &&
	    classes_meet(prose_token(prose, j + 1)->classes,
	    prose->lexicon.kind[CLASS_OBJECT]);
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
	size_t          to = words_behind(prose, from, i, end);

	segment->from = from;
	segment->figure = i;
	segment->before = classes_between(prose, from, i);
	if (is_behind_too(prose, to, end))
		to += 2;
	segment->to = to;
	segment->behind = classes_between(prose, i + 1, to);
	licence_account(prose);
	find_object(prose);
}
