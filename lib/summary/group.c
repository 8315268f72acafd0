#include "group.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"

/* Eight bytes at a time: keys are hashed for every fact. */
static unsigned long long
mix(unsigned long long h, struct slice field)
{
	uint64_t word;

	h ^= field.n;
	for (; field.n >= sizeof(word); field = slice_from(field, 8)) {
		memcpy(&word, field.p, sizeof(word));
		h = (h ^ word) * 0x9e3779b97f4a7c15ULL;
		h ^= h >> 32;
	}
	word = 0;
	if (field.n > 0)
		memcpy(&word, field.p, field.n);
	h = (h ^ word) * 0x9e3779b97f4a7c15ULL;
	return h ^ h >> 29;
}

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
rehash(struct groups *groups)
{
	groups->slots = groups->slots == 0 ? 1024 : 2 * groups->slots;
	free(groups->slot);
	groups->slot = memory_get(groups->slots * sizeof(*groups->slot));
	memset(groups->slot, 0, groups->slots * sizeof(*groups->slot));
	for (size_t i = 0; i < groups->n; i++) {
		size_t s = groups->group[i].hash % groups->slots;

		while (groups->slot[s] != 0)
			s = (s + 1) % groups->slots;
		groups->slot[s] = i + 1;
	}
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
new_group(struct groups *groups, const struct slice *field, int n,
    unsigned long long hash)
{
	struct group *group;

	groups->group = memory_room(groups->group, &groups->room, groups->n,
	    sizeof(*groups->group));
	group = &groups->group[groups->n++];
	*group = (struct group){ .key = groups->key_bytes, .groups = groups,
	    .hash = hash };
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
	size_t             s;

	for (int i = 0; i < n; i++)
		hash = mix(hash, field[i]);
	if (2 * groups->n >= groups->slots)
		rehash(groups);
	for (s = hash & (groups->slots - 1); groups->slot[s] != 0;
	    s = (s + 1) & (groups->slots - 1)) {
		struct group *group = &groups->group[groups->slot[s] - 1];

		if (group->hash == hash && has_key(groups, group, field, n))
			return group;
	}
	groups->slot[s] = groups->n + 1;
	return new_group(groups, field, n, hash);
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
	free(groups->slot);
	free(groups->keys);
	*groups = (struct groups){ .n = 0 };
}
