#include "group.h"

#include <stdlib.h>

#include "base/memory.h"

/* Whether GROUP's key is these fields joined by tabs. */
static bool
has_key(const struct group *group, const struct slice *field, int n,
    size_t office)
{
	const char *p = group->key, *end = p + group->key_bytes;

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

static char *
append(char *p, struct slice text)
{
	if (text.n > 0)
		memcpy(p, text.p, text.n);
	return p + text.n;
}

/* The N fields joined by tabs: *BYTES of them. */
static const char *
join(struct groups *groups, const struct slice *field, int n,
    unsigned *bytes)
{
	size_t room = (size_t)n;
	char  *key, *p;

	for (int i = 0; i < n; i++)
		room += field[i].n;
	p = key = arena_alloc(&groups->keys, room);
	for (int i = 0; i < n; i++) {
		if (i > 0)
			*p++ = '\t';
		p = append(p, field[i]);
	}
	*bytes = (unsigned)(p - key);
	return key;
}

static struct group *
new_group(struct groups *groups, const struct slice *field, int n)
{
	struct group *group;
	size_t        more = sizeof(*group->more) +
	    (size_t)groups->rates * sizeof(group->more->rate[0]);

	groups->group = memory_room(groups->group, &groups->room, groups->n,
	    sizeof(*groups->group));
	group = &groups->group[groups->n++];
	*group = (struct group){ .next = 0 };
	group->key = join(groups, field, n, &group->key_bytes);
	if ((groups->needs & ~(unsigned)NEEDS_YEAR) != 0) {
		group->more = arena_alloc(&groups->mores, more);
		memset(group->more, 0, more);
	}
	return group;
}

size_t
groups_find(struct groups *groups, const struct slice *field, int n,
    size_t office)
{
	unsigned long long hash = office;
	size_t             probe = 0, i;

	for (int f = 0; f < n; f++)
		hash = hash_on(hash, field[f]);
	while ((i = map_next(&groups->map, hash, &probe)) != MAP_NONE)
		if (has_key(&groups->group[i], field, n, office))
			return i;
	map_add(&groups->map, hash, groups->n);
	new_group(groups, field, n)->office = (unsigned)office;
	return groups->n - 1;
}

size_t
groups_follow(struct groups *groups, const struct slice *field, int n,
    size_t office, size_t before)
{
	size_t guess = before < groups->n ? groups->group[before].next : 0;

	if (guess >= groups->n || !has_key(&groups->group[guess], field, n,
	    office))
		guess = groups_find(groups, field, n, office);
	if (before < groups->n)
		groups->group[before].next = guess;
	return guess;
}

struct slice
group_key(const struct group *group)
{
	return (struct slice){ group->key, group->key_bytes };
}

long long
group_count(const struct group *group)
{
	return group->records[STATE_NUMBER] + group->records[STATE_APPROX];
}

static void
add_more(unsigned needs, struct group_more *more, long long value)
{
	if ((needs & NEEDS_SQUARES) != 0)
		squares_add(&more->squares, value);
	if ((needs & NEEDS_VALUES) != 0)
		values_add(&more->values, value, 1);
	more->zeros += value == 0;
}

static void
add_value(const struct groups *groups, struct group *group, long long value)
{
	if (group_count(group) == 0)
		group->least = group->greatest = value;
	else if (value < group->least)
		group->least = value;
	else if (value > group->greatest)
		group->greatest = value;
	group->sum += value;
	if (group->more != NULL)
		add_more(groups->needs, group->more, value);
}

void
group_add(const struct groups *groups, struct group *group,
    enum fact_state state, long long value)
{
	if (state_has_value(state))
		add_value(groups, group, value);
	group->records[state]++;
}

void
rate_merge(struct rate *rate, const struct rate *other)
{
	rate->above += other->above;
	rate->below += other->below;
	rate->aboves += other->aboves;
	rate->belows += other->belows;
}

static void
merge_more(const struct groups *groups, struct group_more *more,
    struct group_more *other)
{
	squares_merge(&more->squares, &other->squares);
	for (size_t i = 0; i < other->values.n; i++)
		values_add(&more->values, other->values.counted[i].value,
		    other->values.counted[i].times);
	values_free(&other->values);
	more->zeros += other->zeros;
	for (int i = 0; i < groups->rates; i++)
		rate_merge(&more->rate[i], &other->rate[i]);
}

void
group_merge(const struct groups *groups, struct group *group,
    struct group *other)
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
	group->sum += other->sum;
	if (group->more != NULL && other->more != NULL)
		merge_more(groups, group->more, other->more);
}

