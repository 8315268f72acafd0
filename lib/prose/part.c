/* The parts of a list: 其中机构设置类信息5条，占12.8%; … */
#include "../text/fold.h"
#include "claim_parts.h"

enum {
	NAME_MIN = 6,		/* bytes: two characters */
	NAME_MAX = 150,
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

	*info = false;
	for (;; i--) {
		const struct token *word = &sentence->token[i - (i > 0)];

		while (end > 0 && sentence->text.p[end - 1] == ' ')
			end--;
		if (i == claims->clause || word->kind != TOKEN_WORD ||
		    word->end != end)
			return end;
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
};

static bool
share_follows(const struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];

	if (token[1].kind == TOKEN_FIGURE)
		return token[1].figure.kind == UNIT_SHARE;
	return token[1].kind == TOKEN_COMMA &&
	    token[2].concept == claims->steering[STEER_SHARE];
}

static bool
read_name(const struct claims *claims, size_t i, struct name *name)
{
	bool   info;
	size_t start = name_start(claims, i);
	size_t end = name_end(claims, i, &info);

	if (end < start + NAME_MIN || end > start + NAME_MAX)
		return false;
	name->text = (struct slice){ claims->sentence.text.p + start,
	    end - start };
	name->typed = slice_ends(name->text, kind_word) &&
	    (info || share_follows(claims, i));
	return true;
}

/* The item that parts of the open list are, or NULL. */
static const struct item *
open_list(const struct claims *claims, const struct name *name)
{
	const struct topic *topic = &claims->topic;

	if (topic->items != 1 || topic->item[0]->part.n == 0 || topic->age > 1)
		return NULL;
	return claims->among || (topic->age == 0 && name->typed) ?
	    topic->item[0] : NULL;
}

/* A list without a head opens with a name that is clearly a kind. */
static const struct item *
headless_list(struct claims *claims, const struct name *name,
    const struct figure *figure)
{
	if (!name->typed || claims->listing == NULL ||
	    !item_has_unit(claims->listing, figure) ||
	    (claims->topic.items > 0 && claims->topic.age == 0))
		return NULL;
	claims->topic = (struct topic){ .item = { claims->listing },
	    .items = 1, .figure = *figure, .ever = claims->ever,
	    .other_year = claims->clause_year };
	claims->among = true;
	return claims->listing;
}

bool
claims_take_part(struct claims *claims, size_t i, const struct pattern *best)
{
	const struct token  *token = &claims->sentence.token[i];
	const struct topic  *topic = &claims->topic;
	const struct item   *list;
	struct name          name;
	struct claim         claim;

	if (token->figure.kind != UNIT_COUNT ||
	    (best != NULL && best->unders > 0) || !read_name(claims, i, &name))
		return false;
	list = open_list(claims, &name);
	if (list == NULL)
		list = headless_list(claims, &name, &token->figure);
	if (list == NULL || (best != NULL && !name.typed &&
	    !slice_eq(best->item->code, list->code)) ||
	    (topic->figure.unit.n > 0 &&
	    !slice_eq(topic->figure.unit, token->figure.unit)))
		return false;
	claim = (struct claim){ .item = list->part, .col = name.text,
	    .figure = &token->figure, .ever = topic->ever,
	    .other_year = topic->other_year,
	    .start = claims_clause_start(claims, i),
	    .end = claims->sentence.token[claims_clause_end(claims, i)].start };
	claims_emit(claims, &claim);
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

	if (token->figure.kind != UNIT_SHARE || !claims->part_open ||
	    topic->items == 0 || topic->item[0]->share.n == 0)
		return false;
	if (!claims_clause_has(claims, i, STEER_SHARE) &&
	    token[-1].kind != TOKEN_FIGURE)
		return false;
	claim = (struct claim){ .item = topic->item[0]->share,
	    .col = claims->part, .figure = &token->figure,
	    .ever = topic->ever, .other_year = topic->other_year,
	    .start = claims->part_start,
	    .end = claims->sentence.token[claims_clause_end(claims, i)].start };
	claims_emit(claims, &claim);
	claims->part_open = false;
	return true;
}
