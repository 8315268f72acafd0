#include "values.h"

#include <stdlib.h>

#include "base/memory.h"

enum { FIRST_ROOM = 2, QUANTILE_ONE = 100000000 };

static int
by_value(const void *left, const void *right)
{
	const struct counted_value *l = left, *r = right;

	return (l->value > r->value) - (l->value < r->value);
}

void
values_order(struct values *values)
{
	struct counted_value *counted = values->counted;
	size_t                kept = 0;

	if (values->ordered == values->n)
		return;
	qsort(counted, values->n, sizeof(*counted), by_value);
	for (size_t i = 1; i < values->n; i++)
		if (counted[i].value == counted[kept].value)
			counted[kept].times += counted[i].times;
		else
			counted[++kept] = counted[i];
	values->ordered = values->n = kept + 1;
}

/* Makes room by ordering them, for as long as that halves them. */
static void
make_room_for_values(struct values *values)
{
	values_order(values);
	if (2 * values->n <= values->room && values->room > 0)
		return;
	values->room = values->room > 0 ? 2 * values->room : FIRST_ROOM;
	values->counted = memory_resize(values->counted, values->room,
	    sizeof(*values->counted));
}

void
values_add(struct values *values, long long value, unsigned long long times)
{
	values->times += times;
	if (values->n > 0 && values->counted[values->n - 1].value == value) {
		values->counted[values->n - 1].times += times;
		return;
	}
	if (values->n == values->room)
		make_room_for_values(values);
	values->counted[values->n++] = (struct counted_value){ value, times };
}

/* The value at PLACE, from 0, of those that are ordered. */
static long long
value_at(const struct values *values, unsigned long long place)
{
	const struct counted_value *counted = values->counted;

	for (; place >= counted->times; counted++)
		place -= counted->times;
	return counted->value;
}

wide
values_quantile(struct values *values, unsigned long long part)
{
	unsigned_wide      place = (unsigned_wide)(values->times - 1) * part;
	unsigned long long below = (unsigned long long)(place / QUANTILE_ONE);
	wide               rest = (wide)(place % QUANTILE_ONE);
	long long          low, high;

	values_order(values);
	low = value_at(values, below);
	if (rest == 0)
		return low;
	high = value_at(values, below + 1);
	return wide_divide((wide)low * QUANTILE_ONE + ((wide)high - low) * rest,
	    QUANTILE_ONE);
}

void
values_free(struct values *values)
{
	free(values->counted);
	*values = (struct values){ .n = 0 };
}
