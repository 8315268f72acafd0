/* Which outlet a word is, where the word alone does not tell. */
#include "base/utf8.h"
#include "internal.h"
#include "marks.h"

/* NAME without the quotes around it. */
static struct slice
unquoted(struct slice name)
{
	const struct marks *quote = marks_of(MARK_QUOTE);

	for (size_t i = 0; i + 1 < quote->marks; i += 2)
		if (slice_starts(name, quote->mark[i]) &&
		    slice_ends(name, quote->mark[i + 1])) {
			name = slice_from(name, quote->mark[i].n);
			name.n -= quote->mark[i + 1].n;
			return name;
		}
	return name;
}

/* A name of its own in 网 is the office's website if it is short for the office,
 * else another one. */
static void
name_website(const struct prose *prose, struct token *token)
{
	enum { NAME_MIN = 9 };	/* bytes: three characters */
	struct slice name = unquoted((struct slice){
	    prose->sentence.cut.simplified.p + token->start,
	    token->end - token->start });

	if (classes_any(token->classes) || name.n < NAME_MIN ||
	    !marks_end(MARK_WEBSITE, name) || classes_meet(token[1].classes,
	    prose->lexicon.kind[CLASS_OUTLET]))
		return;		/* “青石政府网”微信公众号 */
	name.n -= marks_of(MARK_WEBSITE)->mark[0].n;
	token->kind = TOKEN_WORD;
	token->classes = own_office_is_short(prose, name) ?
	    prose_steering(prose, STEER_SITE) :
	    prose_steering(prose, STEER_OUTLET);
}

/* 省政府网站 is the website of a government, and another outlet for its offices. */
static void
tell_government(const struct prose *prose, struct token *token)
{
	enum { GOVERNMENT = 9 };	/* bytes: 省政府 */
	struct classes site = prose_steering(prose, STEER_SITE);
	struct classes other = prose_steering(prose, STEER_OUTLET);
	struct slice   name = { prose->sentence.cut.simplified.p +
	    token->start, token->end - token->start };

	if (!classes_meet(token->classes, site) ||
	    !classes_meet(token->classes, other))
		return;
	if (name.n > GOVERNMENT)
		name.n = GOVERNMENT;
	token->classes = classes_less(token->classes,
	    own_office_is_short(prose, name) ? other : site);
}

/* The account of a website's office, 政府网微信公众号, is no website. */
static void
tell_account(const struct prose *prose, struct token *token)
{
	struct classes site = prose_steering(prose, STEER_SITE);

	if (token[1].kind == TOKEN_WORD && classes_meet(token->classes, site) &&
	    classes_meet(token[1].classes,
	    prose->lexicon.kind[CLASS_OUTLET]) &&
	    !classes_meet(token[1].classes, site))
		token->classes = classes_less(token->classes, site);
}

/* 省政府网站政府信息公开专栏: a column of another outlet is not the office's website. */
static void
tell_column(const struct prose *prose, struct token *token)
{
	const struct classes site = prose_steering(prose, STEER_SITE);

	if (token[0].kind == TOKEN_WORD && token[1].kind == TOKEN_WORD &&
	    classes_meet(token[0].classes,
	    prose_steering(prose, STEER_OUTLET)) &&
	    !classes_meet(token[0].classes, site) &&
	    classes_meet(token[1].classes, site))
		token[1].classes = token[0].classes;
}

/* 发布政府公报、会议等信息: the gazette is an example of what is disclosed, not where,
 * if it stands behind the verb and others follow it. */
static void
tell_gazette(struct prose *prose, size_t i)
{
	struct token        *token = &prose->sentence.cut.token[i];
	const struct classes verbs = classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_VERB]);

	if (i == 0 || token[1].kind != TOKEN_PAUSE ||
	    !prose_is(prose, i, STEER_GAZETTE) ||
	    !classes_meet(token[-1].classes, verbs))
		return;
	token->classes = prose_steering(prose, STEER_CATEGORY);
}

/* 在网站发布政府信息公开目录，公开信息30条: the catalogue is what was disclosed there. */
static void
tell_catalogue(struct prose *prose, size_t i)
{
	struct token        *token = &prose->sentence.cut.token[i];
	const struct classes verbs = classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_VERB]);

	if (i > 0 && prose_is(prose, i, STEER_OWN_LIST) &&
	    token[1].kind != TOKEN_PAUSE &&
	    classes_meet(token[-1].classes, verbs))
		token->classes = prose_steering(prose, STEER_CATEGORY);
}

