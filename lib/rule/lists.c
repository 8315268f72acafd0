#include "lists.h"

#include <stdlib.h>

#include "base/memory.h"
#include "rule_words.h"

static const struct list_item list_items[] = {
	{ .item = "prose.proactive.category", .family = 0 },
	{ .item = "prose.proactive.category-share", .family = 0,
	    .is_share = true },
	{ .item = "prose.proactive.category.lost.part", .family = 0,
	    .is_lost = true },
	{ .item = "prose.requests.part", .family = 1 },
	{ .item = "prose.requests.channel", .family = 2, .is_cell = true },
	{ .item = "prose.requests.applicant", .family = 3, .is_cell = true },
	{ .item = "prose.requests.result", .family = FAMILY_RESULTS,
	    .is_cell = true },
	{ .item = "prose.requests.part.share", .family = 1, .is_share = true },
	{ .item = "prose.requests.channel.share", .family = 2,
	    .is_share = true },
	{ .item = "prose.requests.applicant.share", .family = 3,
	    .is_share = true },
	{ .item = "prose.requests.result.share", .family = FAMILY_RESULTS,
	    .is_share = true },
};

/* Items that a list right behind them breaks down, of information or of
 * requests; the first one also where other figures stand between. */
static const struct {
	const char *item;
	bool        of_requests;
} head_items[] = {
	{ "prose.proactive.total", false }, { "prose.proactive.site", false },
	{ "prose.inventory.total", false }, { "prose.requests.received", true },
	{ "prose.requests.new", true }, { "prose.requests.answered", true },
	{ "prose.proactive.wechat", false }, { "prose.proactive.weibo", false },
	{ "prose.proactive.douyin", false }, { "prose.proactive.video", false },
	{ "prose.proactive.toutiao", false },
	{ "prose.proactive.gazette", false }, { "prose.proactive.board", false },
	{ "prose.proactive.outlet", false },
};

enum { LIST_MAX = 256 };	/* members of a list */

/* Whether the last list takes MEMBER of ITEM in too: a category is named once
 * in a list, once more with its share. */
static bool
continues(struct prose_lists *lists, const struct list_member *member,
    const struct list_item *item)
{
	const struct prose_list *list = &lists->list[lists->n - 1];

	if (list->family != item->family)
		return false;
	if (list->to - list->from >= LIST_MAX) {
		lists->is_cut = true;
		return false;
	}
	for (size_t i = list->from; i < list->to; i++)
		if (lists->member[i].is_share == member->is_share &&
		    slice_eq(lists->member[i].record->field[FACT_COL],
		    member->record->field[FACT_COL]))
			return false;
	return true;
}

static void
begin_list(struct prose_lists *lists, const struct list_member *member,
    int family, struct list_heads heads)
{
	const struct interval zero = { .lo = 0 };

	lists->list = memory_room(lists->list, &lists->room, lists->n,
	    sizeof(*lists->list));
	lists->list[lists->n++] = (struct prose_list){
	    .from = lists->members, .to = lists->members,
	    .family = family, .head = heads.head, .whole = heads.whole,
	    .linked = has_link_word(member->record->field[FACT_RAW]),
	    .parts = zero, .shares = zero };
}

void
prose_list_add(struct prose_lists *lists, struct list_member member,
    const struct list_item *item, bool interrupted, struct list_heads heads)
{
	struct prose_list *list;

	member.is_share = item->is_share;
	member.is_lost = item->is_lost;
	if (lists->n == 0 || interrupted || !continues(lists, &member, item))
		begin_list(lists, &member, item->family, heads);
	lists->member = memory_room(lists->member, &lists->member_room,
	    lists->members, sizeof(*lists->member));
	lists->member[lists->members++] = member;
	list = &lists->list[lists->n - 1];
	list->to = lists->members;
	/* The rest stands last: 其他文件3条 within a list is one of its kinds. */
	list->exhaustive = is_rest(member.record->field[FACT_COL]) ||
	    (item->is_share && list->exhaustive);
	if (item->is_lost) {
		list->lost = true;
	} else if (item->is_share) {
		list->shares = interval_add(list->shares, member.value);
		list->percents++;
	} else {
		list->parts = interval_add(list->parts, member.value);
		list->members++;
	}
}

const struct list_item *
list_item_of(struct slice item)
{
	for (size_t i = 0; i < sizeof(list_items) / sizeof(list_items[0]); i++)
		if (slice_is(item, list_items[i].item))
			return &list_items[i];
	return NULL;
}

bool
list_item_overlaps(struct slice item)
{
	return slice_is(item, "prose.interpret.kind");
}

bool
list_item_has_head(const struct list_item *item, struct slice head)
{
	for (size_t i = 0; i < sizeof(head_items) / sizeof(head_items[0]); i++)
		if (slice_is(head, head_items[i].item))
			return head_items[i].of_requests ==
			    !list_item_is_category(item);
	return false;
}

bool
list_item_is_total(struct slice item)
{
	return slice_is(item, head_items[0].item);
}

bool
list_item_is_category(const struct list_item *item)
{
	return item->family == 0;
}

void
prose_lists_free(struct prose_lists *lists)
{
	free(lists->member);
	free(lists->list);
	*lists = (struct prose_lists){ .n = 0 };
}
