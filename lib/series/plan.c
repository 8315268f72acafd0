#include "plan.h"

#include <stdlib.h>

#include "base/memory.h"

static int
compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* By series; what may be taken before what is never; tables before sentences; what
 * is said of the form itself before what is said of others; then as they stand. */
static int
by_rank(const void *left, const void *right)
{
	const struct planned_crossing *l = left, *r = right;
	const struct crossing         *a = l->crossing, *b = r->crossing;
	int order = compare(a->series, b->series);

	if (order == 0)
		order = (a->relation == CROSSING_NEVER) -
		    (b->relation == CROSSING_NEVER);
	if (order == 0)
		order = a->is_prose - b->is_prose;
	if (order == 0)
		order = (l->distance > r->distance) -
		    (l->distance < r->distance);
	return order != 0 ? order : compare(l->order, r->order);
}

static void
plan_slots(struct series_plan *plan)
{
	size_t room = 0;

	for (size_t i = 0; i < plan->n; i++) {
		const struct crossing *crossing = plan->planned[i].crossing;

		plan->planned[i].slot = plan->slots;
		for (size_t c = 0; c < crossing->cells; c++) {
			map_add(&plan->map, plan_hash(crossing->cell[c].item,
			    crossing->cell[c].col), plan->slots);
			*MEMORY_APPEND(plan->slot, plan->slots, room) =
			    crossing->cell[c];
		}
	}
}

struct series_plan
plan_make(const struct crosswalk *crosswalk, struct slice form)
{
	struct series_plan plan = { .planned = memory_resize(NULL,
	    crosswalk->crossings + 1, sizeof(*plan.planned)) };

	for (size_t i = 0; i < crosswalk->crossings; i++) {
		const struct crossing *crossing = &crosswalk->crossing[i];
		int distance = crossing_distance(crosswalk, crossing, form);

		if (distance >= 0)
			plan.planned[plan.n++] = (struct planned_crossing){
			    .crossing = crossing, .order = i,
			    .distance = distance };
	}
	if (plan.n > 1)
		qsort(plan.planned, plan.n, sizeof(*plan.planned), by_rank);
	plan_slots(&plan);
	return plan;
}

void
plan_free(struct series_plan *plan)
{
	free(plan->planned);
	free(plan->slot);
	map_free(&plan->map);
}
