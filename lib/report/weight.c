#include "weight.h"

#include "base/digits.h"
#include "base/glob.h"
#include "data/data.h"
#include "record/amount.h"
#include "record/schema.h"

/* Fields of fault-weights.tsv. */
enum { RULE, WHERE, WEIGHT, BY };

/* How sure what a rule finds is, in hundredths. */
static const int sure[RULE_LEVELS] = {
	[LEVEL_ERROR] = 100, [LEVEL_SUSPECT] = 50, [LEVEL_DUTY] = 40,
	[LEVEL_NOTE] = 2,
};

enum rule_level
level_of(struct slice level)
{
	int i = 0;

	while (i < RULE_LEVELS && !slice_is(level, rule_level_name[i]))
		i++;
	return (enum rule_level)i;
}

bool
is_waived(const struct slice finding[])
{
	return slice_is(finding[FINDING_LEVEL], "waived");
}

/* 1, and the digits by which the sides of FINDING differ, where both are
 * figures. */
static int
digits_off(const struct slice finding[])
{
	long long left, right, off;
	int       n = 1;

	if (!amount_parse(finding[FINDING_LEFT], &left) ||
	    !amount_parse(finding[FINDING_RIGHT], &right))
		return 1;
	for (off = left < right ? right - left : left - right;
	    off >= AMOUNT_ONE; off /= 10)
		n++;
	return n;
}

long long
finding_weight(const struct slice finding[])
{
	const struct data_table *table = data_table(DATA_FAULT_WEIGHTS);
	enum rule_level          level = level_of(finding[FINDING_LEVEL]);
	unsigned long long       weight = 1;

	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		if (!glob_matches(field[RULE], finding[FINDING_RULE], '\0') ||
		    !glob_matches(field[WHERE], finding[FINDING_WHERE], '\0'))
			continue;
		digits_read(field[WEIGHT], 1000, &weight);
		if (slice_is(field[BY], "digits"))
			weight *= (unsigned long long)digits_off(finding);
		break;
	}
	return level < RULE_LEVELS ? sure[level] * (long long)weight : 0;
}
