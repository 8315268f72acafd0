#include "fact_value.h"

#include "data/data.h"
#include "record/amount.h"

/* Fields of rule-words.tsv. */
enum { WORD_KIND, WORD, WORD_BELOW, WORD_ABOVE };

/* AMOUNT with the slack that the field PERCENT of a word allows. */
static long long
slack(long long amount, struct slice percent)
{
	long long share;

	return amount_parse(percent, &share) ?
	    amount / 100 * (share / AMOUNT_ONE) : INTERVAL_INFINITY;
}

/* What an approximate figure may be: 20余 is at least 20, 约20 may be 18. */
static struct interval
approximate(long long amount, struct slice raw)
{
	const struct data_table *words = data_table(DATA_RULE_WORDS);
	struct interval          value = interval_point(amount);
	struct slice             below = SLICE("10"), above = below;

	for (size_t i = 0; i < words->rows; i++) {
		const struct slice *field = words->row[i].field;

		if (slice_is(field[WORD_KIND], "rough") &&
		    slice_find(raw, field[WORD]) != NULL) {
			below = field[WORD_BELOW];
			above = field[WORD_ABOVE];
			break;
		}
	}
	value.lo = amount - slack(amount, below);
	value.hi = amount_sum(amount, slack(amount, above));
	return value;
}

struct interval
fact_value(const struct record *record, enum fact_state *state, bool is_signed)
{
	long long amount;

	switch (*state) {
	case STATE_NUMBER:
	case STATE_APPROX:
		if (!amount_parse(record->field[FACT_VALUE], &amount)) {
			fact_warn(record, "not a figure: taken as unreadable");
			break;
		}
		return *state == STATE_NUMBER ? interval_point(amount) :
		    approximate(amount, record->field[FACT_RAW]);
	case STATE_BLANK:
	case STATE_NA:
	case STATE_ABSENT:
		return interval_missing(is_signed);
	case STATE_UNREADABLE:
		return interval_unreadable(is_signed);
	case STATE_UNKNOWN:
		fact_warn(record, "no such state: taken as unreadable");
	}
	*state = STATE_UNREADABLE;
	return interval_unreadable(is_signed);
}

struct interval
fact_fingerprint(const struct record *record)
{
	return interval_point((long long)(slice_hash(
	    record->field[FACT_VALUE]) >> 2));
}
