#include <stdio.h>

#include "text/fold.h"
#include "internal.h"

static const struct token *
token_of(const struct claims *claims, size_t i)
{
	return &claims->sentence.token[i];
}

static bool
is_word(const struct claims *claims, size_t i, enum steering steering)
{
	const struct token *token = token_of(claims, i);

	return token->kind == TOKEN_WORD &&
	    token->concept == claims->steering[steering];
}

/* Whether the clause ends before token I. */
bool
claims_ends_clause(const struct claims *claims, size_t i)
{
	switch (token_of(claims, i)->kind) {
	case TOKEN_COMMA:
	case TOKEN_OPEN:
	case TOKEN_CLOSE:
	case TOKEN_END:
		return true;
	default:
		return false;
	}
}

size_t
claims_clause_end(const struct claims *claims, size_t i)
{
	while (!claims_ends_clause(claims, i))
		i++;
	return i;
}

size_t
claims_clause_start(const struct claims *claims, size_t i)
{
	while (i > 0 && !claims_ends_clause(claims, i - 1))
		i--;
	return i == 0 ? 0 : token_of(claims, i - 1)->end;
}

/* ITEM with the suffix of a figure that is not the reporting year's. */
static struct slice
code_of(struct claims *claims, struct slice item, const char *suffix)
{
	int n = snprintf(claims->code, sizeof(claims->code), "%.*s%s",
	    (int)item.n, item.p, suffix);

	return (struct slice){ claims->code, (size_t)n < sizeof(claims->code) ?
	    (size_t)n : sizeof(claims->code) - 1 };
}

void
claims_emit(struct claims *claims, const struct claim *claim)
{
	static const char *const state[] = {
		[FIGURE_NUMBER] = "number", [FIGURE_APPROX] = "approx",
	};
	const struct sentence *sentence = &claims->sentence;
	struct slice           raw = { sentence->text.p + claim->start,
	    claim->end - claim->start };
	struct fact            fact = {
		.item = claim->item, .col = claim->col,
		.value = slice_of(claim->figure->value),
		.unit = claim->figure->unit,
		.state = slice_of(state[claim->figure->state]),
		.source = SLICE("prose"), .raw = slice_trim(raw),
		.loc = passage_loc(claims->passage,
		    claims->offset + claim->start),
	};

	if (claim->other_year != 0) {
		snprintf(claims->other_year, sizeof(claims->other_year), "%d",
		    claim->other_year);
		fact.item = code_of(claims, fact.item, ".other-year");
		fact.col = slice_of(claims->other_year);
	} else if (claim->ever)
		fact.item = code_of(claims, fact.item, ".cumulative");
	claims->emit(claims->context, &fact);
}

void
claims_set_topic(struct claims *claims, const struct item *item, bool again,
    const struct claim *claim)
{
	struct topic *topic = &claims->topic;

	if (!item->head)
		return;
	if (!again)
		topic->items = 0;
	if (topic->items < TOPICS_MAX)
		topic->item[topic->items++] = item;
	topic->figure = *claim->figure;
	topic->ever = claim->ever;
	topic->other_year = claim->other_year;
	topic->age = 0;
	claims->among = false;
}

struct claim
claims_claim_at(const struct claims *claims, const struct item *item, size_t i)
{
	const struct token *token = token_of(claims, i);

	return (struct claim){ .item = item->code, .figure = token->figure,
	    .start = claims_clause_start(claims, i),
	    .end = token_of(claims, claims_clause_end(claims, i))->start,
	    .ever = claims->ever && !item->stock,
	    .other_year = claims->clause_year };
}

static void
claim_pattern(struct claims *claims, const struct pattern *pattern,
    const struct match *match, size_t i, bool again)
{
	struct claim claim = claims_claim_at(claims, pattern->item, i);

	claim.col = pattern->col;
	if (pattern->dated) {
		claim.other_year = 0;
		claims->clause_year = claims->year_said;
	} else if (claims_said(claims, STEER_NEXT_YEAR) ||
	    claim.other_year > claims->year)
		return;			/* a plan */
	if (pattern->unders > 0 && claims->topic.age > 0) {
		claim.ever = claim.ever || claims->topic.ever;
		if (claim.other_year == 0)
			claim.other_year = claims->topic.other_year;
	}
	if (match->first < claims->clause)
		claim.start = claims_clause_start(claims, match->first);
	claims_emit(claims, &claim);
	claims_set_topic(claims, pattern->item, again, &claim);
	claims->part_open = false;
}

/* Whether words before the figure make it no claim of this year's. */
static bool
is_blocked(const struct claims *claims)
{
	return claims->future ||
	    claims_said(claims, STEER_COMPARE) ||
	    claims_said(claims, STEER_RATE) ||
	    claims_said(claims, STEER_PLAN) ||
	    claims_said(claims, STEER_NEGATIVE) ||
	    claims_said(claims, STEER_NONE);
}

/* 历年累计2件, 其中2018年5件: nothing but the time, so the topic again. */
static bool
claim_bare(struct claims *claims, size_t i)
{
	struct topic *topic = &claims->topic;
	size_t        gap = 0, from = claims_clause_start(claims, i);
	bool          timed = false;

	if (topic->items == 0 || topic->age > 1)
		return false;
	for (size_t j = claims->clause; j <= i; j++) {
		const struct token *token = token_of(claims, j);

		gap += token->start - from;
		from = token->end;
		timed = timed || is_word(claims, j, STEER_EVER) ||
		    token->concept == claims->steering[STEER_THIS_YEAR] ||
		    token->kind == TOKEN_YEAR;
		if (token->kind == TOKEN_WORD && j < i &&
		    !concepts_have(&claims->lexicon.filler, token->concept))
			return false;
	}
	if (!timed || gap > 6 ||
	    (topic->items > 1 &&
	    strcmp(token_of(claims, i)->figure->value, "0") != 0))
		return false;
	for (int t = 0; t < topic->items; t++) {
		struct claim claim = claims_claim_at(claims, topic->item[t], i);

		claim.col = SLICE("count");
		if (claims_has_unit(claims, topic->item[t], claim.figure))
			claims_emit(claims, &claim);
	}
	topic->age = 0;
	return true;
}