void
outlets_settle(struct prose *prose)
{
	const struct classes told = classes_join(classes_join(
	    prose_steering(prose, STEER_SITE),
	    prose_steering(prose, STEER_OUTLET)), classes_join(
	    prose_steering(prose, STEER_GAZETTE),
	    prose_steering(prose, STEER_OWN_LIST)));

	for (size_t i = 0; i < prose->sentence.cut.tokens; i++) {
		struct token *token = &prose->sentence.cut.token[i];

		if (token->kind == TOKEN_NAME || token->kind == TOKEN_UNKNOWN)
			name_website(prose, token);
		else if (token->kind == TOKEN_WORD)
			tell_government(prose, token);
	}
	for (size_t i = 0; i < prose->sentence.cut.tokens; i++) {
		if (!classes_meet(prose_token(prose, i)->classes, told))
			continue;
		tell_account(prose, &prose->sentence.cut.token[i]);
		tell_column(prose, &prose->sentence.cut.token[i]);
		tell_gazette(prose, i);
		tell_catalogue(prose, i);
	}
}

static bool
is_outlet(const struct prose *prose, size_t i)
{
	return prose_token(prose, i)->kind == TOKEN_WORD &&
	    classes_meet(prose_token(prose, i)->classes,
	    prose->lexicon.kind[CLASS_OUTLET]);
}

/* Whether token I stands between figures of one row: 120条、80条和50条. */
static bool
joins_figures(const struct prose *prose, size_t i)
{
	return prose_is(prose, i, STEER_AND) ||
	    (prose_token(prose, i)->kind == TOKEN_COMMA &&
	    marks_at(MARK_PAUSE, prose_text(prose, i, i + 1)) > 0);
}

static bool
is_figure(const struct prose *prose, size_t i)
{
	return prose_token(prose, i)->kind == TOKEN_FIGURE;
}

/* How many figures of one row stand before token I, and where the first one is,
 * *FIRST. */
static size_t
figures_before(const struct prose *prose, size_t i, size_t *first)
{
	size_t figures = 0;

	while (i > 1 && joins_figures(prose, i - 1) && is_figure(prose, i - 2)) {
		i -= 2;
		figures++;
	}
	*first = i;
	return figures;
}

static size_t
figures_behind(const struct prose *prose, size_t i)
{
	size_t figures = 0;

	for (; joins_figures(prose, i + 1) && is_figure(prose, i + 2); i += 2)
		figures++;
	return figures;
}

/* The outlet, a token, that 分别 gives FIGURE by its place; FIGURE if it gives none. */
static size_t
outlet_in_place(const struct prose *prose, size_t figure)
{
	size_t       first, outlets = 0, of = figure;
	const size_t before = figures_before(prose, figure, &first);
	const size_t behind = figures_behind(prose, figure);
	bool         distinct = false;

	if (before + behind == 0)
		return figure;
	while (first > 0 && !prose_ends_clause(prose, --first)) {
		distinct = distinct || prose_is(prose, first, STEER_DISTINCT);
		if (distinct && is_outlet(prose, first) && outlets++ == behind)
			of = first;
	}
	return outlets == before + behind + 1 ? of : figure;
}

struct classes
outlets_of_figure(const struct prose *prose, size_t figure)
{
	const size_t of = outlet_in_place(prose, figure);

	return of == figure ? (struct classes){ { 0 } } :
	    classes_both(prose_token(prose, of)->classes,
	    prose->lexicon.kind[CLASS_OUTLET]);
}

/* Whether token I may stand among the names of outlets: 广播、电视和《青石日报》. */
static bool
is_among_outlets(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return is_outlet(prose, i) || token->kind == TOKEN_PAUSE ||
	    token->kind == TOKEN_UNKNOWN || token->kind == TOKEN_NAME ||
	    prose_is(prose, i, STEER_AND) ||
	    prose_is(prose, i, STEER_AND_SO_ON) || (prose->segment.free[i] &&
	    !prose_is(prose, i, STEER_VIA) &&
	    !prose_is(prose, i, STEER_AMONG));
}

/* Whether the name of an outlet may begin with token I: not with 全年在, 我局, 和. */
static bool
may_begin_name(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return token->kind == TOKEN_UNKNOWN || token->kind == TOKEN_NAME ||
	    (token->kind == TOKEN_WORD && !prose_is_filler(prose, i) &&
	    !prose_is(prose, i, STEER_AND) && !prose_is(prose, i, STEER_SELF) &&
	    !classes_meet(token->classes, prose->lexicon.kind[CLASS_TIME]));
}

/* The bytes of the opening quote before token I, 0 if none is there. */
static size_t
quote_before(const struct prose *prose, size_t i)
{
	const struct marks *quote = marks_of(MARK_QUOTE);
	const struct slice  before = { prose->sentence.cut.text.p,
	    prose_token(prose, i)->start };

	for (size_t m = 0; m < quote->marks; m += 2)
		if (slice_ends(before, quote->mark[m]))
			return quote->mark[m].n;
	return 0;
}

