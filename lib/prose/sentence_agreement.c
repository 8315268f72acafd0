#include "sentence_agreement.h"

#include <stdlib.h>
#include <string.h>

#include "base/left_out.h"

double
stated_value(const struct stated *stated)
{
	return strtod(stated->fact.value.p, NULL);
}

void
stated_suffix(struct stated *stated, struct slice suffix, struct arena *arena)
{
	stated->fact.item = arena_join(arena, stated->fact.item, suffix);
	stated->suffix = suffix;
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
		    stated_value(part) != stated_value(later))
			return true;
	return false;
}

/* Whether no figure from FIRST to before END but HEAD may be what parts are of. */
static bool
is_only_head(const struct stated *head, const struct stated *first,
    const struct stated *end)
{
	for (; first < end; first++)
		if (first != head && first->item->head)
			return false;
	return true;
}

/* HEAD ended in several ways, said behind it and before END.  行政复议9件，行政诉讼1件，
 * 维持3件: more ends than there are reviews are of others too. */
static void
settle_ends(struct stated *head, const struct stated *end, struct arena *arena)
{
	const struct slice suffix = SLICE(".part");
	double             sum = 0;

	for (struct stated *part = head + 1; part < end; part++)
		if (!is_end_of(head, part))
			continue;
		else if (is_said_otherwise(head, part))
			stated_suffix(part, suffix, arena);
		else
			sum += stated_value(part);
	for (struct stated *part = head + 1; sum > stated_value(head) && part < end;
	    part++)
		if (is_end_of(head, part))
			stated_suffix(part, suffix, arena);
}

/* Makes a part of ZERO if a figure from FIRST on counts some of it: 收到2件，未收到法人的
 * 申请. */
static void
settle_zero(struct stated *zero, const struct stated *first,
    struct arena *arena)
{
	for (; first < zero; first++)
		if (first->all && first->item == zero->item &&
		    first->suffix.n == 0 && stated_value(first) > 0) {
			stated_suffix(zero, SLICE(".part"), arena);
			return;
		}
}

/* 甲公众号发布260条，乙公众号发布64条: makes STATED, which is of one account where a figure of
 * its sentence, FIRST to before END, is of another, the part that its words name. */
static void
settle_account(struct stated *stated, const struct stated *first,
    const struct stated *end, struct arena *arena)
{
	for (; first < end; first++)
		if (first->item == stated->item && first->all &&
		    first->list == stated->list &&
		    stated_value(first) != stated_value(stated) &&
		    stated->words.n > 0) {
			stated_suffix(stated, SLICE(".part"), arena);
			stated->fact.col = stated->words;
			return;
		}
}

/* Whether what follows HEAD in its sentence, FIRST to before END, is of nothing else:
 * 行政复议9件，其中维持10件. */
static bool
is_broken_down(const struct agreement *agreement, const struct stated *head,
    const struct stated *first, const struct stated *end)
{
	const size_t list = (size_t)(head - agreement->stated) + 1;

	return head + 1 < end && (head[1].list == list || head + 2 == end) &&
	    is_only_head(head, first, end);
}

/* The figures of one sentence, from FIRST to before END. */
typedef void settle_fn(struct agreement *agreement, struct stated *first,
    struct stated *end, struct arena *arena);

static void
settle_sentence(struct agreement *agreement, struct stated *first,
    struct stated *end, struct arena *arena)
{
	for (struct stated *stated = first; stated < end; stated++) {
		if (stated->item->accounts && stated->all)
			settle_account(stated, first, end, arena);
		if (!stated->all || !stated->item->head)
			continue;
		if (stated->item->ends && !is_broken_down(agreement, stated,
		    first, end))
			settle_ends(stated, end, arena);
		if (stated->suffix.n == 0 && stated_value(stated) == 0)
			settle_zero(stated, first, arena);
	}
}

/* What came in by the same words as what was DONE, or is as much (收到9件，均已处理);
 * NULL: nothing. */
