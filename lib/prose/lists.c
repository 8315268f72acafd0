/* The parts of a list: 其中机构设置类信息5条，占12.8%; … */
#include "text/fold.h"
#include "internal.h"

enum {
	NAME_MIN = 6,		/* bytes: two characters */
	NAME_MAX = 150,
	WORD_AND_FIGURE = 2,	/* elements of the weakest patterns */
};

static const struct slice kind_word = { "类", 3 };

/* What stands before the name: the word that opens the list, colons, an
 * enumerator, blanks. */
static size_t
name_start(const struct claims *claims, size_t i)
{
	static const struct slice mark[] = { { "：", 3 }, { ":", 1 },
		{ " ", 1 }, { "　", 3 }, { "\xC2\xA0", 2 } };
	size_t       start = claims_clause_start(claims, i);
	struct slice text = claims->sentence.text, rest;
	bool         more = true;

	for (size_t j = claims->clause; j < i; j++)
		if (claims->sentence.token[j].concept ==
		    claims->steering[STEER_AMONG])
			start = claims->sentence.token[j].end;
	while (more) {
		more = false;
		rest = slice_from(text, start);
		for (size_t m = 0; m < sizeof(mark) / sizeof(*mark); m++)
			if (slice_starts(rest, mark[m])) {
				start += mark[m].n;
				more = true;
				break;
			}
	}
	return start + fold_enumerator(slice_from(text, start)).length;
}

/* The end of the name: before 信息 and words such as 共 that end it. */
static size_t
name_end(const struct claims *claims, size_t i, bool *info)
{
	const struct sentence *sentence = &claims->sentence;
	size_t                 end = sentence->token[i].start;
	const struct slice     of = { "的", 3 };

	*info = false;
	for (;; i--) {
		const struct token *word = &sentence->token[i - (i > 0)];

		while (end > 0 && sentence->text.p[end - 1] == ' ')
			end--;
		if (i == claims->clause || word->kind != TOKEN_WORD ||
		    word->end != end)
			return end;
		if (*info && word->end - word->start == of.n &&
		    slice_starts(slice_from(sentence->text, word->start), of)) {
			end = word->start;
			continue;
		}
		if (word->concept == claims->steering[STEER_INFORMATION])
			*info = true;
		else if (word->concept != claims->steering[STEER_COUNT])
			return end;
		end = word->start;
	}
}

struct name {
	struct slice text;
	bool         typed;	/* says that it is a kind of information */
	bool         info;	/* or ends in 信息 */
};

static bool
share_follows(const struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];

	if (token[1].kind == TOKEN_FIGURE)
		return token[1].figure->kind == UNIT_SHARE;
	return (token[1].kind == TOKEN_COMMA || token[1].kind == TOKEN_OPEN) &&
	    token[2].concept == claims->steering[STEER_SHARE];
}

/* Whether 类 is a word of its own there, not the end of 各类. */
static bool
ends_in_kind(const struct claims *claims, size_t i, size_t end)
{
	const struct token *token = claims->sentence.token;
	struct slice        name = { claims->sentence.text.p, end };

	if (!slice_ends(name, kind_word))
		return false;
	while (i > claims->clause && token[i - 1].end > end)
		i--;
	return i == claims->clause || token[i - 1].end < end ||
	    token[i - 1].kind != TOKEN_WORD;
}

static bool
read_name(const struct claims *claims, size_t i, struct name *name)
{
	size_t start = name_start(claims, i);
	size_t end = name_end(claims, i, &name->info);

	if (end < start + NAME_MIN || end > start + NAME_MAX ||
	    claims_said(claims, STEER_EVER) ||
	    claims_said(claims, STEER_TOTAL) ||
	    claims_said(claims, STEER_THIS_YEAR))
		return false;
	name->text = (struct slice){ claims->sentence.text.p + start,
	    end - start };
	name->typed = ends_in_kind(claims, i, end) &&
	    (name->info || share_follows(claims, i));
	return true;
}

/* Whether a pattern that fits is only words of the name: 其他应主动公开的政府
 * 信息6条 has something before them. */
