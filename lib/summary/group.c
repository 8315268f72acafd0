#include "group.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"

/* Whether GROUP's key is these fields joined by tabs. */
static bool
has_key(const struct groups *groups, const struct group *group,
    const struct slice *field, int n, size_t office)
{
	const char *p = group->key_bytes > 0 ? groups->keys + group->key : "";
	const char *end = p + group->key_bytes;

	if (group->office != office)
		return false;
	for (int i = 0; i < n; i++) {
		if ((size_t)(end - p) < field[i].n + (i > 0) ||
		    (i > 0 && *p++ != '\t') ||
		    memcmp(p, field[i].p, field[i].n) != 0)
			return false;
		p += field[i].n;
	}
	return p == end;
}

static void
append_key(struct groups *groups, const char *p, size_t n)
{
	groups->keys = memory_room(groups->keys, &groups->key_room,
	    groups->key_bytes + n, 1);
	memcpy(groups->keys + groups->key_bytes, p, n);
	groups->key_bytes += n;
}

static struct group *
new_group(struct groups *groups, const struct slice *field, int n)
{
	struct group *group;

	groups->group = memory_room(groups->group, &groups->room, groups->n,
	    sizeof(*groups->group));
	group = &groups->group[groups->n++];
	*group = (struct group){ .key = groups->key_bytes, .groups = groups };
	for (int i = 0; i < n; i++) {
		if (i > 0)
			append_key(groups, "\t", 1);
		append_key(groups, field[i].p, field[i].n);
	}
	group->key_bytes = groups->key_bytes - group->key;
	return group;
}

struct group *
groups_find(struct groups *groups, const struct slice *field, int n,
    size_t office)
{
	unsigned long long hash = office;
	size_t             probe = 0, i;
	struct group      *group;

	for (int f = 0; f < n; f++)
		hash = hash_on(hash, field[f]);
	while ((i = map_next(&groups->map, hash, &probe)) != MAP_NONE)
		if (has_key(groups, &groups->group[i], field, n, office))
			return &groups->group[i];
	map_add(&groups->map, hash, groups->n);
	group = new_group(groups, field, n);
	group->office = office;
	return group;
}

size_t
groups_follow(struct groups *groups, const struct slice *field, int n,
    size_t office, size_t before)
{
	size_t guess = before < groups->n ? groups->group[before].next : 0;

	if (guess >= groups->n || !has_key(groups, &groups->group[guess],
	    field, n, office))
		guess = (size_t)(groups_find(groups, field, n, office) -
		    groups->group);
	if (before < groups->n)
		groups->group[before].next = guess;
	return guess;
}

struct slice
group_key(const struct group *group)
{
	return (struct slice){ group->groups->keys + group->key,
	    group->key_bytes };
}

long long
group_count(const struct group *group)
{
	return group->records[STATE_NUMBER] + group->records[STATE_APPROX];
}

static void
add_value(struct group *group, long long value, bool values)
{
	if (group_count(group) == 0)
		group->least = group->greatest = value;
	else if (value < group->least)
		group->least = value;
	else if (value > group->greatest)
		group->greatest = value;
	group->whole += value / AMOUNT_ONE;
	group->millionths += value % AMOUNT_ONE;
	group->whole += group->millionths / AMOUNT_ONE;
	group->millionths %= AMOUNT_ONE;
	if (!values)
		return;
	group->value = memory_room(group->value, &group->value_room,
	    group->values, sizeof(*group->value));
	group->value[group->values++] = value;
}

void
group_add(struct group *group, enum fact_state state, long long value,
    bool values)
{
	if (state == STATE_NUMBER || state == STATE_APPROX)
		add_value(group, value, values);
	group->records[state]++;
}

/* Field by field, as sort(1) with one -k a field would: a tab sorts before
 * every other byte of a field. */
static int
by_key(const void *left, const void *right)
{
	const struct group *l = left, *r = right;
	int                 order = slice_cmp(group_key(l), group_key(r));

	return order != 0 ? order : (l->office > r->office) -
	    (l->office < r->office);
}

/* Adds what OTHER has to GROUP, and empties it. */
static void
merge(struct group *group, struct group *other)
{
	bool is_first = group_count(group) == 0;

	if (group_count(other) > 0) {
		if (is_first || other->least < group->least)
			group->least = other->least;
		if (is_first || other->greatest > group->greatest)
			group->greatest = other->greatest;
	}
	for (int i = 0; i < STATES; i++)
		group->records[i] += other->records[i];
	group->whole += other->whole;
	group->millionths += other->millionths;
	group->whole += group->millionths / AMOUNT_ONE;
	group->millionths %= AMOUNT_ONE;
	for (size_t i = 0; i < other->values; i++)
		*MEMORY_APPEND(group->value, group->values,
		    group->value_room) = other->value[i];
	free(other->value);
	other->value = NULL;
}

void
groups_each(struct groups *groups, const size_t rank[],
    void fn(void *, struct group *), void *context)
{
	size_t behind;

	for (size_t i = 0; i < groups->n; i++)
		groups->group[i].office = rank[groups->group[i].office];
	if (groups->n > 1)
		qsort(groups->group, groups->n, sizeof(*groups->group),
		    by_key);
	for (size_t i = 0; i < groups->n; i += behind) {
		struct group *group = &groups->group[i];

		for (behind = 1; i + behind < groups->n &&
		    by_key(group, &group[behind]) == 0; behind++)
			merge(group, &group[behind]);
		fn(context, group);
	}
}

void
groups_free(struct groups *groups)
{
	for (size_t i = 0; i < groups->n; i++)
		free(groups->group[i].value);
	free(groups->group);
	map_free(&groups->map);
	free(groups->keys);
	*groups = (struct groups){ .n = 0 };
}
