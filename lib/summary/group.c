#include "group.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"

/* Whether GROUP's key is these fields joined by tabs. */
static bool
has_key(const struct groups *groups, const struct group *group,
    const struct slice *field, int n)
{
	const char *p = groups->keys + group->key;
	const char *end = p + group->key_bytes;

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
groups_find(struct groups *groups, const struct slice *field, int n)
{
	unsigned long long hash = 0;
	size_t             probe = 0, i;

	for (int f = 0; f < n; f++)
		hash = slice_hash_on(hash, field[f]);
	while ((i = map_next(&groups->map, hash, &probe)) != MAP_NONE)
		if (has_key(groups, &groups->group[i], field, n))
			return &groups->group[i];
	map_add(&groups->map, hash, groups->n);
	return new_group(groups, field, n);
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

bool
group_add(struct group *group, struct slice state_name, struct slice text,
    bool values)
{
	enum fact_state state = fact_state_of(state_name);
	long long       value;

	if (state == STATE_UNKNOWN)
		return false;
	if (state == STATE_NUMBER || state == STATE_APPROX) {
		if (!amount_parse(text, &value))
			return false;
		add_value(group, value, values);
	}
	group->records[state]++;
	return true;
}

/* Field by field, as sort(1) with one -k a field would: a tab sorts before
 * every other byte of a field. */
static int
by_key(const void *left, const void *right)
{
	return slice_cmp(group_key(left), group_key(right));
}

void
groups_each(struct groups *groups, void fn(void *, struct group *),
    void *context)
{
	if (groups->n > 0)
		qsort(groups->group, groups->n, sizeof(*groups->group),
		    by_key);
	for (size_t i = 0; i < groups->n; i++)
		fn(context, &groups->group[i]);
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
