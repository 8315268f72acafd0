#include "sums.h"

#include <stdlib.h>

#include "base/digits.h"
#include "classes.h"
#include "lexicon.h"

enum {
	SMALL = 20,		/* three figures may add up to less by chance */
	OPENED_PARTS = 2,
	PARTS = 3,
	ROUGH_PARTS = 4,
};

/* Whether FIGURE counts something: a whole number. */
static bool
is_counted(const struct figure *figure)
{
	const char *p = figure->value;

	if (figure->kind != UNIT_COUNT && figure->kind != UNIT_NONE)
		return false;
	while (is_digit(*p))
		p++;
	return p > figure->value && *p == '\0';
}

struct count
sums_count(const struct figure *figure)
{
	if (!is_counted(figure))
		return (struct count){ 0, false };
	return (struct count){ strtoul(figure->value, NULL, 10),
	    figure->state == FIGURE_APPROX };
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
		else if (token->kind == TOKEN_FIGURE && is_counted(token->figure))
			sums->counted[sums->n++] = (struct counted){
				.number = (size_t)(token->figure -
				    sentence->figure),
				.token = i, .depth = depth,
				.unit = token->figure->unit,
				.count = sums_count(token->figure) };
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

/* Whether SUM may be what HEAD counts: of a rough one, 310余, the digits that are
 * not zeros are the sum's, or nearly. */
static bool
is_sum(struct count head, unsigned long sum)
{
	unsigned long step = 10;

	if (!head.rough)
		return sum == head.value;
	while (step <= head.value / 10 && head.value % (step * 10) == 0)
		step *= 10;
	return sum > 0 && sum + step > head.value && sum < head.value + step;
}

/* Whether those from FIRST to before END, which are no parts of each other, are all
 * counted in one unit. */
static bool
is_alike(const struct sums *sums, size_t first, size_t end)
{
	const struct counted *counted = sums->counted;

	for (size_t i = first + 1; i < end; i++)
		if (!is_nested(sums, i, first) &&
		    !slice_eq(counted[i].unit, counted[first].unit))
			return false;
	return true;
}

/* Whether PARTS that add up to HEAD show that they are its parts, in a list that was
 * OPENED or not. */
static bool
is_proof(struct count head, size_t parts, bool opened)
{
	if (head.rough)
		return parts >= ROUGH_PARTS;
	return opened ? parts >= OPENED_PARTS :
	    parts >= PARTS && head.value >= SMALL;
}

/* Makes those from FIRST on that add up to HEAD the parts of OF.  Returns where they
 * end, FIRST if none do. */
static size_t
mark_parts(struct sums *sums, size_t first, struct count head, unsigned of,
    bool opened)
{
	const struct counted *counted = sums->counted;
	unsigned long         sum = 0;
	size_t                parts = 0, end = first;

	for (; end < sums->n && counted[end].depth >= counted[first].depth &&
	    (head.rough || sum < head.value || counted[end].count.value == 0);
	    end++) {
		if (is_nested(sums, end, first))
			continue;
		if (sums->of[counted[end].number] != SUMS_NOTHING ||
		    counted[end].count.rough)
			return first;
		sum += counted[end].count.value;
		parts++;
	}
	if (!is_sum(head, sum) || !is_proof(head, parts, opened))
		return first;
	for (size_t i = first; i < end; i++)
		if (!is_nested(sums, i, first))
			sums->of[counted[i].number] = (unsigned short)of;
	return end;
}

/* Makes the lists from FIRST on that add up to HEAD its parts, one after the
 * other. */
static void
mark_lists(struct sums *sums, size_t first, struct count head, unsigned of,
    bool opened)
{
	for (size_t end; first < sums->n; first = end) {
		end = mark_parts(sums, first, head, of, opened);
		if (end == first)
			return;
		opened = false;
	}
}

/* Looks for the parts of the figure I among those behind it. */
static void
find_parts(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, size_t i)
{
	const struct counted *head = &sums->counted[i], *next = head + 1;

	if (i + 2 < sums->n && head->count.value > 0 &&
	    next->depth >= head->depth && next->depth <= head->depth + 1 &&
	    sums->of[next->number] == SUMS_NOTHING)
		mark_lists(sums, i + 1, head->count,
		    SUMS_FIGURE + (unsigned)head->number,
		    opens_list(sentence, lexicon, head->token, next->token));
}

/* 收到申请15件。公开5件，不予公开6件，其他4件: whether all that the sentence counts, three times
 * UNIT or more, adds up to HEAD, so that it is of that though it is little. */
static bool
is_all_parts(const struct sums *sums, struct count head, struct slice unit)
{
	unsigned long sum = 0;
	size_t        parts = 0;

	for (size_t i = 0; i < sums->n; i++) {
		if (!slice_eq(sums->counted[i].unit, unit) ||
		    sums->counted[i].depth > 0)
			return false;
		sum += sums->counted[i].count.value;
		parts += sums->counted[i].count.value > 0;
	}
	return !head.rough && parts >= PARTS && sum == head.value;
}

/* Looks for the parts of the figure I of those BEFORE. */
static void
find_parts_of(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, const struct sums_before *before, size_t i)
{
	const struct count head = before->count[i];

	if (head.value == 0 || (before->far && (head.rough ||
	    !is_alike(sums, 0, sums->n))))
		return;
	mark_lists(sums, 0, head, SUMS_BEFORE + (unsigned)i, (!before->far &&
	    opens_list(sentence, lexicon, 0, sums->counted[0].token)) ||
	    is_all_parts(sums, head, before->unit[i]));
}

void
sums_find(struct sums *sums, const struct sentence *sentence,
    const struct lexicon *lexicon, const struct sums_before *before)
{
	enum { PASSES = 2 };	/* parts that have parts are found first */

	for (size_t i = 0; i < sentence->figures; i++)
		sums->of[i] = SUMS_NOTHING;
	sums->n = 0;
	if (sentence->figures < 2)
		return;
	collect(sums, sentence);
	for (size_t i = before->heads; i-- > 0 && sums->n > 1;)
		find_parts_of(sums, sentence, lexicon, before, i);
	for (int pass = 0; pass < PASSES; pass++)
		for (size_t i = 0; i < sums->n; i++)
			find_parts(sums, sentence, lexicon, i);
}