/* 公开信息53条, …; 其中公开信息17条: some of what was counted already. */
static bool
is_part_of_itself(const struct claims *claims, const struct pattern *pattern)
{
	const struct topic *topic = &claims->topic;

	return claims_said(claims, STEER_AMONG) && topic->items == 1 &&
	    topic->age <= 1 && topic->item[0] == pattern->item &&
	    !claims->ever && !topic->ever && topic->other_year == 0 &&
	    claims->clause_year == 0;
}

static void
read_figure(struct claims *claims, size_t i)
{
	struct best best;

	if (is_blocked(claims) || !claims_placed(claims, i))
		return;
	if (claims_take_share(claims, i))
		return;
	best = claims_best(claims, i);
	if (claims_take_part(claims, i, &best))
		return;
	if (best.pattern == NULL) {
		claim_bare(claims, i);
		return;
	}
	if (is_part_of_itself(claims, best.pattern)) {
		claims->among = false;
		return;
	}
	claim_pattern(claims, best.pattern, &best.match, i, false);
	for (int b = 0; b < best.besides; b++)
		claim_pattern(claims, best.beside[b], &best.match, i, true);
}

static struct concepts
words_between(const struct claims *claims, size_t from, size_t to)
{
	struct concepts words = { { 0 } };

	for (size_t i = from; i < to; i++)
		if (token_of(claims, i)->concept >= 0)
			concepts_add(&words, token_of(claims, i)->concept);
	return words;
}

/* Reads the clause before token END. */
static void
read_clause(struct claims *claims, size_t end)
{
	claims->clause_words = words_between(claims, claims->clause, end);
	claims->said = (struct concepts){ { 0 } };
	for (size_t i = claims->clause; i < end; i++) {
		const struct token *token = token_of(claims, i);

		claims_see_time(claims, i);
		if (is_word(claims, i, STEER_AMONG))
			claims->among = true;
		if (is_word(claims, i, STEER_FUTURE))
			claims->future = true;
		if (token->kind == TOKEN_FIGURE)
			read_figure(claims, i);
		else if (token->kind == TOKEN_WORD && !claims->future &&
		    !claims_said(claims, STEER_PLAN))
			claims_read_words(claims, i);
		if (token->concept >= 0)
			concepts_add(&claims->said, token->concept);
	}
	claims_end_time(claims, end);
}

static void
read_sentence(struct claims *claims)
{
	const struct sentence *sentence = &claims->sentence;

	claims->clause = 0;
	claims->sentence_words = words_between(claims, 0, sentence->tokens);
	for (size_t i = 0; i <= sentence->tokens; i++) {
		if (!claims_ends_clause(claims, i))
			continue;
		read_clause(claims, i);
		claims->clause = i + 1;
		if (sentence->token[i].kind == TOKEN_OPEN) {
			claims->outside = claims->topic;
			claims->outside_among = claims->among;
		} else if (sentence->token[i].kind == TOKEN_CLOSE &&
		    claims->outside.items > 0) {
			claims->topic = claims->outside;
			claims->among = claims->outside_among;
			claims->outside.items = 0;
		}
	}
}

static void
begin_sentence(struct claims *claims)
{
	claims->ever = claims->as_of = claims->as_of_date = false;
	claims->year_said = claims->clause_year = claims->paragraph_year;
	claims->outside.items = 0;
	claims->this_year_said = false;
	claims->part_open = false;
	claims->topic.age++;
	if (claims->topic.age > 1)
		claims->among = false;
}

/* 二、 before a short sentence that claims nothing makes it a heading too. */
static void
note_heading(struct claims *claims, struct slice text)
{
	enum { HEADING_MAX = 120 };	/* bytes: forty characters */

	if (text.n <= HEADING_MAX && fold_enumerator(text).kind != ENUMERATOR_NONE)
		claims->heading = lexicon_words(&claims->lexicon, text);
}

void
claims_read(struct claims *claims, const struct passage *passage)
{
	struct slice rest = { passage->text, passage->n };
	bool         met = false;

	claims->passage = passage;
	claims->future = false;
	claims->paragraph_year = 0;
	claims->topic.items = 0;
	claims->among = false;
	claims->before = (struct concepts){ { 0 } };
	claims->before_end = 0;
	while (rest.n > 0) {
		bool         may_claim;
		struct slice text = { rest.p, sentence_length(rest,
		    claims->year, &may_claim) };

		begin_sentence(claims);
		if (rest.p == passage->text && (passage->heading ||
		    !may_claim))
			note_heading(claims, text);
		if (may_claim && !met) {
			met = true;
			if (!passage_is_prose(passage))
				return;
			claims->marked = passage_is_marked(passage);
		}
		for (size_t done = 0; may_claim && done < text.n;) {
			claims->offset = (size_t)(text.p - passage->text) +
			    done;
			done += sentence_read(&claims->sentence,
			    &claims->lexicon, &claims->concepts,
			    slice_from(text, done), claims->year);
			read_sentence(claims);
		}
		rest = slice_from(rest, text.n);
	}
}
