#include "lists.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "list_number.h"

struct list_definition *
lists_define(struct lists *lists, long id)
{
	struct list_definition *d;

	if (lists->definitions >= LISTS_MAX) {
		left_out(LISTS_TOO_MANY);
		return NULL;
	}
	d = MEMORY_APPEND(lists->definition, lists->definitions,
	    lists->definitions_room);
	*d = (struct list_definition){ .id = id };
	for (int i = 0; i < LIST_LEVELS; i++)
		d->level[i] = (struct list_level){ .start = 1, .restart = -1 };
	return d;
}

struct numbered_list *
lists_add(struct lists *lists, long id, long definition)
{
	struct numbered_list *list;

	if (lists->lists >= LISTS_MAX) {
		left_out(LISTS_TOO_MANY);
		return NULL;
	}
	list = MEMORY_APPEND(lists->list, lists->lists, lists->lists_room);
	*list = (struct numbered_list){ .id = id, .definition = definition };
	for (int i = 0; i < LIST_LEVELS; i++)
		list->start[i] = -1;
	return list;
}

/* Definitions and lists both begin with their id. */
static int
compare_ids(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return (x > y) - (x < y);
}

static struct list_definition *
find_definition(struct lists *lists, long id)
{
	return lists->definitions == 0 ? NULL : bsearch(&id,
	    lists->definition, lists->definitions,
	    sizeof(*lists->definition), compare_ids);
}

static struct numbered_list *
find_list(struct lists *lists, long id)
{
	return lists->lists == 0 ? NULL : bsearch(&id, lists->list,
	    lists->lists, sizeof(*lists->list), compare_ids);
}

/* A definition may say that it is that of a style: ECMA-376-1, 17.9.21. */
static long
resolve_style_link(struct lists *lists, long id)
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
		    sizeof(*lists->definition), compare_ids);
	if (lists->lists > 0)
		qsort(lists->list, lists->lists, sizeof(*lists->list),
		    compare_ids);
	for (size_t i = 0; i < lists->lists; i++)
		lists->list[i].definition =
		    resolve_style_link(lists, lists->list[i].definition);
}

static const struct list_level *
level_in(const struct numbered_list *list, const struct list_definition *d,
    int level)
{
	return list->level[level] != NULL ? list->level[level]
	    : &d->level[level];
}

static unsigned long
start_of(const struct numbered_list *list, const struct list_definition *d,
    int level)
{
	return list->start[level] >= 0 ? (unsigned long)list->start[level]
	    : level_in(list, d, level)->start;
}

static void
count_item(struct numbered_list *list, struct list_definition *d, int level)
{
	/* a list with a start of its own begins anew with its first item */
	bool anew = list->start[level] >= 0 && !list->used[level];

	d->count[level] = d->begun[level] && !anew ? d->count[level] + 1
	    : start_of(list, d, level);
	d->begun[level] = true;
	list->used[level] = true;
	for (int below = level + 1; below < LIST_LEVELS; below++) {
		int restart = level_in(list, d, below)->restart;

		if (restart < 0 || level < restart)
			d->begun[below] = false;
	}
}

static void
add_level_number(const struct numbered_list *list,
    const struct list_definition *d, int of, bool decimal, struct buffer *out)
{
	unsigned long n = d->begun[of] ? d->count[of] : start_of(list, d, of);

	list_number_add(out, decimal ? LIST_NUMBER_DECIMAL
	    : level_in(list, d, of)->format, n);
}

/* Whether the number ends like 一、 or （一）, which stand close to the text;
 * 1. and 第一条 do not. */
static bool
ends_wide(const struct buffer *number)
{
	static const char *const wide[] = { "、", "）", "．", "。", "：" };

	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (slice_ends(buffer_slice(number), slice_of(wide[i])))
			return true;
	return false;
}

void
lists_number(struct lists *lists, long id, int level, struct buffer *out)
{
	struct numbered_list    *list = find_list(lists, id);
	struct list_definition  *d;
	const struct list_level *how;

	if (list == NULL || level < 0 || level >= LIST_LEVELS ||
	    (d = find_definition(lists, list->definition)) == NULL)
		return;
	how = level_in(list, d, level);
	count_item(list, d, level);
	if (how->format == LIST_NUMBER_BULLET)
		return;
	for (size_t i = 0; i < how->text.n; i++) {
		unsigned char c = (unsigned char)how->text.p[i];

		if (c >= 1 && c <= LIST_LEVELS)
			add_level_number(list, d, c - 1, how->decimal, out);
		else
			paragraph_add(out,
			    (struct slice){ how->text.p + i, 1 });
	}
	if (out->n > 0 && !how->tight && !ends_wide(out))
		paragraph_add(out, SLICE(" "));
}

static struct list_definition *
definition_of(struct lists *lists, long id)
{
	struct numbered_list *list = find_list(lists, id);

	return list == NULL ? NULL : find_definition(lists, list->definition);
}

void
lists_restart(struct lists *lists, long id)
{
	struct list_definition *d = definition_of(lists, id);

	for (int i = 0; d != NULL && i < LIST_LEVELS; i++)
		d->begun[i] = false;
}

void
lists_go_on_at(struct lists *lists, long id, int level, unsigned long n)
{
	struct list_definition *d = definition_of(lists, id);

	if (d == NULL || level < 0 || level >= LIST_LEVELS)
		return;
	d->count[level] = n - 1;	/* counted before it is written */
	d->begun[level] = true;
}

int
lists_level_of(struct lists *lists, long id, struct slice style)
{
	struct numbered_list   *list = find_list(lists, id);
	struct list_definition *d = list == NULL ? NULL
	    : find_definition(lists, list->definition);

	for (int i = 0; d != NULL && style.n > 0 && i < LIST_LEVELS; i++)
		if (slice_eq(level_in(list, d, i)->style, style))
			return i;
	return -1;
}

void
lists_free(struct lists *lists)
{
	free(lists->definition);
	free(lists->list);
	buffer_free(&lists->numbered);
	*lists = (struct lists){ .definition = NULL };
}
