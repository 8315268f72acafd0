#include "statistic.h"

#include "base/digits.h"
#include "record/amount.h"
#include "relation.h"

enum { HUNDRED = 100 };

static size_t
put_count(char out[WIDE_BYTES_MAX], long long n)
{
	return wide_format(out, (wide)n * AMOUNT_ONE);
}

/* PART of WHOLE, in percent; nothing of nothing. */
static size_t
put_percent(char out[WIDE_BYTES_MAX], wide part, wide whole)
{
	return whole == 0 ? 0 : wide_format(out,
	    wide_divide(part * HUNDRED * AMOUNT_ONE, whole));
}

static size_t
tell_count(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return put_count(out, group_count(t->group));
}

static size_t
tell_records(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	long long n = 0;

	for (int i = 0; i < STATES; i++)
		n += t->group->records[i];
	return put_count(out, n);
}

static size_t
tell_sum(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return group_count(t->group) == 0 ? 0 :
	    wide_format(out, t->group->sum);
}

static size_t
tell_mean(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	long long count = group_count(t->group);

	return count == 0 ? 0 : wide_format(out,
	    wide_divide(t->group->sum, count));
}

static size_t
tell_deviation(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	long long count = group_count(t->group);

	return count < 2 ? 0 : wide_format(out, squares_deviation(
	    &t->group->more->squares, count, t->group->sum));
}

static size_t
tell_least(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return group_count(t->group) == 0 ? 0 :
	    wide_format(out, t->group->least);
}

static size_t
tell_greatest(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return group_count(t->group) == 0 ? 0 :
	    wide_format(out, t->group->greatest);
}

/* PERCENT in millionths. */
static size_t
put_quantile(struct group *group, unsigned long long percent,
    char out[WIDE_BYTES_MAX])
{
	struct values *values = &group->more->values;

	return values->times == 0 ? 0 :
	    wide_format(out, values_quantile(values, percent));
}

static size_t
tell_median(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return put_quantile(t->group, HUNDRED * AMOUNT_ONE / 2, out);
}

static size_t
tell_percentile(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return put_quantile(t->group, t->parameter, out);
}

static size_t
tell_share(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return group_count(t->group) == 0 ? 0 : put_percent(out,
	    t->group->sum, t->group->more->comparison.outer);
}

static size_t
tell_share_of_all(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return group_count(t->group) == 0 ? 0 : put_percent(out,
	    t->group->sum, t->group->more->comparison.all);
}

static size_t
tell_rank(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return group_count(t->group) == 0 ? 0 :
	    put_count(out, (long long)t->group->more->comparison.rank);
}

/* The group a year earlier, when both have a sum; else NULL. */
static const struct group *
year_before(const struct telling *t)
{
	unsigned long long  year;
	const struct group *before = NULL;

	if (group_count(t->group) > 0 &&
	    relation_year(t->groups, t->group, &year) && year > 0)
		before = relation_in_year(t->groups, t->group, year - 1);
	return before != NULL && group_count(before) > 0 ? before : NULL;
}

static size_t
tell_change(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	const struct group *before = year_before(t);

	return before == NULL ? 0 :
	    wide_format(out, t->group->sum - before->sum);
}

static size_t
tell_growth(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	const struct group *before = year_before(t);

	return before == NULL ? 0 :
	    put_percent(out, t->group->sum - before->sum, before->sum);
}

static size_t
tell_index(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	const struct group *base = relation_in_year(t->groups, t->group,
	    t->parameter);

	return group_count(t->group) == 0 || base == NULL ? 0 :
	    put_percent(out, t->group->sum, base->sum);
}

static size_t
tell_rate(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	const struct rate *rate = &t->group->more->rate[t->parameter];

	return rate->aboves == 0 || rate->belows == 0 ? 0 :
	    put_percent(out, rate->above, rate->below);
}

static size_t
tell_zeros(const struct telling *t, char out[WIDE_BYTES_MAX])
{
	return put_count(out, t->group->more->zeros);
}

