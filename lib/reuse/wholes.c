#include "wholes.h"

#include <stdlib.h>

#include "base/memory.h"

struct whole *
wholes_find(struct wholes *wholes, uint32_t report)
{
	const struct whole none = { .report = report, .is_same = true };

	for (size_t i = 0; i < wholes->n; i++)
		if (wholes->whole[i].report == report)
			return &wholes->whole[i];
	*MEMORY_APPEND(wholes->whole, wholes->n, wholes->room) = none;
	return &wholes->whole[wholes->n - 1];
}

void
names_add(struct buffer *list, struct slice names)
{
	if (list->n > 0 && names.n > 0)
		buffer_string(list, ",");
	buffer_add(list, names);
}

static int
by_report(const void *left, const void *right)
{
	const struct whole *a = left, *b = right;

	return (a->report > b->report) - (a->report < b->report);
}

void
wholes_sort(struct wholes *wholes)
{
	if (wholes->n > 0)
		qsort(wholes->whole, wholes->n, sizeof(*wholes->whole), by_report);
}

void
wholes_forget(struct wholes *wholes)
{
	for (size_t i = 0; i < wholes->n; i++) {
		buffer_free(&wholes->whole[i].names);
		buffer_free(&wholes->whole[i].other_names);
	}
	wholes->n = 0;
}
