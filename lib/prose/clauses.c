/* What the tokens of a sentence are to each other. */
#include "sentence.h"

/* A 、 behind a figure of its clause parts claims (1件撤回、2件结转); before
 * one it parts words (扶贫、社会保障类5条). */
static void
part_claims(struct sentence *sentence)
{
	bool figure = false;

	for (size_t i = 0; i < sentence->tokens; i++) {
		struct token *token = &sentence->token[i];

		if (token->kind == TOKEN_PAUSE && figure)
			token->kind = TOKEN_COMMA;
		if (token->kind == TOKEN_FIGURE)
			figure = true;
		else if (token->kind == TOKEN_COMMA ||
		    token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE)
			figure = false;
	}
}

static void
name_years(struct sentence *sentence, const int *steering, int year)
{
	for (size_t i = 0; i < sentence->tokens; i++) {
		struct token *token = &sentence->token[i];

		if (token->kind != TOKEN_YEAR || year == 0)
			continue;
		if (token->year == year)
			token->concept = steering[STEER_THIS_YEAR];
		else if (token->year == year - 1)
			token->concept = steering[STEER_LAST_YEAR];
		else if (token->year == year + 1)
			token->concept = steering[STEER_NEXT_YEAR];
	}
}

/* What stands in the brackets from OPEN to the token CLOSE. */
static bool
is_aside(const struct sentence *sentence, size_t open, size_t close, int none)
{
	for (size_t i = open + 1; i < close; i++)
		if (sentence->token[i].kind == TOKEN_FIGURE ||
		    sentence->token[i].concept == none)
			return false;
	return true;
}

/* Brackets end clauses, but not those around a single figure (专人（2名）),
 * which are taken away, nor those without any (网站（含转发）319条). */
static void
open_brackets(struct sentence *sentence, int none)
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
			if (is_aside(sentence, from, kept, none)) {
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

void
sentence_find_clauses(struct sentence *sentence, const struct lexicon *lexicon,
    int year)
{
	name_years(sentence, lexicon->steering, year);
	open_brackets(sentence, lexicon->steering[STEER_NONE]);
	part_claims(sentence);
}
