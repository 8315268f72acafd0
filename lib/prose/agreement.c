#include "agreement.h"

#include <stdlib.h>
#include <string.h>

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

static void
add_suffix(struct stated *stated, struct slice suffix, struct arena *arena)
{
	stated->fact.item = arena_join(arena, stated->fact.item, suffix);
	stated->suffix = suffix;
}

/* Whether A, which differs from B on equal proof, is no total.  Of several things
 * of a kind, two websites, the greater may be; within a sentence only what stands
 * before its parts and is more; what has little proof there, never. */
static bool
is_one_of_several(const struct stated *a, const struct stated *b)
{
	const bool together = a->sentence == b->sentence;
	const bool less = value_of(a) < value_of(b);

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
		    value_of(part) == value_of(a))
			return part;
	}
	return NULL;
}

/* 主动公开261条，其中网站148条 ... 网站首页：主动公开148条: gives A, less than B, the
 * name of the part that it is. */
static bool
is_part_again(const struct agreement *agreement, struct stated *a,
    const struct stated *b)
{
	const struct stated *part = a->item->share.n == 0 ||
	    !is_contrary(a, b) || value_of(a) > value_of(b) ? NULL :
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
		add_suffix(a, SLICE(".cumulative"), arena);
		return;
	}
	if (is_since_the_beginning(b, a) || is_part_again(agreement, a, b))
		return;
	if ((is_contrary(a, b) && (a->licence < b->licence ||
	    (a->licence == b->licence && is_one_of_several(a, b)))) ||
	    is_less_than_part(measures, a, b)) {
		add_suffix(a, SLICE(".part"), arena);
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
		if (value_of(head) > of->most)
			of->most = value_of(head);
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
		if (!tally[i].limits || value_of(stated) <= tally[i].most)
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
			add_suffix(stated, SLICE(".part"), arena);
	}
}

/* Whether PART is one of the ends of HEAD, and not of some of it
 * (direct.maintain). */
static bool
is_end_of(const struct stated *head, const struct stated *part)
{
	struct slice name = slice_from(part->item->code, head->item->code.n);

	return part->all && part->suffix.n == 0 && !part->item->head &&
	    item_is_member(head->item, part->item->code) &&
	    memchr(name.p + 1, '.', name.n - 1) == NULL;
}

/* 4件维持，1件驳回: whether the end LATER of HEAD was said before it with another
 * figure. */
static bool
is_said_otherwise(const struct stated *head, const struct stated *later)
{
	for (const struct stated *part = head + 1; part < later; part++)
		if (part->item == later->item && is_end_of(head, part) &&
		    value_of(part) != value_of(later))
			return true;
	return false;
}

/* What ended in several ways, HEAD, and how, in its sentence, before END.
 * 行政复议9件，行政诉讼1件，维持3件: more ends than there are reviews are of others too. */
static void
settle_ends(struct stated *head, const struct stated *end, struct arena *arena)
{
	const struct slice suffix = SLICE(".part");
	double             sum = 0;

	for (struct stated *part = head + 1; part < end &&
	    part->sentence == head->sentence; part++)
		if (!is_end_of(head, part))
			continue;
		else if (is_said_otherwise(head, part))
			add_suffix(part, suffix, arena);
		else
			sum += value_of(part);
	for (struct stated *part = head + 1; sum > value_of(head) && part < end &&
	    part->sentence == head->sentence; part++)
		if (is_end_of(head, part))
			add_suffix(part, suffix, arena);
}

/* Makes a part of ZERO if a figure of its sentence, which begins at FIRST, counts
 * some of it: 收到2件，未收到法人的申请. */
static void
settle_zero(struct stated *zero, const struct stated *first,
    struct arena *arena)
{
	for (; first < zero; first++)
		if (first->all && first->item == zero->item &&
		    first->suffix.n == 0 && value_of(first) > 0) {
			add_suffix(zero, SLICE(".part"), arena);
			return;
		}
}

/* Settles what the figures of each sentence say of each other. */
static void
settle_sentences(struct agreement *agreement, struct arena *arena)
{
	struct stated *first = agreement->stated;
	struct stated *end = first + agreement->n;

	for (struct stated *stated = first; stated < end; stated++) {
		if (stated->sentence != first->sentence)
			first = stated;
		if (!stated->all || !stated->item->head)
			continue;
		if (stated->item->ends)
			settle_ends(stated, end, arena);
		if (stated->suffix.n == 0 && value_of(stated) == 0)
			settle_zero(stated, first, arena);
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

	for (size_t i = 0; i < n; i++) {
		if (stated[i].licence == LICENCE_NOT_ASKED || totals_of(tally,
		    measures, &stated[i])->totals > TOTALS_MAX)
			continue;
		for (size_t j = 0; j < n && stated[i].suffix.n == 0; j++)
			if (j != i && stated[j].licence != LICENCE_NOT_ASKED)
				compare(agreement, &stated[i], &stated[j],
				    measures, arena);
	}
	settle_sentences(agreement, arena);
	note_heads(tally, agreement, measures);
	settle_members(agreement, tally, measures, arena);
	for (size_t i = 0; i < n; i++) {
		const struct stated *head = stated[i].list == 0 ? NULL :
		    &stated[stated[i].list - 1];

		if (head != NULL && head->suffix.n > 0 &&
		    (!stated[i].item->stock || is_rate(&stated[i])) &&
		    !head->item->several)
			add_suffix(&stated[i], head->suffix, arena);
	}
}
