#include "agreement.h"

#include <stdlib.h>

static double
value_of(const struct stated *stated)
{
	return strtod(stated->fact.value.p, NULL);
}

/* Whether A and B may be one figure: a rough one is anything up to a tenth
 * more. */
static bool
is_alike(const struct stated *a, const struct stated *b)
{
	const double tenth = 1.1;
	double       x = value_of(a), y = value_of(b);

	return x == y ||
	    (slice_is(a->fact.state, "approx") && y > x && y < x * tenth) ||
	    (slice_is(b->fact.state, "approx") && x > y && x < y * tenth);
}

/* Whether A and B are totals of one item that differ. */
static bool
is_contrary(const struct stated *a, const struct stated *b)
{
	return a->item == b->item && !is_alike(a, b);
}

/* 累计公开318条。今年新增64条: the first is since the beginning. */
static bool
is_since_the_beginning(const struct stated *a, const struct stated *b)
{
	return a->since && !b->since && a->item == b->item &&
	    value_of(a) > value_of(b);
}

/* Whether B, an outlet's figure, shows A no total: it is more. */
static bool
is_less_than_part(const struct measures *measures, const struct stated *a,
    const struct stated *b)
{
	return a->item == measures->listing && a->item != b->item &&
	    a->licence <= LICENCE_MIDDLE && b->licence > a->licence &&
	    item_is_member(a->item, b->item->code) && !is_alike(a, b) &&
	    value_of(b) > value_of(a);
}

/* Whether A, which stands in no list, is of what B counts, and more: 依申请公开0件，
 * 不予公开141件. */
static bool
is_more_than_all(const struct stated *a, const struct stated *b)
{
	return a->all && !a->item->head && a->list == 0 && b->all &&
	    b->item->head && b->item->part.n > 0 && b->item->share.n == 0 &&
	    b->suffix.n == 0 && item_is_member(b->item, a->item->code) &&
	    value_of(a) > value_of(b);
}

static void
rename(struct stated *stated, struct slice suffix, struct arena *arena)
{
	stated->fact.item = arena_join(arena, stated->fact.item, suffix);
	stated->suffix = suffix;
}

/* Renames A if B speaks against it. */
static void
compare(struct stated *a, const struct stated *b,
    const struct measures *measures, struct arena *arena)
{
	if (is_since_the_beginning(a, b)) {
		rename(a, SLICE(".cumulative"), arena);
		return;
	}
	if ((is_contrary(a, b) && (a->licence < b->licence ||
	    (a->licence == b->licence && a->licence <= LICENCE_WEAK &&
	    a->sentence == b->sentence))) ||
	    is_less_than_part(measures, a, b)) {
		rename(a, SLICE(".part"), arena);
		if (a->words.n > 0)
			a->fact.col = a->words;
	}
}

/* Whether there are so many totals of the item of number I that this is no
 * report, but a collection of them. */
static bool
is_collection(const struct agreement *agreement, size_t i)
{
	enum { TOTALS_MAX = 4 };
	size_t totals = 0;

	for (size_t j = 0; j < agreement->n; j++)
		totals += agreement->stated[j].licence != LICENCE_NOT_ASKED &&
		    agreement->stated[j].item == agreement->stated[i].item;
	return totals > TOTALS_MAX;
}

/* Makes parts of what is more than all that it could be of. */
static void
settle_members(struct agreement *agreement, struct arena *arena)
{
	for (size_t i = 0; i < agreement->n; i++) {
		struct stated *stated = &agreement->stated[i];
		bool           more = false;

		if (!stated->all || stated->item->head || stated->list > 0 ||
		    slice_is(stated->fact.col, "count"))
			continue;
		for (size_t j = 0; j < agreement->n; j++) {
			const struct stated *other = &agreement->stated[j];

			if (is_more_than_all(stated, other))
				more = true;
			else if (other->all && other->item->head &&
			    item_is_member(other->item, stated->item->code)) {
				more = false;
				break;
			}
		}
		if (more)
			rename(stated, SLICE(".part"), arena);
	}
}

void
agreement_settle(struct agreement *agreement, const struct measures *measures,
    struct arena *arena)
{
	struct stated *stated = agreement->stated;
	size_t         n = agreement->n;

	for (size_t i = 0; i < n; i++) {
		if (stated[i].licence == LICENCE_NOT_ASKED ||
		    is_collection(agreement, i))
			continue;
		for (size_t j = 0; j < n && stated[i].suffix.n == 0; j++)
			if (j != i && stated[j].licence != LICENCE_NOT_ASKED)
				compare(&stated[i], &stated[j], measures,
				    arena);
	}
	settle_members(agreement, arena);
	for (size_t i = 0; i < n; i++)
		if (stated[i].list > 0 && !stated[i].item->stock &&
		    stated[stated[i].list - 1].suffix.n > 0)
			rename(&stated[i], stated[stated[i].list - 1].suffix,
			    arena);
}
