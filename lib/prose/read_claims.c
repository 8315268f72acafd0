/* From sentences to facts: clause by clause, with what the clauses before have
 * said about year and subject. */
#include "text/fold.h"
#include "internal.h"

static void
claim_pattern(struct prose *prose, const struct pattern *pattern,
    const struct pattern_match *match, size_t i, bool again)
{
	struct prose_claim claim = prose_claim_at(prose, pattern->item, i);

	claim.col = pattern->col;
	claim.source = pattern->row;
	if (pattern->dated) {
		claim.other_year = 0;
		prose->clause.year = prose->sentence.year;
	} else if (prose_said(prose, STEER_NEXT_YEAR) ||
	    claim.other_year > prose->document.year)
		return;			/* a plan */
	if (pattern->under != NULL && prose->paragraph.topic.age > 0) {
		claim.ever = claim.ever || prose->paragraph.topic.ever;
		if (claim.other_year == 0)
			claim.other_year = prose->paragraph.topic.other_year;
	}
	if (match->first < prose->clause.first)
		claim.start = prose_clause_start(prose, match->first);
	prose_emit(prose, &claim);
	prose_set_topic(prose, pattern->item, again, &claim);
	prose->sentence.part.open = false;
}

/* Whether words before the figure make it no claim of this year's. */
static bool
is_blocked(const struct prose *prose)
{
	return prose->paragraph.future ||
	    prose_said(prose, STEER_COMPARE) ||
	    prose_said(prose, STEER_RATE) ||
	    prose_said(prose, STEER_PLAN) ||
	    prose_said(prose, STEER_NEGATIVE) ||
	    prose_said(prose, STEER_NONE);
}

/* Whether the clause up to the figure I says nothing but the time. */
static bool
is_bare(const struct prose *prose, size_t i)
{
	enum { GAP_MAX = 6 };		/* bytes: two unknown characters */
	size_t gap = 0, from = prose_clause_start(prose, i);
	bool   timed = false;

	for (size_t j = prose->clause.first; j <= i; j++) {
		const struct token *token = prose_token(prose, j);

		gap += token->start - from;
		from = token->end;
		timed = timed || prose_is(prose, j, STEER_EVER) ||
		    prose_is(prose, j, STEER_THIS_YEAR) ||
		    token->kind == TOKEN_YEAR;
		if (token->kind == TOKEN_WORD && !prose_is_filler(prose, j))
			return false;
	}
	return timed && gap <= GAP_MAX;
}

/* 历年累计2件, 其中2018年5件: nothing but the time, so the topic again. */
static void
claim_bare(struct prose *prose, size_t i)
{
	const struct figure *figure = prose_token(prose, i)->figure;
	struct topic        *topic = &prose->paragraph.topic;

	if (topic->items == 0 || topic->age > 1 || !is_bare(prose, i) ||
	    (topic->items > 1 && !prose_figure_is(figure, "0")))
		return;
	for (int t = 0; t < topic->items; t++) {
		struct prose_claim claim = prose_claim_at(prose,
		    topic->item[t], i);

		claim.col = SLICE("count");
		if (prose_has_unit(prose, topic->item[t], figure))
			prose_emit(prose, &claim);
	}
	topic->age = 0;
}

/* 公开信息53条, …; 其中公开信息17条: some of what was counted already. */
static bool
is_part_of_itself(const struct prose *prose, const struct pattern *pattern)
{
	const struct topic *topic = &prose->paragraph.topic;

	return prose_said(prose, STEER_AMONG) && topic->items == 1 &&
	    topic->age <= 1 && topic->item[0] == pattern->item &&
	    !prose->sentence.ever && !topic->ever && topic->other_year == 0 &&
	    prose->clause.year == 0;
}

static void
read_figure(struct prose *prose, size_t i)
{
	const struct best_match *best;

	if (is_blocked(prose) || !prose_is_placed(prose, i) ||
	    prose_take_share(prose, i))
		return;
	best = prose_best_match(prose, i);
	if (prose_take_part(prose, i, best))
		return;
	if (best->pattern == NULL) {
		claim_bare(prose, i);
		return;
	}
	if (is_part_of_itself(prose, best->pattern)) {
		prose->paragraph.among = false;
		return;
	}
	claim_pattern(prose, best->pattern, &best->match, i, false);
	for (size_t b = 0; b < best->besides; b++)
		claim_pattern(prose, best->beside[b], &best->match, i, true);
}

/* Makes WORDS the concepts of the tokens up to TO. */
static void
find_words(const struct prose *prose, size_t from, size_t to, uint64_t *words)
{
	bitset_clear(words, prose->lexicon.set_words);
	for (size_t i = from; i < to; i++)
		if (prose_token(prose, i)->concept >= 0)
			bitset_add(words, prose_token(prose, i)->concept);
}

