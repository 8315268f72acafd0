#include "lists.h"

#include <stdlib.h>

#include "base/memory.h"
#include "list_number.h"

struct list_definition *
lists_define(struct lists *lists, long id)
{
	struct list_definition *d;

	if (lists->definitions >= LISTS_MAX)
		return NULL;
	lists->definition = memory_room(lists->definition,
	    &lists->definitions_room, lists->definitions, sizeof(*d));
	d = &lists->definition[lists->definitions++];
	*d = (struct list_definition){ .id = id };
	for (int i = 0; i < LIST_LEVELS; i++)
		d->level[i] = (struct list_level){ .start = 1, .restart = -1 };
	return d;
}

struct list *
lists_add(struct lists *lists, long id, long definition)
{
	struct list *list;

	if (lists->lists >= LISTS_MAX)
		return NULL;
	lists->list = memory_room(lists->list, &lists->lists_room,
	    lists->lists, sizeof(*list));
	list = &lists->list[lists->lists++];
	*list = (struct list){ .id = id, .definition = definition };
	for (int i = 0; i < LIST_LEVELS; i++)
		list->start[i] = -1;
	return list;
}

/* Definitions and lists both begin with their id. */
static int
by_id(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return (x > y) - (x < y);
}

static struct list_definition *
find_definition(struct lists *lists, long id)
{
	return lists->definitions == 0 ? NULL : bsearch(&id,
	    lists->definition, lists->definitions,
	    sizeof(*lists->definition), by_id);
}

static struct list *
find_list(struct lists *lists, long id)
{
	return lists->lists == 0 ? NULL : bsearch(&id, lists->list,
	    lists->lists, sizeof(*lists->list), by_id);
}

/* A definition may say that it is that of a style: ECMA-376-1, 17.9.21. */
static long
resolve(struct lists *lists, long id)
{
	const struct list_definition *d = find_definition(lists, id);

	if (d == NULL || d->same_as.n == 0)
		return id;
	for (size_t i = 0; i < lists->definitions; i++)
		if (slice_eq(lists->definition[i].name, d->same_as))
			return lists->definition[i].id;
	return id;
}

void
lists_ready(struct lists *lists)
{
	if (lists->definitions > 0)
		qsort(lists->definition, lists->definitions,
		    sizeof(*lists->definition), by_id);
	if (lists->lists > 0)
		qsort(lists->list, lists->lists, sizeof(*lists->list), by_id);
	for (size_t i = 0; i < lists->lists; i++)
		lists->list[i].definition =
		    resolve(lists, lists->list[i].definition);
}

static const struct list_level *
level_of(const struct list *list, const struct list_definition *d, int level)
{
	return list->level[level] != NULL ? list->level[level]
	    : &d->level[level];
}

static unsigned long
start_of(const struct list *list, const struct list_definition *d, int level)
{
	return list->start[level] >= 0 ? (unsigned long)list->start[level]
	    : level_of(list, d, level)->start;
}

static void
count(struct list *list, struct list_definition *d, int level)
{
	/* a list with a start of its own begins anew with its first item */
	bool anew = list->start[level] >= 0 && !list->used[level];

	d->count[level] = d->begun[level] && !anew ? d->count[level] + 1
	    : start_of(list, d, level);
	d->begun[level] = true;
	list->used[level] = true;
	for (int below = level + 1; below < LIST_LEVELS; below++) {
		int restart = level_of(list, d, below)->restart;

		if (restart < 0 || level < restart)
			d->begun[below] = false;
	}
}

static void
add_number(const struct list *list, const struct list_definition *d, int of,
    bool decimal, struct paragraph *out)
{
	unsigned long n = d->begun[of] ? d->count[of] : start_of(list, d, of);

	list_number_add(out, decimal ? LIST_NUMBER_DECIMAL
	    : level_of(list, d, of)->format, n);
}

/* Whether the number ends like 一、 or （一）, which stand close to the text;
 * 1. and 第一条 do not. */
static bool
ends_wide(const struct paragraph *number)
{
	static const char *const wide[] = { "、", "）", "．", "。", "：" };
	struct slice             text = { number->p, number->n };

	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (slice_ends(text, slice_of(wide[i])))
			return true;
	return false;
}

void
lists_number(struct lists *lists, long id, int level, struct paragraph *out)
{
	struct list             *list = find_list(lists, id);
	struct list_definition  *d;
	const struct list_level *how;

	if (list == NULL || level < 0 || level >= LIST_LEVELS ||
	    (d = find_definition(lists, list->definition)) == NULL)
		return;
	how = level_of(list, d, level);
	count(list, d, level);
	if (how->format == LIST_NUMBER_BULLET)
		return;
	for (size_t i = 0; i < how->text.n; i++) {
		unsigned char c = (unsigned char)how->text.p[i];

		if (c >= 1 && c <= LIST_LEVELS)
			add_number(list, d, c - 1, how->decimal, out);
		else
			paragraph_add(out,
			    (struct slice){ how->text.p + i, 1 });
	}
	if (out->n > 0 && !how->tight && !ends_wide(out))
		paragraph_add(out, SLICE(" "));
}

int
lists_level_of(struct lists *lists, long id, struct slice style)
{
	struct list            *list = find_list(lists, id);
	struct list_definition *d = list == NULL ? NULL
	    : find_definition(lists, list->definition);

	for (int i = 0; d != NULL && style.n > 0 && i < LIST_LEVELS; i++)
		if (slice_eq(level_of(list, d, i)->style, style))
			return i;
	return -1;
}

void
lists_free(struct lists *lists)
{
	free(lists->definition);
	free(lists->list);
	*lists = (struct lists){ .definition = NULL };
}
