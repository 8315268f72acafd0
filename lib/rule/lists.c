#include "lists.h"

#include "base/memory.h"

/* Items whose facts are members of lists; the column names the member.  Those
 * of one family stand in one list: a category and its share. */
static const struct list_item list_items[] = {
	{ "prose.proactive.category", 0, false },
	{ "prose.proactive.category-share", 0, true },
	{ "prose.requests.part", 1, false },
	{ "prose.requests.channel", 2, false },
	{ "prose.requests.applicant", 3, false },
	{ "prose.requests.result", 4, false },
	{ "prose.inventory.part", 5, false },
};

/* Items that a list right behind them breaks down; the first one also where
 * other figures stand between. */
static const char *const head_items[] = {
	"prose.proactive.total", "prose.proactive.site",
	"prose.inventory.total", "prose.requests.received",
	"prose.requests.new", "prose.requests.answered",
};

enum { LIST_MAX = 256 };	/* members of a list */

/* Whether the list that ends with the last member takes RECORD in too: a
 * category is named once in a list, once more with its share. */
static bool
continues(const struct report *report, const struct record *record,
    const struct list_item *item)
{
	const struct list *list = &report->list[report->lists - 1];

	if (list->family != item->family)
		return false;
	if (list->to - list->from >= LIST_MAX)
		return false;
	for (size_t i = list->from; i < list->to; i++)
		if (report->listed[i].is_share == item->is_share &&
		    slice_eq(report->listed[i].record->field[FACT_COL],
		    record->field[FACT_COL]))
			return false;
	return true;
}

/* Whether NAME is the rest, so that a list with it leaves nothing out. */
static bool
is_rest(struct slice name)
{
	return slice_starts(name, SLICE("其他")) ||
	    slice_starts(name, SLICE("其它"));
}

static void
begin_list(struct report *report, int family, unsigned head)
{
	const struct quantity zero = { .lo = 0 };

	report->list = memory_room(report->list, &report->list_room,
	    report->lists, sizeof(*report->list));
	report->list[report->lists++] = (struct list){
	    .from = report->listeds, .to = report->listeds,
	    .family = family, .head = head,
	    .parts = zero, .shares = zero };
}

void
listed_add(struct report *report, const struct record *record,
    const struct list_item *item, bool interrupted, unsigned head)
{
	enum fact_state state = fact_state_of(record->field[FACT_STATE]);
	struct quantity value = fact_value(record, &state, false);
	struct list    *list;

	if (report->lists == 0 || interrupted ||
	    !continues(report, record, item))
		begin_list(report, item->family, head);
	report->listed = memory_room(report->listed, &report->listed_room,
	    report->listeds, sizeof(*report->listed));
	report->listed[report->listeds++] = (struct listed){ record, value,
	    item->is_share };
	list = &report->list[report->lists - 1];
	list->to = report->listeds;
	list->exhaustive |= is_rest(record->field[FACT_COL]);
	if (item->is_share) {
		list->shares = quantity_add(list->shares, value);
		list->percents++;
	} else {
		list->parts = quantity_add(list->parts, value);
		list->members++;
	}
}

const struct list_item *
listed_item(struct slice item)
{
	for (size_t i = 0; i < sizeof(list_items) / sizeof(list_items[0]); i++)
		if (slice_is(item, list_items[i].item))
			return &list_items[i];
	return NULL;
}

unsigned
listed_head(const struct report *report, const struct list_item *item,
    unsigned total)
{
	unsigned     last = (unsigned)report->cells - 1;
	struct slice name;

	if (report->cells == 0)
		return CELL_NONE;
	name = report->names->name[report->cell[last].number].item;
	for (size_t i = 0; i < sizeof(head_items) / sizeof(head_items[0]); i++)
		if (slice_is(name, head_items[i]))
			return last;
	return item->family == 0 ? total : CELL_NONE;
}

bool
listed_is_total(struct slice item)
{
	return slice_is(item, head_items[0]);
}
