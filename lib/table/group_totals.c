#include "group_totals.h"

#include <string.h>

#include "sums.h"

struct parting {
	const struct table_cell *const *cell;
	size_t                          n, size, groups;
	size_t                          end[GROUPS_MAX];
	size_t                         *found;
	unsigned                        ways;	/* 2: too many */
};

enum { PROVING = 2 };	/* groups of two parts that are not nothing, at least */

/* Whether all N figures of CELL are whole numbers. */
static bool
are_whole(const struct table_cell *const cell[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sums_whole(cell[i]) == SUMS_NO_NUMBER)
			return false;
	return true;
}

/* Parts what is left from figure number AT on into groups from number GROUP on; WHOLE
 * says that none so far is empty. */
static void
part_from(struct parting *g, size_t at, size_t group, bool whole)
{
	long long sum = 0;

	if (g->ways > 1)
		return;
	if (group == g->groups) {
		if (at < g->n)
			return;
		g->ways += whole ? 1 : 2;
		memcpy(g->found, g->end, g->groups * sizeof(*g->found));
		return;
	}
	part_from(g, at, group + 1, false);
	for (size_t end = at + 1; end < g->n && end - at < g->size; end++) {
		sum += sums_whole(g->cell[end - 1]);
		if (sum != sums_whole(g->cell[end]))
			continue;
		g->end[group] = end + 1;
		part_from(g, end + 1, group + 1, whole);
	}
}

/* How many groups have two parts that are more than nothing: 1 1 is a sum, but also two
 * figures that are alike. */
static size_t
proving(const struct parting *g)
{
	size_t groups = 0, from = 0;

	for (size_t i = 0; i < g->groups; from = g->found[i++]) {
		size_t parts = 0;

		for (size_t k = from; k + 1 < g->found[i]; k++)
			parts += sums_whole(g->cell[k]) > 0;
		groups += parts > 1;
	}
	return groups;
}

bool
group_totals_find(const struct table_cell *const cell[], size_t n,
    size_t size, size_t groups, size_t end[GROUPS_MAX])
{
	struct parting g = { .cell = cell, .n = n, .size = size,
		.groups = groups, .found = end };

	if (groups == 0 || groups > GROUPS_MAX || !are_whole(cell, n))
		return false;
	part_from(&g, 0, 0, true);
	return g.ways == 1 && proving(&g) >= PROVING;
}
