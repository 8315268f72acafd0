/* The parts of a list: 其中机构设置类信息5条，占12.8%; … */
#include "base/utf8.h"
#include "text/fold.h"
#include "internal.h"
#include "marks.h"

enum {
	NAME_MIN = 6,		/* bytes: two characters */
	NAME_MAX = 150,
	WORD_AND_FIGURE = 2,	/* elements of the weakest patterns */
};

/* What stands before the name: the word that opens the list, colons, an
 * enumerator, blanks. */
static size_t
name_start(const struct prose *prose, size_t i)
{
	size_t       start = prose_clause_start(prose, i), n;
	struct slice text = prose->sentence.cut.text;

	for (size_t j = prose->clause.first; j < i; j++)
		if (prose_is(prose, j, STEER_AMONG))
			start = prose_token(prose, j)->end;
	do {
		struct slice rest = slice_from(text, start);

		n = utf8_blanks(rest);
		n += marks_at(MARK_COLON, slice_from(rest, n));
		start += n;
	} while (n > 0);
	return start + fold_enumerator(slice_from(text, start)).length;
}

/* The end of the name: before 信息 and words such as 共 that end it. */
static size_t
name_end(const struct prose *prose, size_t i, bool *info)
{
	const struct sentence *sentence = &prose->sentence.cut;
	size_t                 end = sentence->token[i].start;

	*info = false;
	for (;; i--) {
		const struct token *word = &sentence->token[i - (i > 0)];

		while (end > 0 && sentence->text.p[end - 1] == ' ')
			end--;
		if (i == prose->clause.first || word->kind != TOKEN_WORD ||
		    word->end != end)
			return end;
		if (*info && word->end - word->start == marks_at(MARK_OF,
		    slice_from(sentence->text, word->start))) {
			end = word->start;
			continue;
		}
		if (word->concept == prose->lexicon.steering[STEER_INFORMATION])
			*info = true;
		else if (word->concept != prose->lexicon.steering[STEER_COUNT])
			return end;
		end = word->start;
	}
}

struct part_name {
	struct slice text;
	bool         typed;	/* says that it is a kind of information */
	bool         info;	/* or ends in 信息 */
};

static bool
share_follows(const struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);

	if (token[1].kind == TOKEN_FIGURE)
		return token[1].figure->kind == UNIT_SHARE;
	return (token[1].kind == TOKEN_COMMA || token[1].kind == TOKEN_OPEN) &&
	    prose_is(prose, i + 2, STEER_SHARE);
}

/* Whether 类 is a word of its own there, not the end of 各类. */
static bool
ends_in_kind(const struct prose *prose, size_t i, size_t end)
{
	const struct token *token = prose->sentence.cut.token;
	struct slice        name = { prose->sentence.cut.text.p, end };

	if (!marks_end(MARK_KIND, name))
		return false;
	while (i > prose->clause.first && token[i - 1].end > end)
		i--;
	return i == prose->clause.first || token[i - 1].end < end ||
	    token[i - 1].kind != TOKEN_WORD;
}

static bool
read_name(const struct prose *prose, size_t i, struct part_name *name)
{
	size_t start = name_start(prose, i);
	size_t end = name_end(prose, i, &name->info);

	if (end < start + NAME_MIN || end > start + NAME_MAX ||
	    prose_said(prose, STEER_EVER) ||
	    prose_said(prose, STEER_TOTAL) ||
	    prose_said(prose, STEER_THIS_YEAR))
		return false;
	name->text = (struct slice){ prose->sentence.cut.text.p + start,
	    end - start };
	name->typed = ends_in_kind(prose, i, end) &&
	    (name->info || share_follows(prose, i));
	return true;
}

/* Whether a pattern that fits is only words of the name: 其他应主动公开的政府
 * 信息6条 has something before them. */
