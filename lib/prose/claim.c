/* What every claim is made of: its clause, its scope, its fact. */
#include <stdio.h>

#include "base/memory.h"
#include "internal.h"
#include "marks.h"

bool
prose_ends_clause(const struct prose *prose, size_t i)
{
	switch (prose_token(prose, i)->kind) {
	case TOKEN_COMMA:
	case TOKEN_COLON:
	case TOKEN_OPEN:
	case TOKEN_CLOSE:
	case TOKEN_END:
		return true;
	default:
		return false;
	}
}

size_t
prose_clause_end(const struct prose *prose, size_t i)
{
	while (!prose_ends_clause(prose, i))
		i++;
	return i;
}

size_t
prose_clause_start(const struct prose *prose, size_t i)
{
	while (i > 0 && !prose_ends_clause(prose, i - 1))
		i--;
	return i == 0 ? 0 : prose_token(prose, i - 1)->end;
}

struct scope
prose_scope(const struct prose *prose, const struct item *item)
{
	const struct prose_sentence *sentence = &prose->sentence;

	return (struct scope){ .ever = sentence->ever && !item->stock,
	    .other_year = prose->clause.year, .period = sentence->period,
	    .whose = sentence->whose };
}

struct prose_claim *
prose_claim(struct prose *prose, const struct item *item, struct slice col,
    const struct figure *figure, size_t i)
{
	struct prose_sentence *sentence = &prose->sentence;
	struct prose_claim    *claim = MEMORY_APPEND(sentence->claim,
	    sentence->claims, sentence->claim_room);

	*claim = (struct prose_claim){ .item = item, .code = item->code,
	    .licence = LICENCE_NOT_ASKED,
	    .col = col, .figure = *figure, .scope = prose_scope(prose, item),
	    .start = prose_clause_start(prose, i),
	    .end = prose_token(prose, prose_clause_end(prose, i))->start };
	return claim;
}

struct slice
prose_with_suffix(struct prose *prose, struct slice item, struct slice suffix)
{
	char *p = arena_alloc(&prose->arena, item.n + suffix.n);

	memcpy(p, item.p, item.n);
	memcpy(p + item.n, suffix.p, suffix.n);
	return (struct slice){ p, item.n + suffix.n };
}

/* Gives FACT the item and column that the scope of CLAIM calls for, so that no
 * sum can take the figure for the office's of the year: a part of another year's has
 * both suffixes, and its own name.  YEAR: room for one. */
static void
name_scope(struct prose *prose, struct fact *fact,
    const struct prose_claim *claim, char year[16])
{
	const struct scope *scope = &claim->scope;
	const struct {
		bool         holds;
		struct slice suffix, col;
	} kinds[] = {
		{ scope->other_year != 0, SLICE(".other-year"), { year, 4 } },
		{ scope->period.n > 0, SLICE(".period"), scope->period },
		{ scope->ever, SLICE(".cumulative"), claim->col },
		{ scope->whose.n > 0, SLICE(".below"), scope->whose },
	};

	if (scope->other_year != 0)
		snprintf(year, 16, "%d", scope->other_year);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (kinds[i].holds) {
			fact->item = prose_with_suffix(prose, fact->item,
			    kinds[i].suffix);
			fact->col = kinds[i].col;
			break;
		}
	if (claim->part.n > 0) {
		fact->item = prose_with_suffix(prose, fact->item,
		    SLICE(".part"));
		fact->col = claim->part;
	}
}

/* Whether CLAIM is the office's own of the year, and of an item itself. */
static bool
is_own(const struct prose_claim *claim)
{
	const struct scope *scope = &claim->scope;

	return slice_eq(claim->code, claim->item->code) &&
	    claim->part.n == 0 && !scope->ever && scope->other_year == 0 &&
	    scope->period.n == 0 && scope->whose.n == 0;
}

/* Whether it may be set against other totals. */
static bool
is_total(const struct prose_claim *claim)
{
	return claim->item->head && is_own(claim) &&
	    !prose_figure_is(&claim->figure, "0");
}

/* The first token of CLAIM, or of the clause before it where that only opens its
 * list (其中：). */