static bool
is_within_name(const struct claims *claims, const struct name *name,
    const struct match *match)
{
	const struct token *token = claims->sentence.token;
	size_t              start = (size_t)(name->text.p -
	    claims->sentence.text.p);
	size_t              i = claims->clause;

	while (i < match->first && token[i].kind == TOKEN_WORD &&
	    (token[i].end <= start || (token[i].start == start &&
	    concepts_have(&claims->lexicon.filler, token[i].concept)))) {
		if (token[i].start == start)
			start = token[i].end;
		i++;
	}
	return token[match->first].start > start;
}

/* Whether NAME is a part's although PATTERN fits. */
static bool
outweighs(const struct claims *claims, const struct name *name,
    const struct best *best)
{
	if (best->pattern == NULL)
		return true;
	return best->pattern->unders == 0 && (name->info || name->typed ||
	    (claims_said(claims, STEER_AMONG) &&
	    best->pattern->elements == WORD_AND_FIGURE) ||
	    is_within_name(claims, name, &best->match));
}

/* The item that parts of the open list are, or NULL. */
static const struct item *
open_list(const struct claims *claims, const struct name *name)
{
	const struct topic *topic = &claims->topic;

	if (topic->age > 1 ||
	    !(claims->among || (topic->age == 0 && name->typed)))
		return NULL;
	for (int i = 0; i < topic->items; i++)
		if (topic->item[i]->part.n > 0)
			return topic->item[i];
	return NULL;
}

/* A list without a head opens with a name that is clearly a kind. */
static const struct item *
headless_list(struct claims *claims, const struct name *name,
    const struct figure *figure)
{
	if (!name->typed || claims->listing == NULL ||
	    claims_said(claims, STEER_PUBLISH) ||
	    claims_said(claims, STEER_PROACTIVE) ||
	    !claims_has_unit(claims, claims->listing, figure) ||
	    (claims->topic.items > 0 && claims->topic.age == 0))
		return NULL;
	claims->topic = (struct topic){ .item = { claims->listing },
	    .items = 1, .figure = *figure, .ever = claims->ever,
	    .other_year = claims->clause_year };
	claims->among = true;
	return claims->listing;
}

bool
claims_take_part(struct claims *claims, size_t i, const struct best *best)
{
	const struct token *token = &claims->sentence.token[i];
	const struct topic *topic = &claims->topic;
	const struct item  *list;
	struct name         name;
	struct claim        claim;

	if (token->figure->kind != UNIT_COUNT || !read_name(claims, i, &name) ||
	    !outweighs(claims, &name, best))
		return false;
	list = open_list(claims, &name);
	if (list == NULL)
		list = headless_list(claims, &name, token->figure);
	if (list == NULL || (topic->figure.unit.n > 0 &&
	    !slice_eq(topic->figure.unit, token->figure->unit)))
		return false;
	claim = (struct claim){ .item = list->part, .col = name.text,
	    .figure = token->figure, .ever = topic->ever,
	    .other_year = topic->other_year,
	    .start = claims_clause_start(claims, i),
	    .end = claims->sentence.token[claims_clause_end(claims, i)].start };
	claims_emit(claims, &claim);
	claims->list = list;
	claims->part = name.text;
	claims->part_start = claim.start;
	claims->part_open = true;
	return true;
}

bool
claims_take_share(struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];
	const struct topic *topic = &claims->topic;
	struct claim        claim;

	if (token->figure->kind != UNIT_SHARE || !claims->part_open ||
	    claims->list->share.n == 0)
		return false;
	if (!claims_said(claims, STEER_SHARE) &&
	    token[-1].kind != TOKEN_FIGURE)
		return false;
	claim = (struct claim){ .item = claims->list->share,
	    .col = claims->part, .figure = token->figure,
	    .ever = topic->ever, .other_year = topic->other_year,
	    .start = claims->part_start,
	    .end = claims->sentence.token[claims_clause_end(claims, i)].start };
	claims_emit(claims, &claim);
	claims->part_open = false;
	return true;
}