/* How many bytes all keys begin with. */
static size_t
count_shared(const struct groups *groups)
{
	struct slice first = group_key(&groups->group[0]);
	size_t       shared = first.n;

	for (size_t i = 1; i < groups->n && shared > 0; i++) {
		struct slice key = group_key(&groups->group[i]);

		shared = key.n < shared ? key.n : shared;
		while (shared > 0 && memcmp(key.p, first.p, shared) != 0)
			shared--;
	}
	return shared;
}

/* The first eight bytes of KEY as a number that orders as they do. */
static unsigned long long
head_of(struct slice key)
{
	unsigned long long head = 0;

	for (size_t i = 0; i < sizeof(head); i++)
		head = head << 8 | (i < key.n ? (unsigned char)key.p[i] : 0);
	return head;
}

/* Field by field, as sort(1) with one -k a field would: a tab sorts before
 * every other byte of a field. */
static int
by_key(const void *left, const void *right)
{
	const struct group_place *l = left, *r = right;
	int                       order;

	if (l->head != r->head)
		return l->head < r->head ? -1 : 1;
	order = slice_cmp(group_key(l->group), group_key(r->group));
	return order != 0 ? order : (l->group->office > r->group->office) -
	    (l->group->office < r->group->office);
}

void
groups_settle(struct groups *groups, const size_t rank[])
{
	struct group_place *place = memory_resize(NULL, groups->n + 1,
	    sizeof(*place));
	size_t              kept = 0;

	map_free(&groups->map);
	groups->shared = groups->n > 0 ? count_shared(groups) : 0;
	for (size_t i = 0; i < groups->n; i++) {
		struct group *group = &groups->group[i];

		group->office = (unsigned)rank[group->office];
		place[i] = (struct group_place){ head_of(slice_from(
		    group_key(group), groups->shared)), group };
	}
	if (groups->n > 1)
		qsort(place, groups->n, sizeof(*place), by_key);
	for (size_t i = 0; i < groups->n; i++)
		if (kept > 0 && by_key(&place[kept - 1], &place[i]) == 0)
			group_merge(groups, place[kept - 1].group,
			    place[i].group);
		else
			place[kept++] = place[i];
	groups->place = place;
	groups->places = kept;
}

const struct group *
groups_settled(const struct groups *groups, struct slice key, unsigned office)
{
	struct group              group = { .key = key.p,
	    .key_bytes = (unsigned)key.n, .office = office };
	struct group_place        wanted = { 0, &group };
	const struct group_place *found;

	if (groups->places == 0 || key.n < groups->shared ||
	    memcmp(key.p, groups->place[0].group->key, groups->shared) != 0)
		return NULL;
	wanted.head = head_of(slice_from(key, groups->shared));
	found = bsearch(&wanted, groups->place, groups->places,
	    sizeof(wanted), by_key);
	return found == NULL ? NULL : found->group;
}

void
groups_free(struct groups *groups)
{
	for (size_t i = 0; i < groups->n; i++)
		if (groups->group[i].more != NULL)
			values_free(&groups->group[i].more->values);
	free(groups->group);
	free(groups->place);
	map_free(&groups->map);
	arena_free(&groups->keys);
	arena_free(&groups->mores);
	*groups = (struct groups){ .n = 0 };
}