static size_t
first_of_raw(const struct prose *prose, const struct prose_claim *claim)
{
	size_t first = 0, i;
	bool   among = false;

	while (prose_token(prose, first)->kind != TOKEN_END &&
	    prose_token(prose, first)->start < claim->start)
		first++;
	if (claim->list == 0 || first == 0)
		return first;
	for (i = first - 1; i > 0 && !prose_ends_clause(prose, i - 1); i--) {
		if (!prose_is(prose, i - 1, STEER_AMONG))
			return first;
		among = true;
	}
	return among ? i : first;
}

/* Keeps what CLAIM says until the document has been read: the text and the
 * claims of its sentence go with it. */
static void
keep(struct prose *prose, const struct prose_claim *claim)
{
	struct arena  *arena = &prose->arena;
	size_t         start = prose_token(prose,
	    first_of_raw(prose, claim))->start;
	struct slice   raw = { prose->sentence.cut.text.p +
	    (start < claim->start ? start : claim->start), 0 };
	struct stated *stated = MEMORY_APPEND(prose->agreement.stated,
	    prose->agreement.n, prose->agreement.room);
	char           year[16];

	raw.n = (size_t)(prose->sentence.cut.text.p + claim->end - raw.p);
	*stated = (struct stated){ .item = claim->item,
	    .source = claim->source, .since = claim->since,
	    .list = claim->list, .all = is_own(claim),
	    .presumed = claim->presumed,
	    .sentence = prose->document.sentences,
	    .words = arena_copy(arena, claim->words),
	    .licence = is_total(claim) ? claim->licence : LICENCE_NOT_ASKED,
	    .fact = {
		.item = claim->code, .col = claim->col,
		.value = arena_copy(arena, (struct slice){
		    claim->figure.value, strlen(claim->figure.value) + 1 }),
		.unit = claim->figure.unit,
		.state = claim->figure.state == FIGURE_APPROX ?
		    SLICE("approx") : SLICE("number"),
		.source = SLICE("prose"),
		.raw = arena_copy(arena, slice_trim(raw)),
		.loc = passage_loc(&prose->paragraph.passage,
		    prose->sentence.offset + claim->start),
	    } };
	stated->fact.value.n--;
	name_scope(prose, &stated->fact, claim, year);
	stated->fact.col = arena_copy(arena, stated->fact.col);
}

/* 均已答复，答复5件: what was said of all is said with a figure too. */
static bool
is_said_again(const struct prose *prose, const struct prose_claim *claim)
{
	if (!claim->same)
		return false;
	for (size_t i = 0; i < prose->sentence.claims; i++) {
		const struct prose_claim *other = &prose->sentence.claim[i];

		if (!other->same && slice_eq(other->code, claim->code) &&
		    slice_eq(other->col, claim->col))
			return true;
	}
	return false;
}

/* Whether a claim of the sentence has the figure I. */
static bool
is_claimed(const struct prose *prose, size_t i)
{
	size_t start = prose_clause_start(prose, i);

	for (size_t c = 0; c < prose->sentence.claims; c++) {
		const struct prose_claim *claim = &prose->sentence.claim[c];

		if (claim->start == start && prose_figure_is(&claim->figure,
		    prose_token(prose, i)->figure->value))
			return true;
	}
	return false;
}

/* Whether the clause of the figure I has a word of WHICH before it: it compares, or sums
 * up and is no member of the list before it (教育类3条，累计公开信息80条). */
static bool
is_led_by(const struct prose *prose, size_t i, enum steering which)
{
	while (i > 0 && !prose_ends_clause(prose, i - 1))
		if (prose_is(prose, --i, which))
			return true;
	return false;
}

/* Whether the figure I was claimed as something else than a member of MEMBER's list:
 * behind a ； the list is over there (动态20条；收到来信5件，回复5件). */
static bool
is_claimed_apart(const struct prose *prose, size_t i,
    const struct prose_claim *member)
{
	const struct item *listing = prose->measures.listing;
	size_t             start = prose_clause_start(prose, i);

	for (size_t c = 0; c < prose->sentence.claims; c++) {
		const struct prose_claim *claim = &prose->sentence.claim[c];

		if (claim->start == start && claim->list != member->list &&
		    claim->item->share.n == 0 &&
		    !item_is_member(listing, claim->item->code) &&
		    prose_figure_is(&claim->figure,
		    prose_token(prose, i)->figure->value))
			return true;
	}
	return false;
}

/* Where the words begin that are before the figure I and no other one of its
 * clause. */
