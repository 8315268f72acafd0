#include "statistic.h"

#include <stdlib.h>

static size_t
tell_count(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	return amount_format(out, group_count(group), 0);
}

static size_t
tell_records(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	long long n = 0;

	for (int i = 0; i < STATES; i++)
		n += group->records[i];
	return amount_format(out, n, 0);
}

static size_t
tell_sum(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	if (group_count(group) == 0)
		return 0;
	return amount_format(out, group->whole, group->millionths);
}

/* N / COUNT, rounded half away from zero. */
static long long
divide(long long n, long long count)
{
	long long rest = n % count;

	n /= count;
	if (2 * rest >= count)
		return n + 1;
	return 2 * rest <= -count ? n - 1 : n;
}

static size_t
tell_mean(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	long long count = group_count(group);

	if (count == 0)
		return 0;
	return amount_format(out, group->whole / count,
	    divide(group->whole % count * AMOUNT_ONE + group->millionths,
	    count));
}

static size_t
tell_least(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	return group_count(group) == 0 ? 0 :
	    amount_format(out, 0, group->least);
}

static size_t
tell_greatest(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	return group_count(group) == 0 ? 0 :
	    amount_format(out, 0, group->greatest);
}

static int
by_value(const void *left, const void *right)
{
	long long l = *(const long long *)left, r = *(const long long *)right;

	return (l > r) - (l < r);
}

static size_t
tell_median(struct group *group, char out[AMOUNT_BYTES_MAX])
{
	size_t n = group->values;

	if (n == 0)
		return 0;
	qsort(group->value, n, sizeof(*group->value), by_value);
	return amount_format(out, 0, divide(group->value[(n - 1) / 2] +
	    group->value[n / 2], 2));
}

#define TELL_STATE(name, state)						\
	static size_t							\
	name(struct group *group, char out[AMOUNT_BYTES_MAX])		\
	{								\
		return amount_format(out, group->records[state], 0);	\
	}

TELL_STATE(tell_approx, STATE_APPROX)
TELL_STATE(tell_blank, STATE_BLANK)
TELL_STATE(tell_na, STATE_NA)
TELL_STATE(tell_unreadable, STATE_UNREADABLE)
TELL_STATE(tell_absent, STATE_ABSENT)

static const struct statistic statistics[] = {
	{ "count", tell_count, false, true },
	{ "records", tell_records, false, true },
	{ "sum", tell_sum, false, false },
	{ "mean", tell_mean, false, false },
	{ "min", tell_least, false, false },
	{ "max", tell_greatest, false, false },
	{ "median", tell_median, true, false },
	{ "approx", tell_approx, false, true },
	{ "blank", tell_blank, false, true },
	{ "na", tell_na, false, true },
	{ "unreadable", tell_unreadable, false, true },
	{ "absent", tell_absent, false, true },
};

const struct statistic *
statistic_find(struct slice name)
{
	for (size_t i = 0; i < sizeof(statistics) / sizeof(statistics[0]); i++)
		if (slice_is(name, statistics[i].name))
			return &statistics[i];
	return NULL;
}