static bool
is_within_name(const struct prose *prose, const struct part_name *name,
    const struct pattern_match *match)
{
	const struct token *token = prose->sentence.cut.token;
	size_t              start = (size_t)(name->text.p -
	    prose->sentence.cut.text.p);
	size_t              i = prose->clause.first;

	while (i < match->first && token[i].kind == TOKEN_WORD &&
	    (token[i].end <= start || (token[i].start == start &&
	    bitset_has(prose->lexicon.filler, token[i].concept)))) {
		if (token[i].start == start)
			start = token[i].end;
		i++;
	}
	return token[match->first].start > start;
}

/* Whether NAME is a part's although PATTERN fits. */
static bool
outweighs(const struct prose *prose, const struct part_name *name,
    const struct best_match *best)
{
	if (best->pattern == NULL)
		return true;
	return best->pattern->under == NULL && (name->info || name->typed ||
	    (prose_said(prose, STEER_AMONG) &&
	    best->pattern->elements == WORD_AND_FIGURE) ||
	    is_within_name(prose, name, &best->match));
}

/* The item that parts of the open list are, or NULL. */
static const struct item *
open_list(const struct prose *prose, const struct part_name *name)
{
	const struct topic *topic = &prose->paragraph.topic;

	if (topic->age > 1 ||
	    !(prose->paragraph.among || (topic->age == 0 && name->typed)))
		return NULL;
	for (int i = 0; i < topic->items; i++)
		if (topic->item[i]->part.n > 0)
			return topic->item[i];
	return NULL;
}

/* A list without a head opens with a name that is clearly a kind. */
static const struct item *
headless_list(struct prose *prose, const struct part_name *name,
    const struct figure *figure)
{
	if (!name->typed || prose->patterns.listing == NULL ||
	    prose_said(prose, STEER_PUBLISH) ||
	    prose_said(prose, STEER_PROACTIVE) ||
	    !prose_has_unit(prose, prose->patterns.listing, figure) ||
	    (prose->paragraph.topic.items > 0 && prose->paragraph.topic.age == 0))
		return NULL;
	prose->paragraph.topic = (struct topic){ .item = { prose->patterns.listing },
	    .items = 1, .figure = *figure, .ever = prose->sentence.ever,
	    .other_year = prose->clause.year };
	prose->paragraph.among = true;
	return prose->patterns.listing;
}

/* The claim of token I for ITEM, of the time of the open list's head. */
static struct prose_claim
claim_in_list(const struct prose *prose, const struct item *list,
    struct slice item, struct slice name, size_t i)
{
	struct prose_claim claim = prose_claim_at(prose, list, i);

	claim.item = item;
	claim.col = name;
	claim.ever = prose->paragraph.topic.ever;
	claim.other_year = prose->paragraph.topic.other_year;
	return claim;
}

bool
prose_take_part(struct prose *prose, size_t i, const struct best_match *best)
{
	const struct figure *figure = prose_token(prose, i)->figure;
	struct slice         unit;
	const struct item   *list;
	struct part_name          name;
	struct prose_claim   claim;

	if (figure->kind != UNIT_COUNT || !read_name(prose, i, &name) ||
	    !outweighs(prose, &name, best))
		return false;
	list = open_list(prose, &name);
	if (list == NULL)
		list = headless_list(prose, &name, figure);
	unit = prose->paragraph.topic.figure.unit;
	if (list == NULL || (unit.n > 0 && !slice_eq(unit, figure->unit)))
		return false;
	claim = claim_in_list(prose, list, list->part, name.text, i);
	prose_emit(prose, &claim);
	prose->sentence.part = (struct list_part){ .list = list,
	    .name = name.text, .start = claim.start, .open = true };
	return true;
}

bool
prose_take_share(struct prose *prose, size_t i)
{
	const struct token *token = prose_token(prose, i);
	struct list_part   *part = &prose->sentence.part;
	struct prose_claim  claim;

	if (token->figure->kind != UNIT_SHARE || !part->open ||
	    part->list->share.n == 0 || (!prose_said(prose, STEER_SHARE) &&
	    token[-1].kind != TOKEN_FIGURE))
		return false;
	claim = claim_in_list(prose, part->list, part->list->share, part->name,
	    i);
	claim.start = part->start;
	prose_emit(prose, &claim);
	part->open = false;
	return true;
}
