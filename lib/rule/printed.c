#include "printed.h"

#include "record/amount.h"
#include "rule_words.h"

struct interval
printed_digit(const struct record *record)
{
	struct slice value = record->field[FACT_VALUE];
	const char  *point = value.n > 0 ? memchr(value.p, '.', value.n) : NULL;
	long long    unit = AMOUNT_ONE;

	if (point != NULL)
		for (const char *p = point + 1; p < value.p + value.n; p++)
			unit /= 10;
	return interval_point(unit > 0 ? unit : 1);
}

struct interval
printed_plain(const struct record *record, struct interval amount)
{
	long long scale = AMOUNT_ONE;

	for (long zeros = zeros_of(record->field[FACT_UNIT]); zeros > 0; zeros--)
		scale *= 10;
	return scale == AMOUNT_ONE ? amount :
	    interval_multiply(amount, interval_point(scale));
}
