#include "agreement.h"
#include "sentence_agreement.h"

#include <string.h>

/* Whether A and B may be one figure: a rough one is anything up to a tenth
 * more. */
static bool
is_alike(const struct stated *a, const struct stated *b)
{
	const double tenth = 1.1;
	double       x = stated_value(a), y = stated_value(b);

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

/* 累计公开318条。今年新增64条: the first is since the beginning; so is 网站累计公开318条
 * where all that was disclosed in the year is less. */
static bool
is_since_the_beginning(const struct stated *a, const struct stated *b)
{
	return a->since && !b->since && (a->item == b->item ||
	    (b->item->share.n > 0 &&
	    item_is_member(b->item, a->item->code))) &&
	    stated_value(a) > stated_value(b);
}

/* Whether B, an outlet's figure, shows A no total: it is more. */
static bool
is_less_than_part(const struct measures *measures, const struct stated *a,
    const struct stated *b)
{
	return a->item == measures->listing && a->item != b->item &&
	    a->licence <= LICENCE_MIDDLE && b->licence > a->licence &&
	    item_is_member(a->item, b->item->code) && !is_alike(a, b) &&
	    stated_value(b) > stated_value(a);
}

/* Whether A, which differs from B on equal proof, is no total.  Of several things
 * of a kind, two websites, the greater may be; within a sentence only what stands
 * before its parts and is more; what has little proof there, never. */
static bool
is_one_of_several(const struct stated *a, const struct stated *b)
{
	const bool together = a->sentence == b->sentence;
	const bool less = stated_value(a) < stated_value(b);

	if (together && (a->licence <= LICENCE_WEAK || a->item->several))
		return true;
	return a->item->several ? less : together && (less || a > b);
}

/* The part of A's item whose figure A says again; NULL: of none. */
static const struct stated *
find_part(const struct agreement *agreement, const struct stated *a)
{
	for (size_t i = 0; i < agreement->n; i++) {
		const struct stated *part = &agreement->stated[i];

		if (part->all && part->item != a->item &&
		    item_is_member(a->item, part->item->code) &&
		    stated_value(part) == stated_value(a))
			return part;
	}
	return NULL;
}

/* 主动公开261条，其中网站148条 ... 网站首页：主动公开148条: gives A, less than B, the
 * name of the part that it is. */
static bool
is_part_again(const struct agreement *agreement,
    const struct measures *measures, struct stated *a, const struct stated *b)
{
	const struct stated *part = a->item != measures->listing ||
	    !is_contrary(a, b) || stated_value(a) > stated_value(b) ? NULL :
	    find_part(agreement, a);

	if (part == NULL)
		return false;
	a->item = part->item;
	a->fact.item = part->fact.item;
	return true;
}

/* Renames A if B speaks against it. */
static void
compare(const struct agreement *agreement, struct stated *a,
    const struct stated *b, const struct measures *measures,
    struct arena *arena)
{
	if (is_since_the_beginning(a, b)) {
		stated_suffix(a, SLICE(".cumulative"), arena);
		return;
	}
	if (is_since_the_beginning(b, a) || is_part_again(agreement,
	    measures, a, b))
		return;
	if ((is_contrary(a, b) && (a->licence < b->licence ||
	    (a->licence == b->licence && is_one_of_several(a, b)))) ||
	    is_less_than_part(measures, a, b)) {
		stated_suffix(a, SLICE(".part"), arena);
		if (a->words.n > 0)
			a->fact.col = a->words;
	}
}

/* What a document states of an item: counted once, for a document may hold a
 * hundred thousand figures. */
struct item_totals {
	size_t totals;		/* those set against each other */
	bool   stated;		/* for the whole office and the year */
	bool   limits;		/* and what that is made of is at most as much */
	double most;
};

static struct item_totals *
totals_of(struct item_totals *tally, const struct measures *measures,
    const struct stated *stated)
{
	return &tally[stated->item - measures->item];
}

static struct item_totals *
count_totals(const struct agreement *agreement,
    const struct measures *measures, struct arena *arena)
{
	const size_t        size = measures->items * sizeof(struct item_totals);
	struct item_totals *tally = memset(arena_alloc(arena, size), 0, size);

	for (size_t i = 0; i < agreement->n; i++)
		totals_of(tally, measures, &agreement->stated[i])->totals +=
		    agreement->stated[i].licence != LICENCE_NOT_ASKED;
	return tally;
}

/* Notes what is stated of the heads of lists, when totals have been settled. */
static void
note_heads(struct item_totals *tally, const struct agreement *agreement,
    const struct measures *measures)
{
	for (size_t i = 0; i < agreement->n; i++) {
		const struct stated *head = &agreement->stated[i];
		struct item_totals  *of = totals_of(tally, measures, head);
		const bool           limits = head->item->part.n > 0 &&
		    head->item->share.n == 0 && head->suffix.n == 0;

		if (!head->all || !head->item->head)
			continue;
		of->limits = limits && (of->limits || !of->stated);
		of->stated = true;
		if (stated_value(head) > of->most)
			of->most = stated_value(head);
	}
}

/* Whether STATED is more than everything that it could be a part of: 依申请公开0件，
 * 不予公开141件. */
static bool
is_more_than_all(const struct stated *stated, const struct item_totals *tally,
    const struct measures *measures)
{
	bool more = false;

	for (size_t i = 0; i < measures->items; i++) {
		if (!tally[i].stated || !item_is_member(&measures->item[i],
		    stated->item->code))
			continue;
		if (!tally[i].limits || stated_value(stated) <= tally[i].most)
			return false;
		more = true;
	}
	return more;
}

/* Makes parts of what is more than all that it could be of; members of a list go
 * with that. */
static void
settle_members(struct agreement *agreement, const struct item_totals *tally,
    const struct measures *measures, struct arena *arena)
{
	for (size_t i = 0; i < agreement->n; i++) {
		struct stated *stated = &agreement->stated[i];

		if (stated->all && !stated->item->head && stated->list == 0 &&
		    !slice_is(stated->fact.col, "count") &&
		    is_more_than_all(stated, tally, measures))
			stated_suffix(stated, SLICE(".part"), arena);
	}
}

/* What the shares of the kinds of what is disclosed, 甲类36条，占22.6%, say all of them
 * are; 0: nothing, or this and that. */
static double
total_of_shares(const struct agreement *agreement, const struct item *listing)
{
	enum { SMALL = 5 };	/* percent: rounded, they tell too little */
	const double alike = 1.1;
	double       least = 0, most = 0;
	size_t       shares = 0;

	for (size_t i = 1; i < agreement->n; i++) {
		const struct stated *share = &agreement->stated[i];
		const struct stated *kind = share - 1;
		double               total;

		if (!slice_eq(share->fact.item, listing->share) ||
		    !slice_eq(kind->fact.item, listing->part) ||
		    !slice_eq(share->fact.col, kind->fact.col) ||
		    stated_value(share) < SMALL)
			continue;
		total = stated_value(kind) * 100 / stated_value(share);
		least = shares == 0 || total < least ? total : least;
		most = total > most ? total : most;
		shares++;
	}
	return shares > 1 && most < least * alike ? most : 0;
}

/* 累计公开466条, of which there are too many for their shares: since the beginning. */
static void
settle_by_shares(struct agreement *agreement, const struct item *listing,
    struct arena *arena)
{
	const double whole = total_of_shares(agreement, listing);
	const double alike = 1.1;

	for (size_t i = 0; whole > 0 && i < agreement->n; i++) {
		struct stated *stated = &agreement->stated[i];

		if (stated->since && stated->item == listing &&
		    stated->suffix.n == 0 && stated->all &&
		    stated_value(stated) > whole * alike)
			stated_suffix(stated, SLICE(".cumulative"), arena);
	}
}

static bool
is_rate(const struct stated *stated)
{
	return slice_is(stated->item->unit, "%");
}

void
agreement_settle(struct agreement *agreement, const struct measures *measures,
    struct arena *arena)
{
	/* More totals of one item than that are a collection of reports. */
	enum { TOTALS_MAX = 4 };
	struct stated      *stated = agreement->stated;
	struct item_totals *tally = count_totals(agreement, measures, arena);
	size_t              n = agreement->n;

	agreement_settle_done(agreement, arena);
	settle_by_shares(agreement, measures->listing, arena);
	for (size_t i = 0; i < n; i++) {
		if (stated[i].licence == LICENCE_NOT_ASKED || totals_of(tally,
		    measures, &stated[i])->totals > TOTALS_MAX)
			continue;
		for (size_t j = 0; j < n && stated[i].suffix.n == 0; j++)
			if (j != i && stated[j].licence != LICENCE_NOT_ASKED)
				compare(agreement, &stated[i], &stated[j],
				    measures, arena);
	}
	agreement_settle_sentences(agreement, arena);
	note_heads(tally, agreement, measures);
	settle_members(agreement, tally, measures, arena);
	for (size_t i = 0; i < n; i++) {
		const struct stated *head = stated[i].list == 0 ? NULL :
		    &stated[stated[i].list - 1];

		if (head != NULL && head->suffix.n > 0 &&
		    (!stated[i].item->stock || is_rate(&stated[i])) &&
		    !head->item->several)
			stated_suffix(&stated[i], head->suffix, arena);
	}
}