static struct stated *
find_all(const struct stated *done, struct stated *first,
    const struct stated *end)
{
	for (; first < end; first++)
		if (first->item != done->item && first->all &&
		    item_is_kin(first->item, done->item) &&
		    stated_value(first) == stated_value(done))
			return first;
	return NULL;
}

/* Whether LEFT, no part of what DONE counts, shows that not all of it was dealt with: no
 * other figure says what was, or one lacks that much. */
static bool
is_left_beside(const struct stated *left, const struct stated *done,
    const struct stated *first, const struct stated *end)
{
	bool only = true;

	for (; first < end; first++) {
		if (first->item != done->item || !first->all || first == done)
			continue;
		if (stated_value(first) + stated_value(left) == stated_value(done))
			return true;
		only = false;
	}
	return only;
}

/* Whether a figure from FIRST on, up to the next sentence, shows that what DONE counts,
 * which is as much as ALL of it, was not all dealt with. */
static bool
is_some_left(const struct agreement *agreement, const struct stated *done,
    const struct stated *all, const struct stated *first,
    const struct stated *end)
{
	const struct stated *stated = agreement->stated;
	const struct stated *behind = stated + agreement->n;
	const bool           together = slice_eq(all->fact.raw, done->fact.raw);

	for (const struct stated *left = first; left < behind &&
	    left->sentence <= done->sentence + 1; left++)
		if (left->item->left && left->all && stated_value(left) > 0 &&
		    ((left->list > 0 && (&stated[left->list - 1] == done ||
		    &stated[left->list - 1] == all)) ||
		    (together && is_left_beside(left, done, first, end))))
			return true;
	return false;
}

/* 共处理84件，其中结转下年5件, also in the next sentence: what is counted as DONE and as
 * what came in is the latter where something was left, and the parts are of that; else
 * what was done, if the same words count it and do not say 收到.  The other one is left
 * out. */
static void
settle_done(struct agreement *agreement, struct stated *done,
    struct stated *first, struct stated *end)
{
	const struct stated *behind = agreement->stated + agreement->n;
	struct stated       *all = find_all(done, first, end);
	struct stated       *out = all, *kept = done;

	if (all == NULL)
		return;
	if (is_some_left(agreement, done, all, first, end)) {
		out = done;
		kept = all;
	} else if (!all->presumed || !slice_eq(all->fact.raw, done->fact.raw)) {
		return;
	}
	for (; first < behind && first->sentence <= done->sentence + 1; first++)
		if (first->list == (size_t)(out - agreement->stated) + 1)
			first->list = (size_t)(kept - agreement->stated) + 1;
	out->again = true;
	out->licence = LICENCE_NOT_ASKED;
}

/* What words count that say both what came in and what was done. */
static void
settle_all_done(struct agreement *agreement, struct stated *first,
    struct stated *end, struct arena *arena)
{
	(void)arena;
	for (struct stated *stated = first; stated < end; stated++)
		if (stated->item->done && stated->all)
			settle_done(agreement, stated, first, end);
}

/* Settles the figures of each sentence; what has more than that is none. */
static void
each_sentence(struct agreement *agreement, settle_fn *settle,
    struct arena *arena)
{
	enum { FIGURES_MAX = 256 };
	struct stated *first = agreement->stated, *end;

	for (size_t i = 0; i < agreement->n; i += (size_t)(end - first)) {
		first = end = &agreement->stated[i];
		while (end < agreement->stated + agreement->n &&
		    end->sentence == first->sentence)
			end++;
		if (end - first <= FIGURES_MAX)
			settle(agreement, first, end, arena);
		else
			left_out("a sentence of more figures than are "
			    "compared");
	}
}

void
agreement_settle_done(struct agreement *agreement, struct arena *arena)
{
	each_sentence(agreement, settle_all_done, arena);
}

void
agreement_settle_sentences(struct agreement *agreement, struct arena *arena)
{
	each_sentence(agreement, settle_sentence, arena);
}
