/* A figure on its way to tabulate's output; the fields of its document
 * (doc, region, org, year, form) are added there. */
#ifndef RECORD_FACT_H
#define RECORD_FACT_H

#include "base/slice.h"

struct fact {
	struct slice item, col, value, unit, state, source, loc, raw;
};

/* Where facts go; the slices live for the call. */
typedef void fact_fn(void *context, const struct fact *fact);

#endif
