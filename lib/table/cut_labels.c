/* Labels cut in two by a page break, by the end of a line or by a scraper:
 * the halves stand in neighbouring entries, the figures beside one of them. */
#include "rows.h"

#include "text/fold.h"

enum { PIECES_MAX = 3 };

static bool
is_item(const struct name *name)
{
	for (size_t i = 0; name != NULL && i < name->terms; i++)
		if (name->term[i].kind == TERM_ITEM)
			return true;
	return false;
}

/* Whether entries FIRST to LAST may be pieces of one label: all have labels,
 * one at least is unknown, and figures stand beside one at most. */
static bool
may_join(const struct entries *entries, size_t first, size_t last)
{
	bool   unknown = false;
	size_t figured = 0;

	for (size_t i = first; i <= last; i++) {
		const struct entry *entry = &entries->entry[i];

		if (entry->label == NO_CELL || entry->merged ||
		    entry->cluster != entries->entry[first].cluster)
			return false;
		unknown |= entry->name == NULL;
		figured += entry->values > 0;
	}
	return unknown && figured <= 1;
}

static struct slice
joined_text(const struct entries *entries, size_t first, size_t last,
    struct arena *arena)
{
	size_t n = 0;
	char  *p;

	for (size_t i = first; i <= last; i++)
		n += entries->entry[i].text.n;
	p = arena_alloc(arena, n);
	n = 0;
	for (size_t i = first; i <= last; i++) {
		struct slice text = entries->entry[i].text;

		memcpy(p + n, text.p, text.n);
		n += text.n;
	}
	return (struct slice){ p, n };
}

/* Whether TEXT is the label of an item that NAME stands for to the letter, its
 * enumerator too. */
static bool
is_whole_label(const struct name *name, struct slice text,
    const struct forms *forms, struct arena *arena)
{
	struct slice folded = fold_text(arena, text);

	for (size_t i = 0; i < name->terms; i++)
		if (name->term[i].kind == TERM_ITEM && slice_eq(folded,
		    fold_text(arena, forms->item[name->term[i].index].label)))
			return true;
	return false;
}

/* Whether a piece by itself is NAME already: then what was joined to it is a
 * part of the same label only if it makes that whole. */
static bool
names_itself(const struct entries *entries, size_t first, size_t last,
    const struct name *name)
{
	for (size_t i = first; i <= last; i++)
		if (entries->entry[i].name == name)
			return true;
	return false;
}

/* Makes entries FIRST to LAST one, in the place of the one with figures. */
static bool
try_join(struct entries *entries, size_t first, size_t last,
    const struct forms *forms, struct vocabulary *vocabulary,
    struct arena *arena)
{
	struct slice       text;
	const struct name *name;
	size_t             keeper = first;

	if (!may_join(entries, first, last))
		return false;
	text = joined_text(entries, first, last, arena);
	name = vocabulary_find(vocabulary, text);
	if (!is_item(name) || (names_itself(entries, first, last, name) &&
	    !is_whole_label(name, text, forms, arena)))
		return false;
	for (size_t i = first; i <= last; i++)
		if (entries->entry[i].values > 0)
			keeper = i;
	for (size_t i = first; i <= last; i++)
		entries->entry[i].merged = i != keeper;
	entries->entry[keeper].name = name;
	entries->entry[keeper].text = text;
	return true;
}

void
entries_join(struct entries *entries, const struct forms *forms,
    struct vocabulary *vocabulary, struct arena *arena)
{
	for (size_t i = 0; i + 1 < entries->count; i++)
		for (size_t last = i + 1; last < entries->count &&
		    last < i + PIECES_MAX; last++)
			if (try_join(entries, i, last, forms, vocabulary,
			    arena))
				break;
}
