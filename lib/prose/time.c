/* Which year, or how many, a figure is of. */
#include "internal.h"

/* Unknown text beside a year that still makes no clause: 自, 起, 底. */
enum { TIME_GAP_MAX = 9 };

static void
say_this_year(struct claims *claims)
{
	claims->ever = claims->as_of = false;
	claims->this_year_said = true;
	claims->clause_year = 0;
}

static void
see_year(struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];

	if (claims->as_of_date || claims->year == 0)
		return;
	if (i > claims->clause &&
	    token[-1].concept == claims->steering[STEER_COMPARE])
		return;
	if (token->year == claims->year)
		say_this_year(claims);
	else
		claims->clause_year = token->year;
}

/* 以来 behind a date: from an earlier year on, or this year only. */
static void
see_since(struct claims *claims, size_t i)
{
	const struct token *token = claims->sentence.token;
	size_t              year = i;

	while (year > claims->clause && token[year - 1].kind == TOKEN_ASIDE)
		year--;
	if (year == claims->clause || token[year - 1].kind != TOKEN_YEAR ||
	    token[i].start != token[i - 1].end)
		return;
	claims->clause_year = 0;
	claims->ever = token[year - 1].year != claims->year;
}

/* 累计5928条, …其中本年2110条: the first is not this year's. */
static bool
this_year_follows(const struct claims *claims, size_t i)
{
	const struct token *token = claims->sentence.token;
	int                 year = claims->steering[STEER_THIS_YEAR];

	while (!claims->this_year_said && token[++i].kind != TOKEN_END)
		if (token[i].concept == year)
			return true;
	return false;
}

void
claims_see_time(struct claims *claims, size_t i)
{
	const struct token *token = &claims->sentence.token[i];
	const int          *steering = claims->steering;

	if (token->kind == TOKEN_YEAR)
		see_year(claims, i);
	if (token->kind != TOKEN_WORD)
		return;
	if (!concepts_have(&claims->lexicon.filler, token->concept))
		claims->as_of_date = false;
	if (token->concept == steering[STEER_AS_OF])
		claims->as_of = claims->as_of_date = true;
	else if (token->concept == steering[STEER_EVER] ||
	    (token->concept == steering[STEER_TOTAL] && (claims->as_of ||
	    this_year_follows(claims, i)))) {
		claims->ever = true;
		claims->clause_year = 0;
	} else if (token->concept == steering[STEER_SINCE])
		see_since(claims, i);
	else if (token->concept == steering[STEER_THIS_YEAR])
		say_this_year(claims);
	else if (token->concept == steering[STEER_LAST_YEAR] &&
	    claims->year > 0)
		claims->clause_year = claims->year - 1;
}

/* Whether the clause before END says when, and nothing else. */
static bool
is_time_only(const struct claims *claims, size_t end)
{
	const struct token *token = claims->sentence.token;
	size_t              gap = 0, from = claims_clause_start(claims, end);

	for (size_t i = claims->clause; i <= end; i++) {
		gap += token[i].start - from;
		from = token[i].end;
		if (i < end && token[i].kind == TOKEN_WORD &&
		    token[i].concept != claims->steering[STEER_THIS_YEAR] &&
		    token[i].concept != claims->steering[STEER_LAST_YEAR] &&
		    !concepts_have(&claims->lexicon.filler, token[i].concept))
			return false;
	}
	return gap <= TIME_GAP_MAX;
}

/* Whether the clause opens with a year (2018年我街道…, 我局2018年…). */
static bool
opens_with_year(const struct claims *claims, size_t end)
{
	const struct token *token = claims->sentence.token;
	size_t              i = claims->clause;

	while (i < end && token[i].kind == TOKEN_WORD &&
	    concepts_have(&claims->lexicon.filler, token[i].concept))
		i++;
	return i < end && token[i].kind == TOKEN_YEAR &&
	    token[i].start <= claims_clause_start(claims, i) + TIME_GAP_MAX;
}

void
claims_end_time(struct claims *claims, size_t end)
{
	bool year = false;

	for (size_t i = claims->clause; i < end; i++)
		year = year || claims->sentence.token[i].kind == TOKEN_YEAR ||
		    claims->sentence.token[i].concept ==
		    claims->steering[STEER_THIS_YEAR];
	if (year && !claims->as_of_date && is_time_only(claims, end))
		claims->paragraph_year = claims->year_said =
		    claims->clause_year;
	else if (opens_with_year(claims, end))
		claims->year_said = claims->clause_year;
	claims->as_of_date = false;
	claims->clause_year = claims->year_said;
}
