#include "office.h"

#include <stdlib.h>

#include "base/memory.h"

/* An office on its way to its rank. */
struct candidate {
	const struct office *office;
	size_t               number;
	size_t               end;	/* behind those whose regions end with
					 * its own */
	size_t               host;	/* the one such that may be meant */
};

size_t
offices_note(struct offices *offices, struct slice name, struct slice region)
{
	unsigned long long hash = hash_on(hash_of(name), region);
	size_t             probe = 0, i;

	while ((i = map_next(&offices->map, hash, &probe)) != MAP_NONE)
		if (slice_eq(offices->office[i].name, name) &&
		    slice_eq(offices->office[i].region, region))
			return i;
	map_add(&offices->map, hash, offices->n);
	offices->office = memory_room(offices->office, &offices->room,
	    offices->n, sizeof(*offices->office));
	offices->office[offices->n] = (struct office){
	    arena_copy(&offices->text, name),
	    arena_copy(&offices->text, region) };
	return offices->n++;
}

/* By name, then from the longest region to the shortest. */
static int
by_name_and_length(const void *left, const void *right)
{
	const struct office *l = ((const struct candidate *)left)->office;
	const struct office *r = ((const struct candidate *)right)->office;
	int                  order = slice_cmp(l->name, r->name);

	if (order == 0)
		order = (l->region.n < r->region.n) -
		    (l->region.n > r->region.n);
	return order != 0 ? order : slice_cmp(l->region, r->region);
}

/* As slice_cmp, from the last bytes to the first ones. */
static int
from_the_end(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	for (size_t i = 1; i <= n; i++)
		if (a.p[a.n - i] != b.p[b.n - i])
			return (unsigned char)a.p[a.n - i] <
			    (unsigned char)b.p[b.n - i] ? -1 : 1;
	return (a.n > b.n) - (a.n < b.n);
}

/* By name, then so that right behind each stand those whose regions end with its
 * own. */
static int
by_name_and_end(const void *left, const void *right)
{
	const struct office *l = ((const struct candidate *)left)->office;
	const struct office *r = ((const struct candidate *)right)->office;
	int                  order = slice_cmp(l->name, r->name);

	return order != 0 ? order : from_the_end(l->region, r->region);
}

/* The candidate of those that say more which number I can be of; itself if there
 * is none, or if there are several.  Those behind it know theirs. */
static void
find_host(struct candidate candidate[], size_t n, size_t i)
{
	struct candidate    *c = &candidate[i];
	const struct office *office = c->office;
	size_t               k = i + 1, fuller = 0;

	for (; k < n && slice_eq(candidate[k].office->name, office->name) &&
	    slice_ends(candidate[k].office->region, office->region);
	    k = candidate[k].end) {
		/* One that is itself though others say more: of several. */
		fuller += candidate[k].host == k && candidate[k].end > k + 1 ?
		    2 : 1;
		c->host = candidate[k].host;
	}
	c->end = k;
	if (fuller != 1)
		c->host = i;
}

void
offices_settle(struct offices *offices)
{
	size_t            n = offices->n;
	struct candidate *candidate = memory_get((n + 1) * sizeof(*candidate));
	size_t           *host = memory_get((n + 1) * sizeof(*host));

	offices->rank = memory_resize(offices->rank, n + 1,
	    sizeof(*offices->rank));
	for (size_t i = 0; i < n; i++)
		candidate[i] = (struct candidate){ &offices->office[i], i, 0,
		    0 };
	qsort(candidate, n, sizeof(*candidate), by_name_and_end);
	for (size_t i = n; i-- > 0;)
		find_host(candidate, n, i);
	for (size_t i = 0; i < n; i++)
		host[candidate[i].number] = candidate[candidate[i].host].number;
	qsort(candidate, n, sizeof(*candidate), by_name_and_length);
	/* Those that say more come first: a host has its rank already. */
	for (size_t i = 0; i < n; i++) {
		size_t number = candidate[i].number;

		offices->rank[number] = host[number] == number ? i :
		    offices->rank[host[number]];
	}
	free(candidate);
	free(host);
}

void
offices_reset(struct offices *offices)
{
	map_free(&offices->map);
	arena_reset(&offices->text);
	offices->n = 0;
}

void
offices_free(struct offices *offices)
{
	free(offices->office);
	free(offices->rank);
	map_free(&offices->map);
	arena_free(&offices->text);
	*offices = (struct offices){ .n = 0 };
}
