/* What the tokens of a sentence are to each other. */
#include <string.h>

#include "sentence.h"

/* Whether the 、 at token I, behind a figure, stands between two things that
 * figure counts: 12件人大代表建议、政协提案. */
static bool
is_between_things(const struct sentence *sentence,
    const struct lexicon *lexicon, size_t i)
{
	struct classes things = classes_join(lexicon->kind[CLASS_OBJECT],
	    lexicon->kind[CLASS_QUALITY]);
	struct classes claiming = classes_join(
	    classes_of(lexicon->steering[STEER_NONE]),
	    classes_of(lexicon->steering[STEER_ALL]));
	const struct token *token = &sentence->token[i];

	if (i == 0 || !classes_meet(token[-1].classes, things) ||
	    !classes_meet(token[1].classes, things))
		return false;
	for (i++; i < sentence->tokens; i++) {
		token = &sentence->token[i];
		if (token->kind == TOKEN_COMMA || token->kind == TOKEN_COLON ||
		    token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE)
			break;
		if (token->kind == TOKEN_FIGURE ||
		    classes_meet(token->classes, claiming))
			return false;
	}
	return true;
}

/* A 、 behind a figure of its clause parts claims (1件撤回、2件结转); before
 * one it parts words (扶贫、社会保障类5条). */
static void
part_claims(struct sentence *sentence, const struct lexicon *lexicon)
{
	bool figure = false;

	for (size_t i = 0; i < sentence->tokens; i++) {
		struct token *token = &sentence->token[i];

		if (token->kind == TOKEN_PAUSE && figure &&
		    !is_between_things(sentence, lexicon, i))
			token->kind = TOKEN_COMMA;
		if (token->kind == TOKEN_FIGURE)
			figure = true;
		else if (token->kind == TOKEN_COMMA ||
		    token->kind == TOKEN_COLON ||
		    token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE)
			figure = false;
	}
}

/* 公开的314条信息中动态12条: the figures behind are of a clause of their own. */
static void
part_among(struct sentence *sentence, int among)
{
	struct token *token = sentence->token;

	for (size_t i = 1; i + 1 < sentence->tokens &&
	    sentence->tokens < SENTENCE_TOKENS; i++) {
		if (token[i - 1].kind != TOKEN_FIGURE ||
		    !classes_has(token[i].classes, among) ||
		    token[i + 1].kind != TOKEN_WORD)
			continue;
		memmove(&token[i + 2], &token[i + 1],
		    (sentence->tokens - i) * sizeof(*token));
		token[i + 1] = (struct token){ .kind = TOKEN_COMMA,
		    .start = token[i].end, .end = token[i].end };
		sentence->tokens++;
	}
}

static void
name_years(struct sentence *sentence, const int *steering, int year)
{
	static const enum steering near[] = {
		STEER_LAST_YEAR, STEER_THIS_YEAR, STEER_NEXT_YEAR,
	};

	for (size_t i = 0; i < sentence->tokens; i++) {
		struct token *token = &sentence->token[i];
		int           place = token->year - year + 1;

		if (token->kind == TOKEN_YEAR && year != 0 && place >= 0 &&
		    place <= 2)
			token->classes = classes_of(steering[near[place]]);
	}
}

/* What stands in the brackets from OPEN to the token CLOSE. */
static bool
is_aside(const struct sentence *sentence, size_t open, size_t close,
    struct classes claiming)
{
	for (size_t i = open + 1; i < close; i++)
		if (sentence->token[i].kind == TOKEN_FIGURE ||
		    classes_meet(sentence->token[i].classes, claiming))
			return false;
	return true;
}

/* 政务新媒体（微信公众号）: what stands in the brackets from OPEN to CLOSE says which
 * outlet it is. */
static void
name_outlet(struct sentence *sentence, size_t open, size_t close,
    struct classes outlets)
{
	struct token *token = sentence->token;

	if (open == 0 || !classes_meet(token[open - 1].classes, outlets))
		return;
	for (size_t i = open + 1; i < close; i++)
		token[open - 1].classes = classes_join(token[open - 1].classes,
		    classes_both(token[i].classes, outlets));
}

/* Brackets end clauses, but not those around a single figure (专人（2名）),
 * which are taken away, nor those without any (网站（含转发）319条). */
static void
open_brackets(struct sentence *sentence, struct classes claiming,
    struct classes outlets)
{
	size_t kept = 0;
	long   open = -1;

	for (size_t i = 0; i < sentence->tokens; i++) {
		struct token *token = sentence->token;

		if (kept < i)
			token[kept] = token[i];
		if (token[kept].kind == TOKEN_OPEN)
			open = (long)kept;
		else if (token[kept].kind == TOKEN_CLOSE && open >= 0) {
			size_t from = (size_t)open;

			open = -1;
			if (is_aside(sentence, from, kept, claiming)) {
				name_outlet(sentence, from, kept, outlets);
				token[from].kind = TOKEN_ASIDE;
				token[from].end = token[kept].end;
				kept = from;
			} else if (kept == from + 2) {
				token[from] = token[from + 1];
				kept = from;
			}
		}
		kept++;
	}
	sentence->tokens = kept;
}

/* 12和13条: two figures for one thing, and no telling which. */
static void
damage_pairs(struct sentence *sentence, int and)
{
	struct token *token = sentence->token;

	for (size_t i = 0; i + 2 < sentence->tokens; i++)
		if (token[i].kind == TOKEN_FIGURE &&
		    token[i].figure->kind == UNIT_NONE &&
		    classes_has(token[i + 1].classes, and) &&
		    token[i + 2].kind == TOKEN_FIGURE)
			token[i].kind = token[i + 2].kind = TOKEN_DAMAGED;
}

/* Whether the figure, or the 无, that the token I is followed by is the value
 * of a label before it. */
static bool
is_value(const struct sentence *sentence, const struct lexicon *lexicon,
    size_t i)
{
	struct classes free = classes_join(lexicon->kind[CLASS_FILLER],
	    classes_of(lexicon->steering[STEER_COUNT]));

	while (++i < sentence->tokens) {
		const struct token *token = &sentence->token[i];

		if (token->kind == TOKEN_FIGURE)
			return true;
		if (token->kind != TOKEN_WORD)
			return false;
		if (classes_has(token->classes,
		    lexicon->steering[STEER_NONE]))
			return i + 1 == sentence->tokens ||
			    token[1].kind == TOKEN_COMMA;
		if (!classes_meet(token->classes, free))
			return false;
	}
	return false;
}

/* A colon ends a clause unless it stands between a label and its value. */
static void
join_values(struct sentence *sentence, const struct lexicon *lexicon)
{
	for (size_t i = 0; i < sentence->tokens; i++)
		if (sentence->token[i].kind == TOKEN_COLON &&
		    is_value(sentence, lexicon, i) && i > 0 &&
		    !classes_has(sentence->token[i - 1].classes,
		    lexicon->steering[STEER_AMONG]))
			sentence->token[i].kind = TOKEN_ASIDE;
}

void
sentence_find_clauses(struct sentence *sentence, const struct lexicon *lexicon,
    int year)
{
	name_years(sentence, lexicon->steering, year);
	open_brackets(sentence, classes_join(
	    classes_of(lexicon->steering[STEER_NONE]),
	    classes_of(lexicon->steering[STEER_ALL])),
	    lexicon->kind[CLASS_OUTLET]);
	damage_pairs(sentence, lexicon->steering[STEER_AND]);
	join_values(sentence, lexicon);
	part_among(sentence, lexicon->steering[STEER_OF_INFORMATION]);
	part_claims(sentence, lexicon);
}
