#include "relation.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/digits.h"
#include "base/memory.h"

enum { YEAR_MAX = 9999 };

/* The fields of GROUP's key but for the last. */
static struct slice
outer_key(const struct group *group)
{
	struct slice key = group_key(group);

	while (key.n > 0 && key.p[key.n - 1] != '\t')
		key.n--;
	return key;
}

/* Those with a sum first, the largest first. */
static int
by_sum(const void *left, const void *right)
{
	const struct group *l = *(struct group *const *)left;
	const struct group *r = *(struct group *const *)right;
	bool                has = group_count(l) > 0, other = group_count(r) > 0;

	if (has != other)
		return has ? -1 : 1;
	return (l->sum < r->sum) - (l->sum > r->sum);
}

/* Gives the N groups at GROUP, one outer group, their ranks: those with one sum
 * have one, the next one is as many further. */
static void
rank_groups(struct group *group[], size_t n)
{
	qsort(group, n, sizeof(*group), by_sum);
	for (size_t i = 0; i < n; i++)
		group[i]->more->comparison.rank = i > 0 &&
		    by_sum(&group[i - 1], &group[i]) == 0 ?
		    group[i - 1]->more->comparison.rank : i + 1;
}

void
relations_find(struct groups *groups)
{
	struct group **group = memory_resize(NULL, groups->places + 1,
	    sizeof(*group));
	wide           all = 0;
	size_t         behind;

	for (size_t i = 0; i < groups->places; i++) {
		group[i] = groups->place[i].group;
		all += group[i]->sum;
	}
	for (size_t i = 0; i < groups->places; i = behind) {
		struct slice outer = outer_key(group[i]);
		wide         sum = 0;

		for (behind = i; behind < groups->places &&
		    slice_eq(outer_key(group[behind]), outer); behind++)
			sum += group[behind]->sum;
		for (size_t k = i; k < behind; k++)
			group[k]->more->comparison = (struct comparison){
			    .outer = sum, .all = all };
		rank_groups(&group[i], behind - i);
	}
	free(group);
}

/* Cuts GROUP's key in three: what stands before the year, the year, the rest. */
static void
cut_at_year(const struct groups *groups, const struct group *group,
    struct slice part[3])
{
	const char *p = group->key, *end = p + group->key_bytes, *tab;

	for (int i = 0; i < groups->year; i++)
		p = (const char *)memchr(p, '\t', (size_t)(end - p)) + 1;
	tab = memchr(p, '\t', (size_t)(end - p));
	if (tab == NULL)
		tab = end;
	part[0] = (struct slice){ group->key, (size_t)(p - group->key) };
	part[1] = (struct slice){ p, (size_t)(tab - p) };
	part[2] = (struct slice){ tab, (size_t)(end - tab) };
}

bool
relation_year(const struct groups *groups, const struct group *group,
    unsigned long long *year)
{
	struct slice part[3];

	cut_at_year(groups, group, part);
	return digits_read(part[1], YEAR_MAX, year);
}

const struct group *
relation_in_year(const struct groups *groups, const struct group *group,
    unsigned long long year)
{
	char                text[DIGITS_BYTES], *end = text + sizeof(text);
	char               *digits = digits_before(end, year);
	struct slice        part[3];
	struct buffer       key = { .n = 0 };
	const struct group *found;

	cut_at_year(groups, group, part);
	buffer_add(&key, part[0]);
	buffer_add(&key, (struct slice){ digits, (size_t)(end - digits) });
	buffer_add(&key, part[2]);
	found = groups_settled(groups, (struct slice){ key.p, key.n },
	    group->office);
	buffer_free(&key);
	return found;
}