/* Reads the clause before token END. */
static void
read_clause(struct prose *prose, size_t end)
{
	find_words(prose, prose->clause.first, end, prose->clause.words);
	bitset_clear(prose->clause.said, prose->lexicon.set_words);
	for (size_t i = prose->clause.first; i < end; i++) {
		const struct token *token = prose_token(prose, i);

		prose_see_time(prose, i);
		if (prose_is(prose, i, STEER_AMONG))
			prose->paragraph.among = true;
		if (prose_is(prose, i, STEER_FUTURE))
			prose->paragraph.future = true;
		if (token->kind == TOKEN_FIGURE)
			read_figure(prose, i);
		else if (token->kind == TOKEN_WORD && !prose->paragraph.future &&
		    !prose_said(prose, STEER_PLAN))
			prose_read_words(prose, i);
		if (token->concept >= 0)
			bitset_add(prose->clause.said, token->concept);
	}
	prose_end_time(prose, end);
}

static void
read_sentence(struct prose *prose)
{
	const struct sentence *sentence = &prose->sentence.cut;

	prose->clause.first = 0;
	find_words(prose, 0, sentence->tokens, prose->sentence.words);
	prose->sentence.fold = bitset_fold(prose->sentence.words,
	    prose->lexicon.set_words);
	for (size_t i = 0; i <= sentence->tokens; i++) {
		if (!prose_ends_clause(prose, i))
			continue;
		read_clause(prose, i);
		prose->clause.first = i + 1;
		if (sentence->token[i].kind == TOKEN_OPEN) {
			prose->sentence.outside = prose->paragraph.topic;
			prose->sentence.outside_among = prose->paragraph.among;
		} else if (sentence->token[i].kind == TOKEN_CLOSE &&
		    prose->sentence.outside.items > 0) {
			prose->paragraph.topic = prose->sentence.outside;
			prose->paragraph.among = prose->sentence.outside_among;
			prose->sentence.outside.items = 0;
		}
	}
}

static void
begin_sentence(struct prose *prose)
{
	struct prose_sentence  *sentence = &prose->sentence;
	struct prose_paragraph *paragraph = &prose->paragraph;

	sentence->ever = sentence->as_of = sentence->as_of_date = false;
	sentence->year = prose->clause.year = paragraph->year;
	sentence->outside.items = 0;
	sentence->this_year = false;
	sentence->part.open = false;
	paragraph->topic.age++;
}

/* 二、 before a short sentence that claims nothing makes it a heading too. */
static void
note_heading(struct prose *prose, struct slice text)
{
	enum { HEADING_MAX = 120 };	/* bytes: forty characters */

	if (text.n > HEADING_MAX ||
	    fold_enumerator(text).kind == ENUMERATOR_NONE)
		return;
	bitset_clear(prose->document.heading, prose->lexicon.set_words);
	lexicon_add_words(&prose->lexicon, text, prose->document.heading);
}

static void
begin_paragraph(struct prose *prose)
{
	struct prose_paragraph *paragraph = &prose->paragraph;

	paragraph->future = paragraph->among = false;
	paragraph->year = 0;
	paragraph->topic.items = 0;
	bitset_clear(paragraph->before, prose->lexicon.set_words);
	paragraph->before_end = 0;
}

/* Reads TEXT, a sentence that may claim something, which begins at START. */
static void
read_claims(struct prose *prose, struct slice text, size_t start)
{
	size_t done = 0;

	while (done < text.n) {
		prose->sentence.offset = start + done;
		done += sentence_read(&prose->sentence.cut, &prose->lexicon,
		    slice_from(text, done), prose->document.year);
		read_sentence(prose);
	}
}

void
prose_read_paragraph(struct prose *prose)
{
	const struct passage *passage = &prose->paragraph.passage;
	struct slice          whole = buffer_slice(&passage->text);
	bool                  met = false;

	begin_paragraph(prose);
	for (size_t at = 0, n; at < whole.n; at += n) {
		struct slice rest = slice_from(whole, at);
		bool         may_claim;

		n = sentence_length(rest, prose->document.year, &may_claim);
		rest.n = n;
		begin_sentence(prose);
		if (at == 0 && (passage->heading || !may_claim))
			note_heading(prose, rest);
		if (!may_claim)
			continue;
		if (!met && !passage_is_prose(passage))
			return;
		if (!met)
			prose->paragraph.marked = passage_is_marked(passage);
		met = true;
		read_claims(prose, rest, at);
	}
}