static size_t
lost_start(const struct prose *prose, size_t i)
{
	size_t start = prose_clause_start(prose, i);

	while (i-- > 0 && prose_token(prose, i)->start >= start)
		if (prose_token(prose, i)->kind == TOKEN_FIGURE)
			return prose_token(prose, i)->end;
	return start;
}

/* 在公开的52条信息中，…: whether parts follow of what the figure I counts. */
static bool
has_parts_behind(const struct prose *prose, size_t i)
{
	while (!prose_ends_clause(prose, ++i))
		if (prose_is(prose, i, STEER_OF_INFORMATION))
			return true;
	return false;
}

/* Whether the figure I counts what MEMBER does and was read as nothing. */
static bool
is_lost(const struct prose *prose, const struct prose_claim *member, size_t i)
{
	const struct figure *figure = prose_token(prose, i)->figure;

	return figure->kind == UNIT_COUNT && (member->item->units &
	    measures_unit(&prose->measures, figure->unit)) != 0 &&
	    !is_claimed(prose, i) && !has_parts_behind(prose, i) &&
	    !is_led_by(prose, i, STEER_COMPARE) &&
	    !is_led_by(prose, i, STEER_REQUEST) &&
	    !is_led_by(prose, i, STEER_TOTAL);
}

static void
keep_figure(struct prose *prose, const struct prose_claim *member, size_t i)
{
	struct prose_claim lost = *member;

	lost.code = prose_with_suffix(prose, member->code, SLICE(".lost"));
	lost.figure = *prose_token(prose, i)->figure;
	lost.start = lost_start(prose, i);
	lost.end = prose_token(prose, prose_clause_end(prose, i))->start;
	lost.part = (struct slice){ prose->sentence.cut.text.p + lost.start,
	    prose_token(prose, i)->start - lost.start };
	if (lost.part.n > 0)
		keep(prose, &lost);
}

/* Keeps the figures among the members of a list that nothing claimed, as parts: the
 * list does not leave them out.  MEMBER is one of it. */
static void
keep_lost(struct prose *prose, const struct prose_claim *member)
{
	const struct prose_sentence *sentence = &prose->sentence;
	size_t first = prose->agreement.n - sentence->claims, from = 0;
	bool   parted = false;

	if (member->list > first)
		from = sentence->claim[member->list - 1 - first].end;
	for (size_t i = 0; prose_token(prose, i)->kind != TOKEN_END; i++) {
		const struct token *token = prose_token(prose, i);

		if (token->start < from)
			continue;
		parted = parted || (token->kind == TOKEN_COMMA && marks_at(
		    MARK_SEMICOLON, prose_text(prose, i, i + 1)) > 0);
		if (token->kind != TOKEN_FIGURE)
			continue;
		if (parted && is_claimed_apart(prose, i, member))
			return;
		if (is_lost(prose, member, i))
			keep_figure(prose, member, i);
	}
}

/* The first of the sentence's claims that is a category, or NULL. */
static const struct prose_claim *
first_category(const struct prose_sentence *sentence)
{
	for (size_t c = 0; c < sentence->claims; c++)
		if (sentence->claim[c].item->share.n > 0 &&
		    slice_eq(sentence->claim[c].code,
		    sentence->claim[c].item->part))
			return &sentence->claim[c];
	return NULL;
}

void
prose_write_claims(struct prose *prose)
{
	const struct prose_claim *category = first_category(&prose->sentence);

	for (size_t i = 0; i < prose->sentence.claims; i++) {
		const struct prose_claim *claim = &prose->sentence.claim[i];

		keep(prose, claim);
		prose->agreement.stated[prose->agreement.n - 1].again =
		    is_said_again(prose, claim);
	}
	if (category != NULL)
		keep_lost(prose, category);
	for (size_t i = 0; i < prose->sentence.changes; i++)
		keep(prose, &prose->sentence.change[i]);
	prose->sentence.claims = prose->sentence.changes = 0;
}

void
prose_write_facts(struct prose *prose)
{
	struct agreement *agreement = &prose->agreement;

	agreement_settle(agreement, &prose->measures, &prose->arena);
	for (size_t i = 0; i < agreement->n; i++) {
		if (agreement->stated[i].again)
			continue;
		prose->source = agreement->stated[i].source;
		prose->document.emit(prose->document.context,
		    &agreement->stated[i].fact);
	}
	agreement->n = 0;
}