#define TELL_STATE(name, state)						\
	static size_t							\
	name(const struct telling *t, char out[WIDE_BYTES_MAX])		\
	{								\
		return put_count(out, t->group->records[state]);	\
	}

TELL_STATE(tell_approx, STATE_APPROX)
TELL_STATE(tell_blank, STATE_BLANK)
TELL_STATE(tell_na, STATE_NA)
TELL_STATE(tell_unreadable, STATE_UNREADABLE)
TELL_STATE(tell_absent, STATE_ABSENT)

static const struct statistic statistics[] = {
	{ "count", tell_count, 0, true, TAKES_NOTHING },
	{ "records", tell_records, 0, true, TAKES_NOTHING },
	{ "sum", tell_sum, 0, false, TAKES_NOTHING },
	{ "mean", tell_mean, 0, false, TAKES_NOTHING },
	{ "sd", tell_deviation, NEEDS_SQUARES, false, TAKES_NOTHING },
	{ "min", tell_least, 0, false, TAKES_NOTHING },
	{ "max", tell_greatest, 0, false, TAKES_NOTHING },
	{ "median", tell_median, NEEDS_VALUES, false, TAKES_NOTHING },
	{ "p", tell_percentile, NEEDS_VALUES, false, TAKES_PERCENT },
	{ "share", tell_share, NEEDS_RELATION, false, TAKES_NOTHING },
	{ "share-of-all", tell_share_of_all, NEEDS_RELATION, false,
	    TAKES_NOTHING },
	{ "rank", tell_rank, NEEDS_RELATION, true, TAKES_NOTHING },
	{ "change", tell_change, NEEDS_YEAR, false, TAKES_NOTHING },
	{ "growth", tell_growth, NEEDS_YEAR, false, TAKES_NOTHING },
	{ "index", tell_index, NEEDS_YEAR, false, TAKES_YEAR },
	{ "rate", tell_rate, NEEDS_RATES, false, TAKES_ORDINAL },
	{ "zero", tell_zeros, NEEDS_ZEROS, true, TAKES_NOTHING },
	{ "approx", tell_approx, 0, true, TAKES_NOTHING },
	{ "blank", tell_blank, 0, true, TAKES_NOTHING },
	{ "na", tell_na, 0, true, TAKES_NOTHING },
	{ "unreadable", tell_unreadable, 0, true, TAKES_NOTHING },
	{ "absent", tell_absent, 0, true, TAKES_NOTHING },
};

/* Reads TEXT, what stands behind a name, as what TAKES says. */
static bool
read_parameter(enum statistic_parameter takes, struct slice text,
    unsigned long long *parameter)
{
	long long percent;

	*parameter = 0;
	switch (takes) {
	case TAKES_PERCENT:
		if (!amount_parse(text, &percent) || percent < 0 ||
		    percent > HUNDRED * AMOUNT_ONE)
			return false;
		*parameter = (unsigned long long)percent;
		return true;
	case TAKES_YEAR:
		return text.n == 4 && digits_read(text, 9999, parameter);
	case TAKES_ORDINAL:
		if (text.n == 0)
			return true;
		if (!digits_read(text, RATES_MAX, parameter) || *parameter < 2)
			return false;
		--*parameter;
		return true;
	default:
		return text.n == 0;
	}
}

bool
statistic_ask(struct statistic_asked *asked, struct slice name)
{
	for (size_t i = 0; i < sizeof(statistics) / sizeof(statistics[0]); i++) {
		struct slice known = slice_of(statistics[i].name);

		asked->statistic = &statistics[i];
		asked->name = name;
		if (slice_starts(name, known) && read_parameter(
		    statistics[i].takes, slice_from(name, known.n),
		    &asked->parameter))
			return true;
	}
	return false;
}

const struct statistic *
statistic_find(struct slice name)
{
	struct statistic_asked asked;

	return statistic_ask(&asked, name) ? asked.statistic : NULL;
}
