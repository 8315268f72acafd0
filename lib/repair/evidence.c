#include "evidence.h"

#include <math.h>

#include "record/amount.h"

int
evidence_choice(unsigned long long many)
{
	return (int)lround(10 * log10((double)many));
}

int
evidence_of(long long residual)
{
	long long apart = residual < 0 ? -residual : residual;

	return evidence_choice((unsigned long long)(apart / AMOUNT_ONE) + 2);
}
