#include "sums.h"

#include <stdlib.h>

#include "base/digits.h"
#include "classes.h"
#include "lexicon.h"

enum { SMALL = 20 };	/* three figures may add up to less by chance */

static bool
is_whole(const struct figure *figure)
{
	const char *p = figure->value;

	if (figure->state != FIGURE_NUMBER ||
	    (figure->kind != UNIT_COUNT && figure->kind != UNIT_NONE))
		return false;
	while (is_digit(*p))
		p++;
	return p > figure->value && *p == '\0';
}

unsigned long
sums_value(const struct figure *figure)
{
	return is_whole(figure) ? strtoul(figure->value, NULL, 10) : 0;
}

bool
sums_has_parts(const struct sums *sums, unsigned of)
{
	for (size_t i = 0; i < sums->n; i++)
		if (sums->of[sums->counted[i].number] == of)
			return true;
	return false;
}

static void
collect(struct sums *sums, const struct sentence *sentence)
{
	size_t depth = 0;

	for (size_t i = 0; i < sentence->tokens; i++) {
		const struct token *token = &sentence->token[i];

		if (token->kind == TOKEN_OPEN)
			depth++;
		else if (token->kind == TOKEN_CLOSE && depth > 0)
			depth--;
		else if (token->kind == TOKEN_FIGURE && is_whole(token->figure))
			sums->counted[sums->n++] = (struct counted){
				.number = (size_t)(token->figure -
				    sentence->figure),
				.token = i, .depth = depth,
				.value = sums_value(token->figure) };
	}
}

/* Whether one of the tokens from FROM to TO opens a list: 其中, a colon, a bracket. */
static bool
opens_list(const struct sentence *sentence, const struct lexicon *lexicon,
    size_t from, size_t to)
{
	const int among = lexicon->steering[STEER_AMONG];

	for (; from < to; from++) {
		const struct token *token = &sentence->token[from];

		if (token->kind == TOKEN_COLON || token->kind == TOKEN_OPEN ||
		    classes_has(token->classes, among))
			return true;
	}
	return false;
}

/* Whether the figure I, of those from FIRST on, is a part of one of them. */
static bool
is_nested(const struct sums *sums, size_t i, size_t first)
{
	const struct counted *counted = sums->counted;
	unsigned              of = sums->of[counted[i].number];

	return counted[i].depth > counted[first].depth ||
	    (of >= SUMS_FIGURE && of - SUMS_FIGURE >= counted[first].number);
}

/* Makes those from FIRST on that add up to VALUE the parts of OF.  False if none
 * do. */
static bool
mark_parts(struct sums *sums, size_t first, unsigned long value, unsigned of,
    bool opened)
{
	const struct counted *counted = sums->counted;
	unsigned long         sum = 0;
	size_t                parts = 0, end = first;

	for (; end < sums->n && counted[end].depth >= counted[first].depth &&
	    (sum < value || counted[end].value == 0); end++) {
		if (is_nested(sums, end, first))
			continue;
		if (sums->of[counted[end].number] != SUMS_NOTHING)
			return false;
		sum += counted[end].value;
		parts++;
	}
	if (sum != value ||
	    (opened ? parts < 2 : parts < 3 || value < SMALL))
		return false;
	for (size_t i = first; i < end; i++)
		if (!is_nested(sums, i, first))
			sums->of[counted[i].number] = (unsigned short)of;
	return true;
}

/* Looks for the parts of the figure I among those behind it. */
static void
find_parts(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, size_t i)
{
	const struct counted *head = &sums->counted[i], *next = head + 1;

	if (i + 2 < sums->n && head->value > 0 && next->depth >= head->depth &&
	    next->depth <= head->depth + 1)
		(void)mark_parts(sums, i + 1, head->value,
		    SUMS_FIGURE + (unsigned)head->number,
		    opens_list(sentence, lexicon, head->token, next->token));
}

void
sums_find(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, unsigned long before)
{
	enum { PASSES = 2 };	/* parts that have parts are found first */

	for (size_t i = 0; i < sentence->figures; i++)
		sums->of[i] = SUMS_NOTHING;
	sums->n = 0;
	if (sentence->figures < 2)
		return;
	collect(sums, sentence);
	if (before > 0 && sums->n > 1)
		(void)mark_parts(sums, 0, before, SUMS_BEFORE, opens_list(
		    sentence, lexicon, 0, sums->counted[0].token));
	for (int pass = 0; pass < PASSES; pass++)
		for (size_t i = 0; i < sums->n; i++)
			find_parts(sums, sentence, lexicon, i);
}