/* The bytes of the closing quote behind the token before I, 0 if none is there. */
static size_t
quote_behind(const struct prose *prose, size_t i)
{
	const struct marks *quote = marks_of(MARK_QUOTE);
	const struct slice  rest = slice_from(prose->sentence.cut.text,
	    prose_token(prose, i - 1)->end);

	for (size_t m = 1; m < quote->marks; m += 2)
		if (slice_starts(rest, quote->mark[m]))
			return quote->mark[m].n;
	return 0;
}

/* Whether token I may be a word of the name of an outlet that no table knows. */
static bool
may_name_outlet(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	return token->kind == TOKEN_UNKNOWN || token->kind == TOKEN_NAME ||
	    (token->kind == TOKEN_WORD && !is_outlet(prose, i) &&
	    (prose_is(prose, i, STEER_CATEGORY) ||
	    prose_is(prose, i, STEER_INFORMATION) ||
	    quote_before(prose, i) > 0));
}

/* The end of the words from FIRST on that may be the name of an outlet: those in one
 * pair of quotes, “青石发布”, whatever they are else. */
static size_t
name_end(const struct prose *prose, size_t first)
{
	const size_t figure = prose->segment.figure;
	size_t       end = first;

	if (quote_before(prose, first) > 0)
		while (end < figure &&
		    (prose_token(prose, end)->kind == TOKEN_UNKNOWN ||
		    prose_token(prose, end)->kind == TOKEN_WORD))
			if (quote_behind(prose, ++end) > 0)
				return end;
	for (end = first; end < figure && may_name_outlet(prose, end);)
		end++;
	return end;
}

/* Whether the words from FIRST to before END are the name of an outlet: 平台 ends it, or,
 * AT it something was done, it is in quotes and 上 or a verb that discloses follows. */
static bool
is_outlet_name(const struct prose *prose, size_t first, size_t *end, bool at)
{
	const bool quoted = quote_before(prose, first) > 0 ||
	    prose_token(prose, first)->kind == TOKEN_NAME;
	size_t     next = *end;

	if (prose_is(prose, next, STEER_PLATFORM) ||
	    (quoted && prose_is(prose, next, STEER_MEANS))) {
		(*end)++;
		return at || quoted;
	}
	if (prose_is_filler(prose, next) && prose_text(prose, next,
	    next + 1).n <= UTF8_BYTES_MAX)
		next++;
	return at && quoted && quote_behind(prose, *end) > 0 &&
	    classes_meet(prose_token(prose, next)->classes,
	    classes_both(prose->decisions.listing,
	    prose->lexicon.kind[CLASS_VERB]));
}

bool
outlets_find_unknown(const struct prose *prose, size_t *first, size_t *end)
{
	const struct segment *segment = &prose->segment;
	bool                  at = false;

	for (*first = segment->from; *first < segment->figure; (*first)++) {
		*end = name_end(prose, *first);
		if (*end > *first && is_outlet_name(prose, *first, end, at))
			return true;
		at = prose_is(prose, *first, STEER_AT) ||
		    prose_is(prose, *first, STEER_VIA) ||
		    (at && prose_is(prose, *first, STEER_SELF));
	}
	return false;
}

/* What an outlet that no table knows is called: “悦读青石”平台. */
static struct slice
unknown_name(const struct prose *prose)
{
	struct slice name;
	size_t       first, end, quote;

	if (!outlets_find_unknown(prose, &first, &end))
		return (struct slice){ "", 0 };
	quote = quote_before(prose, first);
	name = prose_text(prose, first, end);
	name = (struct slice){ name.p - quote, name.n + quote };
	if (quote > 0)
		name.n += quote_behind(prose, end);
	return name;
}

/* 推送短信3000条: whether the words before TO, an outlet's, are what a verb sends out, and
 * nothing is sent by them. */
static bool
is_object_of_verb(const struct prose *prose, size_t to)
{
	const struct segment *segment = &prose->segment;
	size_t                i = to;

	for (; i < segment->figure; i++)
		if (prose_is_content(prose, i))
			return false;
	while (to-- > segment->from)
		if (prose_is_content(prose, to) && !is_outlet(prose, to) &&
		    classes_meet(prose_token(prose, to)->classes,
		    prose->lexicon.kind[CLASS_VERB]))
			return true;
	return false;
}

struct slice
outlets_name(const struct prose *prose)
{
	const struct segment *segment = &prose->segment;
	const size_t          own = outlet_in_place(prose, segment->figure);
	size_t                from = segment->figure, to;

	if (own != segment->figure)
		return prose_text(prose, own, own + 1);
	while (from > segment->from && !is_outlet(prose, from - 1))
		from--;
	if (from == segment->from)
		return unknown_name(prose);
	if (is_object_of_verb(prose, from))
		return (struct slice){ "", 0 };
	to = from--;
	while (from > segment->from && is_among_outlets(prose, from - 1))
		from--;
	while (!is_outlet(prose, from) && !may_begin_name(prose, from))
		from++;
	return prose_text(prose, from, to);
}
