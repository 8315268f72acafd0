#include "office.h"

#include <stdlib.h>

#include "base/memory.h"

/* An office on its way to its rank. */
struct candidate {
	const struct office *office;
	size_t               number;
	bool                 is_host;	/* a region that no other has at its
					   end */
};

size_t
offices_note(struct offices *offices, struct slice name, struct slice region)
{
	unsigned long long hash = slice_hash_on(slice_hash(name), region);
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

/* The one of the candidates from FIRST up to I that number I is, of their name:
 * I itself if there is none, or if there are several. */
static size_t
host_of(struct candidate candidate[], size_t first, size_t i)
{
	size_t found = i;

	for (size_t k = first; k < i; k++) {
		if (!candidate[k].is_host || !slice_ends(
		    candidate[k].office->region, candidate[i].office->region))
			continue;
		if (found != i)
			return i;
		found = k;
	}
	candidate[i].is_host = found == i;
	return found;
}

void
offices_settle(struct offices *offices)
{
	struct candidate *candidate = memory_get((offices->n + 1) *
	    sizeof(*candidate));
	size_t            first = 0;

	offices->rank = memory_resize(offices->rank, offices->n + 1,
	    sizeof(*offices->rank));
	for (size_t i = 0; i < offices->n; i++)
		candidate[i] = (struct candidate){ &offices->office[i], i,
		    false };
	qsort(candidate, offices->n, sizeof(*candidate), by_name_and_length);
	for (size_t i = 0; i < offices->n; i++) {
		if (!slice_eq(candidate[i].office->name,
		    candidate[first].office->name))
			first = i;
		offices->rank[candidate[i].number] = host_of(candidate, first,
		    i);
	}
	free(candidate);
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
